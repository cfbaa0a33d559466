"""Commands of home that care for the vault itself; all of them are in the palette."""

from typing import Any

from reflect.language import N_
from reflect.tui.commands.command import Command
from reflect.tui.commands.reading import ONLY_READ, may_write


def _is_own(screen: Any) -> bool:
    """Not the vault of the demo, which is gone with the program."""
    return screen.app.sitting is not None and screen.app.sitting is not screen.app.demo


def _is_hurt(screen: Any) -> bool:
    return _is_own(screen) and screen.app.sitting.vault.state.readonly in HURT


def _may_care(screen: Any) -> bool:
    return _is_own(screen) and may_write(screen)


HURT = frozenset({"damaged", "rolled-back"})
BACKUP = Command(
    id="backup",
    key="f8",
    text=N_("Sicherung jetzt"),
    action="backup",
    tooltip=N_("den Tresor sichern und die Kopie prüfen"),
    in_row=False,
    order=8,
    available=_may_care,
    reason=ONLY_READ,
)
RESTORE = Command(
    id="restore",
    key="f9",
    text=N_("Sicherung zurückholen"),
    action="restore",
    tooltip=N_("eine Sicherung zurückholen; zeigt vorher, was sie bringt"),
    in_row=False,
    order=9,
    available=_is_own,
)
PASSPHRASE = Command(
    id="passphrase",
    key="f3",
    text=N_("Passphrase ändern"),
    action="passphrase",
    in_row=False,
    order=9,
    available=_may_care,
    reason=ONLY_READ,
)
NEW_KEY = Command(
    id="new-key",
    key="f4",
    text=N_("Neuer Notfallschlüssel"),
    action="new_key",
    in_row=False,
    order=9,
    available=_may_care,
    reason=ONLY_READ,
)
NAME = Command(
    id="name",
    key="m",
    text=N_("Tresor benennen"),
    action="name",
    tooltip=N_("der Name, den dieser Computer zeigt"),
    in_row=False,
    order=9,
    available=_is_own,
)
PROVE = Command(
    id="prove",
    key="p",
    text=N_("Notfallschlüssel prüfen"),
    action="prove",
    in_row=False,
    order=8,
    available=_may_care,
    reason=ONLY_READ,
)
RESCUE = Command(
    id="rescue",
    key="d",
    text=N_("Was ist beschädigt?"),
    action="rescue",
    in_row=False,
    order=8,
    available=_is_hurt,
)

TAKEOUT = Command(
    id="takeout",
    key="f7",
    text=N_("Alles herausnehmen"),
    action="takeout",
    tooltip=N_("alles lesbar herausnehmen, in einen Ordner, den du nennst"),
    in_row=False,
    order=9,
    available=_is_own,
)

CARING = (BACKUP, PROVE, RESCUE, RESTORE, PASSPHRASE, NEW_KEY, NAME, TAKEOUT)
