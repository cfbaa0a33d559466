"""The page that leaves, exactly as the receiver reads it; each line can be taken out and brought back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from reflect.domain.outgoing import OutgoingLine

PADDING = 3
HERE, GONE = "►", "–"
STYLES = {"title": "bold $ink", "heading": "$quiet", "text": "$ink", "footer": "$quiet"}


@dataclass(frozen=True, slots=True)
class PageRow:
    """One row of the screen.

    Attributes:
        content: What stands there.
        line: Index of the line it belongs to; -1 for a blank row.
        first: Whether the line begins here; the signs stand beside its first row.
    """

    content: Content
    line: int = -1
    first: bool = False


class OutgoingPage(ScrollView, can_focus=True):
    """Field-coloured, with `►` and `–` in its margin; the mark goes from line to line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
        Binding("pageup", "move(-5)", show=False),
        Binding("pagedown", "move(5)", show=False),
        Binding("space", "choose", show=False),
    ]

    class Moved(Message):
        """Another line came under the mark."""

    class Picked(Message):
        """The line under the mark shall go, or come back."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.lines: tuple[OutgoingLine, ...] = ()
        self.here = 0
        self._rows: list[PageRow] = []

    def show(self, lines: Sequence[OutgoingLine]) -> None:
        """Show the page as things stand; the mark stays on its line."""
        self.lines = tuple(lines)
        if not self._can(self.here):
            self.here = next((number for number in range(len(self.lines)) if self._can(number)), -1)
        self._break()
        self.refresh(layout=True)

    @property
    def line(self) -> OutgoingLine | None:
        """The line under the mark."""
        return self.lines[self.here] if 0 <= self.here < len(self.lines) else None

    def _can(self, number: int) -> bool:
        return 0 <= number < len(self.lines) and self.lines[number].can_be_withdrawn

    def action_move(self, by: int) -> None:
        """Some lines up or down."""
        places = [number for number in range(len(self.lines)) if self._can(number)]
        if self.here in places:
            self._go(places[max(0, min(len(places) - 1, places.index(self.here) + by))])

    def action_end(self, direction: int) -> None:
        """To the first or the last line."""
        self.action_move(direction * len(self.lines))

    def action_choose(self) -> None:
        """Take the line out or bring it back."""
        if self.line is not None:
            self.post_message(self.Picked())

    def on_click(self, event: Click) -> None:
        """Mark the clicked line; a click on the marked one takes it out or brings it back."""
        at = event.y + self.scroll_offset.y
        number = self._rows[at].line if 0 <= at < len(self._rows) else -1
        if number == self.here:
            self.action_choose()
        elif self._can(number):
            self._go(number)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As high as its rows at this width."""
        return len(self._broken(width))

    def on_resize(self, _event: Resize) -> None:
        """Break the rows anew."""
        self._break()
        self._follow()

    def _go(self, number: int) -> None:
        self.here = number
        self._break()
        self._follow()
        self.refresh()
        self.post_message(self.Moved())

    def _follow(self) -> None:
        held = [number for number, row in enumerate(self._rows) if row.line == self.here]
        room = max(1, self.size.height)
        top = self.scroll_offset.y
        if held and not (top <= held[0] and held[-1] < top + room):
            self.scroll_to(y=max(0, min(held[0] - 2, len(self._rows) - room)), animate=False, force=True)

    def _break(self) -> None:
        width, height = self.outer_size
        self._rows = self._broken(width)
        if len(self._rows) > height:
            self._rows = self._broken(width - 1)
        self.virtual_size = Size(self.size.width, len(self._rows))

    def _broken(self, cells: int) -> list[PageRow]:
        """The rows at a width of the whole area."""
        width = max(1, cells - 2 * PADDING)
        rows = [PageRow(Content(""))]
        for number, line in enumerate(self.lines):
            if line.place == "heading" or (number and self.lines[number - 1].place == "title"):
                rows += [] if rows[-1].line < 0 else [PageRow(Content(""))]
            marked = number == self.here
            words = Content.styled(line.text, self._style(line, marked=marked))
            for at, part in enumerate(words.wrap(width) if line.text else [Content("")]):
                rows.append(PageRow(part, number if line.text.strip() else -1, first=at == 0))
            if line.place in {"text", "footer"} and self._passage_ends(number):
                rows.append(PageRow(Content("")))
        return rows

    def _passage_ends(self, number: int) -> bool:
        return number + 1 == len(self.lines) or self.lines[number + 1].passage != self.lines[number].passage

    @staticmethod
    def _style(line: OutgoingLine, *, marked: bool) -> str:
        strike = "strike " if line.withdrawn else ""
        return strike + ("$on-select on $select" if marked else STYLES[line.place])

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        at = y + self.scroll_offset.y
        width = self.size.width
        if not 0 <= at < len(self._rows):
            return Strip.blank(width, self.rich_style)
        strips = Visual.to_strips(self, self._drawn(self._rows[at], width), width, 1, self.visual_style)
        return strips[0] if strips else Strip.blank(width, self.rich_style)

    def _drawn(self, row: PageRow, width: int) -> Content:
        if row.line < 0:
            return Content(" " * width)
        marked = row.line == self.here
        sign = HERE if marked and row.first else " "
        gone = GONE if self.lines[row.line].withdrawn and row.first else " "
        margin = Content.assemble((sign, "bold $accent"), (gone, "$ink"), " ")
        blank = " " * max(0, width - 2 * PADDING - row.content.cell_length)
        return Content.assemble(margin, row.content, (blank, "on $select" if marked else ""))
