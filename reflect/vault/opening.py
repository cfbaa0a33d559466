"""Opening: from a path and a secret to an open store and the facts about it."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, NoReturn

from reflect.domain.fault import VaultDamaged, VaultInUse
from reflect.vault.anchor import Anchor, Mark
from reflect.vault.cache import read_cache
from reflect.vault.failure import saving
from reflect.vault.header import read_copies, write_all, write_copies
from reflect.vault.keys import Keys
from reflect.vault.layout import VAULT_NAME, Layout
from reflect.vault.lock import WriterLock
from reflect.vault.log import Log
from reflect.vault.reading import read_log
from reflect.vault.recognition import locate, recognise
from reflect.vault.source import Source
from reflect.vault.store import Store, Vessel
from reflect.vault.surroundings import Surroundings
from reflect.vault.system import System
from reflect.vault.tail import cut_tail
from reflect.vault.unlocking import HEADER_DAMAGED, Unlocked, unlock
from reflect.vault.verdict import Verdict, judge

_ATTEMPTS = 3


class Opened(NamedTuple):
    """An opened vault.

    Attributes:
        store: The open file.
        lock: The right to write, or None.
        reason: Why it is read-only, or None.
        verdict: Damage and rollback.
        cut_tail: Whether an unfinished frame was put aside.
        repaired: Header copies that were rewritten.
        anchor_found: Whether the anchor was there and readable.
        verified: When every frame was last proven, if not just now: microseconds since 1970.
    """

    store: Store
    lock: WriterLock | None
    reason: str | None
    verdict: Verdict
    cut_tail: bool
    repaired: tuple[str, ...]
    anchor_found: bool
    verified: int | None


class Loaded(NamedTuple):
    """A store as it was read.

    Attributes:
        store: The open file.
        mark: What the anchor remembers.
        verified: When the frames were proven, if not just now: microseconds since 1970.
    """

    store: Store
    mark: Mark | None
    verified: int | None


class _Moved(Exception):  # noqa: N818 - a signal within this file: begin again
    """The file was replaced or changed while it was read."""


def _begin_again() -> NoReturn:
    raise _Moved


def open_vault(place: Path, secret: str, surroundings: Surroundings, *, write: bool, backup: bool = False) -> Opened:
    """Open a vault folder, or a backup file.

    Args:
        place: The vault's folder; or a file of another name than the vault's, which is a backup and opens read-only
            without asking the anchor.
        secret: Passphrase or recovery key, as typed.
        surroundings: Machine, anchors, clock, chance.
        write: Whether the caller means to write.
        backup: Whether the file is a backup whatever its name is.

    Raises:
        NotFound: There is no vault.
        NotAVault: The file is something else; nothing was touched.
        NewerFormat: A newer reflect wrote it.
        WrongPassphrase: The secret opens no slot.
        VaultInUse: Another process writes, and `write` was asked for.
        VaultDamaged: The header is beyond repair.
        NotSaved: The machine refused even to read.
    """
    file = locate(surroundings.system, place)
    with saving(file):
        return _open(Layout(file), secret, surroundings, write=write, backup=backup)


def _open(layout: Layout, secret: str, surroundings: Surroundings, *, write: bool, backup: bool) -> Opened:
    file = layout.file
    _look(surroundings.system, file)
    if backup or file.name != VAULT_NAME:
        return _patiently(layout, secret, surroundings, lock=None, reason="backup")
    lock, reason = _entitlement(layout, surroundings, write=write)
    try:
        return _patiently(layout, secret, surroundings, lock=lock, reason=reason)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _patiently(
    layout: Layout, secret: str, surroundings: Surroundings, *, lock: WriterLock | None, reason: str | None
) -> Opened:
    """Begin again while another process renames a new generation into place."""
    for _ in range(_ATTEMPTS):
        if lock is not None and not lock.mine:  # the attempt before found that the file takes no writing
            lock, reason = None, "media"
        with suppress(_Moved):
            return _read(layout, secret, surroundings, lock=lock, reason=reason)
    raise VaultInUse(None, None)


def _look(system: System, file: Path) -> None:
    handle = system.open(file)
    try:
        recognise(system, handle, file)
    finally:
        system.close(handle)


def _entitlement(layout: Layout, surroundings: Surroundings, *, write: bool) -> tuple[WriterLock | None, str | None]:
    """Take the lock if writing is meant; else say whether somebody else writes."""
    system = surroundings.system
    if not write:
        return None, "in-use" if system.locked(layout.lock) else None
    try:
        lock = WriterLock.take(system, layout.lock, surroundings.now())
    except OSError:
        return None, "media"
    return lock, None


def _read(
    layout: Layout, secret: str, surroundings: Surroundings, *, lock: WriterLock | None, reason: str | None
) -> Opened:
    system = surroundings.system
    handle, reason = _handle(system, layout, lock, reason)
    if reason == "media" and lock is not None:
        lock.release()
        lock = None
    try:
        copies = read_copies(system, handle)
        unlocked = unlock(copies, secret)
        loaded = _load(layout, handle, unlocked, surroundings, backup=reason == "backup")
        if read_copies(system, handle) != copies:  # a writer changed it while we read: no rollback
            _begin_again()
    except BaseException:
        system.close(handle)
        raise
    try:
        return _settle(loaded, surroundings, unlocked, lock=lock, reason=reason)
    except BaseException:
        loaded.store.close()
        raise


def _load(layout: Layout, handle: int, unlocked: Unlocked, surroundings: Surroundings, *, backup: bool) -> Loaded:
    """Read the anchor, then the frames: in this order a writer's progress in between is no rollback."""
    system, header = surroundings.system, unlocked.header
    keys = Keys(unlocked.master, header.vault_id, header.generation_salt)
    unlocked.master[:] = bytes(len(unlocked.master))
    mark = None if backup else Anchor(system, surroundings.anchors, header.vault_id).read(keys.anchor)
    if not backup and system.fstat(handle).identity != system.stat(layout.file).identity:
        _begin_again()
    source = Source.of(system, handle, header, keys)
    cached = None if backup else read_cache(layout, source, header.vault_id, mark, surroundings.now())
    log = read_log(source, mark and mark.sequence) if cached is None else cached.log
    if log.frames == 0 and not unlocked.genuine:
        raise VaultDamaged(HEADER_DAMAGED)
    store = Store(Vessel(layout, handle, header, keys, log), surroundings)
    return Loaded(store, mark, None if cached is None else cached.verified)


