"""A guest: a consultation without a vault; nothing is written outside the memory file system."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.reader import ROOM
from reflect.tui.screens.consultation.way import enter
from reflect.tui.screens.page import Page


class Guest(Page[None]):
    """The page behind a guest's consultation."""

    CSS_PATH = "../../styles/preparing.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="begin", key="enter", text=N_("beginnen"), action="begin", order=1),
        Command(id="leave", key="escape", text=N_("gehen"), action="leave_program", order=2),
    )

    def __init__(self) -> None:
        super().__init__()
        self.room = _("Kollegiale Beratung")
        self.about = _("als Gast")
        self.reader = ROOM

    def compose_body(self) -> ComposeResult:
        """What a guest should know."""
        yield Static(_("Hier wird nichts aufgehoben."), classes="heading", markup=False)
        yield Static(
            _("Was ihr schreibt, bleibt im Arbeitsspeicher, bis jemand es mitnimmt oder ihr geht."),
            classes="ink",
            markup=False,
        )

    def on_mount(self) -> None:
        """Begin at once."""
        self.call_after_refresh(self.action_begin)

    def action_begin(self) -> None:
        """Prepare a consultation, or go on with the one that was interrupted."""
        enter(self.app, self._over)

    def _over(self, words: str) -> None:
        if words:
            self.say(words)
