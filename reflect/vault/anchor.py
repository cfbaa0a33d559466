"""The anchor: a note outside the vault's folder that remembers how far the vault had come.

It is what tells a vault that was put back to an older state, and a damaged last frame from one that was never finished.
One file per vault id, so several vaults of one account never mix. It holds numbers only, never a title.
"""

import hashlib
import hmac
import struct
from pathlib import Path
from typing import NamedTuple

from reflect.vault.replacement import read_file, replace_file
from reflect.vault.system import System

_LAYOUT = struct.Struct("<8s16sQQ16s")
_MAGIC = b"RFLANCH1"
_MAC_SIZE = 32


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
    """One vault's anchor.

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
        raw = read_file(self._system, self.path, _LAYOUT.size + _MAC_SIZE)
        if raw is None or len(raw) != _LAYOUT.size + _MAC_SIZE:
            return None
        body = raw[: _LAYOUT.size]
        if not hmac.compare_digest(hmac.digest(key, body, hashlib.sha256), raw[_LAYOUT.size :]):
            return None
        magic, vault_id, sequence, header_sequence, tag = _LAYOUT.unpack(body)
        if magic != _MAGIC or vault_id != self._vault_id:
            return None
        return Mark(sequence, header_sequence, tag)

    def write(self, mark: Mark, key: bytes | bytearray, *, durable: bool = False) -> None:
        """Replace the mark.

        Args:
            mark: The new mark.
            key: The vault's anchor key.
            durable: Whether to wait for the medium. A save does not: after a power loss the anchor may be
                behind, which weakens the notice of a rollback and loses nothing.

        Raises:
            OSError: It could not be written.
        """
        self._system.makedirs(self._folder)
        body = _LAYOUT.pack(_MAGIC, self._vault_id, *mark)
        replace_file(self._system, self.path, body + hmac.digest(key, body, hashlib.sha256), durable=durable)
