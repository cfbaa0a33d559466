"""Which vault lies behind the door: another one, a new one, or one that is not where it lay."""

from pathlib import Path
from typing import Any, ClassVar

from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.screens.page import Page
from reflect.tui.widgets.typedline import TypedLine


def is_away(screen: Any) -> bool:
    """Whether the vault is not where it lay."""
    return screen.app.demo is None and bool(screen.app.surroundings.is_missing)


OTHER_VAULT = Command(
    id="other-vault",
    key="f3",
    text=N_("Tresore"),
    action="other_vault",
    tooltip=N_("einen anderen Tresor öffnen oder einen neuen machen"),
    order=3,
    available=lambda screen: screen.app.demo is None and not screen.app.surroundings.places.vault.is_file(),
)
RESTORE_MISSING = Command(
    id="restore",
    key="f9",
    text=N_("Sicherung"),
    action="restore",
    tooltip=N_("eine Sicherung zurückholen; zeigt vorher, was sie bringt"),
    order=2,
    available=is_away,
)


class Door(Page[None]):
    """Turns to another vault, or makes one; each sheet is loaded when somebody goes there."""

    commands: ClassVar[tuple[Command, ...]] = (OTHER_VAULT, RESTORE_MISSING)

    def __init__(self) -> None:
        super().__init__()
        self._before: Path | None = None

    def promise(self) -> str:
        """What stands under the line while nothing was typed."""
        around = self.app.surroundings
        if self.app.demo is not None:
            return _("Das ist die Vorführung, nur im Speicher.\nEingabe öffnet sie wieder, ohne Passphrase.")
        if is_away(self):
            folder = around.places.vault
            gone = _("Der Ordner ist da, der Tresor darin nicht.")
            where = gone if folder.is_dir() else _("Der Ordner dieses Tresors ist nicht da.")
            calm = _("Nichts wurde gelöscht. Steckt der Stick? Ist der Abgleich fertig?")
            return "\n".join([where, calm, "", str(folder)])
        who = _("Öffnen kannst nur du: mit deiner Passphrase\noder mit deinem Notfallschlüssel.")
        return "\n".join([who, "", _("Dieses Programm geht nicht ins Netz.")])

    @property
    def called(self) -> str:
        """How this computer calls the vault; said where there are several."""
        several = len(self.app.surroundings.vaults) > 1
        return (self.app.surroundings.name or _("ohne Namen")) if several and self.app.demo is None else ""

    def look_again(self) -> None:
        """Say what there is now."""

    def action_other_vault(self) -> None:
        """Choose among the vaults that this computer knows, or make one."""
        from reflect.tui.screens.vaults import VaultSheet  # noqa: PLC0415 - see the class

        self.app.push_screen(VaultSheet(), self._chosen)

    def _chosen(self, choice: str | None) -> None:
        from reflect.tui.screens.vaults import NEW, VaultNameSheet  # noqa: PLC0415 - see the class

        if choice == NEW:
            self._turn_to(self.app.surroundings.free_place(), self.app.surroundings.places.vault)
            self.app.push_screen(VaultNameSheet(_("Ein neuer Tresor")), self._named)
        elif choice is not None:
            self._turn_to(Path(choice))

    def _turn_to(self, folder: Path, before: Path | None = None) -> None:
        self._before = before
        self.app.surroundings.turn_to(folder)
        self.query_one(TypedLine).set_text("")
        self.look_again()

    def _named(self, name: str | None) -> None:
        from reflect.tui.screens.setup.belonging import Belonging  # noqa: PLC0415 - see the class
        from reflect.tui.screens.setup.step import Beginning  # noqa: PLC0415 - the same

        if name is None:
            self._turn_back()
        else:
            self.app.push_screen(Belonging(Beginning(name=name)), self._turn_back)

    def _turn_back(self, _result: object = None) -> None:
        """The new vault was not made after all: the one before is the vault again."""
        if self._before is not None:
            self._turn_to(self._before)

    def action_restore(self) -> None:
        """Bring a backup back to where the vault lay."""
        from reflect.tui.screens.restore import RestoreSheet  # noqa: PLC0415 - see the class

        self.app.push_screen(RestoreSheet(), self._restored)

    def _restored(self, words: str | None) -> None:
        self.look_again()
        if words:
            self.say(words)
