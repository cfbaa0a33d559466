"""How much effort something deserves, line by line: three numbers propose one protocol."""

from reflect.cli.console import Console
from reflect.cli.linear.talk import Talk, Turn
from reflect.domain.effort import Choice, Weighing
from reflect.language import effort as words
from reflect.language import gettext as _
from reflect.language import ngettext
from reflect.language.contacts import contact_line
from reflect.workflows import repertoire
from reflect.workflows.sitting import Sitting


class LinearEffort:
    """Asks the three questions and proposes a protocol.

    Args:
        console: Where the conversation takes place.
        sitting: The open vault.
        usual: Id of the protocol for whoever passes the questions over.
    """

    def __init__(self, console: Console, sitting: Sitting, usual: str) -> None:
        self.talk = Talk(console)
        self.sitting = sitting
        self.usual = usual

    def run(self) -> str:
        """The id of the protocol to begin with; empty when the person leaves."""
        self.talk.tell(_(words.TITLE), _("Drei Fragen, drei Zahlen. Eine leere Zeile überspringt sie."))
        weighing = repertoire.weighing(self.sitting)
        while (choice := weighing.choice) is not None:
            line = self._ask(choice)
            if line is None:
                return ""
            if line is Turn.BACK:
                weighing = weighing.back()
            elif not line or line is Turn.SKIP:
                return self.usual
            else:
                weighing = self._answered(weighing, line)
        return self._proposed(weighing)

    def _ask(self, choice: Choice) -> str | Turn | None:
        """What was typed, or the command; None to leave."""
        self.talk.tell("", words.question(choice.id))
        for number, answer in enumerate(choice.answers, 1):
            self.talk.tell(f"  {number}  {words.answer(answer)}")
        line = self.talk.ask(_("Zahl: "))
        if line.turn is Turn.LEAVE:
            return None
        return line.turn or line.text.strip()

    def _answered(self, weighing: Weighing, typed: str) -> Weighing:
        after = weighing.answered(int(typed)) if typed.isdecimal() else weighing
        if after == weighing and weighing.choice is not None:
            self.talk.tell(_("Nimm eine Zahl von 1 bis {limit}.").format(limit=len(weighing.choice.answers)))
        return after

    def _proposed(self, weighing: Weighing) -> str:
        """Say what is proposed, the numbers first where it is urgent; Enter takes it."""
        protocols = {row.id: row for row in repertoire.protocols(self.sitting)}
        found = protocols.get(weighing.proposal)
        if weighing.is_urgent:
            self.talk.tell("", _("Ist es dringend, ruf zuerst an."))
            self.talk.tell(*(f"  {contact_line(one)}" for one in self.sitting.contacts(None)))
        if found is not None:
            minutes = ngettext("{count} Minute", "{count} Minuten", found.minutes).format(count=found.minutes)
            self.talk.tell("", _("Vorschlag: {title}, {minutes}").format(title=found.title, minutes=minutes))
            self.talk.tell(found.summary)
        while True:
            line = self.talk.ask(_("Eingabe beginnt damit. Oder tippe eine andere Kennung; ? zeigt alle: "))
            typed = line.text.strip()
            if line.turn is not None:
                return ""
            if found is not None and not typed:
                return found.id
            if typed in protocols:
                return typed
            self.talk.tell(*(f"  {row.id:<32}{row.title}" for row in protocols.values()))
