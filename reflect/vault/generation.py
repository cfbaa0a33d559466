"""A generation: the whole vault file written anew, under another name, and renamed only when it is proven whole.

Compaction, rekeying, restoring and salvage differ in what they put into it. Every document gets a frame of its own, so
that later damage costs one document. The first frame is empty and carries the time of the vault's beginning.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from reflect.domain.fault import VaultDamaged
from reflect.vault.duplicate import copy_file, free_name
from reflect.vault.failure import saving
from reflect.vault.frame import BASE, FIRST, MORE, TAG_SIZE
from reflect.vault.header import FRAMES_START, Header, write_all
from reflect.vault.keys import Keys
from reflect.vault.layout import Layout
from reflect.vault.log import Log
from reflect.vault.operation import NO_BODY, PUT, BodyPlace, Operation
from reflect.vault.reading import read_log
from reflect.vault.sealing import Link, Sealer
from reflect.vault.source import Source
from reflect.vault.surroundings import Surroundings
from reflect.vault.system import System

_BUFFER = 1 << 20


class Document(NamedTuple):
    """A document on its way into a generation.

    Attributes:
        table: Name of the table.
        doc_id: Name of the document.
        packed: Its record as JSON.
        sealed: Its sealed body; None when it has none.
        time: When it was written, microseconds since 1970.
    """

    table: str
    doc_id: str
    packed: bytes
    sealed: bytes | None
    time: int


class Start(NamedTuple):
    """Where a generation continues.

    Attributes:
        sequence: Number of its first frame.
        previous: Tag of the last frame before it.
        created: Time of the vault's beginning, microseconds since 1970.
    """

    sequence: int
    previous: bytes
    created: int


class _Writer:
    """Appends base frames through a buffer."""

    def __init__(self, system: System, handle: int, sealer: Sealer) -> None:
        self._system = system
        self._handle = handle
        self._sealer = sealer
        self._buffer: list[bytes] = []
        self._buffered = 0
        self._written = FRAMES_START
        self.sequence = 0
        self.tag = b""

    @property
    def end(self) -> int:
        return self._written + self._buffered

    def frame(self, flags: int, document: Document | None, time: int) -> None:
        link = Link(BASE, flags, self.sequence, self.tag, self.end, time)
        operations: list[Operation] = []
        sealed = b""
        if document is not None:
            body = NO_BODY
            if document.sealed is not None:
                sealed = document.sealed
                body = BodyPlace(self.sequence, 0, len(sealed), sealed[-TAG_SIZE:])
            operations.append(Operation(PUT, document.table, document.doc_id, document.packed, body))
        raw, frame = self._sealer.operations(link, operations, sealed)
        self._buffer.append(raw)
        self._buffered += len(raw)
        self.sequence, self.tag = frame.sequence + 1, frame.tag
        if self._buffered > _BUFFER:
            self.flush()

    def flush(self) -> None:
        write_all(self._system, self._handle, b"".join(self._buffer), self._written)
        self._written += self._buffered
        self._buffer, self._buffered = [], 0


def write_generation(
    surroundings: Surroundings,
    layout: Layout,
    *,
    header: Header,
    keys: Keys,
    start: Start,
    documents: Iterable[Document],
) -> Log:
    """Write a generation to `layout.new`, flush it and read it back.

    Returns:
        What the frames say.

    Raises:
        NotSaved: The disk refused; the half-written file is gone.
        VaultDamaged: What was read back is not what was written.
    """
    system = surroundings.system
    with saving(layout.new):
        system.unlink(layout.new)
        handle = system.open(layout.new, create=True)
    try:
        with saving(layout.new):
            count = _fill(system, handle, Sealer(header, keys, surroundings.random), start, documents)
            raw = header.pack(keys.header)
            write_all(system, handle, raw + raw, 0)
            system.fsync(handle)
            log = _prove(Source.of(system, handle, header, keys), count)
    except BaseException:
        with suppress(OSError):
            system.unlink(layout.new)
        raise
    finally:
        system.close(handle)
    return log


def _prove(source: Source, count: int) -> Log:
    """Read back what was written."""
    log = read_log(source, None)
    if log.damage or log.torn or len(log.index) != count:
        raise VaultDamaged(tuple(log.damage), log.torn)
    return log


def _fill(system: System, handle: int, sealer: Sealer, start: Start, documents: Iterable[Document]) -> int:
    """Write all frames; each but the last says that more follow. Returns the number of documents."""
    writer = _Writer(system, handle, sealer)
    writer.sequence, writer.tag = start.sequence, start.previous
    waiting: tuple[int, Document | None, int] = (FIRST, None, start.created)
    count = 0
    for document in documents:
        writer.frame(waiting[0] | MORE, *waiting[1:])
        waiting = (0, document, document.time)
        count += 1
    writer.frame(*waiting)
    writer.flush()
    return count


def install(surroundings: Surroundings, layout: Layout, aside: str | None = None) -> Path | None:
    """Give the new generation the vault's name.

    Args:
        surroundings: The machine.
        layout: Names of the vault's files.
        aside: Suffix under which a copy of the vault so far is kept; None keeps none.

    Returns:
        The kept copy.

    Raises:
        NotSaved: The disk refused; the vault so far still has its name.
    """
    system, kept = surroundings.system, None
    with saving(layout.file):
        if aside is not None and system.exists(layout.file):
            kept = free_name(system, layout, aside)
            # A copy, not a rename: between two renames there would be no vault.
            copy_file(system, layout.file, kept)
        system.replace(layout.new, layout.file)
        system.fsync_dir(layout.folder)
    return kept
