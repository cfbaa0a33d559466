"""The first step gets a day: without one it is a wish, and nobody can ask what became of it."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.language import N_, _, days
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.tui.widgets.typedline import TypedLine


class FirstStepSheet(LowSheet[str]):
    """Hands back the day in ISO form, empty for none.

    Args:
        step: What is to be done.
        today: The day of the consultation.
        until: What was said before; None for nothing.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="on", key="f6", text=N_("weiter"), action="on", order=1, priority=True),
        CLOSE,
    )

    def __init__(self, step: str, today: date, until: date | None = None) -> None:
        super().__init__()
        self.until = until
        self.step = step
        self.today = today

    def compose_body(self) -> Iterable[Widget]:
        """The step, and one line."""
        yield Static(Content.styled(_("Bis wann machst du den ersten Schritt?"), "bold $ink"))
        yield Static(self.step, classes="ink", markup=False)
        yield TypedLine(f"{self.until.day}.{self.until.month}." if self.until else "", limit=40, id="day")
        yield Static(Content.styled(_("Zum Beispiel: Freitag, 7.12. Leer geht auch."), "$quiet"))

    def on_mount(self) -> None:
        """The day."""
        self.query_one(TypedLine).focus()

    def on_typed_line_entered(self) -> None:
        """On."""
        self.action_on()

    def action_on(self) -> None:
        """Take the day, if it is one."""
        line = self.query_one(TypedLine)
        day = days.read_day(line.text, self.today) if line.text.strip() else None
        if line.text.strip() and day is None:
            line.wrong()
            self.say(_("Diesen Tag gibt es nicht."), attention=True)
            return
        self.dismiss(day.isoformat() if day else "")
