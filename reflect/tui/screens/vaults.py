"""Several vaults on one computer: a sheet with their neutral names, and nothing else."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.language import N_, _
from reflect.settings.known import KnownVault
from reflect.tui.commands.command import Command
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, Sheet


class VaultSheet(Sheet[KnownVault]):
    """Hands the chosen vault back."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="choose", key="enter", text=N_("wählen"), action="choose", order=1),
        CLOSE,
    )

    def compose_body(self) -> Iterable[Widget]:
        """The names."""
        yield Static(Content.styled(_("Welcher Tresor?"), "bold $ink"))
        yield Static("")
        here = self.app.surroundings.places.vault
        known = self.app.surroundings.config.vaults
        rows = [
            Row(key=one.name, sign="●" if one.place == here else "○", title=one.name, chosen=one.place == here)
            for one in known
        ]
        yield RowList(rows, id="vaults")

    def on_mount(self) -> None:
        """The mark stands in the list."""
        self.query_one(RowList).focus()

    def action_choose(self) -> None:
        """Take the one under the mark."""
        self.query_one(RowList).action_choose()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Hand it back."""
        self.dismiss(next(one for one in self.app.surroundings.config.vaults if one.name == event.row.key))
