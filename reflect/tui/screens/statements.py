"""The Leitbild beside the page: statements this entry touches."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.leitbild import Leitbild, Statement
from reflect.domain.touching import touched
from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.widgets.keyrow import KeyRow
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, Sheet
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows.writing import Writing

CHOSEN, OPEN = "●", "○"
LONGEST = 200
"""Letters of the line why."""


class Marks(RowList):
    """Space marks as Enter does, as in every list where several may be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "choose", show=False)]


class StatementsSheet(Sheet[None]):
    """Those the protocol proposes first, then all others; Enter, Space or a click marks one or takes the mark back.

    P notes in one line that the statement should be looked at again: material for the yearly workshop.

    Args:
        writing: The entry.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            id="doubt",
            key="p",
            text=N_("prüfen"),
            action="doubt",
            tooltip=N_("vermerken, dass dieser Satz zu prüfen ist"),
            order=1,
            available=lambda sheet: not sheet.is_asking,
        ),
        CLOSE,
    )

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self.writing = writing
        self._leitbild: Leitbild = writing.sitting.leitbild

    def compose_body(self) -> Iterable[Widget]:
        """The wording of the one under the mark, then the list."""
        yield Static(Content.assemble((_("Leitbild") + "   ", "bold $ink"), (_("was berührt das?"), "$quiet")))
        yield Static("")
        yield Static("", id="wording", markup=False)
        yield Static("", id="doubt", classes="quiet", markup=False)
        yield TypedLine(limit=LONGEST, id="why")
        yield KeyRow()
        yield Static("")
        yield Marks(self._rows(), id="statements")

    def on_mount(self) -> None:
        """The first proposal is under the mark."""
        self.query_one("#why").display = False
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
        state = _("zu prüfen") if self._why(statement.id) else ""
        return Row(statement.id, line, sign=CHOSEN if is_touched else OPEN, date=state, chosen=is_touched)

    def _why(self, statement_id: str) -> str:
        return next((one.why for one in self.writing.entry.doubts if one.statement == statement_id), "")

    def _explain(self, row: Row | None) -> None:
        if row is not None:
            self.query_one("#wording", Static).update(self._leitbild.statement(row.key).text)
            why = self._why(row.key)
            doubt = self.query_one("#doubt", Static)
            doubt.update(_("Zu prüfen: {why}").format(why=why) if why else "")
            doubt.display = bool(why)

    @property
    def is_asking(self) -> bool:
        """Whether the line for the reason is open."""
        return self.query_one("#why").display if self.is_mounted else False

    def action_doubt(self) -> None:
        """Ask why the statement under the mark should be looked at again."""
        here = self.query_one("#statements", RowList).here
        if here is None:
            return
        doubt, line = self.query_one("#doubt", Static), self.query_one("#why", TypedLine)
        number = self._leitbild.statement(here.key).label
        asked = _("{number}: Warum prüfen? Eine Zeile, ohne Namen.").format(number=number)
        doubt.update(asked + " " + _("Eingabe vermerkt es, leer nimmt es zurück."))
        doubt.display = line.display = True
        line.set_text(self._why(here.key))
        line.focus()
        self.query_one(KeyRow).refresh()

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """Keep the reason."""
        event.stop()
        listed = self.query_one("#statements", RowList)
        if listed.here is not None:
            self.writing.doubt(listed.here.key, self.query_one("#why", TypedLine).text)
            self._redraw(listed, listed.here.key)
        self._stop_asking()

    def _stop_asking(self) -> None:
        self.query_one("#why").display = False
        listed = self.query_one("#statements", RowList)
        listed.focus()
        self._explain(listed.here)
        self.query_one(KeyRow).refresh()

    def action_close(self) -> None:
        """Close the line, or the sheet."""
        if self.is_asking:
            self._stop_asking()
        else:
            super().action_close()

    def _redraw(self, listed: RowList, keep: str) -> None:
        rows = [self._row(self._leitbild.statement(row.key)) for row in listed.rows]
        listed.show(rows, keep=keep)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Show the wording of the one under the mark."""
        self._explain(event.row)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Mark it, or take the mark back; the list keeps its order while it is open."""
        self.writing.touch(event.row.key)
        here = event.list.here or event.row  # quick keys may have moved on already
        self._redraw(event.list, here.key)
