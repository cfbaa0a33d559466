"""The head of a page: the room, what it is about, and who may read it."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from reflect.language import _
from reflect.tui.reader import ONLY_YOU, Reader
from reflect.tui.widgets.line import justified


class Head(Widget):
    """Room in bold, what it is about in quiet, the reader's mark at the right edge, which is never cut.

    Args:
        room: Where the person is.
        about: What it is about.
        reader: Who may read it.
    """

    room = reactive("")
    about = reactive("")
    reader: reactive[Reader] = reactive(ONLY_YOU)

    def __init__(self, room: str = "", about: str = "", reader: Reader = ONLY_YOU) -> None:
        super().__init__()
        self.set_reactive(Head.room, room)
        self.set_reactive(Head.about, about)
        self.set_reactive(Head.reader, reader)

    def render(self) -> Content:
        """The row."""
        gap = "   " if self.about else ""
        left = Content.assemble((f"{self.room}{gap}", "bold $ink"), (self.about, "$quiet"))
        return justified(left, self.mark(), self.size.width)

    def mark(self) -> Content:
        """The reader's mark."""
        words = _(self.reader.words)
        if self.reader.leaves:
            return Content.styled(f" {self.reader.sign} {words} ", "bold $on-band on $band")
        return Content.assemble((f"{self.reader.sign} ", "$ink"), (words, "$quiet"))
