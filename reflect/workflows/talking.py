"""Talking it over: what was said about oneself becomes an entry about statements and occasions, without any level.

The entry is one like every other: it can be read, changed, and only leaves through the review.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reflect.domain.answer import Answer, is_empty
from reflect.domain.assessment.course import Line, Point, lines
from reflect.domain.assessment.mark import Hindrance, Mark
from reflect.domain.assessment.rating import Observation
from reflect.domain.assessment.rotation import parent
from reflect.domain.entry import Entry
from reflect.domain.fault import NotFound, WrongUsage
from reflect.domain.leitbild import Caption, order
from reflect.workflows import answering
from reflect.workflows.assessing import instrument_of, months
from reflect.workflows.keeping import records
from reflect.workflows.sitting import Sitting

TALK = "leitbild-gespraech"
EXAMPLES = 2
"""Occasions of each statement that stand in the entry, the newest ones."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the edge says in the person's language.

    Attributes:
        anchors: A mark as a sentence about occasions; never a number.
        hindrances: What made it hard.
    """

    anchors: Mapping[Mark, str]
    hindrances: Mapping[Hindrance, str]


def captioned(sitting: Sitting) -> list[tuple[Line, Caption]]:
    """The course of every statement that was ever rated, each with its caption."""
    return [(line, caption(sitting, line.statement)) for line in lines(months(sitting))]


def caption(sitting: Sitting, statement_id: str) -> Caption:
    """Number and a few words for a statement; a part has its letter although an own text may know none."""
    number, letter = sitting.label(statement_id), statement_id.removeprefix(parent(statement_id))
    return Caption(number if number.endswith(letter) else number + letter, _title(sitting, statement_id))


def _title(sitting: Sitting, statement_id: str) -> str:
    """The Leitbild's words, else the instrument's; empty where nobody has any."""
    try:
        statement = sitting.leitbild.statement(statement_id)
    except NotFound:
        statement = None
    if statement is not None and statement.id == statement_id and statement.short:
        return statement.short
    instrument = instrument_of(sitting)
    known = {item.statement: item.title for item in (*instrument.observed, *instrument.rated)}
    return known.get(statement_id, "")


def conversation(
    sitting: Sitting,
    lines: Iterable[Line],
    question: str,
    words: Words,
    *,
    observed: Iterable[Observation] = (),
) -> Entry:
    """The entry for a conversation about some statements; one that says the same is not written twice.

    Args:
        sitting: The open vault.
        lines: The course of the statements that were chosen; nothing of others gets in.
        question: What the person wants to ask; may be empty.
        words: Of the edge.
        observed: What was told about the house and was chosen, too.

    Raises:
        WrongUsage: `talk-empty`: no statement is chosen.
        ReadOnly, NotSaved: Nothing is stored.
    """
    chosen, told = tuple(lines), tuple(observed)
    if not chosen and not told:
        raise WrongUsage("talk-empty")
    protocol = sitting.catalogue.load(TALK, sitting.config.language)
    known = {one.id for one in protocol.questions()}
    about = [line.statement for line in chosen] + [one.statement for one in told]
    numbers = {one: caption(sitting, one).number for one in about}
    said: dict[str, Answer] = _said(chosen, numbers, words) | {
        "worum": [str(caption(sitting, one)) for one in numbers],
        "frage": question.strip(),
        "beobachtet": [f"{caption(sitting, one.statement).number}: {one.text}" for one in told],
    }
    answers = {key: value for key, value in said.items() if key in known and not is_empty(value)}
    for entry_id, record in records(sitting):
        if record["protocol"] == TALK:
            there = sitting.entry(entry_id)
            if {key: value for key, value in there.answers.items() if not is_empty(value)} == answers:
                return there
    return answering.write(sitting, TALK, answers)


def observations(sitting: Sitting) -> tuple[Observation, ...]:
    """The newest of what was told about each statement that the house answers for, in the order of the Leitbild."""
    newest = {one.statement: one for this in months(sitting) for one in this.observations.values()}
    return tuple(newest[statement] for statement in order(newest))


def _said(lines: tuple[Line, ...], numbers: Mapping[str, str], words: Words) -> dict[str, Answer]:
    marks = [(numbers[line.statement], mark) for line in lines if (mark := _mark(line)) is not None]
    return {
        "erfahrung": [one.rating.example for line in lines for one in _examples(line)],
        "schwer": [f"{numbers[line.statement]}: {hard}" for line in lines if (hard := hindered(line, words))],
        "stand": [f"{number}: {words.anchors[mark]}" for number, mark in marks],
        "aenderung": [one.rating.frame for line in lines for one in line.points if one.rating.frame],
    }


def _examples(line: Line) -> list[Point]:
    return [point for point in line.points if point.rating.example][-EXAMPLES:]


def hindered(line: Line, words: Words) -> str:
    """What made a statement hard over time, each once: `Zeit, Sprache`."""
    said = {one for point in line.points for one in point.rating.hindrances}
    return ", ".join(words.hindrances[one] for one in Hindrance if one in said)


def _mark(line: Line) -> Mark | None:
    return line.points[-1].rating.mark
