"""The toolbox: from the key question to a method of consulting."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.consultation.finder import found
from reflect.domain.protocol import Protocol
from reflect.language import N_, _
from reflect.language.choosing import NEEDS
from reflect.language.consultation import minutes
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK
from reflect.tui.reader import ROOM
from reflect.tui.screens.page import Page
from reflect.tui.widgets.rowlist import Row, RowList

KIND = 28


class Toolbox(Page[str]):
    """Hands back the id of the chosen module.

    Args:
        modules: Those at hand, by id.
    """

    CSS_PATH = "../../styles/listing.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="choose", key="enter", text=N_("wählen"), action="choose", order=1),
        BACK.shown(order=9),
    )

    def __init__(self, modules: dict[str, Protocol]) -> None:
        super().__init__()
        self.modules = modules
        self.room = _("Methode wählen")
        self.reader = ROOM

    def compose_body(self) -> ComposeResult:
        """One list, by what the question asks for."""
        yield Static(_("Was will die Schlüsselfrage?"), classes="heading", markup=False)
        yield RowList(self._rows(), kind_width=KIND, id="list")

    def _rows(self) -> list[Row]:
        rows, before = [], None
        for need, module in found(self.modules):
            kind = _(NEEDS[need]) if need is not None and need is not before else ""
            chosen = self.modules[module]
            rows.append(Row(key=module, kind=kind, title=chosen.title, date=minutes(chosen.minutes)))
            before = need
        return rows

    def on_mount(self) -> None:
        """The first row is under the mark."""
        self.query_one(RowList).focus()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Say what it is for."""
        self.say(self.modules[event.row.key].summary)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Take it."""
        self.dismiss(event.row.key)

    def action_choose(self) -> None:
        """Take the one under the mark."""
        here = self.query_one(RowList).here
        if here is not None:
            self.dismiss(here.key)
