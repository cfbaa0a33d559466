"""A protocol tried out: it runs as it would, nothing is kept, and saving its file shows it anew."""

from collections.abc import Callable
from typing import ClassVar

from reflect.domain.fault import Fault
from reflect.language import _
from reflect.tui.screens.writing import WritingScreen
from reflect.tui.widgets.state_line import StateLine
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
        except Fault as fault:
            if self._told != str(fault):
                self._told = str(fault)
                self.app.show_fault(fault)
            return
        self._told = ""
        if protocol == entry.protocol:
            return
        self.settle_fields()
        entry.protocol = protocol
        known = {question.id for question in protocol.questions()}
        entry.answers = {key: value for key, value in entry.answers.items() if key in known}
        await self.show_place()
        self.say(_("Die Datei wurde neu gelesen."))

    def laid_aside(self) -> Callable[[], bytes | None] | None:
        """Nothing of it outlives a lock."""
        return None
