"""Duplicates: whole copies of a vault file, and names that are still free."""

from contextlib import suppress
from pathlib import Path

from reflect.vault.header import write_all
from reflect.vault.layout import Layout
from reflect.vault.system import System

_CHUNK = 1 << 20


def free_name(system: System, layout: Layout, suffix: str) -> Path:
    """Return a name beside the vault that nothing has: `vault.reflect.SUFFIX`, `vault.reflect.SUFFIX-2`, and so on."""
    path, number = layout.beside(suffix), 2
    while system.exists(path):
        path, number = layout.beside(f"{suffix}-{number}"), number + 1
    return path


def copy_file(system: System, source: Path, target: Path) -> None:
    """Copy a file and flush the copy; a copy that fails is removed.

    Raises:
        OSError: The disk refused.
    """
    handle = system.open(source)
    try:
        copy_range(system, handle, 0, system.fstat(handle).size, target)
    finally:
        system.close(handle)


def copy_range(system: System, handle: int, start: int, size: int, target: Path) -> None:
    """Copy a stretch of an open file into a new file and flush it; a copy that fails is removed.

    Args:
        system: The machine.
        handle: The file to read.
        start: First byte.
        size: How many bytes.
        target: The new file.
    """
    copy = system.open(target, create=True)
    try:
        for at in range(0, size, _CHUNK):
            write_all(system, copy, system.pread(handle, min(_CHUNK, size - at), start + at), at)
        system.fsync(copy)
    except OSError:
        with suppress(OSError):
            system.unlink(target)
        raise
    finally:
        system.close(copy)
