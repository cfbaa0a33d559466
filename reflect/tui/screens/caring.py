"""Caring for the vault from home: backups, keys, and what to do when something is damaged."""

from reflect.domain.fault import Fault
from reflect.language import _
from reflect.tui.screens.notices import backup_place
from reflect.tui.screens.page import Page


class Caring(Page[None]):
    """What `reflect.tui.commands.caring` does; each sheet is loaded when somebody goes there."""

    def reload(self, _result: object = None) -> None:
        """Look again at what waits."""

    def action_backup(self) -> None:
        """A backup now: name the folder, or take the one that was chosen."""
        from reflect.tui.screens.backup import BackupSheet  # noqa: PLC0415 - see the class

        self.app.push_screen(BackupSheet(), self._backed_up)

    def _backed_up(self, folder: str | None) -> None:
        self.reload()
        if folder:
            self.say(_("Gesichert und geprüft, {where}.").format(where=backup_place(folder)))

    def action_prove(self) -> None:
        """Type the recovery key back."""
        from reflect.tui.screens.proof import Proof  # noqa: PLC0415 - see the class

        self.app.push_screen(Proof(), self._proven)

    def _proven(self, fits: bool | None) -> None:  # noqa: FBT001 - the sheet's answer
        self.reload()
        if fits:
            self.say(_("Der Notfallschlüssel öffnet diesen Tresor."))

    def action_passphrase(self) -> None:
        """Another passphrase."""
        from reflect.tui.screens.keys import PassphraseSheet  # noqa: PLC0415 - see the class

        self.app.push_screen(PassphraseSheet(), self._passphrase_changed)

    def _passphrase_changed(self, groups: tuple[str, ...] | None) -> None:
        if groups:
            self._show_key(groups)
        elif groups is not None:
            self.say(_("Die neue Passphrase gilt. Ältere Sicherungen öffnen mit der alten."))

    def action_new_key(self) -> None:
        """A new recovery key."""
        from reflect.tui.screens.keys import NewKeySheet  # noqa: PLC0415 - see the class

        self.app.push_screen(NewKeySheet(), self._key_made)

    def _key_made(self, groups: tuple[str, ...] | None) -> None:
        if groups:
            self._show_key(groups)

    def _show_key(self, groups: tuple[str, ...]) -> None:
        from reflect.tui.screens.keys import KeyPaper  # noqa: PLC0415 - see the class

        self.app.push_screen(KeyPaper(groups), self._copied)

    def _copied(self, copied: bool | None) -> None:  # noqa: FBT001 - the sheet's answer
        self.reload()
        if copied:
            self.action_prove()

    def action_takeout(self) -> None:
        """Everything, readable."""
        from reflect.tui.screens.takeout import TakeoutSheet  # noqa: PLC0415 - see the class

        self.app.push_screen(TakeoutSheet(), self._taken_out)

    def _taken_out(self, words: str | None) -> None:
        if words:
            self.say(words)

    def action_name(self) -> None:
        """The neutral name of this vault."""
        from reflect.tui.screens.vaults import VaultNameSheet  # noqa: PLC0415 - see the class

        self.app.push_screen(VaultNameSheet(_("Dieser Tresor"), self.app.surroundings.name), self._named)

    def _named(self, name: str | None) -> None:
        if name is None:
            return
        try:
            self.app.surroundings.know_as(name)
        except Fault as fault:
            self.app.show_fault(fault)
        else:
            self.say(_("Auf diesem Computer heißt der Tresor jetzt {name}.").format(name=name))

    def action_rescue(self) -> None:
        """What is damaged, and what can be done."""
        from reflect.tui.screens.rescue import Rescue  # noqa: PLC0415 - see the class

        self.app.push_screen(Rescue(), self.reload)

    def action_restore(self) -> None:
        """Bring a backup back."""
        from reflect.tui.screens.restore import RestoreSheet  # noqa: PLC0415 - see the class

        self.app.push_screen(RestoreSheet())

    def look_at_twin(self) -> None:
        """What the copy that a sync client made would bring; nothing is mixed."""
        from reflect.tui.screens.restore import RestoreSheet  # noqa: PLC0415 - see the class

        sitting = self.app.sitting
        if sitting is not None and sitting.vault.state.twins:
            place = self.app.surroundings.places.vault / sitting.vault.state.twins[0]
            self.app.push_screen(RestoreSheet(place, heading=_("Die zweite Fassung ansehen")))