def _handle(system: System, layout: Layout, lock: WriterLock | None, reason: str | None) -> tuple[int, str | None]:
    if lock is not None:
        try:
            return system.open(layout.file, write=True), reason
        except OSError:
            reason = "media"
    return system.open(layout.file), reason


def _settle(
    loaded: Loaded,
    surroundings: Surroundings,
    unlocked: Unlocked,
    *,
    lock: WriterLock | None,
    reason: str | None,
) -> Opened:
    """Decide what may be done, and finish what a crash left half done."""
    store, mark, verified = loaded
    verdict = judge(store.log, store.header, mark, genuine=unlocked.genuine)
    reason = verdict.reason or reason
    cut, repaired = False, tuple[str, ...]()
    if lock is not None and reason is not None:
        lock.release()
        lock = None
    if lock is not None:
        try:
            cut, repaired = _finish(store, surroundings, unlocked, mark)
        except OSError:
            lock.release()
            lock, reason = None, "media"
    return Opened(store, lock, reason, verdict, cut, repaired, mark is not None, verified)


def _finish(
    store: Store, surroundings: Surroundings, unlocked: Unlocked, mark: Mark | None
) -> tuple[bool, tuple[str, ...]]:
    system, log = surroundings.system, store.log
    if unlocked.repairs:
        write_copies(system, store.handle, store.header.pack(store.keys.header))
    cut = log.torn > 0
    if cut:
        cut_tail(system, store.layout, store.handle, log)
    if mark is None or mark.sequence != log.sequence:
        _reassure(system, store.handle, log)
    store.anchor(durable=True)
    return cut, unlocked.repairs


def _reassure(system: System, handle: int, log: Log) -> None:
    """Flush a last frame that was never acknowledged before anything is built on it.

    After a failed flush the kernel may show bytes it never wrote and believes clean; writing them again makes them
    dirty, so that this flush is a real one.
    """
    write_all(system, handle, system.pread(handle, log.end - log.offset, log.offset), log.offset)
    system.fsync(handle)
