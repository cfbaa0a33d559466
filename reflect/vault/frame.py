"""A frame: one commit, readable alone, chained to the one before.

The previous frame's tag lies inside the ciphertext: every frame can be read without its neighbours, so a hole does not
take the rest along, and still no frame can be dropped, moved or taken from elsewhere without being noticed.
"""

import struct
import zlib
from typing import NamedTuple

from cryptography.exceptions import InvalidTag

from reflect.vault.keys import Keys
from reflect.vault.padding import pad_operations
from reflect.vault.source import Source

MARK = b"FRM1"
COMMIT, BASE = 1, 2
FIRST, MORE = 1, 2  # flags of a generation's base frames: the first one; not yet the last one
TAG_SIZE = 16
NONCE_SIZE = 12
OPERATIONS_LIMIT = 64 << 20
BODIES_LIMIT = 1 << 30

HEAD = struct.Struct("<4sBBHQII12sI")
HEAD_SIZE = HEAD.size
_BOUND = HEAD_SIZE - 4  # the checksum covers what the tag authenticates, not itself
PREFIX = struct.Struct("<Q16sqI")
_PROBE = 1024  # one read usually brings head and operations


class Frame(NamedTuple):
    """A frame that was read and proven genuine.

    Attributes:
        sequence: Its number.
        offset: Where it starts in the file.
        bodies: Where its bodies start.
        end: Where the next frame starts.
        kind: `COMMIT` or `BASE`.
        flags: `FIRST`, `MORE`.
        tag: Its 16-byte tag.
        previous: Tag of the frame before.
        header_sequence: The header's number when it was written.
        time: When it was written, microseconds since 1970; told to people, never used for order.
        operation_count: How many operations it holds.
        operations: The decrypted operations from `PREFIX` on, with padding.
    """

    sequence: int
    offset: int
    bodies: int
    end: int
    kind: int
    flags: int
    tag: bytes
    previous: bytes
    header_sequence: int
    time: int
    operation_count: int
    operations: bytes


class Head(NamedTuple):
    """The readable start of a frame; nothing in it is trusted before the tag is checked."""

    kind: int
    flags: int
    sequence: int
    operations_size: int
    bodies_size: int


def seal_frame(
    keys: Keys,
    salt: bytes,
    *,
    head: tuple[int, int, int],
    prefix: tuple[int, bytes, int, int],
    operations: bytes,
    bodies: bytes,
    nonce: bytes,
) -> tuple[bytes, bytes]:
    """Build a frame.

    Args:
        keys: The vault's keys.
        salt: Generation salt.
        head: Kind, flags, sequence.
        prefix: Header sequence, previous tag, time in microseconds, number of operations.
        operations: Packed operations.
        bodies: Sealed bodies.
        nonce: 12 random bytes; counters would repeat after a restore.

    Returns:
        The frame's bytes and its tag.
    """
    kind, flags, sequence = head
    plain = pad_operations(PREFIX.pack(*prefix) + operations)
    front = HEAD.pack(MARK, kind, flags, 0, sequence, len(plain) + TAG_SIZE, len(bodies), nonce, 0)[:_BOUND]
    sealed = keys.log.encrypt(nonce, plain, salt + front)
    return b"".join((front, struct.pack("<I", zlib.crc32(front)), sealed, bodies)), sealed[-TAG_SIZE:]


def read_head(probe: bytes, offset: int, size: int) -> Head | None:
    """Read a frame's head when it is plausible: mark, checksum, and lengths that fit the file.

    Args:
        probe: Bytes from the frame's start.
        offset: Where they come from.
        size: Size of the file.
    """
    if len(probe) < HEAD_SIZE or probe[:4] != MARK:
        return None
    _mark, kind, flags, _zero, sequence, operations_size, bodies_size, _nonce, checksum = HEAD.unpack_from(probe)
    if zlib.crc32(probe[:_BOUND]) != checksum:
        return None
    if not PREFIX.size + TAG_SIZE <= operations_size <= OPERATIONS_LIMIT or bodies_size > BODIES_LIMIT:
        return None
    if offset + HEAD_SIZE + operations_size + bodies_size > size:
        return None
    return tuple.__new__(Head, (kind, flags, sequence, operations_size, bodies_size))


def read_frame(source: Source, offset: int) -> Frame | Head | None:
    """Read and prove the frame at an offset.

    Returns:
        The frame; its head, when only the head is whole; None, when there is no frame.
    """
    probe = source.ahead.read(_PROBE, offset)
    head = read_head(probe, offset, source.size)
    if head is None:
        return None
    kind, flags, sequence, operations_size, bodies_size = head
    bodies = HEAD_SIZE + operations_size
    if bodies > _PROBE:
        probe = source.ahead.read(bodies, offset)
    try:
        plain = source.keys.log.decrypt(probe[24:36], probe[HEAD_SIZE:bodies], source.salt + probe[:_BOUND])
    except InvalidTag:
        return head
    header_sequence, previous, time, count = PREFIX.unpack_from(plain)
    tag = probe[bodies - TAG_SIZE : bodies]
    start, end = offset + bodies, offset + bodies + bodies_size
    operations = plain[PREFIX.size :]
    # Once per frame at opening: the generated constructor would take three times as long.
    return tuple.__new__(
        Frame, (sequence, offset, start, end, kind, flags, tag, previous, header_sequence, time, count, operations)
    )
