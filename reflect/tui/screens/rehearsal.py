"""A protocol tried out: it runs as it would, nothing is kept, and saving its file shows it anew."""

from collections.abc import Callable
from typing import ClassVar

from reflect.domain.fault import Fault
from reflect.language import _, library
from reflect.language.faults import sentence
from reflect.tui.screens.writing import WritingScreen
from reflect.tui.widgets.state_line import StateLine
from reflect.workflows.protocols import Unreadable
from reflect.workflows.writing import Writing


class Rehearsal(WritingScreen):
    """Writing with a protocol in a vault that is gone afterwards.

    Args:
        writing: Begun in memory.
    """

    LOOK_SECONDS: ClassVar[float] = 1.0
    """How often the file is looked at."""

    def __init__(self, writing: Writing) -> None:
        super().__init__(writing)
        self._told = ""

    async def on_mount(self) -> None:
        """Show the page, and watch the file."""
        await super().on_mount()
        self.set_interval(self.LOOK_SECONDS, self.look)

    async def show_place(self) -> None:
        """As usual; the head says that it is a trial."""
        await super().show_place()
        self.about = _("Probe, nichts wird aufgehoben")

    def tell_state(self) -> None:
        """Nothing is saved here."""
        super().tell_state()
        for line in self.query(StateLine):
            line.saved = None

    async def look(self) -> None:
        """Take the file as it is now; one with flaws is named, and the page stays as it was."""
        entry, sitting = self.writing.entry, self.writing.sitting
        try:
            protocol = sitting.catalogue.load(entry.protocol.id, sitting.config.language)
        except Unreadable as fault:
            self._complain(_flaw_words(fault))
            return
        except Fault as fault:
            self._complain(sentence(fault))
            return
        repaired, self._told = bool(self._told), ""
        if protocol == entry.protocol:
            if repaired:
                self.say(_("Die Datei ist wieder in Ordnung."))
            return
        self.settle_fields()
        entry.protocol = protocol
        known = {question.id for question in protocol.questions()}
        entry.answers = {key: value for key, value in entry.answers.items() if key in known}
        await self.show_place()
        self.say(_("Die Datei wurde neu gelesen."))

    def _complain(self, words: str) -> None:
        """Say what is wrong, once; the file is looked at every second."""
        if self._told != words:
            self._told = words
            self.say(words, attention=True)

    def laid_aside(self) -> Callable[[], bytes | None] | None:
        """Nothing of it outlives a lock."""
        return None


def _flaw_words(fault: Unreadable) -> str:
    """The first flaw of the file, so that nobody has to leave the trial to learn what it is."""
    flaw = fault.flaws[0]
    where = _("{file}, Zeile {line}: ").format(file=flaw.file.name, line=flaw.line)
    return where + library.sentence(flaw)
