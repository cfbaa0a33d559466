"""Which case an entry belongs to: a small sheet with every case, and a new one under a neutral name."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.language import _, ngettext
from reflect.tui.commands.command import Command
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, Sheet
from reflect.workflows.casebook import CaseRow

NEW = ""


class CaseSheet(Sheet[str]):
    """Hands back the id of the chosen case; the empty text stands for a new one.

    Args:
        cases: Every case.
        current: Id of the case the entry belongs to now.
        proposed: The name a new case would get.
    """

    commands: ClassVar[tuple[Command, ...]] = (CLOSE,)

    def __init__(self, cases: Iterable[CaseRow], current: str, proposed: str) -> None:
        super().__init__()
        self.cases = tuple(cases)
        self.current = current
        self.proposed = proposed

    def compose_body(self) -> Iterable[Widget]:
        """The question, every case, a new one."""
        yield Static(Content.styled(_("Zu welchem Fall gehört das?"), "bold $ink"))
        yield Static("")
        yield RowList([*(self._row(case) for case in self.cases), self._new()])
        yield Static("")
        yield Static(_("Die Einträge eines Falls teilen eine Namensliste."), classes="quiet")

    def _row(self, case: CaseRow) -> Row:
        count = ngettext("{count} Eintrag", "{count} Einträge", case.entries).format(count=case.entries)
        return Row(key=case.id, title=case.name, sign="●" if case.id == self.current else "○", date=count)

    def _new(self) -> Row:
        return Row(key=NEW, title=_("neuer Fall: {name}").format(name=self.proposed), sign="+")

    def on_mount(self) -> None:
        """The keys are on the list."""
        self.query_one(RowList).focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Hand the chosen one back."""
        self.dismiss(event.row.key)
