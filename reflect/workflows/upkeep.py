"""Upkeep of the vault: passphrase and recovery key, backups, restoring, tidying up."""

from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from reflect.domain.fault import Fault, WrongUsage
from reflect.vault import backup, compaction, passphrase, restore, salvage
from reflect.vault.backup import BackupFile
from reflect.vault.check import check
from reflect.vault.compaction import Purge
from reflect.vault.recovery import RecoveryKey
from reflect.vault.restore import Preview
from reflect.vault.salvage import Salvage
from reflect.vault.surroundings import Surroundings as Machine
from reflect.vault.system import DiskSystem
from reflect.vault.vault import Vault
from reflect.workflows.sitting import ENTRIES, Sitting
from reflect.workflows.surroundings import Surroundings


def change_passphrase(sitting: Sitting, old: str, new: str, *, known: bool) -> RecoveryKey | None:
    """Replace the passphrase.

    Args:
        sitting: The open vault.
        old: The passphrase so far, or the recovery key.
        new: The passphrase to be.
        known: Whether somebody could know the old one; then every key is made anew.

    Returns:
        The new recovery key when every key was made anew, else None.

    Raises:
        WrongPassphrase: `old` opens nothing.
        ReadOnly, NotSaved: Nothing changed.
    """
    return passphrase.change_passphrase(sitting.vault, old, new, rekey=known)


def new_recovery_key(sitting: Sitting) -> RecoveryKey:
    """Make a new recovery key; the one before no longer opens the vault."""
    return passphrase.create_recovery(sitting.vault)


def new_keys(sitting: Sitting, secret: str) -> RecoveryKey:
    """Seal everything anew; only this passphrase and the recovery key returned open the vault from now on."""
    return passphrase.change_keys(sitting.vault, secret)


def backup_folder(sitting: Sitting, named: Path | None) -> Path:
    """Where backups go.

    Raises:
        WrongUsage: `backup-nowhere`: neither named nor chosen in the settings.
    """
    if named is not None:
        return named
    if not sitting.config.backup_folder:
        raise WrongUsage("backup-nowhere")
    return Path(sitting.config.backup_folder).expanduser()


def back_up(sitting: Sitting, folder: Path) -> BackupFile:
    """Copy the vault, prove the copy, let the oldest go.

    Raises:
        ReadOnly, NotSaved, VaultDamaged: Older backups are untouched.
    """
    return backup.back_up(sitting.vault, folder)


def newest_backup(sitting: Sitting) -> BackupFile | None:
    """The newest backup in the chosen folder; None when there is none, or the stick is not plugged in."""
    if not sitting.config.backup_folder:
        return None
    folder = Path(sitting.config.backup_folder).expanduser()
    found = backup.backups(sitting.vault.surroundings.system, folder, sitting.vault.state.vault_id)
    return found[-1] if found else None


def proven_backups(sitting: Sitting, secret: str) -> tuple[tuple[BackupFile, bool], ...]:
    """Read every backup in the chosen folder down to the last body.

    Args:
        sitting: The open vault.
        secret: What opens it; a backup older than the last change of keys may not open with it and counts as unread.

    Returns:
        Each backup with whether it is whole and opens.
    """
    if not sitting.config.backup_folder:
        return ()
    machine = sitting.vault.surroundings
    folder = Path(sitting.config.backup_folder).expanduser()
    found = backup.backups(machine.system, folder, sitting.vault.state.vault_id)
    return tuple((one, _is_whole(one, secret, machine)) for one in found)


def _is_whole(one: BackupFile, secret: str, machine: Machine) -> bool:
    with suppress(Fault, OSError):
        copy = Vault.open(
            one.path, secret, anchors=machine.anchors, write=False, system=machine.system, now=machine.now
        )
        with copy:
            # A backup has no anchor: only its name tells that the end is missing.
            return copy.state.sequence == one.sequence and check(copy, full=True).healthy
    return False


def look_after(sitting: Sitting) -> None:
    """What happens by itself after a sitting: a backup when the last is too old, tidying when it is worth it.

    A stick that is not plugged in is no fault: home tells how old the last backup is.
    """
    if sitting.vault.refusal is not None:
        return
    with suppress(Fault, OSError):
        folder = _chosen_folder(sitting)
        # Not made: below the place where a stick would be, a copy would lie on the very disk it is meant to outlive.
        if folder and sitting.vault.surroundings.system.exists(folder) and _is_due(sitting):
            back_up(sitting, folder)
    with suppress(Fault, OSError):
        if compaction.compaction_due(sitting.vault):
            compaction.compact(sitting.vault)


def _chosen_folder(sitting: Sitting) -> Path | None:
    chosen = sitting.config.backup_folder
    return Path(chosen).expanduser() if chosen else None


def _is_due(sitting: Sitting) -> bool:
    newest = newest_backup(sitting)
    return newest is None or not timedelta(0) <= sitting.now() - newest.taken < timedelta(
        days=sitting.config.backup_days
    )


def preview(surroundings: Surroundings, file: Path, secret: str) -> Preview:
    """What a restore would bring, change and lose; nothing is written.

    Raises:
        WrongPassphrase, NotFound, NotAVault, VaultDamaged: About the backup.
    """
    return restore.preview_restore(surroundings.places.vault, file, secret, _machine(surroundings))


def bring_back(surroundings: Surroundings, file: Path, secret: str) -> Path | None:
    """Make a backup the vault.

    Returns:
        The file that keeps the vault so far; None when there was none.

    Raises:
        Fault: See `reflect.vault.restore.restore`; the vault so far is in place.
    """
    return restore.restore(surroundings.places.vault, file, secret, _machine(surroundings))


def _machine(surroundings: Surroundings) -> Machine:
    return Machine(
        surroundings.system or DiskSystem(), surroundings.places.state, surroundings.now, surroundings.random
    )


def compact(sitting: Sitting) -> int:
    """Rewrite the file without what nobody needs any more; bytes freed."""
    return compaction.compact(sitting.vault)


class Emptied(NamedTuple):
    """What emptying the trash did.

    Attributes:
        gone: How many entries went.
        purge: What was done to the file.
        backups: Names of backups that still hold one of them, or cannot be read to tell.
    """

    gone: int
    purge: Purge
    backups: tuple[str, ...]


def purge(sitting: Sitting) -> Emptied:
    """Empty the trash for good and remove the bytes.

    Raises:
        ReadOnly, NotSaved, VaultDamaged: See `reflect.vault.compaction.purge`.
    """
    vault = sitting.vault
    gone = [(ENTRIES, entry_id) for entry_id, record in vault.records(ENTRIES).items() if record.get("trashed")]
    folder = _chosen_folder(sitting)
    held = backup.backups_holding_any(vault, folder, frozenset(gone)) if folder and gone else ()
    with vault.batch() as batch:
        for name in gone:
            batch.remove(*name)
    return Emptied(len(gone), compaction.purge(vault), tuple(one.path.name for one in held))


def go_on(sitting: Sitting) -> Salvage:
    """Make a damaged or rolled-back vault a healthy one with everything that is readable; the old file stays."""
    with closing(sitting):
        return salvage.go_on(sitting.vault)
