"""The palette: type a few letters of what you want to do; a sheet of the same shape as the help."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.language import N_, _
from reflect.language.keys import key_name
from reflect.tui.commands.command import Command
from reflect.tui.commands.commanding import Commanding
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, Sheet
from reflect.tui.widgets.typedline import TypedLine


class PaletteSheet(Sheet[str]):
    """Finds a command of the page by its words; hands its id back.

    Args:
        page: The page whose commands are listed.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        CLOSE,
        Command(id="up", key="up", text=N_("nach oben"), action="up"),
        Command(id="down", key="down", text=N_("nach unten"), action="down"),
    )

    def __init__(self, page: Commanding[Any]) -> None:
        super().__init__()
        self.offered = [command for command in page.usable_commands() if command.id not in {"palette", "close"}]

    def compose_body(self) -> Iterable[Widget]:
        """A line to type in, and what fits."""
        yield Static(Content.styled(_("Alle Befehle"), "bold $ink"))
        yield Static("")
        yield TypedLine(id="wanted")
        yield Static("")
        yield RowList(self._rows(""), id="found", takes_focus=False)

    def on_typed_line_changed(self, event: TypedLine.Changed) -> None:
        """Show what fits the typed letters."""
        self.query_one(RowList).show(self._rows(event.text))

    def on_typed_line_entered(self) -> None:
        """Take the row under the mark."""
        row = self.query_one(RowList).here
        if row is not None:
            self.dismiss(row.key)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Take the clicked row."""
        self.dismiss(event.row.key)

    def action_up(self) -> None:
        """Mark the row above."""
        self.query_one(RowList).move(-1)

    def action_down(self) -> None:
        """Mark the row below."""
        self.query_one(RowList).move(1)

    def _rows(self, words: str) -> list[Row]:
        needle = words.strip().casefold()
        return [
            Row(key=command.id, title=text, date=key_name(command.key) if command.key else "")
            for command in self.offered
            for text in [_(command.tooltip or command.text)]
            if needle in text.casefold() or needle in _(command.text).casefold()
        ]
