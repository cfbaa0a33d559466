"""Closing an entry line by line: what is still open, which statements it touches, and one next step with a day."""

from datetime import timedelta
from functools import partial

from reflect.cli.linear.asking import Asking
from reflect.cli.linear.talk import Talk, Turn
from reflect.domain.fault import NotFound
from reflect.domain.leitbild import order
from reflect.domain.trial import planned
from reflect.language import gettext as _
from reflect.language.dates import long_day
from reflect.language.days import read_day
from reflect.workflows.writing import Writing

ALL = "?"
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
        for statement_id in order(self.writing.entry.protocol.principles):
            self.talk.tell(f"  {statement_id}  {leitbild.statement(statement_id).short}")
        marked = self.writing.entry.principles
        if marked:
            self.talk.tell(_("Bisher: {numbers}").format(numbers=" ".join(order(marked))))
        while True:
            line = self.talk.ask(_("Nummern, mit Leerzeichen; ? zeigt alle; Eingabe für keine: "))
            if line.turn is not None or not line.text.strip():
                return not line.ended
            if line.text.strip() == ALL:
                for statement in leitbild.statements():
                    self.talk.tell(f"  {statement.id}  {statement.text}")
            elif self._marked(line.text.replace(",", " ").split()):
                return True

    def _marked(self, numbers: list[str]) -> bool:
        leitbild = self.writing.sitting.leitbild
        for number in numbers:
            try:
                leitbild.statement(number)
            except NotFound:
                self.talk.tell(_("Diese Nummer gibt es nicht: {number}").format(number=number))
                return False
        for number in numbers:
            if number not in self.writing.entry.principles:
                self.writing.touch(number)
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
