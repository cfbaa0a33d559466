"""One row with words at both edges; those at the right can be clicked and carry a command out."""

from typing import TYPE_CHECKING, Any, cast

from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from reflect.tui.widgets.line import justified

if TYPE_CHECKING:
    from reflect.tui.commands.commanding import Commanding


class SidedLine(Widget):
    """A label, and at the right edge what can be done about it.

    Args:
        left: Quiet; is cut first.
        right: As it shall look.
        command: Id of the command a click carries out.
        id: For queries and styles.
    """

    def __init__(self, left: str, right: Content, command: str, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.left = left
        self.right = right
        self.command = command

    def show(self, left: str, right: Content) -> None:
        """Show something else."""
        self.left, self.right = left, right
        self.refresh()

    def render(self) -> Content:
        """The row."""
        return justified(Content.styled(self.left, "$quiet"), self.right, self.size.width)

    async def on_click(self, event: Click) -> None:
        """A click on the right part carries its command out."""
        if event.x >= self.size.width - self.right.cell_length:
            event.stop()
            await cast("Commanding[Any]", self.screen).action_command(self.command)
