"""Backups: copies of the vault file in another folder, verified after writing, the oldest going first.

A backup opens with what opened the vault when it was made; `Vault.open` with the backup's path reads it.
"""

import re
from collections.abc import Collection
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from reflect.domain.fault import VaultDamaged
from reflect.vault.documents import Name
from reflect.vault.duplicate import copy_range
from reflect.vault.failure import saving
from reflect.vault.frame import Frame
from reflect.vault.header import read_copies
from reflect.vault.keys import Keys
from reflect.vault.layout import Layout
from reflect.vault.log import Log
from reflect.vault.operation import PUT, unpack
from reflect.vault.parts import Gap, read_parts
from reflect.vault.reading import read_log
from reflect.vault.source import Source
from reflect.vault.store import Store, Vessel
from reflect.vault.surroundings import Surroundings
from reflect.vault.system import System
from reflect.vault.vault import Vault

KEPT = 5
INTERVAL = timedelta(days=7)
_NAME = re.compile(r"([0-9a-f]{12})-(\d{12,20})-(\d{8}-\d{6})\.reflect")
_TIME = "%Y%m%d-%H%M%S"


class BackupFile(NamedTuple):
    """A backup, as its name tells.

    Attributes:
        sequence: Number of the last frame in it; orders backups, whatever the clock said.
        taken: When it was made.
        path: The file.
        size: Bytes.
    """

    sequence: int
    taken: datetime
    path: Path
    size: int


def backups(system: System, folder: Path, vault_id: str) -> tuple[BackupFile, ...]:
    """Return a vault's backups in a folder, oldest first.

    Args:
        system: The machine.
        folder: Where backups are; a missing folder (a stick that is not plugged in) has none.
        vault_id: 32 hexadecimal digits, `VaultState.vault_id`.
    """
    found = []
    for name in system.listdir(folder):
        match = _NAME.fullmatch(name)
        if match is None or not vault_id.startswith(match[1]):
            continue
        with suppress(OSError, ValueError):
            taken = datetime.strptime(match[3], _TIME).replace(tzinfo=UTC)
            found.append(BackupFile(int(match[2]), taken, folder / name, system.stat(folder / name).size))
    return tuple(sorted(found))


def backup_due(newest: BackupFile | None, now: datetime) -> bool:
    """Whether a backup is missing, older than a week, or from the future (the clock was set back)."""
    return newest is None or not timedelta(0) <= now - newest.taken < INTERVAL


def back_up(vault: Vault, folder: Path, *, keep: int = KEPT) -> BackupFile:
    """Copy the vault, prove the copy down to every body, then let the oldest go.

    Args:
        vault: A vault that is open for writing.
        folder: Where backups go; made if missing.
        keep: How many stay, at least 1.

    Raises:
        ReadOnly: The vault is open for reading; a damaged vault must not push good backups out.
        NotSaved: The disk refused; older backups are untouched.
        VaultDamaged: The copy, or the vault itself, is not whole; older backups are untouched.
    """
    with vault.writing() as store:
        store.guard()
        return _copy(store, vault.surroundings, folder, keep)


def _copy(store: Store, surroundings: Surroundings, folder: Path, keep: int) -> BackupFile:
    system = surroundings.system
    taken = surroundings.now().astimezone(UTC).replace(microsecond=0)
    vault_id = store.header.vault_id.hex()
    path = folder / f"{vault_id[:12]}-{store.log.sequence:012d}-{taken:{_TIME}}.reflect"
    new = path.with_name(path.name + ".new")
    with saving(path):
        system.makedirs(folder)
        system.unlink(new)
        copy_range(system, store.handle, 0, store.log.end, new)
        try:
            _prove(store, surroundings, new)
        except BaseException:
            system.unlink(new)
            raise
        system.replace(new, path)
        system.fsync_dir(folder)
        for old in backups(system, folder, vault_id)[: -max(keep, 1)]:
            if old.path != path:
                system.unlink(old.path)
    return BackupFile(store.log.sequence, taken, path, store.log.end)


def _prove(store: Store, surroundings: Surroundings, path: Path) -> None:
    """Read a copy from the medium: header, every frame, every body."""
    handle = surroundings.system.open(path)
    try:
        log = _whole_log(store, surroundings, handle)
        copy = Store(Vessel(Layout(path), handle, store.header, store.keys, log), surroundings)
        for table in log.index.tables:
            for _, entry, text in copy.bodies(table):
                if text is None:
                    raise VaultDamaged(((entry.body.sequence, None),), 1)
    finally:
        surroundings.system.close(handle)


def _whole_log(store: Store, surroundings: Surroundings, handle: int) -> Log:
    system = surroundings.system
    if not all(copy.genuine(store.keys.header) for copy in read_copies(system, handle)):
        raise VaultDamaged(((0, None),))
    log = read_log(Source.of(system, handle, store.header, store.keys), store.log.sequence)
    if log.damage or log.torn or log.tag != store.log.tag:
        raise VaultDamaged(tuple(log.damage), 1)
    return log


def backups_holding(vault: Vault, folder: Path, table: str, doc_id: str) -> tuple[BackupFile, ...]:
    """Return the backups that still hold a document; see `backups_holding_any`."""
    return backups_holding_any(vault, folder, frozenset({(table, doc_id)}))


def backups_holding_any(vault: Vault, folder: Path, names: Collection[Name]) -> tuple[BackupFile, ...]:
    """Return the backups that still hold one of some documents, and those that cannot be read to tell.

    Args:
        vault: The open vault; its keys read backups of the same master key.
        folder: Where backups are.
        names: Table and id of each document.
    """
    found = backups(vault.surroundings.system, folder, vault.store.header.vault_id.hex())
    return tuple(backup for backup in found if _may_hold(vault, backup.path, names))


def _may_hold(vault: Vault, path: Path, names: Collection[Name]) -> bool:
    """Whether a frame in a backup once wrote one of them, removed since or not; in doubt, yes."""
    store, system = vault.store, vault.surroundings.system
    try:
        handle = system.open(path)
    except OSError:
        return True
    try:
        headers = [copy.header for copy in read_copies(system, handle) if copy.genuine(store.keys.header)]
        if not headers or headers[0] is None:
            return True
        keys = Keys(store.keys.master, store.header.vault_id, headers[0].generation_salt)
        parts = read_parts(Source.of(system, handle, headers[0], keys))
        return any(isinstance(part, Gap) or _wrote(part, names) for part in parts)
    finally:
        system.close(handle)


def _wrote(frame: Frame, names: Collection[Name]) -> bool:
    operations = unpack(frame.operations, frame.operation_count)
    return any(found.kind == PUT and (found.table, found.doc_id) in names for found in operations)
