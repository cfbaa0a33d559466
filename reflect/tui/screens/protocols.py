"""Every protocol that one person can write with, to choose from."""

from collections.abc import Sequence
from typing import ClassVar

from reflect.domain.protocol import ProtocolKind
from reflect.language import N_, _, ngettext
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.screens.listing import Listing
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.workflows import repertoire

KINDS = {ProtocolKind.REFLECTION: N_("Nachdenken"), ProtocolKind.PREPARATION: N_("Vorbereiten")}


class Protocols(Listing[str]):
    """Hands back the id of the chosen one."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="begin", key="enter", text=N_("beginnen"), action="begin", order=1),
        BACK.shown(order=9),
        LOCK,
    )

    def __init__(self) -> None:
        super().__init__()
        self.room = _("Vorlagen")
        self.summaries: dict[str, str] = {}

    def nothing(self) -> str:
        """There is none."""
        return _("Hier ist keine Vorlage.")

    def rows(self) -> Sequence[Row]:
        """By kind and title."""
        sitting = self.app.sitting
        if sitting is None:
            return []
        found = repertoire.for_one(sitting)
        self.summaries = {one.id: one.summary for one in found}
        return [
            Row(
                key=one.id,
                kind=_(KINDS[one.kind]),
                title=one.title,
                date=ngettext("{count} Minute", "{count} Minuten", one.minutes).format(count=one.minutes),
            )
            for one in found
        ]

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Say what it is for."""
        self.say(self.summaries.get(event.row.key, ""))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Begin."""
        self.dismiss(event.row.key)

    def action_begin(self) -> None:
        """Begin with the one under the mark."""
        if self.here is not None:
            self.dismiss(self.here.key)
