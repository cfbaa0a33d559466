"""The medium: reading past sectors that cannot be read any more, so that one of them costs one frame and not all."""

import errno
from itertools import pairwise

from reflect.vault.machine import System

_SECTOR = 512
_STRETCH = 1 << 18  # larger ones cost more in fresh memory than they save in calls


class ReadAhead:
    """Reads a file from front to back with few calls, each past what was asked for.

    It keeps what it has read, so it lives as long as one pass over the file and no longer.

    Args:
        system: The machine.
        handle: The file.
    """

    def __init__(self, system: System, handle: int) -> None:
        self._system = system
        self._handle = handle
        self._window = b""
        self._view = memoryview(self._window)
        self._start = 0

    def read(self, size: int, offset: int) -> bytes:
        """Read up to `size` bytes; see `read_around`."""
        at = offset - self._start
        if at < 0 or at + size > len(self._window):
            at = self._move(size, offset)
        return self._window[at : at + size]

    def view(self, size: int, offset: int) -> memoryview:
        """Read up to `size` bytes without copying them once more."""
        at = offset - self._start
        if at < 0 or at + size > len(self._window):
            at = self._move(size, offset)
        return self._view[at : at + size]

    def _move(self, size: int, offset: int) -> int:
        self._window = read_around(self._system, self._handle, max(_STRETCH, size), offset)
        self._view, self._start = memoryview(self._window), offset
        return 0


def read_around(system: System, handle: int, size: int, offset: int) -> bytes:
    """Read bytes; where the medium fails, zeros stand for what was there.

    The zeros are no data: they fail the tag of whatever frame, body or header they fall into.

    Args:
        system: The machine.
        handle: The file.
        size: How many bytes at most.
        offset: From where.

    Raises:
        OSError: For any other reason than a failing medium.
    """
    try:
        return system.pread(handle, size, offset)
    except OSError as error:
        if error.errno != errno.EIO:
            raise
    end = min(offset + size, system.fstat(handle).size)
    borders = [offset, *range(offset + _SECTOR - offset % _SECTOR, end, _SECTOR), max(offset, end)]
    return b"".join(_sector(system, handle, after - at, at) for at, after in pairwise(borders))


def _sector(system: System, handle: int, size: int, offset: int) -> bytes:
    try:
        return system.pread(handle, size, offset)
    except OSError as error:
        if error.errno != errno.EIO:
            raise
        return bytes(size)
