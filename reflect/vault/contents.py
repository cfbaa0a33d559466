"""The contents of an open vault: records in memory, bodies sealed on disk until somebody reads them."""

from collections.abc import Iterator
from typing import Any

from tinydb.table import Table

from reflect.domain.fault import NotFound
from reflect.vault.change import Change
from reflect.vault.index import Entry, Index
from reflect.vault.store import Store
from reflect.vault.table import SealedDatabase, SealedStorage


class Contents:
    """What can be read from a vault, until it is locked.

    Args:
        store: The open file.
    """

    def __init__(self, store: Store) -> None:
        self._store: Store | None = store
        self._database = SealedDatabase(self._index, self._commit, storage=SealedStorage)

    @property
    def store(self) -> Store:
        """The open file, for the other files of this room; `RuntimeError` when the vault is locked."""
        if self._store is None:
            raise RuntimeError("the vault is locked")
        return self._store

    def adopt(self, successor: Store) -> None:
        """Go on with a new generation of the file; for the other files of this room."""
        self._store = successor

    def _index(self) -> Index:
        return self.store.log.index

    def _commit(self, changes: list[Change]) -> None:
        self.store.commit(changes)

    def table(self, name: str) -> Table:
        """Return a TinyDB table over the records; what it hands out are copies, its ids are text."""
        return self._database.table(name)

    def records(self, table: str) -> dict[str, dict[str, Any]]:
        """Return copies of a table's records by document id."""
        return {doc_id: entry.copy() for doc_id, entry in self._index().tables.get(table, {}).items()}

    def record(self, table: str, doc_id: str) -> dict[str, Any] | None:
        """Return a copy of one record, or None."""
        entry = self._index().get(table, doc_id)
        return None if entry is None else entry.copy()

    def body(self, table: str, doc_id: str) -> str:
        """Unseal one body; a document that never had one has the empty text.

        Raises:
            NotFound: There is no such document.
            VaultDamaged: The body is not what was written.
        """
        return self.store.body(self._entry(table, doc_id), table, doc_id)

    def _entry(self, table: str, doc_id: str) -> Entry:
        entry = self._index().get(table, doc_id)
        if entry is None:
            raise NotFound("entry", doc_id)
        return entry

    def scan(self, table: str) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Unseal a whole table in the order of the file: id, record, body; damaged bodies are passed over."""
        for doc_id, entry, body in self.store.bodies(table):
            if body is not None:
                yield doc_id, entry.copy(), body

    def bodies(self, table: str) -> Iterator[tuple[str, str]]:
        """Unseal a whole table without its records, for a search: id, body; damaged ones are passed over."""
        for doc_id, _entry, body in self.store.bodies(table):
            if body is not None:
                yield doc_id, body
