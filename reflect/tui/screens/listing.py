"""What pages made of one list share: the list takes the rows that are left, an empty one says so."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.fault import Fault
from reflect.tui.screens.page import Page
from reflect.tui.widgets.group import KIND_COLUMN
from reflect.tui.widgets.rowlist import Row, RowList

Result = TypeVar("Result")


class Listing(Page[Result], Generic[Result]):
    """One list. A subclass hands out `rows`, and the words for `nothing`."""

    CSS_PATH = "../styles/listing.tcss"

    def compose_body(self) -> ComposeResult:
        """The sentence for nothing, and the list."""
        yield Static("", id="nothing", classes="quiet", markup=False)
        yield RowList([], kind_width=KIND_COLUMN, id="list")

    def on_mount(self) -> None:
        """Fill the list."""
        self.reload()
        self.query_one("#list", RowList).focus()

    def rows(self) -> Sequence[Row]:
        """What the list shows now."""
        return ()

    def nothing(self) -> str:
        """What is said when there is nothing."""
        return ""

    def reload(self, _result: object = None) -> None:
        """Look again; the mark stays on its row, or near it."""
        listed = self.query_one("#list", RowList)
        before, here = listed.index, listed.here
        try:
            rows = self.rows()
        except Fault as fault:
            self.app.show_fault(fault)
            return
        listed.show(rows, keep=here.key if here else "")
        if here is not None and here.key not in {row.key for row in rows}:
            listed.move(min(before, len(rows) - 1))
        nothing = self.query_one("#nothing", Static)
        nothing.update("" if rows else self.nothing())
        nothing.display = not rows
        listed.display = bool(rows)
        self.refresh_keys()

    @property
    def here(self) -> Row | None:
        """The row under the mark."""
        return self.query_one("#list", RowList).here if self.is_mounted else None
