"""A protocol on paper: readable plain text in 80 columns on one sheet of A4, with room to write by hand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import dropwhile, pairwise
from textwrap import wrap

from reflect.domain import contact
from reflect.domain.contact import Contact
from reflect.domain.protocol import Protocol, Question, QuestionType, Share, Step, StopKind
from reflect.language import gettext as _
from reflect.language import ngettext
from reflect.language.contacts import contact_line, stop_sentence

COLUMNS = 80
LINES = 64
"""Lines on one side of A4, at ten signs and six lines to the inch, with margins."""
SIDES = 2
INDENT = 4
BLANK = "_"
BESIDE = frozenset({QuestionType.LINE, QuestionType.DATE, QuestionType.NUMBER})
NARROWEST = 24
"""Signs that an answer beside its question needs."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How much room a sheet leaves.

    Attributes:
        before_step: Empty lines above a step.
        before_question: Empty lines above a question.
        rows: Rows to write on, by type of question; one for every other.
        packed: Whether short options share a line.
        dense: Whether headings and short answers take one line.
    """

    before_step: int
    before_question: int
    rows: Mapping[QuestionType, int]
    packed: bool = False
    dense: bool = False


ROOMY = Layout(2, 1, {QuestionType.TEXT: 4, QuestionType.LIST: 3, QuestionType.PEOPLE: 3})
CLOSE = Layout(1, 1, {QuestionType.TEXT: 3, QuestionType.LIST: 3, QuestionType.PEOPLE: 2}, packed=True)
TIGHT = Layout(1, 0, {QuestionType.TEXT: 2, QuestionType.LIST: 2, QuestionType.PEOPLE: 2}, packed=True, dense=True)
WAYS = ((ROOMY, 1), (CLOSE, 1), (ROOMY, SIDES), (CLOSE, SIDES), (TIGHT, SIDES))
"""Layouts with the sides they may take; the first that fits is used."""


def printout(protocol: Protocol, contacts: tuple[Contact, ...] = ()) -> list[list[str]]:
    """The sheet, side by side: one side where that leaves room to write, front and back otherwise.

    Args:
        protocol: In the language it shall be printed in.
        contacts: The organisation's own, for steps that begin with the numbers that help.

    Returns:
        Sides of at most 64 lines of at most 80 columns. Only a protocol longer than any that ships needs more than two.
    """
    for layout, most in WAYS:
        sides = _sides(list(_blocks(protocol, contacts, layout)))
        if len(sides) <= most:
            break
    return sides


def _sides(blocks: list[list[str]]) -> list[list[str]]:
    """Blocks on sides; one that does not fit is torn between the columns of its grid, or else goes to the next side."""
    sides: list[list[str]] = [[]]
    for block in blocks:
        lines = block
        while len(sides[-1]) + len(lines) > LINES:
            cut = max((at for at in _seams(lines) if len(sides[-1]) + at <= LINES), default=0)
            if not cut and not sides[-1]:
                cut = LINES
            sides[-1] += lines[:cut]
            sides.append([])
            lines = list(dropwhile(lambda line: not line, lines[cut:]))
        sides[-1] += lines
    return sides


def _seams(lines: list[str]) -> Iterator[int]:
    """Empty lines of a block after which new words begin, once there was room to write."""
    wrote = False
    for at, (line, following) in enumerate(pairwise(lines)):
        wrote = wrote or BLANK * 3 in line
        if wrote and not line and BLANK * 3 not in following:
            yield at


def _blocks(protocol: Protocol, contacts: tuple[Contact, ...], layout: Layout) -> Iterator[list[str]]:
    """What is not torn apart: the head, a step's heading with its first question, each other question."""
    yield _head(protocol, layout)
    number = 0
    for step in protocol.steps:
        waiting = [""] * layout.before_step + _step(step, contacts, layout)
        for question in step.questions:
            number += 1
            stop = _stop(question.stop, contacts, layout)
            yield [*waiting, *[""] * layout.before_question, *stop, *_question(number, question, layout)]
            waiting = []
        if waiting:
            yield waiting


def _head(protocol: Protocol, layout: Layout) -> list[str]:
    """Name, what it is for, how long it takes, the day, and the words before the first step."""
    day = _("Datum: {blank}").format(blank=BLANK * 14)
    if layout.dense:
        lines = [f"{protocol.title} ".ljust(COLUMNS, "="), *_filled(protocol.summary)]
        lines.append(f"{_facts(protocol)}   {day}")
    else:
        lines = [protocol.title, "=" * min(COLUMNS, len(protocol.title)), *_filled(protocol.summary)]
        lines += [_facts(protocol), "", day]
    for paragraph in protocol.intro:
        lines += ["", *_filled(paragraph)]
    return lines


def _facts(protocol: Protocol) -> str:
    minutes = ngettext("{count} Minute", "{count} Minuten", protocol.minutes).format(count=protocol.minutes)
    if protocol.people is None:
        return _("{minutes}, für eine Person").format(minutes=minutes)
    least, most = protocol.people
    return _("{minutes}, für {least} bis {most} Personen").format(minutes=minutes, least=least, most=most)


