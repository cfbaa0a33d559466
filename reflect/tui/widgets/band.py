"""The band: the one filled area of a screen, the thing to do."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Blur, Click, Focus
from textual.message import Message
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from reflect.tui.widgets.line import justified

MARGIN = 3
PADDING = 3
ROWS = 4


class Band(Widget, can_focus=True):
    """Filled, with `►` in the margin while it has the focus; stands at the page's very edge and brings the margin.

    Args:
        title: What to do, bold.
        hint: One line below.
        key: The key's name, at the right.
        id: For queries and styles.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """The band was chosen.

        Attributes:
            band: Which.
        """

        band: "Band"

    def __init__(self, title: str, hint: str, *, key: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.title = title
        self.hint = hint
        self.key = key

    def action_choose(self) -> None:
        """Do it."""
        self.post_message(self.Chosen(self))

    def on_click(self, event: Click) -> None:
        """Do it."""
        event.stop()
        self.action_choose()

    def on_focus(self, _event: Focus) -> None:
        """Show the mark in the margin."""
        self.refresh()

    def on_blur(self, _event: Blur) -> None:
        """Hide it."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One of the four rows: the margin, then the fill."""
        width = max(0, self.size.width - MARGIN)
        inner = max(0, width - 2 * PADDING)
        words = [
            Content(""),
            self._first(inner),
            Content(self._hint(inner)).truncate(inner, ellipsis=True),
            Content(""),
        ][y]
        filled = Content.assemble(" " * PADDING, words).truncate(width, pad=True).stylize_before("$on-band on $band")
        sign = "►" if y == 1 and self.has_focus else " "
        row = Content.assemble((f" {sign} ", "$accent"), filled)
        strips = Visual.to_strips(self, row, self.size.width, 1, self.visual_style)
        return strips[0] if strips else Strip.blank(self.size.width)

    def _hint(self, width: int) -> str:
        """As many whole sentences as fit, at least one."""
        said, *others = self.hint.split(". ")
        for sentence in others:
            if cell_len(f"{said}. {sentence}") > width:
                return f"{said}."
            said = f"{said}. {sentence}"
        return said

    def _first(self, width: int) -> Content:
        return justified(Content.styled(self.title, "bold"), Content.styled(self.key, "bold"), width)
