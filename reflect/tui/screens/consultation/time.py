"""The time row: a pause, more time, leaving a phase out."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.consultation import event as ev
from reflect.domain.consultation.event import Event
from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet


class TimeSheet(LowSheet[Event]):
    """Hands back what is to happen with the time; F7 once more pauses."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="pause", key="p", text=N_("Pause"), action="pause", order=1),
        Command(id="pause-too", key="f7", text=N_("Pause"), action="pause", in_row=False, order=2, priority=True),
        Command(id="one", key="1", text="+1", action="one", tooltip=N_("eine Minute mehr"), order=3),
        Command(id="two", key="2", text="+2", action="two", tooltip=N_("zwei Minuten mehr"), order=4),
        Command(id="five", key="5", text="+5", action="five", tooltip=N_("fünf Minuten mehr"), order=5),
        Command(id="skip", key="s", text=N_("auslassen"), action="skip", tooltip=N_("diese Phase auslassen"), order=6),
        CLOSE,
    )

    def compose_body(self) -> Iterable[Widget]:
        """What it is about."""
        yield Static(Content.styled(_("Mehr Zeit kommt aus späteren Phasen. Der Schluss gibt nichts ab."), "$quiet"))

    def action_pause(self) -> None:
        """Let the clock stand."""
        self.dismiss(ev.Pause())

    def action_one(self) -> None:
        """One minute."""
        self.dismiss(ev.More(1))

    def action_two(self) -> None:
        """Two minutes."""
        self.dismiss(ev.More(2))

    def action_five(self) -> None:
        """Five minutes."""
        self.dismiss(ev.More(5))

    def action_skip(self) -> None:
        """Leave the phase out."""
        self.dismiss(ev.Skip())
