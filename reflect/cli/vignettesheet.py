"""A vignette on one sheet of paper: 80 columns, room for the own answer, three answers side by side."""

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap

from reflect.cli.printout import COLUMNS
from reflect.domain.onboarding.vignette import Vignette
from reflect.language import gettext as _
from reflect.language import ngettext

GAP = 4
COLUMN = (COLUMNS - 2 * GAP) // 3


def sheet(vignette: Vignette, principles: tuple[str, ...]) -> list[str]:
    """The lines of the sheet.

    Args:
        vignette: In the language it shall be printed in.
        principles: Ids of the statements it touches.

    Returns:
        Lines of at most 80 columns.
    """
    lines = [
        vignette.title,
        "=" * len(vignette.title),
        _("Berührt im Leitbild: {ids}").format(ids=", ".join(principles)),
    ]
    for paragraph in vignette.situation:
        lines += ["", *wrap(paragraph, COLUMNS)]
    lines += ["", _("Deine Antwort zuerst. Die drei anderen liest du danach.")]
    for number, question in enumerate(vignette.questions, 1):
        lines += ["", *wrap(f"{number}. {question.text}", COLUMNS), "", "_" * COLUMNS]
    lines += ["", "", _("Drei aus dem Haus, drei Antworten. Keine ist die richtige."), ""]
    lines += _columns([answer.verb for answer in vignette.answers])
    lines += _columns(["-" * len(answer.verb) for answer in vignette.answers])
    lines += _columns([answer.reason for answer in vignette.answers])
    lines += [
        "",
        *_columns([_("Der Preis")] * len(vignette.answers)),
        *_columns([answer.price for answer in vignette.answers]),
        "",
    ]
    lines += wrap(f"> {vignette.talk}", COLUMNS)
    label = ngettext("Rote Linie:", "Rote Linien:", len(vignette.lines))
    return [*lines, "", *wrap(f"{label} {' '.join(vignette.lines)}", COLUMNS)]


def _columns(texts: list[str]) -> Iterator[str]:
    """Texts side by side, each in a column of its own."""
    for row in zip_longest(*(wrap(text, COLUMN) for text in texts), fillvalue=""):
        yield (" " * GAP).join(f"{cell:<{COLUMN}}" for cell in row).rstrip()
