"""The Leitbild beside the page: statements this entry touches."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.leitbild import Leitbild, Statement
from reflect.domain.touching import touched
from reflect.language import _
from reflect.tui.commands.command import Command
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, Sheet
from reflect.workflows.writing import Writing

CHOSEN, OPEN = "●", "○"


class Marks(RowList):
    """Space marks as Enter does, as in every list where several may be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "choose", show=False)]


class StatementsSheet(Sheet[None]):
    """Those the protocol proposes first, then all others; Enter, Space or a click marks one or takes the mark back.

    Args:
        writing: The entry.
    """

    commands: ClassVar[tuple[Command, ...]] = (CLOSE,)

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self.writing = writing
        self._leitbild: Leitbild = writing.sitting.leitbild

    def compose_body(self) -> Iterable[Widget]:
        """The wording of the one under the mark, then the list."""
        yield Static(Content.assemble((_("Leitbild") + "   ", "bold $ink"), (_("was berührt das?"), "$quiet")))
        yield Static("")
        yield Static("", id="wording", markup=False)
        yield Marks(self._rows(), id="statements")

    def on_mount(self) -> None:
        """The first proposal is under the mark."""
        statements = self.query_one("#statements", RowList)
        statements.focus()
        self._explain(statements.here)

    def proposed(self) -> list[str]:
        """Shipped statements the questions of this page and the protocol name."""
        named = [name for question in self.writing.place.questions for name in question.principles]
        return [*named, *self.writing.entry.protocol.principles]

    def _rows(self) -> list[Row]:
        first = touched(self._leitbild, self.proposed())
        rest = [statement for statement in self._leitbild.statements() if statement not in first]
        return [self._row(statement) for statement in [*first, *rest]]

    def _row(self, statement: Statement) -> Row:
        is_touched = statement in touched(self._leitbild, self.writing.entry.principles)
        line = f"{statement.label}  {statement.words}"
        return Row(statement.id, line, sign=CHOSEN if is_touched else OPEN, chosen=is_touched)

    def _explain(self, row: Row | None) -> None:
        if row is not None:
            self.query_one("#wording", Static).update(self._leitbild.statement(row.key).text)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Show the wording of the one under the mark."""
        self._explain(event.row)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Mark it, or take the mark back; the list keeps its order while it is open."""
        self.writing.touch(event.row.key)
        rows = [self._row(self._leitbild.statement(row.key)) for row in event.list.rows]
        here = event.list.here or event.row  # quick keys may have moved on already
        event.list.show(rows, keep=here.key)
