"""A sheet lies on the page: from the right edge, or small and from the bottom; one at a time, Esc closes it."""

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.events import Click
from textual.screen import ModalScreen
from textual.widget import Widget

from reflect.language import N_
from reflect.tui.commands.command import Command
from reflect.tui.commands.commanding import Commanding
from reflect.tui.widgets.keyrow import KeyRow
from reflect.tui.widgets.message import MessageLine

Result = TypeVar("Result")

CLOSE = Command(
    id="close", key="escape", text=N_("zurück"), action="close", tooltip=N_("Blatt schließen"), order=80, priority=True
)


class Sheet(Commanding[Result], ModalScreen[Result], Generic[Result]):
    """44 cells from the right edge over the full height; `compose_body` fills it, the page behind stays as it is.

    Attributes:
        danger: The bar speaks of danger.
        scrolls: The arrow keys scroll it, since nothing on it takes the focus.
    """

    commands: ClassVar[tuple[Command, ...]] = (CLOSE,)
    danger: ClassVar[bool] = False
    scrolls: ClassVar[bool] = False

    def compose(self) -> ComposeResult:
        """The bar, and what the sheet says."""
        with VerticalScroll(id="sheet", classes="danger" if self.danger else "", can_focus=self.scrolls):
            yield from self.compose_body()

    def compose_body(self) -> Iterable[Widget]:
        """What stands on the sheet."""
        return ()

    def action_close(self) -> None:
        """Close it and change nothing."""
        self.dismiss(None)

    def on_click(self, event: Click) -> None:
        """A click beside the sheet closes it."""
        under, _region = self.get_widget_at(*event.screen_offset)
        if under is self:
            self.action_close()


class LowSheet(Sheet[Result], Generic[Result]):
    """Grows from the bottom over the full width and brings its own key row."""

    def compose(self) -> ComposeResult:
        """The bar, what the sheet says, and what can be done about it."""
        with Vertical(id="low", classes="danger" if self.danger else ""):
            with Vertical(id="low-body"):
                yield from self.compose_body()
            yield MessageLine()
            yield KeyRow()

    def say(self, text: str, *, attention: bool = False) -> None:
        """Show a sentence above the sheet's keys."""
        self.query_one(MessageLine).say(text, attention=attention)

    def hush(self) -> None:
        """Take the sentence away."""
        self.query_one(MessageLine).hush()
