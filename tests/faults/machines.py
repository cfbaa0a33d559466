"""Machines that fail: errors at any side effect, kill -9, and a power loss that keeps what was flushed or more."""

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from reflect.vault.ram import MemorySystem, Node


class Crash(BaseException):
    """The process is gone; nothing may catch it."""


class Torn(Exception):  # noqa: N818 - a signal to the machine, not an error of ours
    """Take half of the bytes, then fail with this error number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


Plan = Callable[[int, str], None]


class Write(NamedTuple):
    """Bytes that were written and not flushed; a cut has no data."""

    offset: int
    data: bytes | None


class Renaming(NamedTuple):
    """A change of names that was not flushed: `node` None removes the name."""

    folder: Path
    path: str
    node: Node | None


class FailingSystem(MemorySystem):
    """Counts side effects, asks a plan before each, and knows what is durable.

    Attributes:
        effects: How many side effects happened.
        kinds: Their names in order.
        plan: May raise before a side effect.
    """

    def __init__(self, plan: Plan | None = None) -> None:
        super().__init__()
        self.effects = 0
        self.kinds: list[str] = []
        self.plan = plan
        self._durable: dict[int, bytes] = {}
        self._unflushed: dict[int, list[Write]] = {}
        self._durable_names: dict[str, Node] = {}
        self._renamings: list[list[Renaming]] = []

    def _effect(self, kind: str) -> None:
        self.effects += 1
        self.kinds.append(kind)
        if self.plan is not None:
            try:
                self.plan(self.effects, kind)
            except Torn as torn:
                if kind != "pwrite":
                    raise OSError(torn.number, os.strerror(torn.number)) from None
                raise

    def _rename(self, *changes: Renaming) -> None:
        self._renamings.append(list(changes))

    def open(self, path: Path, *, write: bool = False, create: bool = False) -> int:
        if create:
            self._effect("create")
        handle = super().open(path, write=write, create=create)
        if create:
            self._rename(Renaming(path.parent, str(path), self.names[str(path)]))
        return handle

    def pwrite(self, handle: int, data: bytes, offset: int) -> int:
        try:
            self._effect("pwrite")
        except Torn as torn:
            self._write(handle, data[: len(data) // 2], offset)
            raise OSError(torn.number, os.strerror(torn.number)) from None
        return self._write(handle, data, offset)

    def _write(self, handle: int, data: bytes, offset: int) -> int:
        taken = super().pwrite(handle, data, offset)
        self._unflushed.setdefault(self._node(handle).number, []).append(Write(offset, bytes(data)))
        return taken

    def ftruncate(self, handle: int, size: int) -> None:
        self._effect("ftruncate")
        super().ftruncate(handle, size)
        self._unflushed.setdefault(self._node(handle).number, []).append(Write(size, None))

    def fsync(self, handle: int) -> None:
        self._effect("fsync")
        node = self._node(handle)
        self._durable[node.number] = bytes(node.data)
        self._unflushed.pop(node.number, None)

    def replace(self, source: Path, target: Path) -> None:
        self._effect("replace")
        super().replace(source, target)
        node = self.names[str(target)]
        self._rename(Renaming(source.parent, str(source), None), Renaming(target.parent, str(target), node))

    def unlink(self, path: Path) -> None:
        if str(path) in self.names:
            self._effect("unlink")
            super().unlink(path)
            self._rename(Renaming(path.parent, str(path), None))

    def fsync_dir(self, path: Path) -> None:
        self._effect("fsync_dir")
        for group in self._renamings:
            for change in group:
                if change.folder == path:
                    self._settle(self._durable_names, change)
        self._renamings = [group for group in self._renamings if all(change.folder != path for change in group)]

    def makedirs(self, path: Path) -> None:
        if str(path) not in self.folders:
            self._effect("makedirs")
        super().makedirs(path)

    @staticmethod
    def _settle(names: dict[str, Node], change: Renaming) -> None:
        if change.node is None:
            names.pop(change.path, None)
        else:
            names[change.path] = change.node

    # What a crash leaves

    def killed(self) -> MemorySystem:
        """After kill -9: the kernel still has everything that was written."""
        return self._machine({path: bytes(node.data) for path, node in self.names.items()})

    def survivors(self) -> Iterator[MemorySystem]:
        """After a power loss: un-flushed writes none, all, each subset, torn or zero-filled; names in their order."""
        seen: set[int] = set()
        for names in self._name_variants():
            open_nodes = [node for node in names.values() if self._unflushed.get(node.number)]
            for contents in self._content_variants(names, open_nodes):
                key = hash(frozenset(contents.items()))
                if key not in seen:
                    seen.add(key)
                    yield self._machine(contents)

    def _name_variants(self) -> Iterator[dict[str, Node]]:
        """A journal keeps the order of renamings but may stop anywhere."""
        names = dict(self._durable_names)
        yield dict(names)
        for group in self._renamings:
            for change in group:
                self._settle(names, change)
            yield dict(names)

    def _content_variants(self, names: dict[str, Node], open_nodes: list[Node]) -> Iterator[dict[str, bytes]]:
        least = {path: self._durable.get(node.number, b"") for path, node in names.items()}
        most = {path: bytes(node.data) for path, node in names.items()}
        yield least
        yield most
        for node in open_nodes:
            path = next(name for name, found in names.items() if found is node)
            for content in self._variants(node):
                yield {**least, path: content}
                yield {**most, path: content}

    def _variants(self, node: Node) -> Iterator[bytes]:
        base, writes = self._durable.get(node.number, b""), self._unflushed[node.number]
        chosen = itertools.product((False, True), repeat=len(writes)) if len(writes) <= 4 else ()
        for flags in chosen:
            yield self._applied(base, [write for write, flag in zip(writes, flags, strict=True) if flag])
        for count in range(len(writes)):
            before, last = writes[:count], writes[count]
            if last.data is None:
                continue
            for cut in {1, 39, len(last.data) // 2, len(last.data) // 512 * 512, len(last.data) - 1}:
                if 0 < cut < len(last.data):
                    yield self._applied(base, [*before, Write(last.offset, last.data[:cut])])
                    # The size grew, the bytes did not arrive.
                    filled = last.data[:cut] + bytes(len(last.data) - cut)
                    if last.offset >= len(base):
                        yield self._applied(base, [*before, Write(last.offset, filled)])
            if last.offset >= len(base):
                yield self._applied(base, [*before, Write(last.offset, bytes(len(last.data)))])

    @staticmethod
    def _applied(base: bytes, writes: list[Write]) -> bytes:
        content = bytearray(base)
        for offset, data in writes:
            if data is None:
                content[:] = content[:offset].ljust(offset, b"\0")
            else:
                content.extend(bytes(max(0, offset - len(content))))
                content[offset : offset + len(data)] = data
        return bytes(content)

    def _machine(self, contents: dict[str, bytes]) -> MemorySystem:
        return machine_of(contents, self.folders)


def machine_of(contents: dict[str, bytes], folders: set[str]) -> MemorySystem:
    """A healthy machine that holds these files."""
    machine = MemorySystem()
    machine.folders = set(folders)
    for number, (path, content) in enumerate(contents.items(), start=1_000_000):
        node = Node(number)
        node.data[:] = content
        machine.names[path] = node
    return machine


def contents_of(machine: MemorySystem) -> dict[str, bytes]:
    """All files of a machine."""
    return {path: bytes(node.data) for path, node in machine.names.items()}


def crash_at(number: int) -> Plan:
    """Crash before the side effect of this number."""

    def plan(count: int, _kind: str) -> None:
        if count >= number:
            raise Crash

    return plan


def error_at(number: int, errno_value: int, *, lasting: bool, torn: bool) -> Plan:
    """Fail at the side effect of this number, once or from then on."""

    def plan(count: int, kind: str) -> None:
        if count == number or (lasting and count > number):
            if torn and kind == "pwrite":
                raise Torn(errno_value)
            raise OSError(errno_value, os.strerror(errno_value))

    return plan
