"""A protocol on paper: readable plain text in 80 columns, with room to write by hand."""

from collections.abc import Callable, Iterable, Iterator
from textwrap import wrap

from reflect.domain import contact
from reflect.domain.contact import Contact
from reflect.domain.protocol import Protocol, Question, QuestionType, Share, Step, StopKind
from reflect.language import gettext as _
from reflect.language import ngettext
from reflect.language.contacts import contact_line, stop_sentence

COLUMNS = 80
INDENT = 4
BLANK = "_"
ROWS = {QuestionType.TEXT: 4, QuestionType.LIST: 3, QuestionType.PEOPLE: 3}
"""Empty rows to write on."""


def printout(protocol: Protocol, contacts: tuple[Contact, ...] = ()) -> list[str]:
    """The lines of the sheet.

    Args:
        protocol: In the language it shall be printed in.
        contacts: The organisation's own, for steps that begin with the numbers that help.

    Returns:
        Lines of at most 80 columns.
    """
    lines = [protocol.title, "=" * min(COLUMNS, len(protocol.title)), *_filled(protocol.summary)]
    lines += [_facts(protocol), "", _("Datum: {blank}").format(blank=BLANK * 14)]
    for paragraph in protocol.intro:
        lines += ["", *_filled(paragraph)]
    number = 0
    for step in protocol.steps:
        lines += ["", "", *_step(step, contacts)]
        for question in step.questions:
            number += 1
            lines += ["", *_stop(question.stop, contacts), *_question(number, question)]
    return lines


def _facts(protocol: Protocol) -> str:
    minutes = ngettext("{count} Minute", "{count} Minuten", protocol.minutes).format(count=protocol.minutes)
    if protocol.people is None:
        return _("{minutes}, für eine Person").format(minutes=minutes)
    least, most = protocol.people
    return _("{minutes}, für {least} bis {most} Personen").format(minutes=minutes, least=least, most=most)


def _step(step: Step, contacts: tuple[Contact, ...]) -> list[str]:
    """Heading and explanation, the numbers that help first."""
    title = step.title
    if step.minutes:
        minutes = ngettext("{count} Minute", "{count} Minuten", step.minutes).format(count=step.minutes)
        title = f"{title} ({minutes})"
    lines = [title, "-" * min(COLUMNS, len(title)), *_stop(step.stop, contacts)]
    for paragraph in step.guidance:
        lines += _filled(paragraph)
    for sentence in step.read_aloud:
        lines += ["", *_filled(_("Vorlesen: „{sentence}“").format(sentence=sentence))]
    return lines


def _stop(kind: StopKind | None, contacts: tuple[Contact, ...]) -> list[str]:
    if kind is None:
        return []
    numbers = [" " * INDENT + contact_line(one) for one in contact.for_stop(contacts, kind)]
    return [*_filled(f"! {stop_sentence(kind)}", later="  "), *numbers, ""]


def _question(number: int, question: Question) -> Iterator[str]:
    yield from _filled(f"{number}. ".ljust(INDENT) + question.text, later=" " * INDENT)
    if question.help:
        yield from _filled(question.help, first=" " * INDENT)
    if question.share is Share.NEVER:
        yield " " * INDENT + _("(bleibt bei dir)")
    yield from _ROOMS.get(question.type, _lines)(question)


def _lines(question: Question) -> Iterator[str]:
    """Empty rows to write on, one of them for a line."""
    for _row in range(ROWS.get(question.type, 1)):
        yield ""
        yield _blank(COLUMNS - INDENT)


def _boxes(question: Question) -> Iterator[str]:
    """What can be ticked: a round for one, a square for several."""
    box = "[ ]" if question.type is QuestionType.CHOICES else "( )"
    for position, option in enumerate(question.options, 1):
        sign = f"{box} {position}  " if question.type is QuestionType.SCALE else f"{box} "
        yield from _filled(" " * INDENT + sign + option, later=" " * (INDENT + len(sign)))


def _day(_question: Question) -> Iterator[str]:
    yield ""
    yield " " * INDENT + "____ . ____ . ________"


def _number(_question: Question) -> Iterator[str]:
    yield ""
    yield _blank(10)


def _people(question: Question) -> Iterator[str]:
    yield " " * INDENT + _("Keine Namen: ein Deckname und eine Rolle für jede Person.")
    for _row in range(ROWS[question.type]):
        yield ""
        yield _blank(20) + "  " + BLANK * (COLUMNS - INDENT - 22)


def _signatures(question: Question) -> Iterator[str]:
    """For each step two initials and a day."""
    for option in question.options:
        yield f"{' ' * INDENT}( ) {option:<24}  ______  ______   ____ . ____ . ________"


def _grid(question: Question) -> Iterator[str]:
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


_ROOMS: dict[QuestionType, Callable[[Question], Iterable[str]]] = {
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
