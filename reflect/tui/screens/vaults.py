"""Several vaults on one computer: a sheet with their neutral names, and nothing else."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.fault import Fault
from reflect.language import N_, _
from reflect.language.faults import sentence
from reflect.tui.commands.command import Command
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, LowSheet, Sheet
from reflect.tui.widgets.typedline import TypedLine

NEW = ""
NEUTRAL = (N_("Regal"), N_("Fenster"), N_("Lampe"), N_("Treppe"), N_("Kanne"), N_("Brücke"))
"""Names that say nothing about anybody."""


class VaultSheet(Sheet[str]):
    """Hands back the folder of the chosen vault, or `NEW`."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="choose", key="enter", text=N_("wählen"), action="choose", order=1),
        CLOSE,
    )

    def compose_body(self) -> Iterable[Widget]:
        """The names, and the way to another one."""
        yield Static(Content.styled(_("Welcher Tresor?"), "bold $ink"))
        yield Static("")
        yield RowList(self._rows(), id="vaults")
        yield Static("")
        yield Static(Content.styled(_("Jeder Tresor hat eine eigene Passphrase. Keiner öffnet den anderen."), "$quiet"))

    def _rows(self) -> list[Row]:
        around = self.app.surroundings
        here = around.places.vault
        known = [
            Row(
                key=one.folder,
                sign="●" if one.place == here else "○",
                title=one.name or _("ohne Namen"),
                chosen=one.place == here,
            )
            for one in around.vaults
        ]
        return [*known, Row(key=NEW, sign="+", title=_("einen neuen Tresor machen"))]

    def on_mount(self) -> None:
        """The mark stands in the list."""
        self.query_one(RowList).focus()

    def action_choose(self) -> None:
        """Take the one under the mark."""
        self.query_one(RowList).action_choose()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Hand it back."""
        self.dismiss(event.row.key)


class VaultNameSheet(LowSheet[str]):
    """Asks the owner for a neutral name; hands it back when it fits.

    Args:
        heading: What gets the name.
        name: The one it has.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="name", key="enter", text=N_("so nennen"), action="name", order=1),
        CLOSE,
    )

    def __init__(self, heading: str, name: str = "") -> None:
        super().__init__()
        self.heading = heading
        self.called = name

    def compose_body(self) -> Iterable[Widget]:
        """What a name is for, and one that says nothing."""
        taken = {one.name for one in self.app.surroundings.config.vaults}
        neutral = next((_(name) for name in NEUTRAL if _(name) not in taken), "")
        yield Static(Content.styled(self.heading, "bold $ink"))
        yield Static(
            Content.styled(
                _("Wie soll er heißen? Alle an diesem Computer sehen den Namen. Nimm einen, der nichts verrät."), "$ink"
            )
        )
        yield Static("")
        yield TypedLine(self.called or neutral, limit=40)

    def on_mount(self) -> None:
        """What is typed takes the place of the proposal."""
        self.query_one(TypedLine).focus()
        self.query_one(TypedLine).action_mark_all()

    def on_typed_line_entered(self) -> None:
        """Take it."""
        self.action_name()

    def action_name(self) -> None:
        """Hand it back, or say why it does not fit."""
        line = self.query_one(TypedLine)
        try:
            self.dismiss(self.app.surroundings.fitting_name(line.text))
        except Fault as fault:
            line.wrong()
            self.say(sentence(fault), attention=True)
