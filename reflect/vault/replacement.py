"""Small files that are whole or absent: written under another name, then renamed."""

from contextlib import suppress
from pathlib import Path

from reflect.vault.header import write_all
from reflect.vault.system import System


def write_new(system: System, path: Path, data: bytes, *, durable: bool) -> None:
    """Write a file from scratch; a left-over of that name goes first.

    Args:
        system: The machine.
        path: The file.
        data: All its bytes.
        durable: Whether to wait for the medium.
    """
    system.unlink(path)
    handle = system.open(path, create=True)
    try:
        write_all(system, handle, data, 0)
        if durable:
            system.fsync(handle)
    except OSError:
        with suppress(OSError):
            system.unlink(path)
        raise
    finally:
        system.close(handle)


def replace_file(system: System, path: Path, data: bytes, *, durable: bool) -> None:
    """Replace a file atomically.

    Args:
        system: The machine.
        path: The file.
        data: All its bytes.
        durable: Whether bytes and name must survive a power loss that follows.
    """
    new = path.with_name(path.name + ".new")
    write_new(system, new, data, durable=durable)
    system.replace(new, path)
    if durable:
        system.fsync_dir(path.parent)


def read_file(system: System, path: Path, limit: int) -> bytes | None:
    """Read a small file; None when it is missing, unreadable or larger than `limit` bytes."""
    try:
        handle = system.open(path)
    except OSError:
        return None
    try:
        data = system.pread(handle, limit + 1, 0)
    except OSError:
        return None
    finally:
        system.close(handle)
    return data if len(data) <= limit else None
