"""The trash: bring back, or delete for good."""

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from textual.worker import Worker, WorkerState

from reflect.domain.fault import Fault
from reflect.language import N_, _, ngettext
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.screens.danger import DangerSheet
from reflect.tui.screens.listing import Listing
from reflect.tui.screens.rows import entry_row
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.workflows import keeping, upkeep


def _has_rows(screen: Any) -> bool:
    return screen.here is not None


class Trash(Listing[None]):
    """What was put away."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="bring", key="enter", text=N_("zurückholen"), action="bring", order=1, available=_has_rows),
        Command(id="delete", key="delete", text=N_("endgültig löschen"), action="delete", order=2, available=_has_rows),
        Command(
            id="empty",
            key="f8",
            text=N_("leeren"),
            action="empty",
            tooltip=N_("den Papierkorb endgültig leeren"),
            order=3,
            available=_has_rows,
        ),
        BACK.shown(order=9),
        LOCK,
    )

    def __init__(self) -> None:
        super().__init__()
        self.room = _("Papierkorb")

    def nothing(self) -> str:
        """It is empty."""
        return _("Hier liegt nichts.")

    def rows(self) -> Sequence[Row]:
        """Newest first."""
        sitting = self.app.sitting
        if sitting is None:
            return []
        return [entry_row(entry_id, record, sitting.now()) for entry_id, record in keeping.records(sitting, trash=True)]

    def on_row_list_chosen(self, _event: RowList.Chosen) -> None:
        """Bring it back."""
        self.action_bring()

    def action_bring(self) -> None:
        """Bring the entry under the mark back."""
        if self.here is None or self.app.sitting is None:
            return
        title = self.here.title
        try:
            keeping.bring_back(self.app.sitting, self.here.key)
        except Fault as fault:
            self.app.show_fault(fault)
        else:
            self.reload()
            self.say(_("„{title}“ ist wieder bei den Einträgen.").format(title=title))

    def action_delete(self) -> None:
        """Ask for the word before anything is gone."""
        if self.here is not None:
            lost = _("„{title}“ ist danach weg, auch für dich.").format(title=self.here.title)
            self.app.push_screen(DangerSheet(_("Eintrag endgültig löschen"), lost), self._delete)

    def _delete(self, agreed: bool | None) -> None:  # noqa: FBT001 - the sheet's answer
        if not agreed or self.here is None or self.app.sitting is None:
            return
        try:
            keeping.delete(self.app.sitting, self.here.key)
        except Fault as fault:
            self.app.show_fault(fault)
        else:
            self.reload()
            self.say(_("Gelöscht. In Sicherungen, auf SSDs und Sticks kann es noch stehen, versiegelt."))

    def action_empty(self) -> None:
        """Ask for the word before all of it is gone."""
        lost = _(
            "Alles im Papierkorb ist danach weg, auch für dich. Sicherungen können es noch enthalten, und auf SSDs "
            "und Sticks bestehen alte Stellen eine Zeit lang weiter, verschlüsselt."
        )
        self.app.push_screen(DangerSheet(_("Papierkorb endgültig leeren"), lost), self._empty)

    def _empty(self, agreed: bool | None) -> None:  # noqa: FBT001 - the sheet's answer
        if agreed and self.app.sitting is not None:
            purging = partial(upkeep.purge, self.app.sitting)
            self.say(_("Wird geleert und neu geschrieben …"))
            self.run_worker(purging, thread=True, exclusive=True, exit_on_error=False, name="purging")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """It is gone, or it is said why not."""
        if event.worker.name != "purging":
            return
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            self.reload()
            words = _emptied(event.worker.result)
            self.say(words)
        elif event.state is WorkerState.ERROR and event.worker.error is not None:
            if not isinstance(event.worker.error, Fault):
                raise event.worker.error
            self.app.show_fault(event.worker.error)


def _emptied(done: upkeep.Emptied) -> str:
    """What went, and where it still stands."""
    words = [ngettext("{count} Eintrag ist weg.", "{count} Einträge sind weg.", done.gone).format(count=done.gone)]
    if done.backups:
        held = ngettext(
            "In {count} Sicherung steht es noch: {names}",
            "In {count} Sicherungen steht es noch: {names}",
            len(done.backups),
        )
        words.append(held.format(count=len(done.backups), names=", ".join(done.backups)))
    if done.purge.remaining:
        older = _("Daneben liegt noch ein älterer Stand: {names}")
        words.append(older.format(names=", ".join(done.purge.remaining)))
    return " ".join(words)
