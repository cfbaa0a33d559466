"""Operations: what a frame does to the vault's records, packed without any parser that could be confused."""

import json
import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

PUT, REMOVE = 1, 2
LAYOUT = struct.Struct("<BBHHIQII16s")
NAME_LIMIT = 0xFFFF
NO_TAG = bytes(16)


class BodyPlace(NamedTuple):
    """Where a sealed body is, and the tag it must have.

    Attributes:
        sequence: Frame that holds it; 0 when there is no body.
        offset: Distance from the start of that frame's bodies.
        length: Sealed length in bytes.
        tag: The last 16 bytes of the sealed body.
    """

    sequence: int
    offset: int
    length: int
    tag: bytes


NO_BODY = BodyPlace(0, 0, 0, NO_TAG)


class Operation(NamedTuple):
    """One put or remove, as stored.

    Attributes:
        kind: `PUT` or `REMOVE`.
        table: Name of the table.
        doc_id: Name of the document.
        record: The record's JSON; empty for `REMOVE`.
        body: Place of the body that belongs to this record from now on.
    """

    kind: int
    table: str
    doc_id: str
    record: bytes
    body: BodyPlace


def pack_record(record: dict[str, Any]) -> bytes:
    """Turn a record into JSON.

    Raises:
        TypeError: Something in it has no JSON form.
        ValueError: A number is not finite.
    """
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode(
        "utf-8", "surrogatepass"
    )


def unpack_record(packed: bytes) -> dict[str, Any]:
    """Turn JSON back into a record; each call gives a copy of its own."""
    record: dict[str, Any] = json.loads(packed.decode("utf-8", "surrogatepass"))
    return record


def pack(operation: Operation) -> bytes:
    """Return an operation's bytes.

    Raises:
        ValueError: A name is empty or longer than 65,535 bytes.
    """
    table, doc_id = operation.table.encode(), operation.doc_id.encode()
    if not (0 < len(table) <= NAME_LIMIT and 0 < len(doc_id) <= NAME_LIMIT):
        raise ValueError("names of tables and documents have 1 to 65,535 bytes")
    front = LAYOUT.pack(operation.kind, 0, len(table), len(doc_id), len(operation.record), *operation.body)
    return front + table + doc_id + operation.record


def unpack(packed: bytes, count: int) -> Iterator[Operation]:
    """Read `count` operations; what follows them is padding."""
    at = 0
    for _ in range(count):
        kind, _zero, table_size, id_size, record_size, *body = LAYOUT.unpack_from(packed, at)
        at += LAYOUT.size
        table_end, id_end = at + table_size, at + table_size + id_size
        yield Operation(
            kind,
            packed[at:table_end].decode(),
            packed[table_end:id_end].decode(),
            packed[id_end : id_end + record_size],
            BodyPlace(*body),
        )
        at = id_end + record_size
