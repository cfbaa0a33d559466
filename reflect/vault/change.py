"""Changes: what somebody wants the next frame to do."""

from typing import Any, NamedTuple

from reflect.vault.operation import pack_record


class Put(NamedTuple):
    """Write a document.

    Attributes:
        table: Name of the table.
        doc_id: Name of the document.
        record: Its record as JSON.
        body: Its new body; None keeps the one it has.
    """

    table: str
    doc_id: str
    record: bytes
    body: str | None

    @classmethod
    def of(cls, table: str, doc_id: str, record: dict[str, Any], body: str | None = None) -> "Put":
        """Pack a record; raises `TypeError` or `ValueError` for what JSON cannot say."""
        return cls(table, doc_id, pack_record(record), body)


class Remove(NamedTuple):
    """Remove a document; one that is not there is no error."""

    table: str
    doc_id: str


Change = Put | Remove


class Batch:
    """Collects changes that belong together; they are written as one frame or not at all.

    Attributes:
        changes: In the order they were asked for.
    """

    def __init__(self) -> None:
        self.changes: list[Change] = []

    def put(self, table: str, doc_id: str, record: dict[str, Any], body: str | None = None) -> None:
        """Write a document; `body=None` keeps the body it has."""
        self.changes.append(Put.of(table, doc_id, record, body))

    def remove(self, table: str, doc_id: str) -> None:
        """Remove a document."""
        self.changes.append(Remove(table, doc_id))
