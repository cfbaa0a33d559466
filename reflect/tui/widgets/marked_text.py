"""The text under review: every mention with its sign, the one in question filled at all its places."""

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from reflect.tui.widgets.marking import Run, rows

ABOVE = 2
STYLES = {
    ("text", False): "$ink",
    ("heading", False): "bold $ink",
    ("sign", False): "$ink on $mark",
    ("words", False): "underline $ink on $mark",
    ("kept", False): "underline $ink",
    ("sign", True): "$on-band on $band",
    ("words", True): "bold underline $on-band on $band",
    ("kept", True): "bold underline $on-band on $band",
}


class MarkedText(ScrollView, can_focus=False):
    """Draws the rows that can be seen; follows the mention in question."""

    @dataclass
    class Picked(Message):
        """A mark was clicked.

        Attributes:
            mention: Id of the mention.
        """

        mention: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._runs: list[Run] = []
        self._rows: list[list[Run]] = []
        self.current = ""

    def show(self, runs: list[Run], current: str) -> None:
        """Show the text as things stand.

        Args:
            runs: From `marking.pieces`.
            current: Id of the mention in question; empty for none.
        """
        self._runs = runs
        self.current = current
        self._break()
        self._follow()
        self.refresh()

    def on_resize(self, _event: Resize) -> None:
        """Break the rows anew."""
        self._break()
        self._follow()

    def scroll_by(self, rows_down: int) -> None:
        """Scroll by some rows, down or up."""
        self.scroll_to(y=self.scroll_offset.y + rows_down, animate=False, force=True)

    def _break(self) -> None:
        width, height = self.outer_size
        if not width:
            return
        self._rows = rows(self._runs, width)
        if len(self._rows) > height:
            self._rows = rows(self._runs, width - 1)
        self.virtual_size = Size(self.size.width, len(self._rows))

    def _follow(self) -> None:
        """Bring the first place of the mention in question into sight, and the others where there is room."""
        held = [number for number, row in enumerate(self._rows) if any(self._is_current(run) for run in row)]
        if not held:
            return
        room = max(1, self.size.height)
        last = max((number for number in held if number < held[0] + room - ABOVE), default=held[0])
        first = max(0, min(held[0] - ABOVE, len(self._rows) - room))
        if not self.scroll_offset.y <= held[0] <= last < self.scroll_offset.y + room:
            self.scroll_to(y=first, animate=False, force=True)

    def _is_current(self, run: Run) -> bool:
        return bool(run.mention) and run.mention == self.current

    def on_click(self, event: Click) -> None:
        """Take the clicked mention into question."""
        line = event.y + self.scroll_offset.y
        at = 0
        for run in self._rows[line] if 0 <= line < len(self._rows) else ():
            at += Content(run.text).cell_length
            if event.x < at:
                if run.mention:
                    self.post_message(self.Picked(run.mention))
                return

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        line = y + self.scroll_offset.y
        width = self.size.width
        if not 0 <= line < len(self._rows):
            return Strip.blank(width, self.rich_style)
        styled = [(run.text, self._style(run)) for run in self._rows[line]]
        strips = Visual.to_strips(self, Content.assemble(*styled), width, 1, self.visual_style)
        return strips[0] if strips else Strip.blank(width, self.rich_style)

    def _style(self, run: Run) -> str:
        return STYLES[run.part, self._is_current(run)]
