"""The tail: what an interrupted write left behind the last frame. It is put aside, never deleted."""

from reflect.vault.duplicate import copy_range, free_name
from reflect.vault.layout import Layout
from reflect.vault.log import Log
from reflect.vault.system import System

_CHUNK = 1 << 20
_SUFFIX = "torn-"


def cut_tail(system: System, layout: Layout, handle: int, log: Log) -> None:
    """Keep the bytes after the last frame in a file of their own, then cut them off.

    A tail of zeros (a file that grew before its bytes arrived) holds nothing to keep.

    Args:
        system: The machine.
        layout: Names of the vault's files.
        handle: The vault file, open for writing.
        log: Where the last frame ends; its `torn` is 0 afterwards.

    Raises:
        OSError: The bytes could not be kept, so they were not cut.
    """
    if not _only_zeros(system, handle, log):
        target = free_name(system, layout, f"{_SUFFIX}{log.sequence + 1}")
        copy_range(system, handle, log.end, log.torn, target)
        system.fsync_dir(layout.folder)
    system.ftruncate(handle, log.end)
    system.fsync(handle)
    log.torn = 0


def cut_tails(system: System, layout: Layout) -> list[str]:
    """Return the names of the tails put aside so far."""
    start = layout.beside(_SUFFIX).name
    return [name for name in system.listdir(layout.folder) if name.startswith(start)]


def _only_zeros(system: System, handle: int, log: Log) -> bool:
    return all(not system.pread(handle, _CHUNK, log.end + at).strip(b"\0") for at in range(0, log.torn, _CHUNK))
