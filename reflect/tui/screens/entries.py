"""Every entry, newest first: read, go on, give free, put away."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from reflect.domain.fault import Fault
from reflect.language import N_, _, ngettext
from reflect.tui import rooms
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.screens.listing import Listing
from reflect.tui.screens.rows import entry_row
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.workflows import keeping


def _has_rows(screen: Any) -> bool:
    return screen.here is not None


class Entries(Listing[None]):
    """The list of entries; Space chooses several for one page."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="read", key="enter", text=N_("lesen"), action="read", order=1, available=_has_rows),
        Command(
            id="release",
            key="f",
            text=N_("freigeben"),
            action="release",
            tooltip=N_("Seite für die Supervision"),
            order=2,
            available=_has_rows,
        ),
        Command(
            id="choose",
            key="space",
            text=N_("wählen"),
            action="choose",
            tooltip=N_("mehrere für eine Seite"),
            order=3,
            available=_has_rows,
        ),
        Command(
            id="put-away",
            key="delete",
            text=N_("weglegen"),
            action="put_away",
            tooltip=N_("in den Papierkorb"),
            order=4,
            available=_has_rows,
        ),
        Command(id="trash", key="t", text=N_("Papierkorb"), action="trash", in_row=False, order=5),
        Command(id="search", key="s", text=N_("Suchen"), action="search", in_row=False, order=6),
        BACK.shown(order=9),
        LOCK,
    )

    def __init__(self) -> None:
        super().__init__()
        self.room = _("Einträge")
        self.chosen: tuple[str, ...] = ()

    def nothing(self) -> str:
        """There is no entry yet."""
        return _("Noch nichts geschrieben.")

    def rows(self) -> Sequence[Row]:
        """Newest first; chosen ones say so."""
        sitting = self.app.sitting
        if sitting is None:
            return []
        rows = [entry_row(entry_id, record, sitting.now()) for entry_id, record in keeping.records(sitting)]
        known = {row.key for row in rows}
        self.chosen = tuple(key for key in self.chosen if key in known)
        count = len(self.chosen)
        self.about = ngettext("{count} gewählt", "{count} gewählt", count).format(count=count) if count else ""
        return [replace(row, sign="+", chosen=True) if row.key in self.chosen else row for row in rows]

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Read it."""
        self._carry(rooms.read, event.row.key)

    def action_read(self) -> None:
        """Read the entry under the mark."""
        if self.here is not None:
            self._carry(rooms.read, self.here.key)

    def action_choose(self) -> None:
        """Choose the entry under the mark, or take the choice back."""
        if self.here is not None:
            key = self.here.key
            rest = tuple(other for other in self.chosen if other != key)
            self.chosen = rest if key in self.chosen else (*rest, key)
            self.reload()

    def action_release(self) -> None:
        """Give the chosen entries free, or the one under the mark."""
        if self.here is not None:
            self._carry(rooms.release, self.chosen or (self.here.key,))

    def action_put_away(self) -> None:
        """Put the entry under the mark into the trash."""
        if self.here is None or self.app.sitting is None:
            return
        try:
            keeping.put_away(self.app.sitting, self.here.key)
        except Fault as fault:
            self.app.show_fault(fault)
        else:
            self.reload()
            self.say(_("In den Papierkorb gelegt. Mit T kommst du hin."))

    def action_trash(self) -> None:
        """What was put away."""
        from reflect.tui.screens.trash import Trash  # noqa: PLC0415 - loaded when somebody goes there

        self.app.push_screen(Trash(), self.reload)

    def action_search(self) -> None:
        """Search in everything."""
        from reflect.tui.screens.search import Search  # noqa: PLC0415 - loaded when somebody goes there

        self.app.push_screen(Search(), self.reload)

    def _carry(self, go: Any, target: object) -> None:
        try:
            go(self.app, target, self.reload)
        except Fault as fault:
            self.app.show_fault(fault)
