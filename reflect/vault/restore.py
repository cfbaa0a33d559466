"""Restoring: a backup becomes the vault; the vault so far stays beside it as `*.before-restore`."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from reflect.domain.fault import Fault, VaultDamaged, WrongUsage
from reflect.vault.anchor import Anchor
from reflect.vault.damage import moment
from reflect.vault.documents import Name, documents
from reflect.vault.failure import saving
from reflect.vault.generation import Start, install, write_generation
from reflect.vault.header import HeaderCopy, read_copies
from reflect.vault.index import Index
from reflect.vault.keys import Keys
from reflect.vault.layout import VAULT_NAME, Layout
from reflect.vault.lock import WriterLock
from reflect.vault.opening import open_vault
from reflect.vault.recognition import locate
from reflect.vault.store import Store, Vessel
from reflect.vault.succession import next_header
from reflect.vault.surroundings import Surroundings

_ASIDE = "before-restore"


class Preview(NamedTuple):
    """What a restore would do.

    Attributes:
        documents: How many documents the backup holds.
        written: When its last frame was written.
        brings: Table and id of documents that are only in the backup.
        changes: Those whose record differs from the vault's.
        loses: Those that are only in the vault; they stay in `*.before-restore`.
        comparable: False when the vault so far could not be opened with the same secret.
    """

    documents: int
    written: datetime | None
    brings: tuple[Name, ...]
    changes: tuple[Name, ...]
    loses: tuple[Name, ...]
    comparable: bool


def preview_restore(folder: Path, backup: Path, secret: str, surroundings: Surroundings) -> Preview:
    """Compare a backup with the vault; nothing is written.

    Args:
        folder: The vault's folder.
        backup: The backup file.
        secret: What opens the backup.
        surroundings: The machine.

    Raises:
        WrongPassphrase, NotFound, NotAVault, VaultDamaged: About the backup.
    """
    taken = open_vault(backup, secret, surroundings, write=False, backup=True).store
    try:
        theirs = _records(taken.log.index)
        written = moment(taken.log.last)
        ours: dict[Name, bytes] = {}
        comparable = False
        with suppress(Fault):
            current = open_vault(folder, secret, surroundings, write=False).store
            ours, comparable = _records(current.log.index), True
            current.close()
    finally:
        taken.close()
    return Preview(
        documents=len(theirs),
        written=written,
        brings=tuple(sorted(theirs.keys() - ours.keys())) if comparable else (),
        changes=tuple(sorted(name for name in theirs.keys() & ours.keys() if theirs[name] != ours[name])),
        loses=tuple(sorted(ours.keys() - theirs.keys())),
        comparable=comparable,
    )


def _records(index: Index) -> dict[Name, bytes]:
    return {
        (table, doc_id): entry.packed + entry.body.tag
        for table, entries in index.tables.items()
        for doc_id, entry in entries.items()
    }


def restore(folder: Path, backup: Path, secret: str, surroundings: Surroundings) -> Path | None:
    """Make a backup the vault: a new generation above both the backup and the anchor.

    Args:
        folder: The vault's folder; made if missing.
        backup: The backup file; it stays as it is.
        secret: What opens the backup; it opens the vault from now on.
        surroundings: The machine.

    Returns:
        The file that keeps the vault so far, or None when there was none.

    Raises:
        WrongPassphrase, NotFound, NotAVault: About the backup.
        VaultDamaged: The backup is not whole; nothing changed.
        VaultInUse: Another process writes to the vault.
        WrongUsage: `restore-other-vault`: the folder holds another vault; `restore-from-itself`.
        NotSaved: The disk refused; the vault so far is in place.
    """
    system, layout = surroundings.system, Layout(folder / VAULT_NAME)
    if locate(system, backup) == layout.file:
        raise WrongUsage("restore-from-itself")
    opened = open_vault(backup, secret, surroundings, write=False, backup=True)
    try:
        if opened.verdict.places or opened.store.log.torn:
            raise VaultDamaged(opened.verdict.places, opened.verdict.lost)
        with saving(layout.file):
            system.makedirs(folder)
            lock = WriterLock.take(system, layout.lock, surroundings.now())
        try:
            return _replace(opened.store, layout, surroundings)
        finally:
            lock.release()
    finally:
        opened.store.close()


def _replace(taken: Store, layout: Layout, surroundings: Surroundings) -> Path | None:
    """Write the new generation and give it the vault's name."""
    system = surroundings.system
    header_number = _number_so_far(taken, layout, surroundings)
    mark = Anchor(system, surroundings.anchors, taken.header.vault_id).read(taken.keys.anchor)
    header = next_header(taken.header, surroundings.random).above(
        max(header_number, 0 if mark is None else mark.header_sequence)
    )
    keys = Keys(taken.keys.master, header.vault_id, header.generation_salt)
    # Two above the anchor: one above would claim to follow the anchor's own frame.
    sequence = max(taken.log.sequence, 0 if mark is None else mark.sequence) + 2
    start = Start(sequence, taken.log.tag, taken.log.created or surroundings.microseconds())
    log = write_generation(surroundings, layout, header=header, keys=keys, start=start, documents=documents(taken))
    kept = install(surroundings, layout, _ASIDE)
    with saving(layout.file):
        system.unlink(layout.cache)
        handle = system.open(layout.file)
    store = Store(Vessel(layout, handle, header, keys, log), surroundings)
    store.anchor(durable=True)
    store.close()
    return kept


def _number_so_far(taken: Store, layout: Layout, surroundings: Surroundings) -> int:
    """Return the header number of the vault that will be replaced; 0 when there is none to be read."""
    system = surroundings.system
    if not system.exists(layout.file):
        return 0
    with saving(layout.file):
        handle = system.open(layout.file)
    try:
        headers = [copy.header for copy in read_copies(system, handle) if _readable(copy)]
    finally:
        system.close(handle)
    if any(header is not None and header.vault_id != taken.header.vault_id for header in headers):
        raise WrongUsage("restore-other-vault")
    return max((header.sequence for header in headers if header is not None), default=0)


def _readable(copy: HeaderCopy) -> bool:
    return copy.header is not None and copy.intact
