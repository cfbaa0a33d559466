"""What the vault asks of a machine: the seam behind which every side effect lives."""

from pathlib import Path
from typing import NamedTuple, Protocol


class FileStat(NamedTuple):
    """What tells one state of a file from another.

    Attributes:
        identity: Changes when another file takes the name (device and inode).
        size: Bytes.
        modified: Last change in nanoseconds; a hint, never an order.
    """

    identity: tuple[int, int]
    size: int
    modified: int


class System(Protocol):
    """What the vault asks of a machine."""

    def open(self, path: Path, *, write: bool = False, create: bool = False) -> int:
        """Open a file; `create` makes a new one (readable by its owner only) and fails where one exists."""

    def close(self, handle: int) -> None:
        """Give a handle back."""

    def pread(self, handle: int, size: int, offset: int) -> bytes:
        """Read up to `size` bytes at `offset`; fewer only at the end of the file."""

    def pwrite(self, handle: int, data: bytes, offset: int) -> int:
        """Write at `offset`; returns how many bytes were taken, which may be fewer."""

    def fsync(self, handle: int) -> None:
        """Return when the file's bytes have reached the medium."""

    def ftruncate(self, handle: int, size: int) -> None:
        """Cut the file to `size` bytes."""

    def fstat(self, handle: int) -> FileStat:
        """State of the open file, whatever its name is by now."""

    def stat(self, path: Path) -> FileStat:
        """State of the file that has this name."""

    def replace(self, source: Path, target: Path) -> None:
        """Rename atomically; an existing target is replaced."""

    def fsync_dir(self, path: Path) -> None:
        """Return when the folder's names have reached the medium."""

    def unlink(self, path: Path) -> None:
        """Remove a name; a missing one is no error."""

    def listdir(self, path: Path) -> list[str]:
        """Names in a folder, sorted; an absent folder has none."""

    def makedirs(self, path: Path) -> None:
        """Make a folder and its parents, readable by their owner only."""

    def exists(self, path: Path) -> bool:
        """Whether a file or folder has this name."""

    def is_dir(self, path: Path) -> bool:
        """Whether the name belongs to a folder."""

    def lock(self, path: Path) -> int:
        """Take the lock file for this process alone; `BlockingIOError` when another one has it."""

    def locked(self, path: Path) -> bool:
        """Whether somebody holds the lock."""

    def unlock(self, handle: int) -> None:
        """Release the lock; the file stays, because removing it would race with the next holder."""

    def pid(self) -> int:
        """Number of this process; differs in a forked child."""
