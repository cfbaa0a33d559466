"""Asking: one question of each type, line by line, until it has an answer or is passed over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from reflect.cli.linear.talk import Talk, Turn
from reflect.domain.answer import Answer, WrongAnswer, as_text, checked, is_empty
from reflect.domain.codename import named
from reflect.domain.protocol import Question, QuestionType
from reflect.language import gettext as _
from reflect.language.dates import long_day
from reflect.language.days import read_day
from reflect.language.faults import sentence
from reflect.language.proposing import as_proposed

END = "."


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of a question.

    Attributes:
        value: The answer in kept shape; None when nothing new was said.
        turn: What was asked for instead, or after it.
        ended: The input is over.
    """

    value: Answer = None
    turn: Turn | None = None
    ended: bool = False


class Asking:
    """Asks questions.

    Args:
        talk: The conversation.
        today: For days such as `morgen`.
    """

    def __init__(self, talk: Talk, today: date) -> None:
        self.talk = talk
        self.today = today
        self._ways: dict[QuestionType, Callable[[Question, Callable[[Answer], None]], Reply]] = {
            QuestionType.TEXT: self._text,
            QuestionType.LIST: self._list,
            QuestionType.PEOPLE: self._people,
            QuestionType.GRID: self._grid,
        }

    def ask(
        self, question: Question, before: Answer, keep: Callable[[Answer], None], *, proposal: int | None = None
    ) -> Reply:
        """Ask until there is an answer that fits, or none.

        Args:
            question: What is asked.
            before: The answer so far; Enter leaves it as it is.
            keep: Takes what is there so far, after each line, so that nothing typed is lost.
            proposal: The position that is proposed, if one is; only a typed digit chooses it.
        """
        talk = self.talk
        talk.tell("", question.text)
        if question.help:
            talk.tell(question.help)
        for number, option in enumerate(question.options, 1):
            talk.tell(f"  {number}  {as_proposed(option) if number == proposal else option}")
        if not is_empty(before):
            talk.tell(_("Bisher:"), *(f"  {line}" for line in as_text(question, before).splitlines()))
            talk.tell(_("Eingabe lässt es so. Was du jetzt tippst, tritt an seine Stelle."))
        return self._ways.get(question.type, self._one_line)(question, keep)

    def _text(self, _question: Question, keep: Callable[[Answer], None]) -> Reply:
        self.talk.tell(_("So viele Zeilen du willst. Eine leere Zeile oder ein einzelner Punkt beendet die Antwort."))
        return self._lines(keep, "\n".join)

    def _list(self, _question: Question, keep: Callable[[Answer], None]) -> Reply:
        self.talk.tell(_("Eines je Zeile. Eine leere Zeile beendet die Liste."))
        return self._lines(keep, list)

    def _people(self, _question: Question, keep: Callable[[Answer], None]) -> Reply:
        self.talk.tell(
            _("Eine Person je Zeile, nur ihre Rolle: den Decknamen gibt das Programm. Keine Namen."),
            _("Mit eigenem Decknamen: Deckname, Komma, Rolle. Eine leere Zeile beendet die Liste."),
        )
        return self._lines(keep, _as_people)

    def _lines(self, keep: Callable[[Answer], None], shape: Callable[[list[str]], Answer]) -> Reply:
        """Lines until an empty one, a dot, a command or the end of the input; each is kept at once."""
        lines: list[str] = []
        while True:
            line = self.talk.ask()
            if line.turn is not None or not line.text.strip() or line.text.strip() == END:
                return Reply(shape(lines) if lines else None, line.turn, line.ended)
            lines.append(line.text.rstrip())
            keep(shape(lines))

    def _grid(self, question: Question, keep: Callable[[Answer], None]) -> Reply:
        self.talk.tell(_("Ein Feld je Zeile. Eingabe lässt ein Feld leer."))
        cells = [["" for _column in question.columns] for _row in question.rows]
        for column, heading in enumerate(question.columns):
            for row, name in enumerate(question.rows):
                line = self.talk.ask(f"{heading.text}, {name.text}: ")
                if line.turn is not None:
                    return Reply(None if is_empty(_flat(cells)) else list(cells), line.turn, line.ended)
                cells[row][column] = line.text.strip()
                if line.text.strip():
                    keep(list(cells))
        return Reply(None if is_empty(_flat(cells)) else list(cells))

    def _one_line(self, question: Question, keep: Callable[[Answer], None]) -> Reply:
        while True:
            line = self.talk.ask(_prompt(question))
            typed = line.text.strip()
            if line.turn is not None or not typed:
                return Reply(None, line.turn, line.ended)
            try:
                value = checked(question, self._read(question, typed))
            except WrongAnswer as fault:
                self.talk.tell(self._wrong(question, fault))
                continue
            if question.type is QuestionType.DATE:
                self.talk.tell(long_day(date.fromisoformat(str(value))))
            keep(value)
            return Reply(value)

    def _read(self, question: Question, typed: str) -> Any:
        match question.type:
            case QuestionType.SCALE | QuestionType.CHOICE:
                return _position(question, typed)
            case QuestionType.CHOICES:
                return [_position(question, part) for part in typed.replace(",", " ").split()]
            case QuestionType.NUMBER:
                return _number(typed)
            case QuestionType.DATE:
                day = read_day(typed, self.today)
                return day.isoformat() if day else typed
        return typed

    @staticmethod
    def _wrong(question: Question, fault: WrongAnswer) -> str:
        if question.type is QuestionType.DATE:
            return _("Diesen Tag gibt es nicht. Zum Beispiel: 24.11. oder morgen oder in einer Woche.")
        if question.options:
            return _("Nimm eine Zahl von 1 bis {limit}.").format(limit=len(question.options))
        return sentence(fault)


def _prompt(question: Question) -> str:
    match question.type:
        case QuestionType.DATE:
            return _("Tag: ")
        case QuestionType.SCALE | QuestionType.CHOICE | QuestionType.NUMBER:
            return _("Zahl: ")
        case QuestionType.CHOICES:
            return _("Zahlen, mit Leerzeichen: ")
    return _("Eine Zeile: ")


def _as_people(lines: list[str]) -> Answer:
    """A line with a comma or colon names code name and role; a line without gives the role alone."""
    people = []
    for line in lines:
        code, sign, role = line.partition("," if "," in line else ":")
        people.append({"code": code.strip(), "role": role.strip()} if sign else {"code": "", "role": line.strip()})
    return list(named(people))


def _flat(cells: list[list[str]]) -> list[str]:
    return [words for row in cells for words in row]


def _position(question: Question, typed: str) -> int | str:
    named = [number for number, option in enumerate(question.options, 1) if option.casefold() == typed.casefold()]
    return named[0] if named else int(typed) if typed.isdecimal() else typed


def _number(typed: str) -> int | float | str:
    try:
        number = float(typed.replace(",", "."))
    except ValueError:
        return typed
    return int(number) if number.is_integer() else number
