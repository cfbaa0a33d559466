"""Search: words typed here, found in memory, forgotten when the page closes."""

from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from reflect.domain.entry import around
from reflect.domain.fault import Fault
from reflect.language import N_, _
from reflect.tui import rooms
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.screens.page import Page
from reflect.tui.screens.rows import entry_row
from reflect.tui.widgets.group import KIND_COLUMN
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import keeping
from reflect.workflows.sitting import Sitting


def _on_line(screen: Any) -> bool:
    return isinstance(screen.focused, TypedLine)


def _on_list(screen: Any) -> bool:
    return isinstance(screen.focused, RowList)


class Search(Page[None]):
    """A line to type in, and the entries in which the words stand; all of them while there are no words."""

    CSS_PATH = "../styles/listing.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="find", key="enter", text=N_("suchen"), action="find", order=1, available=_on_line),
        Command(id="read", key="enter", text=N_("lesen"), action="read", order=1, available=_on_list),
        Command(
            id="list", key="down", text=N_("zur Liste"), action="to_list", in_row=False, order=2, available=_on_line
        ),
        BACK.shown(order=9),
        LOCK,
    )

    def __init__(self) -> None:
        super().__init__()
        self.room = _("Suchen")
        self._wanted = ""

    def compose_body(self) -> ComposeResult:
        """Line, state, list."""
        yield TypedLine(id="wanted", limit=100)
        yield Static("", id="state", classes="quiet", markup=False)
        yield RowList([], kind_width=KIND_COLUMN, id="list")

    def on_mount(self) -> None:
        """Ready to type; below the line stands everything there is."""
        self.query_one(TypedLine).focus()
        self._look("")

    def on_typed_line_entered(self) -> None:
        """Search."""
        self.action_find()

    def action_find(self) -> None:
        """Look into every entry; without a word every entry is shown again."""
        words = self.query_one(TypedLine).text.strip()
        if words:
            self._tell(_("Sucht …"))
        self._look(words)

    def _look(self, words: str) -> None:
        sitting = self.app.sitting
        if sitting is not None:
            self._wanted = words
            find = partial(_find, sitting, words)
            self.run_worker(find, thread=True, exclusive=True, exit_on_error=False, name="finding")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what was found."""
        if event.worker.name != "finding":
            return
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            rows = event.worker.result
            self.query_one(RowList).show(rows)
            self._tell(self._told(found=bool(rows)))
            if rows and self._wanted:
                self.query_one(RowList).focus()
        elif event.state is WorkerState.ERROR and isinstance(event.worker.error, Fault):
            self._tell("")
            self.app.show_fault(event.worker.error)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Read it."""
        try:
            rooms.read(self.app, event.row.key)
        except Fault as fault:
            self.app.show_fault(fault)

    def action_read(self) -> None:
        """Read the entry under the mark."""
        self.query_one(RowList).action_choose()

    def action_to_list(self) -> None:
        """From the line to what was found."""
        self.query_one(RowList).focus()

    def _told(self, *, found: bool) -> str:
        if not self._wanted:
            return _("Ein Wort oder ein Stück davon. Groß und klein ist gleich.")
        return "" if found else _("Nichts gefunden. Versuche ein kürzeres Stück des Wortes.")

    def _tell(self, words: str) -> None:
        self.query_one("#state", Static).update(words)


def _find(sitting: Sitting, words: str) -> list[Row]:
    now = sitting.now()
    if not words:
        return [entry_row(entry_id, record, now) for entry_id, record in keeping.records(sitting)]
    hits = keeping.search(sitting, words)
    return [entry_row(entry_id, record, now, line=around(line, words)) for entry_id, record, line in hits]
