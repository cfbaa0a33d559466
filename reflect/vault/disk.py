"""Real files. Nothing here imports a POSIX-only module at the top."""

import os
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from reflect.vault.machine import FileStat


class DiskSystem:
    """Real files.

    Attributes:
        held: Lock handles of this process. A forked child closes its copies, otherwise it would keep the lock
            alive after its parent's death.
        positional: Whether the platform reads and writes at an offset with one call; Windows does not.
        flushes_folders: Whether a folder can be flushed; Windows orders names itself.
    """

    positional: ClassVar[bool] = hasattr(os, "pread")
    flushes_folders: ClassVar[bool] = os.name != "nt"
    held: ClassVar[set[int]] = set()
    _watching_forks: ClassVar[bool] = False

    def open(self, path: Path, *, write: bool = False, create: bool = False) -> int:
        """See `System.open`."""
        flags = os.O_RDWR if write or create else os.O_RDONLY
        if create:
            flags |= os.O_CREAT | os.O_EXCL
        # O_BINARY exists on Windows only, O_CLOEXEC elsewhere only.
        return os.open(path, flags | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0), 0o600)

    def close(self, handle: int) -> None:
        """See `System.close`."""
        os.close(handle)

    def pread(self, handle: int, size: int, offset: int) -> bytes:
        """See `System.pread`."""
        if self.positional:
            return os.pread(handle, size, offset)
        os.lseek(handle, offset, os.SEEK_SET)
        return os.read(handle, size)

    def pwrite(self, handle: int, data: bytes, offset: int) -> int:
        """See `System.pwrite`."""
        if self.positional:
            return os.pwrite(handle, data, offset)
        os.lseek(handle, offset, os.SEEK_SET)
        return os.write(handle, data)

    def fsync(self, handle: int) -> None:
        """See `System.fsync`."""
        os.fsync(handle)

    def ftruncate(self, handle: int, size: int) -> None:
        """See `System.ftruncate`."""
        os.ftruncate(handle, size)

    def fstat(self, handle: int) -> FileStat:
        """See `System.fstat`."""
        found = os.fstat(handle)
        return FileStat((found.st_dev, found.st_ino), found.st_size, found.st_mtime_ns)

    def stat(self, path: Path) -> FileStat:
        """See `System.stat`."""
        found = path.stat()
        return FileStat((found.st_dev, found.st_ino), found.st_size, found.st_mtime_ns)

    def replace(self, source: Path, target: Path) -> None:
        """See `System.replace`."""
        source.replace(target)

    def fsync_dir(self, path: Path) -> None:
        """See `System.fsync_dir`."""
        if not self.flushes_folders:
            return
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def unlink(self, path: Path) -> None:
        """See `System.unlink`."""
        path.unlink(missing_ok=True)

    def listdir(self, path: Path) -> list[str]:
        """See `System.listdir`."""
        try:
            return sorted(found.name for found in path.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []

    def makedirs(self, path: Path) -> None:
        """See `System.makedirs`."""
        path.mkdir(mode=0o700, parents=True, exist_ok=True)

    def exists(self, path: Path) -> bool:
        """See `System.exists`."""
        return path.exists()

    def is_dir(self, path: Path) -> bool:
        """See `System.is_dir`."""
        return path.is_dir()

    def lock(self, path: Path) -> int:
        """See `System.lock`."""
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(path, flags, 0o600)
        try:
            self._take(handle)
        except OSError:
            os.close(handle)
            raise
        self._watch_forks()
        DiskSystem.held.add(handle)
        return handle

    def locked(self, path: Path) -> bool:
        """See `System.locked`."""
        try:
            handle = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
        except OSError:
            return False
        try:
            self._take(handle, shared=True)
        except BlockingIOError:
            return True
        except OSError:
            return False
        finally:
            os.close(handle)
        return False

    def unlock(self, handle: int) -> None:
        """See `System.unlock`."""
        if handle in DiskSystem.held:
            DiskSystem.held.discard(handle)
            self._release(handle)
            os.close(handle)

    def pid(self) -> int:
        """See `System.pid`."""
        return os.getpid()

    @staticmethod
    def _take(handle: int, *, shared: bool = False) -> None:
        try:
            import fcntl  # noqa: PLC0415 - absent on Windows
        except ImportError:
            import msvcrt  # noqa: PLC0415 - present on Windows only

            # Far behind the holder's note, so that others can still read it.
            os.lseek(handle, 1 << 20, os.SEEK_SET)
            try:
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore] # Windows only
            except OSError as error:
                raise BlockingIOError from error
            return
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)

    @staticmethod
    def _release(handle: int) -> None:
        try:
            import fcntl  # noqa: PLC0415 - absent on Windows, where closing releases
        except ImportError:
            return
        # Explicit, because closing alone would leave the lock with any process that inherited the handle.
        fcntl.flock(handle, fcntl.LOCK_UN)

    @classmethod
    def _watch_forks(cls) -> None:
        if not DiskSystem._watching_forks and hasattr(os, "register_at_fork"):
            DiskSystem._watching_forks = True
            os.register_at_fork(after_in_child=cls._forget_held)

    @staticmethod
    def _forget_held() -> None:
        for handle in DiskSystem.held:
            with suppress(OSError):
                os.close(handle)
        DiskSystem.held.clear()
