"""A group of rows under a heading; without rows both disappear."""

from collections.abc import Iterable, Sequence

from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from reflect.language import ngettext
from reflect.tui.widgets.rowlist import Row, RowList

KIND_COLUMN = 18
MOST_ROWS = 3
OTHERS = "others"
"""Key of the last row of a list that shows only its first rows."""


class Group(Vertical):
    """A heading directly on its rows, at most three of them and a last one for the others.

    Args:
        heading: Bold; empty for none.
        id: For queries and styles.
    """

    def __init__(self, heading: str, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes="group")
        self.heading = heading
        self.whole: tuple[Row, ...] = ()
        self.opened = False

    def compose(self) -> Iterable[Widget]:
        """Heading and rows."""
        if self.heading:
            yield Static(self.heading, classes="heading", markup=False)
        yield RowList([], kind_width=KIND_COLUMN if self.heading else 0)

    def on_mount(self) -> None:
        """Nothing is shown before there is something."""
        self.display = False

    def show(self, rows: Sequence[Row]) -> None:
        """Show some rows; the mark stays on its row."""
        self.whole = tuple(rows)
        here = self.query_one(RowList).here
        self.query_one(RowList).show(self._short(), keep=here.key if here else "")
        self.display = bool(rows)

    def open(self) -> None:
        """Show every row."""
        self.opened = True
        self.query_one(RowList).show(self.whole, keep=self.whole[min(MOST_ROWS, len(self.whole) - 1)].key)

    def _short(self) -> list[Row]:
        others = len(self.whole) - MOST_ROWS
        if others <= 0 or self.opened:
            return list(self.whole)
        words = ngettext("und {count} weiterer", "und {count} weitere", others).format(count=others)
        return [*self.whole[:MOST_ROWS], Row(key=OTHERS, title=words, quiet=True)]
