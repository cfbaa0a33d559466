"""TinyDB's tables over sealed records: its queries and its interface, our way of writing.

TinyDB's own storage seam is wrong here: it writes the whole database for each change, and `update` changes cached
documents in place, so a storage that compares old and new sees no difference. A `SealedTable` lets TinyDB work on a
change set and writes what differs as one frame. What it hands out are copies.
"""

import secrets
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from reflect.vault.change import Change, Put, Remove
from reflect.vault.index import Entry, Index
from reflect.vault.recovery import ALPHABET

ID_SIZE = 10


def fresh(value: Any) -> Any:
    """Copy what JSON can hold; several times faster than `copy.deepcopy`."""
    if isinstance(value, dict):
        return {key: fresh(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [fresh(inner) for inner in value]
    return value


class SealedDocument(Document):
    """A document that is a copy all the way down: TinyDB's own shares its nested lists with the table."""

    def __init__(self, value: Mapping[str, Any], doc_id: str) -> None:
        super().__init__(fresh(dict(value)), doc_id)  # type: ignore[arg-type] # TinyDB annotates int, ours are str


class Views(Mapping[str, dict[str, Any]]):
    """A table's records for looking: parsed on first touch, not copied."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries

    def __getitem__(self, doc_id: str) -> dict[str, Any]:
        return self._entries[doc_id].view

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


class ChangeSet(MutableMapping[str, dict[str, Any]]):
    """What TinyDB's updaters write to: copies of what they touch, and a note of what is gone."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._touched: dict[str, dict[str, Any] | None] = {}

    def __getitem__(self, doc_id: str) -> dict[str, Any]:
        if doc_id not in self._touched:
            self._touched[doc_id] = self._entries[doc_id].copy()
        record = self._touched[doc_id]
        if record is None:
            raise KeyError(doc_id)
        return record

    def __setitem__(self, doc_id: str, record: dict[str, Any]) -> None:
        self._touched[doc_id] = record

    def __delitem__(self, doc_id: str) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        self._touched[doc_id] = None

    def __contains__(self, doc_id: object) -> bool:
        if doc_id in self._touched:
            return self._touched[doc_id] is not None
        return doc_id in self._entries

    def __iter__(self) -> Iterator[str]:
        yield from (doc_id for doc_id in self._entries if self._touched.get(doc_id, self) is not None)
        yield from (doc_id for doc_id in self._touched if doc_id not in self._entries and doc_id in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def changes(self, table: str) -> list[Change]:
        """Return what differs from before."""
        found: list[Change] = []
        for doc_id, record in self._touched.items():
            old = self._entries.get(doc_id)
            if record is None:
                if old is not None:
                    found.append(Remove(table, doc_id))
            elif old is None or record != old.view:
                found.append(Put.of(table, doc_id, record))
        return found


class SealedStorage(Storage):
    """The seam between TinyDB and the vault; whole-database writes become the frame of their differences.

    Args:
        index: Gives what the vault holds.
        commit: Writes changes as one frame.
    """

    def __init__(self, index: Callable[[], Index], commit: Callable[[list[Change]], None]) -> None:
        self.index = index
        self.commit = commit

    def entries(self, table: str) -> Mapping[str, Entry]:
        """Return a table's entries."""
        return self.index().tables.get(table, {})

    def read(self) -> dict[str, dict[str, Any]]:
        """Return every record, as copies."""
        return {
            name: {doc_id: entry.copy() for doc_id, entry in entries.items()}
            for name, entries in self.index().tables.items()
            if entries
        }

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make the vault hold these records; bodies of records that stay are kept."""
        changes: list[Change] = []
        for name in {*self.index().tables, *data}:
            wanted = ChangeSet(self.entries(name))
            for doc_id in set(wanted) - set(data.get(name, {})):
                del wanted[doc_id]
            wanted.update(data.get(name, {}))
            changes += wanted.changes(name)
        if changes:
            self.commit(changes)


class SealedTable(Table):
    """A TinyDB table over sealed records, with text ids and no query cache.

    TinyDB's cache would hand the same documents to several callers; a search over records in memory needs none.
    """

    document_class = SealedDocument  # type: ignore[assignment] # TinyDB types it as Document itself, not a subclass
    document_id_class = str  # type: ignore[assignment] # TinyDB annotates int
    default_query_cache_capacity = 0

    def __init__(self, storage: SealedStorage, name: str, cache_size: int = 0, *, persist_empty: bool = False) -> None:
        super().__init__(storage, name, cache_size=cache_size, persist_empty=persist_empty)
        self._sealed = storage

    def _get_next_id(self) -> str:
        return "".join(secrets.choice(ALPHABET) for _ in range(ID_SIZE)).lower()

    def _read_table(self) -> Mapping[str, Mapping[str, Any]]:  # type: ignore[override] # a view is enough to read
        return Views(self._sealed.entries(self.name))

    def _update_table(self, updater: Callable[[MutableMapping[str, dict[str, Any]]], None]) -> None:  # type: ignore[override] # see above
        working = ChangeSet(self._sealed.entries(self.name))
        updater(working)
        if changes := working.changes(self.name):
            self._sealed.commit(changes)


class SealedDatabase(TinyDB):
    """A TinyDB database whose tables are sealed."""

    table_class = SealedTable  # type: ignore[assignment] # TinyDB types it as Table itself, not a subclass