def _step(step: Step, contacts: tuple[Contact, ...], layout: Layout) -> list[str]:
    """Heading and explanation, the numbers that help first."""
    title = step.title
    if step.minutes:
        minutes = ngettext("{count} Minute", "{count} Minuten", step.minutes).format(count=step.minutes)
        title = f"{title} ({minutes})"
    heading = [f"{title} ".ljust(COLUMNS, "-")] if layout.dense else [title, "-" * min(COLUMNS, len(title))]
    lines = [*heading, *_stop(step.stop, contacts, layout)]
    for paragraph in step.guidance:
        lines += _filled(paragraph)
    for sentence in step.read_aloud:
        lines += [""] * (not layout.dense) + _filled(_("Vorlesen: „{sentence}“").format(sentence=sentence))
    return lines


def _stop(kind: StopKind | None, contacts: tuple[Contact, ...], layout: Layout) -> list[str]:
    if kind is None:
        return []
    numbers = [contact_line(one) for one in contact.for_stop(contacts, kind)]
    warning = _filled(f"! {stop_sentence(kind)}", later="  ")
    if layout.dense:
        return [*warning, *_filled("; ".join(numbers), first="  ")]
    return [*warning, *(" " * INDENT + number for number in numbers), ""]


def _question(number: int, question: Question, layout: Layout) -> Iterator[str]:
    private = _("(bleibt bei dir)") if question.share is Share.NEVER else ""
    lead = f"{number}. ".ljust(INDENT) + question.text
    if layout.dense:
        lead = " ".join(part for part in (lead, question.help, private) if part)
        beside = COLUMNS - len(lead) - 2
        if question.type in BESIDE and beside >= NARROWEST:
            yield from ("", f"{lead}  {BLANK * beside}")
            return
    yield from _filled(lead, later=" " * INDENT)
    if question.help and not layout.dense:
        yield from _filled(question.help, first=" " * INDENT)
    if private and not layout.dense:
        yield " " * INDENT + private
    yield from _ROOMS.get(question.type, _lines)(question, layout)


def _lines(question: Question, layout: Layout) -> Iterator[str]:
    """Empty rows to write on, one of them for a line."""
    for _row in range(layout.rows.get(question.type, 1)):
        yield ""
        yield _blank(COLUMNS - INDENT)


def _boxes(question: Question, layout: Layout) -> Iterator[str]:
    """What can be ticked: a round for one, a square for several."""
    box = "[ ]" if question.type is QuestionType.CHOICES else "( )"
    ticked = [
        (f"{box} {position}  " if question.type is QuestionType.SCALE else f"{box} ", option)
        for position, option in enumerate(question.options, 1)
    ]
    row = "   ".join(sign + option for sign, option in ticked)
    if layout.packed and INDENT + len(row) <= COLUMNS:
        yield " " * INDENT + row
        return
    for sign, option in ticked:
        yield from _filled(" " * INDENT + sign + option, later=" " * (INDENT + len(sign)))


def _day(_question: Question, _layout: Layout) -> Iterator[str]:
    yield ""
    yield " " * INDENT + "____ . ____ . ________"


def _number(_question: Question, _layout: Layout) -> Iterator[str]:
    yield ""
    yield _blank(10)


def _people(question: Question, layout: Layout) -> Iterator[str]:
    yield " " * INDENT + _("Keine Namen: ein Deckname und eine Rolle für jede Person.")
    for _row in range(layout.rows[question.type]):
        yield ""
        yield _blank(20) + "  " + BLANK * (COLUMNS - INDENT - 22)


def _signatures(question: Question, _layout: Layout) -> Iterator[str]:
    """For each step two initials and a day."""
    for option in question.options:
        yield f"{' ' * INDENT}( ) {option:<24}  ______  ______   ____ . ____ . ________"


def _grid(question: Question, _layout: Layout) -> Iterator[str]:
    """Column by column, each row with room to write, so that long names of rows fit."""
    for column in question.columns:
        yield ""
        yield from _filled(column.text, first=" " * INDENT)
        for row in question.rows:
            label = " " * INDENT + f"{row.text}: "
            if len(label) <= COLUMNS // 2:
                yield label + BLANK * (COLUMNS - len(label))
            else:
                yield from _filled(label.rstrip())
            yield _blank(COLUMNS - INDENT)


_ROOMS: dict[QuestionType, Callable[[Question, Layout], Iterable[str]]] = {
    QuestionType.SCALE: _boxes,
    QuestionType.CHOICE: _boxes,
    QuestionType.CHOICES: _boxes,
    QuestionType.DATE: _day,
    QuestionType.NUMBER: _number,
    QuestionType.PEOPLE: _people,
    QuestionType.GRID: _grid,
    QuestionType.SIGNED: _signatures,
}


def _blank(width: int) -> str:
    return " " * INDENT + BLANK * width


def _filled(text: str, *, first: str = "", later: str = "") -> list[str]:
    """A paragraph in lines of at most 80 columns."""
    return wrap(text, COLUMNS, initial_indent=first, subsequent_indent=later or first) or [""]
