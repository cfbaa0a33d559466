"""Closing an entry line by line: what is still open, which statements it touches, and one next step with a day."""

import re
from datetime import timedelta
from functools import partial

from reflect.cli.linear.asking import Asking
from reflect.cli.linear.talk import Talk, Turn
from reflect.domain.fault import NotFound
from reflect.domain.leitbild import Statement
from reflect.domain.trial import planned
from reflect.language import gettext as _
from reflect.language.dates import long_day
from reflect.language.days import read_day
from reflect.workflows.writing import Writing

ALL = "?"
_DOUBT = re.compile(r"([0-9]+\.[0-9]+[a-z]?)!\s*(\S.*)")
WEEK = timedelta(weeks=1)


class Closing:
    """The two questions after the last; both may stay empty.

    Args:
        talk: The conversation.
        asking: Knows the day.
        writing: The entry.
    """

    def __init__(self, talk: Talk, asking: Asking, writing: Writing) -> None:
        self.talk = talk
        self.asking = asking
        self.writing = writing

    def run(self) -> None:
        """Ask both, before them once more what is still open; the end of the input is an empty answer."""
        if self._still_open() and self._touched() and not planned(self.writing.entry):
            self._next_step()

    def _still_open(self) -> bool:
        """Ask once more for what the protocol asks for; whether the conversation goes on."""
        questions = self.writing.open_questions()
        if questions:
            self.talk.tell("", _("Das ist noch offen"), _("Du kannst es auch so lassen: Eingabe."))
        for question in questions:
            if question.least:
                self.talk.tell(_("mindestens {count}").format(count=question.least))
            before = self.writing.entry.answers.get(question.id)
            reply = self.asking.ask(question, before, partial(self.writing.answer, question.id))
            if reply.value is not None:
                self.writing.answer(question.id, reply.value)
            if reply.ended or reply.turn is Turn.LEAVE:
                return not reply.ended
        return True

    def _touched(self) -> bool:
        """Ask for statements until the numbers fit; whether the conversation goes on."""
        leitbild = self.writing.sitting.leitbild
        self.talk.tell("", _("Berührt das etwas aus dem Leitbild?"))
        for statement in self.writing.sitting.touched([*self.writing.entry.protocol.principles]):
            self.talk.tell(f"  {statement.label}  {statement.words}")
        if marked := self._marked():
            numbers = " ".join(statement.label for statement in marked)
            self.talk.tell(_("Bisher: {numbers}").format(numbers=numbers))
        self.talk.tell(_("Ist ein Satz zu prüfen, schreib die Nummer mit ! und warum, zum Beispiel: 4.3! passt nicht."))
        while True:
            line = self.talk.ask(_("Nummern, mit Leerzeichen; ? zeigt alle; Eingabe für keine: "))
            if line.turn is not None or not line.text.strip():
                return not line.ended
            if doubt := _DOUBT.fullmatch(line.text.strip()):
                self._doubt(doubt[1], doubt[2])
            elif line.text.strip() == ALL:
                for statement in leitbild.statements():
                    self.talk.tell(f"  {statement.label}  {statement.text}")
            elif self._mark(line.text.replace(",", " ").split()):
                return True

    def _marked(self) -> tuple[Statement, ...]:
        return self.writing.sitting.touched(self.writing.entry.principles)

    def _doubt(self, number: str, why: str) -> None:
        """Note that a statement should be looked at again."""
        try:
            statement = self.writing.sitting.leitbild.numbered(number)
        except NotFound:
            self.talk.tell(_("Diese Nummer gibt es nicht: {number}").format(number=number))
            return
        self.writing.doubt(statement.id, why)
        self.talk.tell(_("Vermerkt zum Prüfen: {number}").format(number=number))

    def _mark(self, numbers: list[str]) -> bool:
        """Mark what is not marked yet; nothing when one of the numbers does not exist."""
        text, meant = self.writing.sitting.leitbild, []
        for number in numbers:
            try:
                meant.append(text.numbered(number))
            except NotFound:
                self.talk.tell(_("Diese Nummer gibt es nicht: {number}").format(number=number))
                return False
        for statement in dict.fromkeys(meant):
            if statement not in self._marked():
                self.writing.touch(statement.id)
        return True

    def _next_step(self) -> None:
        line = self.talk.ask("\n" + _("Ein nächster Schritt? Eine Zeile, oder Eingabe für keinen: "))
        text = line.text.strip()
        if line.turn is not None or not text:
            return
        day = None
        while day is None:
            typed = self.talk.ask(
                _("Wann schaust du nach? Zum Beispiel 24.11. oder morgen; Eingabe für in einer Woche: ")
            )
            if typed.turn is not None or not typed.text.strip():
                day = self.asking.today + WEEK
            else:
                day = read_day(typed.text, self.asking.today)
            if day is None:
                self.talk.tell(_("Diesen Tag gibt es nicht. Zum Beispiel: 24.11. oder morgen oder in einer Woche."))
        self.talk.tell(long_day(day))
        self.writing.plan(text, day)
