"""Interruptions: a pause, a stop, a picture that is off."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click, Key
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.consultation import event as ev
from reflect.domain.consultation.event import Event
from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet


class PauseSheet(LowSheet[bool]):
    """The clock stands until somebody goes on."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="on", key="f7", text=N_("weiter"), action="close", order=1, priority=True),
        CLOSE,
    )

    def compose_body(self) -> Iterable[Widget]:
        """One sentence."""
        yield Static(Content.styled(_("Pause. Die Zeit steht."), "bold $ink"))


class StopSheet(LowSheet[Event]):
    """Something is the matter; the group decides whether it goes on."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="on", key="w", text=N_("weitermachen"), action="on", order=1),
        Command(id="end", key="e", text=N_("hier beenden"), action="end", order=2),
    )

    def compose_body(self) -> Iterable[Widget]:
        """What to say, and where else help is."""
        yield Static(Content.styled(_("Wir unterbrechen hier. Was braucht ihr?"), "bold $ink"))
        yield Static(
            Content.styled(
                _("Ist jemand in Gefahr, gilt das Verfahren eures Hauses. Sind alle betroffen, hilft Supervision."),
                "$quiet",
            )
        )

    def action_on(self) -> None:
        """Go on."""
        self.dismiss(ev.Resume())

    def action_end(self) -> None:
        """End here; what was written waits for the presenter's choice."""
        self.dismiss(ev.End())


class Blank(ModalScreen[None]):
    """Nothing but three words, until the next key or click."""

    def compose(self) -> ComposeResult:
        """The words."""
        yield Static(_("Pause vom Bild"), markup=False)

    def on_key(self, event: Key) -> None:
        """Back to the room."""
        event.stop()
        self.dismiss(None)

    def on_click(self, event: Click) -> None:
        """Back to the room."""
        event.stop()
        self.dismiss(None)
