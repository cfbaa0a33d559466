"""The lock: one process writes, others read. It says who writes and since when."""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from reflect.domain.fault import VaultInUse
from reflect.vault.header import write_all
from reflect.vault.replacement import read_file
from reflect.vault.system import System

_NOTE_LIMIT = 1024
_ATTEMPTS = 3  # a reader that looks whether somebody writes holds the lock for an instant


class WriterLock:
    """The right to write, held until `release` or the process's death.

    Attributes:
        pid: The holder; a forked child is another one and must not write.
    """

    def __init__(self, system: System, handle: int) -> None:
        self._system = system
        self._handle: int | None = handle
        self.pid = system.pid()

    @classmethod
    def take(cls, system: System, path: Path, now: datetime) -> "WriterLock":
        """Take the lock and note who holds it.

        Raises:
            VaultInUse: Another process writes.
            OSError: The folder does not let itself be written to.
        """
        for attempt in range(_ATTEMPTS):
            try:
                lock = cls(system, system.lock(path))
            except BlockingIOError:
                if attempt == _ATTEMPTS - 1:
                    raise VaultInUse(*holder(system, path)) from None
            else:
                lock._note(now)
                return lock
        raise AssertionError  # pragma: no cover - the loop returns or raises

    @property
    def mine(self) -> bool:
        """Whether this process still holds it."""
        return self._handle is not None and self.pid == self._system.pid()

    def _note(self, now: datetime) -> None:
        note = json.dumps({"pid": self.pid, "since": now.isoformat()}).encode()
        # The note is a courtesy: on a full disk the lock still holds.
        with suppress(OSError):
            if self._handle is not None:
                self._system.ftruncate(self._handle, 0)
                write_all(self._system, self._handle, note, 0)

    def release(self) -> None:
        """Give the right back. Idempotent; a forked child releases nothing."""
        if self.mine and self._handle is not None:
            self._system.unlock(self._handle)
        self._handle = None


def holder(system: System, path: Path) -> tuple[datetime | None, int | None]:
    """Read who holds the lock: since when and which process, as far as the note says."""
    try:
        note: Any = json.loads(read_file(system, path, _NOTE_LIMIT) or b"{}")
        return datetime.fromisoformat(note["since"]), int(note["pid"])
    except (ValueError, KeyError, TypeError):
        return None, None
