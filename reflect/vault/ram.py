"""A machine made of dictionaries: for the demo, which leaves nothing behind, and for fault injection."""

import errno
import os
from pathlib import Path

from reflect.vault.machine import FileStat


class Node:
    """One file's bytes, which live on without a name, as an inode does.

    Attributes:
        number: Inode number.
        data: The bytes.
        modified: A counter that grows with each change.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self.data = bytearray()
        self.modified = 0


class MemorySystem:
    """Files that are gone with the process; see `reflect.vault.system.System` for each method.

    Attributes:
        names: Which node has which path.
        folders: Folders that were made.
    """

    def __init__(self) -> None:
        self.names: dict[str, Node] = {}
        self.folders: set[str] = set()
        self._handles: dict[int, tuple[Node, bool]] = {}
        self._locks: dict[str, int] = {}
        self._count = 2

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _node(self, handle: int, *, write: bool = False) -> Node:
        node, writable = self._handles[handle]
        if write and not writable:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return node

    def _named(self, path: Path) -> Node:
        try:
            return self.names[str(path)]
        except KeyError:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path)) from None

    def open(self, path: Path, *, write: bool = False, create: bool = False) -> int:
        """Open or create a file."""
        if create:
            if str(path) in self.names:
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
            self.names[str(path)] = Node(self._next())
        handle = self._next()
        self._handles[handle] = (self._named(path), write or create)
        return handle

    def close(self, handle: int) -> None:
        """Give a handle back."""
        self._handles.pop(handle, None)

    def pread(self, handle: int, size: int, offset: int) -> bytes:
        """Read bytes."""
        return bytes(self._node(handle).data[offset : offset + size])

    def pwrite(self, handle: int, data: bytes, offset: int) -> int:
        """Write bytes; a gap is filled with zeros."""
        node = self._node(handle, write=True)
        if offset > len(node.data):
            node.data.extend(bytes(offset - len(node.data)))
        node.data[offset : offset + len(data)] = data
        node.modified += 1
        return len(data)

    def fsync(self, handle: int) -> None:
        """Nothing to wait for."""
        self._node(handle)

    def ftruncate(self, handle: int, size: int) -> None:
        """Cut or grow a file."""
        node = self._node(handle, write=True)
        del node.data[size:]
        node.data.extend(bytes(size - len(node.data)))
        node.modified += 1

    def fstat(self, handle: int) -> FileStat:
        """State of an open file."""
        node = self._node(handle)
        return FileStat((0, node.number), len(node.data), node.modified)

    def stat(self, path: Path) -> FileStat:
        """State of a named file."""
        node = self._named(path)
        return FileStat((0, node.number), len(node.data), node.modified)

    def replace(self, source: Path, target: Path) -> None:
        """Rename."""
        node = self._named(source)
        del self.names[str(source)]
        self.names[str(target)] = node

    def fsync_dir(self, path: Path) -> None:
        """Nothing to wait for."""

    def unlink(self, path: Path) -> None:
        """Remove a name."""
        self.names.pop(str(path), None)

    def listdir(self, path: Path) -> list[str]:
        """Names of the files directly in a folder."""
        return sorted(Path(name).name for name in self.names if Path(name).parent == path)

    def makedirs(self, path: Path) -> None:
        """Make a folder and its parents."""
        self.folders.update(str(folder) for folder in (path, *path.parents))

    def exists(self, path: Path) -> bool:
        """Whether something has this name."""
        return str(path) in self.names or str(path) in self.folders

    def is_dir(self, path: Path) -> bool:
        """Whether it is a folder."""
        return str(path) in self.folders

    def lock(self, path: Path) -> int:
        """Take a lock."""
        if str(path) in self._locks:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(path))
        if str(path) not in self.names:
            self.close(self.open(path, create=True))
        handle = self.open(path, write=True)
        self._locks[str(path)] = handle
        return handle

    def locked(self, path: Path) -> bool:
        """Whether somebody holds the lock."""
        return str(path) in self._locks

    def unlock(self, handle: int) -> None:
        """Release a lock."""
        self._locks = {path: held for path, held in self._locks.items() if held != handle}
        self.close(handle)

    def pid(self) -> int:
        """Number of this process."""
        return os.getpid()
