"""The store: one open vault file. It reads bodies and appends frames, and says no when the file is not what it was."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from reflect.domain.fault import NotSaved, VaultDamaged
from reflect.vault.anchor import Anchor, Mark
from reflect.vault.body import binder, binding, open_body
from reflect.vault.change import Change
from reflect.vault.damage import moment
from reflect.vault.failure import not_saved
from reflect.vault.frame import COMMIT, TAG_SIZE
from reflect.vault.header import FRAMES_START, Header, write_all, write_copies
from reflect.vault.index import MISSING, Entry, has_tag
from reflect.vault.keys import Keys
from reflect.vault.layout import Layout
from reflect.vault.log import Log
from reflect.vault.medium import ReadAhead, read_around
from reflect.vault.sealing import Link, Sealer
from reflect.vault.slots import Slot
from reflect.vault.surroundings import Surroundings


class Vessel(NamedTuple):
    """A generation as it was opened.

    Attributes:
        layout: Names of its files.
        handle: The open file.
        header: The header that counts.
        keys: The keys.
        log: What the frames said.
    """

    layout: Layout
    handle: int
    header: Header
    keys: Keys
    log: Log


class Store:
    """One open vault file.

    Attributes:
        layout: Names of its files.
        handle: The open file.
        header: The header that counts.
        keys: The keys.
        log: Documents and the end of the chain.
        broken: After a failed flush nothing more is written: what the medium holds is known only after reopening.
        anchored: Whether the anchor knows the last frame.
    """

    def __init__(self, vessel: Vessel, surroundings: Surroundings) -> None:
        self.layout, self.handle, self.header, self.keys, self.log = vessel
        self._surroundings = surroundings
        self._system = surroundings.system
        self._anchor = Anchor(self._system, surroundings.anchors, self.header.vault_id)
        self.broken = False
        self.anchored = True
        self.closed = False

    # Reading

    def body(self, entry: Entry, table: str, doc_id: str) -> str:
        """Unseal one body; a document without one has the empty text.

        Raises:
            VaultDamaged: The body is not the one that was written.
        """
        if not entry.body.sequence:
            return ""
        text = None
        if entry.position != MISSING:
            sealed = read_around(self._system, self.handle, entry.body.length, entry.position)
            if has_tag(sealed, entry.body):
                text = open_body(self.keys, binding(self.header.vault_id, table, doc_id), sealed)
        if text is None:
            raise VaultDamaged(((entry.body.sequence, moment(entry.time)),), 1)
        return text

    def sealed(self, table: str) -> Iterator[tuple[str, Entry, bytes | None]]:
        """Read a table's sealed bodies in the order they lie in the file, many with one read.

        Yields:
            Document id, entry, sealed body: empty without a body, None where it is lost or is not the pinned one.
        """
        for doc_id, entry, found in self._pinned(table):
            yield doc_id, entry, None if found is None else bytes(found)

    def _pinned(self, table: str) -> Iterator[tuple[str, Entry, memoryview | None]]:
        entries = sorted(self.log.index.tables.get(table, {}).items(), key=lambda item: item[1].position)
        view, nothing = ReadAhead(self._system, self.handle).view, memoryview(b"")
        for doc_id, entry in entries:
            place = entry.body
            if entry.position == MISSING:
                yield doc_id, entry, None if place.sequence else nothing
                continue
            found = view(place.length, entry.position)
            yield doc_id, entry, found if has_tag(found, place) else None

    def bodies(self, table: str) -> Iterator[tuple[str, Entry, str | None]]:
        """Unseal a table's bodies in the order they lie in the file.

        Yields:
            Document id, entry, body; None stands for a damaged body.
        """
        keys, bind = self.keys, binder(self.header.vault_id, table)
        for doc_id, entry, found in self._pinned(table):
            if not found:
                yield doc_id, entry, found if found is None else ""
            else:
                yield doc_id, entry, open_body(keys, bind(doc_id), found)

    # Writing

    @property
    def mark(self) -> Mark:
        """What the anchor should remember."""
        return Mark(self.log.sequence, self.header.sequence, self.log.tag)

    def guard(self) -> None:
        """Make sure that the file under our handle is still the vault.

        Raises:
            NotSaved: `io` after a failed flush; `replaced` when another file took the name (a sync client does that)
                or somebody wrote behind our back.
        """
        path = self.layout.file
        if self.broken:
            raise NotSaved("io", path)
        try:
            here, there = self._system.fstat(self.handle), self._system.stat(path)
            tag = self._system.pread(self.handle, TAG_SIZE, self.log.tag_at)
        except OSError as error:
            reason = "replaced" if isinstance(error, FileNotFoundError) else not_saved(error, path).reason
            raise NotSaved(reason, path) from error
        if here.identity != there.identity or here.size != self.log.end or tag != self.log.tag:
            raise NotSaved("replaced", path)

    def commit(self, changes: Sequence[Change]) -> None:
        """Append one frame; return when it is on the medium.

        Raises:
            NotSaved: It is not; the vault holds what it held before.
            ValueError: A name or the batch is too large.
        """
        self.guard()
        log = self.log
        link = Link(COMMIT, 0, log.sequence + 1, log.tag, log.end, self._surroundings.microseconds())
        raw, frame = Sealer(self.header, self.keys, self._surroundings.random).changes(link, changes, log.index)
        self._append(raw)
        log.take(frame)
        self.anchor()

    def _append(self, raw: bytes) -> None:
        path = self.layout.file
        try:
            write_all(self._system, self.handle, raw, self.log.end)
        except OSError as error:
            self._cut_back()
            raise not_saved(error, path) from error
        try:
            self._system.fsync(self.handle)
        except OSError as error:
            # The kernel may have dropped the pages and call the next flush a success: never try again.
            self.broken = True
            raise not_saved(error, path) from error

    def _cut_back(self) -> None:
        try:
            self._system.ftruncate(self.handle, self.log.end)
        except OSError:
            self.broken = True

    def rewrite_header(self, *slots: Slot) -> None:
        """Write the next header, then an empty frame that pins its number into the chain.

        Raises:
            NotSaved: The disk refused; one whole header is there in any case.
        """
        self.guard()
        header = self.header.with_slots(*slots)
        try:
            write_copies(self._system, self.handle, header.pack(self.keys.header))
        except OSError as error:
            self.broken = True
            raise not_saved(error, self.layout.file) from error
        self.header = header
        self.commit(())

    @property
    def dead_bytes(self) -> int:
        """Bytes of the file that no document needs any more."""
        return max(0, self.log.end - FRAMES_START - self.log.index.live)

    def anchor(self, *, durable: bool = False) -> None:
        """Tell the anchor how far we are.

        What is in the vault is saved even when the anchor's disk is full; `anchored` then says that the notice of a
        rollback is weakened.
        """
        try:
            self._anchor.write(self.mark, self.keys.anchor, durable=durable)
            self.anchored = True
        except OSError:
            self.anchored = False

    def reopen(self) -> None:
        """Take the file up again after its handle was given back for a rename that failed."""
        try:
            self.handle = self._system.open(self.layout.file, write=True)
        except OSError:
            self.broken = True

    def retire(self) -> None:
        """Drop keys and documents of a generation whose handle is already given back."""
        self.closed = True
        self.keys.drop()
        self.log.index.drop()

    def close(self) -> None:
        """Drop keys and documents and give the file back. Idempotent."""
        if self.closed:
            return
        self.retire()
        with suppress(OSError):
            self._system.close(self.handle)
