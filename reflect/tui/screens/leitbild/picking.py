"""Picking statements: a sheet with every statement of a text, some of them marked."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.leitbild import Leitbild, Statement
from reflect.language import N_
from reflect.tui.commands.command import Command
from reflect.tui.screens.statements import CHOSEN, OPEN, Marks
from reflect.tui.widgets.keyrow import KeyRow
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, Sheet


class PickSheet(Sheet[tuple[str, ...]]):
    """Hands back the ids that were marked; Esc changes nothing.

    Args:
        question: What is asked.
        text: Whose statements, with their parts.
        marked: Ids that are marked already.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="take", key="f6", text=N_("übernehmen"), action="take", order=1),
        CLOSE,
    )

    def __init__(self, question: str, text: Leitbild, marked: Iterable[str]) -> None:
        super().__init__()
        self.question = question
        self.statements = {one.id: one for one in _every(text)}
        self.marked = [one for one in marked if one in self.statements]

    def compose_body(self) -> Iterable[Widget]:
        """The question, the wording under the mark, the list."""
        yield Static(Content.styled(self.question, "bold $ink"))
        yield Static("")
        yield Static("", id="wording", markup=False)
        yield KeyRow()
        yield Static("")
        yield Marks([self._row(one) for one in self.statements.values()], id="statements")

    def on_mount(self) -> None:
        """The keys are on the list, the mark on what is marked."""
        listed = self.query_one("#statements", RowList)
        listed.show(listed.rows, keep=next(iter(self.marked), ""))
        listed.focus()
        self._explain(listed.here)

    def _row(self, one: Statement) -> Row:
        marked = one.id in self.marked
        return Row(one.id, f"{one.label:<5} {one.words}", sign=CHOSEN if marked else OPEN, chosen=marked)

    def _explain(self, row: Row | None) -> None:
        if row is not None:
            self.query_one("#wording", Static).update(self.statements[row.key].text)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Show the wording of the one under the mark."""
        self._explain(event.row)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Mark it, or take the mark back."""
        key = event.row.key
        self.marked = [one for one in self.marked if one != key] if key in self.marked else [*self.marked, key]
        here = event.list.here or event.row
        event.list.show([self._row(one) for one in self.statements.values()], keep=here.key)

    def action_take(self) -> None:
        """Hand the marked ones back, in the order of the text."""
        self.dismiss(tuple(one for one in self.statements if one in self.marked))


def _every(text: Leitbild) -> Iterator[Statement]:
    for statement in text.statements():
        yield statement
        yield from statement.parts
