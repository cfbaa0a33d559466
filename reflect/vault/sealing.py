"""Sealing: turns changes into a frame."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reflect.vault.body import binding, seal_body
from reflect.vault.change import Change, Put
from reflect.vault.frame import (
    BODIES_LIMIT,
    NONCE_SIZE,
    OPERATIONS_LIMIT,
    TAG_SIZE,
    Frame,
    seal_frame,
)
from reflect.vault.header import Header
from reflect.vault.index import Index
from reflect.vault.keys import Keys
from reflect.vault.operation import NO_BODY, PUT, REMOVE, BodyPlace, Operation, pack


class Link(NamedTuple):
    """Where in the chain a frame goes.

    Attributes:
        kind: `COMMIT` or `BASE`.
        flags: `FIRST`, `MORE`.
        sequence: Its number.
        previous: Tag of the frame before.
        offset: Where it will start in the file.
        time: Microseconds since 1970.
    """

    kind: int
    flags: int
    sequence: int
    previous: bytes
    offset: int
    time: int


class Sealer:
    """Seals frames of one generation.

    Args:
        header: The generation's header.
        keys: Its keys.
        random: Source of nonces.
    """

    def __init__(self, header: Header, keys: Keys, random: Callable[[int], bytes]) -> None:
        self._header = header
        self._keys = keys
        self._random = random

    def changes(self, link: Link, changes: Sequence[Change], index: Index) -> tuple[bytes, Frame]:
        """Seal changes.

        Args:
            link: Place in the chain.
            changes: What to do, in order.
            index: What there is, for bodies that stay.

        Returns:
            The frame's bytes, and the frame as reading them would give it.

        Raises:
            ValueError: A name is too long, or the batch is larger than a frame may be.
        """
        bodies: list[bytes] = []
        size = 0
        placed: dict[tuple[str, str], BodyPlace] = {}
        operations: list[Operation] = []
        for change in changes:
            table, doc_id = change.table, change.doc_id
            body, record = NO_BODY, b""
            if isinstance(change, Put):
                record = change.record
                if change.body is not None:
                    bound = binding(self._header.vault_id, table, doc_id)
                    sealed = seal_body(self._keys, bound, change.body, self._random(NONCE_SIZE))
                    body = BodyPlace(link.sequence, size, len(sealed), sealed[-TAG_SIZE:])
                    bodies.append(sealed)
                    size += len(sealed)
                elif (table, doc_id) in placed:
                    body = placed[table, doc_id]
                elif entry := index.get(table, doc_id):
                    body = entry.body
            placed[table, doc_id] = body
            operations.append(Operation(PUT if isinstance(change, Put) else REMOVE, table, doc_id, record, body))
        return self.operations(link, operations, b"".join(bodies))

    def operations(self, link: Link, operations: Sequence[Operation], bodies: bytes) -> tuple[bytes, Frame]:
        """Seal operations whose bodies are sealed already; see `changes`."""
        packed = b"".join(map(pack, operations))
        if len(packed) + 1024 > OPERATIONS_LIMIT or len(bodies) > BODIES_LIMIT:
            raise ValueError("a frame holds at most 64 MiB of records and 1 GiB of bodies")
        prefix = (self._header.sequence, link.previous, link.time, len(operations))
        raw, tag = seal_frame(
            self._keys,
            self._header.generation_salt,
            head=(link.kind, link.flags, link.sequence),
            prefix=prefix,
            operations=packed,
            bodies=bodies,
            nonce=self._random(NONCE_SIZE),
        )
        bodies_at, end = link.offset + len(raw) - len(bodies), link.offset + len(raw)
        return raw, Frame(
            link.sequence,
            link.offset,
            bodies_at,
            end,
            link.kind,
            link.flags,
            tag,
            link.previous,
            self._header.sequence,
            link.time,
            len(operations),
            packed,
        )
