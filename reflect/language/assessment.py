"""The words of a self-assessment: levels, exits, what made it hard, and a course as text."""

from collections.abc import Mapping, Sequence

from reflect.domain.assessment import course
from reflect.domain.assessment.mark import Hindrance, Mark
from reflect.domain.assessment.month import first_day
from reflect.domain.leitbild import Caption
from reflect.language import N_, dates, gettext
from reflect.language import gettext as _

ANCHORS: Mapping[Mark, str] = {
    Mark.LEFT_UNDONE: N_("Anlass war da, ich habe es nicht getan"),
    Mark.WHEN_EASY: N_("nur wenn es leicht ging oder andere anstießen"),
    Mark.HALF: N_("etwa bei jedem zweiten Anlass"),
    Mark.MOSTLY: N_("bei den meisten Anlässen, ein Beispiel kann ich nennen"),
    Mark.UNDER_PRESSURE: N_("auch unter Druck, Beispiel und Wirkung kann ich nennen"),
    Mark.NO_OCCASION: N_("keine Gelegenheit im Zeitraum"),
    Mark.UNCLEAR: N_("kann ich nicht beurteilen"),
}
HINDRANCES: Mapping[Hindrance, str] = {
    Hindrance.TIME: N_("Zeit"),
    Hindrance.MANDATE: N_("Auftrag"),
    Hindrance.LANGUAGE: N_("Sprache"),
    Hindrance.KNOWLEDGE: N_("Wissen"),
    Hindrance.TEAM: N_("Team"),
    Hindrance.MYSELF: N_("ich selbst"),
}
NOT_ASKED = "–"
BREAK = "║"


def anchors() -> dict[Mark, str]:
    """What each mark says, in the reader's language."""
    return {mark: gettext(words) for mark, words in ANCHORS.items()}


def hindrances() -> dict[Hindrance, str]:
    """What can make it hard, in the reader's language."""
    return {one: gettext(words) for one, words in HINDRANCES.items()}


def hard(said: Sequence[Hindrance]) -> str:
    """What made it hard: `Zeit, Sprache`."""
    return ", ".join(gettext(HINDRANCES[one]) for one in Hindrance if one in said)


def point_words(point: course.Point) -> str:
    """A month and what was said in it: `November, 4`."""
    mark = point.rating.mark
    return f"{dates.month_alone(first_day(point.month))}, {mark.value if mark else NOT_ASKED}"


def legend() -> tuple[str, ...]:
    """What the signs of a course mean."""
    return (
        _("G keine Gelegenheit"),
        _("? unklar"),
        _("– nicht gefragt"),
        _("║ neue Fassung"),
    )


def in_list(caption: Caption) -> str:
    """Number and words of a statement as a row of a list, the words in a column of their own."""
    return f"{caption.number:<6}{caption.title}"


def line_in_words(line: course.Line, caption: Caption) -> str:
    """A whole line as one sentence, for whoever hears it: each wording on its own.

    Args:
        line: The course of a statement.
        caption: What it is called.
    """
    pieces = []
    for piece in line.pieces:
        told = (f"{dates.month(first_day(point.month))} {point.rating.mark}" for point in piece.points)
        pieces.append(", ".join(told))
    joint = "; " + _("neue Fassung") + ": "
    return f"{caption}: " + joint.join(pieces)
