"""A self-assessment line by line, for screen readers and braille displays."""

from reflect.cli.console import Console
from reflect.cli.linear.talk import Line, Talk, Turn
from reflect.domain.assessment.instrument import Item
from reflect.domain.assessment.mark import Hindrance
from reflect.domain.fault import WrongUsage
from reflect.language import dates
from reflect.language import gettext as _
from reflect.language.assessment import anchors, hard, hindrances
from reflect.language.usage import usage_sentence
from reflect.workflows.assessing import Assessing
from reflect.workflows.assessing_answers import mark_of
from reflect.workflows.talking import caption

ENTRIES = 3


class LinearAssessment:
    """Asks the statements of this month, one after the other; everything said is kept at once.

    Args:
        console: Where the conversation takes place.
        assessing: This month.
    """

    def __init__(self, console: Console, assessing: Assessing) -> None:
        self.talk = Talk(console)
        self.assessing = assessing

    def run(self) -> None:
        """From where it was left to the end."""
        self.talk.tell(_("Leitbild: {count} Aussagen, zwölf Minuten.").format(count=len(self.assessing.items)))
        self.talk.tell(_("Jede darf offen bleiben. Befehle: /zurück, /auslassen, /aufhören, /hilfe."))
        while (turn := self._one()) is not Turn.LEAVE:
            if not self.assessing.go(-1 if turn is Turn.BACK else 1):
                if turn is not Turn.BACK:
                    break
                self.talk.tell(_("Das ist die erste Aussage."))

    def _one(self) -> Turn | None:
        item = self.assessing.item
        if item is not None:
            return self._rate(item)
        told = self.assessing.observed
        return self._observe(told) if told is not None else None

    def _heading(self, item: Item) -> str:
        number = caption(self.assessing.sitting, item.statement).number
        return _("Leitbild {number}").format(number=number) + f"   {item.title}"

    def _rate(self, item: Item) -> Turn | None:
        """A level or an exit; only a level is asked about further."""
        number, count = self.assessing.index + 1, len(self.assessing.items)
        place = _("{number} von {count}").format(number=number, count=count)
        self.talk.tell("", f"{place}, {self._heading(item)}")
        self.talk.tell(self.assessing.wording(item.statement).text, *item.indicators)
        for one in self.assessing.touching(item.statement)[:ENTRIES]:
            self.talk.tell(f"  {dates.short_day(one.day)}  {one.title}")
        self.talk.tell(_("In den letzten vier Wochen:"))
        self.talk.tell(*(f"  {mark.value}  {words}" for mark, words in anchors().items()))
        turn = self._mark(item.statement)
        mark = self.assessing.rating(item.statement).mark
        if turn is not None or mark is None or mark.level is None:
            return turn
        for ask in (self._example, self._hindrances, self._frame):
            line = ask(item.statement)
            if line.turn in {Turn.LEAVE, Turn.BACK}:
                return line.turn
        return None

    def _mark(self, statement: str) -> Turn | None:
        before = self.assessing.rating(statement).mark
        asked = _("Stufe (jetzt {mark}): ").format(mark=before.value) if before is not None else _("Stufe: ")
        while True:
            line = self.talk.ask(asked)
            if line.turn is not None:
                return line.turn
            if not line.text.strip():
                return None if before is not None else Turn.SKIP
            try:
                self.assessing.mark(statement, mark_of(line.text))
            except WrongUsage as fault:
                self.talk.tell(usage_sentence(fault.what, fault.facts))
            else:
                return None

    def _example(self, statement: str) -> Line:
        line = self.talk.ask(_("Ein Beispiel, eine Zeile, darf leer bleiben: "))
        if line.text.strip():
            self.assessing.tell(statement, line.text)
        return line

    def _hindrances(self, statement: str) -> Line:
        every = list(hindrances().items())
        said = hard(self.assessing.rating(statement).hindrances)
        offered = ", ".join(f"{place} {words}" for place, (_one, words) in enumerate(every, 1))
        while True:
            self.talk.tell(_("Was hat es erschwert?") + (f" ({said})" if said else ""), offered)
            line = self.talk.ask(_("Zahlen, darf leer bleiben: "))
            numbers = line.text.replace(",", " ").split()
            if line.turn is not None or not numbers:
                return line
            if all(one.isdecimal() and 1 <= int(one) <= len(every) for one in numbers):
                chosen: list[Hindrance] = [every[int(one) - 1][0] for one in numbers]
                self.assessing.blame(statement, chosen)
                return line
            self.talk.tell(_("Nimm Zahlen von 1 bis {limit}.").format(limit=len(every)))

    def _frame(self, statement: str) -> Line:
        """Asked only where this level lies two from the one before."""
        if self.assessing.jump(statement) is None:
            return Line()
        line = self.talk.ask(_("Was hat sich im Rahmen geändert? Darf leer bleiben: "))
        if line.text.strip():
            self.assessing.frame(statement, line.text)
        return line

    def _observe(self, item: Item) -> Turn | None:
        self.talk.tell("", self._heading(item))
        self.talk.tell(self.assessing.wording(item.statement).text, *item.indicators)
        line = self.talk.ask(_("Das verantwortet das Haus. So erlebe ich es, darf leer bleiben: "))
        if line.text.strip():
            self.assessing.observe(line.text)
        return line.turn
