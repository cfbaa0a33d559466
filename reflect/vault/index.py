"""The index: what the vault holds right now, in memory, with records unparsed until somebody looks."""

from typing import Any

from reflect.vault.frame import TAG_SIZE, Frame
from reflect.vault.operation import LAYOUT, NO_BODY, PUT, BodyPlace, unpack_record

MISSING = -1


class Entry:
    """One document.

    Attributes:
        packed: The record's JSON.
        body: Place of its body as pinned by the frame.
        position: Where the body starts in the file; `MISSING` when its frame is lost.
        sequence: Frame that wrote the record last.
        time: When, in microseconds since 1970.
        cost: Bytes in the file that only this document needs.
    """

    __slots__ = ("_view", "body", "cost", "packed", "position", "sequence", "time")

    def __init__(  # noqa: PLR0917 - made once per document at opening; keywords would cost a tenth of that time
        self, packed: bytes, body: BodyPlace, position: int, sequence: int, time: int, cost: int
    ) -> None:
        self.packed = packed
        self.body = body
        self.position = position
        self.sequence = sequence
        self.time = time
        self.cost = cost

    @property
    def view(self) -> dict[str, Any]:
        """The parsed record, shared: for looking only."""
        try:
            return self._view
        except AttributeError:  # parsed when somebody looks for the first time
            self._view: dict[str, Any] = unpack_record(self.packed)
            return self._view

    def copy(self) -> dict[str, Any]:
        """The record, as a copy that may be changed."""
        return unpack_record(self.packed)


class Index:
    """All tables.

    Attributes:
        tables: Table name to document id to entry.
        live: Bytes of the file that are still needed.
    """

    def __init__(self) -> None:
        self.tables: dict[str, dict[str, Entry]] = {}
        self.live = 0

    def get(self, table: str, doc_id: str) -> Entry | None:
        """Return an entry, or None."""
        return self.tables.get(table, {}).get(doc_id)

    def __len__(self) -> int:
        return sum(len(entries) for entries in self.tables.values())

    def drop(self) -> None:
        """Forget everything."""
        self.tables.clear()
        self.live = 0

    def apply(self, frame: Frame) -> None:
        """Carry out a frame's operations.

        The loop reads the packed form directly: at opening it runs once per document, and a tuple per
        operation would double the time.
        """
        packed, at, sequence, time, live = frame.operations, 0, frame.sequence, frame.time, self.live
        share = (frame.bodies - frame.offset) // (frame.operation_count or 1)
        unpack_from, size = LAYOUT.unpack_from, LAYOUT.size
        for _ in range(frame.operation_count):
            kind, _zero, table_size, id_size, record_size, body_sequence, offset, length, tag = unpack_from(packed, at)
            table_at = at + size
            id_at = table_at + table_size
            record_at = id_at + id_size
            at = record_at + record_size
            table, doc_id = packed[table_at:id_at].decode(), packed[id_at:record_at].decode()
            entries = self.tables.get(table)
            if entries is None:
                entries = self.tables[table] = {}
            old = entries.pop(doc_id, None)
            if old is not None:
                live -= old.cost
            if kind != PUT:
                continue
            body, position = NO_BODY, MISSING
            if body_sequence:
                body = tuple.__new__(BodyPlace, (body_sequence, offset, length, tag))
                if body_sequence == sequence:
                    position = frame.bodies + offset
                elif old is not None and old.body.tag == tag:
                    position = old.position
            cost = share + length
            entries[doc_id] = Entry(packed[record_at:at], body, position, sequence, time, cost)
            live += cost
        self.live = live

    def locate(self, starts: dict[int, int]) -> None:
        """Find bodies whose place got lost with a frame in between.

        Args:
            starts: Frame sequence to where its bodies start, damaged frames with a whole head included.
        """
        for entries in self.tables.values():
            for entry in entries.values():
                if entry.body.sequence and entry.position == MISSING and entry.body.sequence in starts:
                    entry.position = starts[entry.body.sequence] + entry.body.offset

    def missing_bodies(self) -> list[Entry]:
        """Entries whose body is nowhere."""
        return [
            entry
            for entries in self.tables.values()
            for entry in entries.values()
            if entry.body.sequence and entry.position == MISSING
        ]


def has_tag(sealed: bytes | memoryview, place: BodyPlace) -> bool:
    """Whether a sealed body is the one that was pinned, before it is decrypted."""
    return len(sealed) == place.length and sealed[-TAG_SIZE:] == place.tag
