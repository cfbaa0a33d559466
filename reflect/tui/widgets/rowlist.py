"""A list of rows: sign, kind, title, date; one row each, one of them under the mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Blur, Click, Focus, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from reflect.tui.widgets.line import justified


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        key: What the list hands back.
        title: What it is called.
        sign: One cell; empty leaves the cell blank.
        kind: Quiet word before the title, in a column.
        date: Quiet, at the right edge.
        note: Quiet, after the title.
        note_key: Bold, after the note.
        quiet: The title is quiet too: it cannot be chosen now, and says why.
        chosen: Bold, as a chosen choice is.
    """

    key: str
    title: str
    sign: str = ""
    kind: str = ""
    date: str = ""
    note: str = ""
    note_key: str = ""
    quiet: bool = False
    chosen: bool = False


class RowList(ScrollView, can_focus=True):
    """Draws only the rows that can be seen; ↑ and ↓ at its ends go to the neighbours on the page.

    Args:
        rows: What it shows.
        kind_width: Width of the column of kinds; 0 without kinds.
        takes_focus: Whether Tab stops here; the palette steers its list from outside.
        id: For queries and styles.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "up", show=False),
        Binding("down", "down", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """A row was chosen.

        Attributes:
            list: Where.
            row: Which.
        """

        list: "RowList"
        row: Row

    @dataclass
    class Moved(Message):
        """Another row came under the mark.

        Attributes:
            list: Where.
            row: Which.
        """

        list: "RowList"
        row: Row

    def __init__(
        self,
        rows: Sequence[Row],
        *,
        kind_width: int = 0,
        takes_focus: bool = True,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self.can_focus = takes_focus
        self.kind_width = kind_width
        self.steered = not takes_focus
        self.index = 0
        self.rows: list[Row] = list(rows)

    def on_mount(self) -> None:
        """Take the size of the rows."""
        self._measure()

    def on_resize(self, _event: Resize) -> None:
        """Keep the mark in sight."""
        self._measure()
        self._keep_in_sight()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As high as its rows."""
        return len(self.rows)

    @property
    def here(self) -> Row | None:
        """The row under the mark."""
        return self.rows[self.index] if self.rows else None

    def show(self, rows: Sequence[Row], *, keep: str = "") -> None:
        """Show other rows.

        Args:
            rows: The new ones.
            keep: Key of the row that gets the mark when it is among them.
        """
        self.rows = list(rows)
        keys = [row.key for row in self.rows]
        self.index = keys.index(keep) if keep in keys else 0
        self._measure()
        self.refresh(layout=True)

    def move(self, by: int) -> bool:
        """Move the mark; False at the end of the list."""
        target = self.index + by
        if not 0 <= target < len(self.rows):
            return False
        self._go(target)
        return True

    def action_up(self) -> None:
        """One row up, or to what stands above."""
        if not self.move(-1):
            self.screen.focus_previous()

    def action_down(self) -> None:
        """One row down, or to what stands below."""
        if not self.move(1):
            self.screen.focus_next()

    def action_first(self) -> None:
        """The first row."""
        self._go(0)

    def action_last(self) -> None:
        """The last row."""
        self._go(len(self.rows) - 1)

    def action_page(self, direction: int) -> None:
        """A screenful up or down."""
        self._go(max(0, min(len(self.rows) - 1, self.index + direction * max(1, self.size.height))))

    def action_choose(self) -> None:
        """Choose the row under the mark."""
        if self.here is not None:
            self.post_message(self.Chosen(self, self.here))

    def on_click(self, event: Click) -> None:
        """Choose the clicked row."""
        line = event.y + self.scroll_offset.y
        if 0 <= line < len(self.rows):
            self._go(line)
            self.action_choose()

    def on_focus(self, _event: Focus) -> None:
        """Show the mark."""
        self.refresh()

    def on_blur(self, _event: Blur) -> None:
        """Hide the mark."""
        self.refresh()

    def _go(self, index: int) -> None:
        if not self.rows:
            return
        before, self.index = self.index, max(0, index)
        self.refresh_line(before - self.scroll_offset.y)
        self.refresh_line(self.index - self.scroll_offset.y)
        self._keep_in_sight()
        if before != self.index:
            self.post_message(self.Moved(self, self.rows[self.index]))

    def _measure(self) -> None:
        self.virtual_size = Size(self._room, len(self.rows))

    @property
    def _room(self) -> int:
        """Cells beside the scrollbar, which is only there when it is needed."""
        return max(1, self.scrollable_content_region.width)

    def _keep_in_sight(self) -> None:
        self.scroll_to_region(Region(0, self.index, 1, 1), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        line = y + self.scroll_offset.y
        width = self._room
        if not 0 <= line < len(self.rows):
            return Strip.blank(width, self.rich_style)
        marked = line == self.index and (self.has_focus or self.steered)
        content = self._drawn(self.rows[line], width, marked=marked)
        strips = Visual.to_strips(self, content, width, 1, self.visual_style)
        return strips[0] if strips else Strip.blank(width, self.rich_style)

    def _drawn(self, row: Row, width: int, *, marked: bool) -> Content:
        ink = "bold $on-select on $select" if marked else "bold $ink" if row.chosen else "$ink"
        quiet = "$on-select on $select" if marked else "$quiet"
        sign = "►" if marked else row.sign or " "
        sign_style = "bold $danger" if sign == "!" else ink
        kind = Content(row.kind).truncate(self.kind_width, ellipsis=True, pad=True) if self.kind_width else Content("")
        title = (row.title, quiet if row.quiet and not marked else ink)
        note = Content.styled(f"  {row.note}" if row.note else "", quiet)
        key = Content.styled(f" {row.note_key}" if row.note_key else "", ink if marked else "bold $ink")
        left = Content.assemble((f"{sign} ", sign_style), kind.stylize(quiet), title)
        # The note goes before anything else is cut, its key stays.
        if left.cell_length + note.cell_length + key.cell_length + len(row.date) <= width:
            left = Content.assemble(left, note)
        left = Content.assemble(left, key)
        drawn = justified(left, Content.styled(row.date, quiet), width)
        return drawn.stylize_before("on $select") if marked else drawn
