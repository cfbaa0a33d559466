"""The anchor: a note outside the vault's folder that remembers how far the vault had come.

It is what tells a vault that was put back to an older state, and a damaged last frame from one that was never finished.
One file per vault id, so several vaults of one account never mix. It holds numbers only, never a title.
"""

import hashlib
import hmac
import struct
from pathlib import Path
from typing import NamedTuple

from reflect.vault.header import write_all
from reflect.vault.replacement import read_file, replace_file
from reflect.vault.system import System

_LAYOUT = struct.Struct("<8s16sQQ16s")
_MAGIC = b"RFLANCH1"
_SECTOR = 512
_RECORD_SIZE = _LAYOUT.size + 32


class Mark(NamedTuple):
    """How far a vault had come.

    Attributes:
        sequence: Number of the last acknowledged frame.
        header_sequence: Number of the last header.
        tag: Tag of that frame.
    """

    sequence: int
    header_sequence: int
    tag: bytes


class Anchor:
    """One vault's anchor: two records, each in a disk sector of its own, written in turn.

    Writing in place costs a tenth of a renamed file, and a torn write leaves the record before it. The key decides
    whose records they are: those of another vault or of a dropped master key do not count.

    Args:
        system: The machine.
        folder: Where anchors live, outside the vault's folder.
        vault_id: The vault's 16 bytes.
    """

    def __init__(self, system: System, folder: Path, vault_id: bytes) -> None:
        self._system = system
        self._folder = folder
        self._vault_id = vault_id
        self.path = folder / f"{vault_id.hex()}.anchor"

    def read(self, key: bytes | bytearray) -> Mark | None:
        """Return the mark; None when it is missing, unreadable or not this vault's: it then counts as none.

        Args:
            key: The vault's anchor key.
        """
        raw = read_file(self._system, self.path, 2 * _SECTOR) or b""
        marks = [self._parse(raw[at : at + _RECORD_SIZE], key) for at in (0, _SECTOR)]
        return max((mark for mark in marks if mark is not None), default=None)

    def _parse(self, record: bytes, key: bytes | bytearray) -> Mark | None:
        body = record[: _LAYOUT.size]
        if len(record) < _RECORD_SIZE or not hmac.compare_digest(_seal(body, key), record):
            return None
        magic, vault_id, sequence, header_sequence, tag = _LAYOUT.unpack(body)
        if magic != _MAGIC or vault_id != self._vault_id:
            return None
        return Mark(sequence, header_sequence, tag)

    def write(self, mark: Mark, key: bytes | bytearray, *, durable: bool = False) -> None:
        """Remember a mark.

        Args:
            mark: The new mark.
            key: The vault's anchor key.
            durable: Whether to wait for the medium. A save does not: after a power loss the anchor may be
                behind, which weakens the notice of a rollback and loses nothing.

        Raises:
            OSError: It could not be written.
        """
        record = _seal(_LAYOUT.pack(_MAGIC, self._vault_id, *mark), key).ljust(_SECTOR, b"\0")
        try:
            handle = self._system.open(self.path, write=True)
        except FileNotFoundError:
            self._system.makedirs(self._folder)
            replace_file(self._system, self.path, record + record, durable=durable)
            return
        try:
            write_all(self._system, handle, record, mark.sequence % 2 * _SECTOR)
            if durable:
                self._system.fsync(handle)
        finally:
            self._system.close(handle)


def _seal(body: bytes, key: bytes | bytearray) -> bytes:
    return body + hmac.digest(key, body, hashlib.sha256)
