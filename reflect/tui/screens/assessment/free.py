"""A statement of one's own choice: every one that is rated, with its wording."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.language import _
from reflect.language.assessment import in_list
from reflect.tui.commands.command import Command
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, Sheet
from reflect.workflows.assessing import Assessing
from reflect.workflows.talking import caption


class FreeSheet(Sheet[str]):
    """Hands back the id of the chosen statement.

    Args:
        assessing: This month.
    """

    commands: ClassVar[tuple[Command, ...]] = (CLOSE,)

    def __init__(self, assessing: Assessing) -> None:
        super().__init__()
        self.assessing = assessing

    def compose_body(self) -> Iterable[Widget]:
        """The wording of the one under the mark, then the list."""
        yield Static(Content.styled(_("Welche Aussage beschäftigt dich?"), "bold $ink"))
        yield Static("", id="wording", classes="quiet", markup=False)
        yield Static("")
        yield RowList(self._rows(), id="statements")

    def _rows(self) -> list[Row]:
        asked = self.assessing.month.asked
        return [
            Row(
                item.statement,
                in_list(caption(self.assessing.sitting, item.statement)),
                sign="●" if item.statement in asked else "○",
            )
            for item in self.assessing.instrument.rated
        ]

    def on_mount(self) -> None:
        """The keys are on the list."""
        statements = self.query_one(RowList)
        statements.focus()
        self._explain(statements.here)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Show what the statement under the mark says."""
        self._explain(event.row)

    def _explain(self, row: Row | None) -> None:
        if row is not None:
            self.query_one("#wording", Static).update(self.assessing.wording(row.key).text)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Hand the chosen one back."""
        self.dismiss(event.row.key)
