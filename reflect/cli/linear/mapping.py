"""Mapping line by line: for each statement what it was before, and which shipped one it stands for."""

from collections.abc import Iterable

from reflect.cli.console import Console
from reflect.cli.linear.talk import Talk, Turn
from reflect.domain.fault import NotFound
from reflect.domain.leitbild import Leitbild, Statement
from reflect.language import gettext
from reflect.language import gettext as _
from reflect.language.leitbild import CHANGES, numbers, still_waiting, unchanged_words
from reflect.workflows.mapping import Mapping, Proposal

ALL, NONE = "?", "-"


class LinearMapping:
    """Goes through a version with a person; what was said is kept at once, so leaving loses nothing.

    Args:
        console: Where the conversation takes place.
        mapping: Of the version.
    """

    def __init__(self, console: Console, mapping: Mapping) -> None:
        self.talk = Talk(console)
        self.mapping = mapping

    def run(self, *, again: bool = False) -> None:
        """Ask about every statement that waits.

        Args:
            again: Ask about the settled ones, too.
        """
        unchanged = self.mapping.settle_unchanged()
        self.talk.tell(
            _("Fassung {version}").format(version=self.mapping.leitbild.version),
            *([unchanged_words(unchanged)] if unchanged else []),
            still_waiting(self.mapping.waiting),
            _("Eingabe nimmt den Vorschlag. /zurück und /aufhören gehen immer; Gesagtes bleibt."),
        )
        asked = [one.statement.id for one in self.mapping.proposals() if again or not one.settled]
        at = 0
        while 0 <= at < len(asked):
            turn = self._ask(next(one for one in self.mapping.proposals() if one.statement.id == asked[at]))
            if turn is Turn.LEAVE:
                break
            at = max(0, at - 1) if turn is Turn.BACK else at + 1
        self.talk.tell("", still_waiting(self.mapping.waiting))

    def _ask(self, proposal: Proposal) -> Turn | None:
        """Ask about one statement; the turn a person took instead of an answer."""
        statement = proposal.statement
        self.talk.tell("", f"{statement.label}  {statement.text}")
        continues: list[str] | Turn = []
        if self.mapping.before is not None:
            self._tell_before(proposal)
            question = _("Vorher: Eingabe stimmt, andere Nummern, - für neu, ? zeigt alle: ")
            continues = self._numbers(question, proposal.transition.before, self.mapping.before)
            if isinstance(continues, Turn):
                return continues
        self._tell_shipped(proposal)
        question = _("Mitgeliefert: Eingabe stimmt, andere Nummern, - für keine, ? zeigt alle: ")
        shipped = self._numbers(question, proposal.counterparts, self.mapping.shipped)
        if isinstance(shipped, Turn):
            return shipped
        self.mapping.settle(statement.id, continues, shipped)
        return None

    def _tell_before(self, proposal: Proposal) -> None:
        self.talk.tell("  " + gettext(CHANGES[proposal.transition.change]))
        self.talk.tell(*(f"  {one.label}  {one.text}" for one in proposal.transition.before))

    def _tell_shipped(self, proposal: Proposal) -> None:
        if not proposal.counterparts:
            self.talk.tell("  " + _("Keine mitgelieferte Aussage scheint zu passen."))
        for one in proposal.counterparts:
            self.talk.tell("  " + _("entspricht {number}  {words}").format(number=one.label, words=one.text))

    def _numbers(self, question: str, proposed: Iterable[Statement], text: Leitbild) -> list[str] | Turn:
        """The ids of the statements a person named, asked again until they exist."""
        while True:
            line = self.talk.ask("  " + question)
            typed = line.text.replace(",", " ").split()
            if line.turn is not None:
                return line.turn
            if not typed:
                return [one.id for one in proposed]
            if typed == [NONE]:
                return []
            if typed == [ALL]:
                self._tell_all(text)
                continue
            try:
                return list(dict.fromkeys(text.numbered(number).id for number in typed))
            except NotFound as missing:
                self.talk.tell(_("Diese Nummer gibt es nicht: {number}").format(number=missing.name))

    def _tell_all(self, text: Leitbild) -> None:
        for statement in text.statements():
            self.talk.tell(f"  {statement.label}  {statement.words}")
            for part in statement.parts:
                self.talk.tell(f"    {part.label}  {part.words}")


def map_page(mapping: Mapping) -> str:
    """The whole map of a version, one statement a paragraph, for reading and printing."""
    lines = [_("Fassung {version}").format(version=mapping.leitbild.version)]
    for proposal in mapping.proposals():
        statement, state = proposal.statement, "" if proposal.settled else _("   (Vorschlag)")
        lines += ["", f"{statement.label}  {statement.text}{state}"]
        if mapping.before is not None:
            before = numbers(proposal.transition.before) or "–"
            change = gettext(CHANGES[proposal.transition.change])
            lines.append(_("  vorher        {numbers}  {change}").format(numbers=before, change=change))
        lines.append(_("  mitgeliefert  {numbers}").format(numbers=numbers(proposal.counterparts) or "–"))
    return "\n".join(lines)
