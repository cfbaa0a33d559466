"""The slots of the header: each holds the master key, wrapped for one passphrase or one recovery key."""

import struct
from dataclasses import dataclass, replace
from typing import Self

from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from reflect.vault.keys import derive

SLOT_COUNT = 8
PASSPHRASE_SLOTS = 4
WRAPPED_SIZE = 40
_LAYOUT = struct.Struct("<BBHI16s40s")
SLOT_SIZE = _LAYOUT.size

EMPTY, PASSPHRASE, RECOVERY = 0, 1, 2
UNUSED, ACTIVE = 0, 1
CONFIRMED = 1

_PURPOSE = {PASSPHRASE: "passphrase slot", RECOVERY: "recovery slot"}


@dataclass(frozen=True, slots=True)
class Slot:
    """One way into the vault.

    Attributes:
        kind: 0 empty, 1 passphrase, 2 recovery key.
        state: 0 unused, 1 active.
        flags: Bit 0: the owner has typed the recovery key back.
        salt: 16 bytes for HKDF.
        wrapped: The master key under AES key wrap (RFC 3394), 40 bytes.
    """

    kind: int = EMPTY
    state: int = UNUSED
    flags: int = 0
    salt: bytes = bytes(16)
    wrapped: bytes = bytes(WRAPPED_SIZE)

    @classmethod
    def seal(cls, kind: int, secret: bytes, master: bytes | bytearray, salt: bytes) -> Self:
        """Wrap the master key.

        Args:
            kind: `PASSPHRASE` or `RECOVERY`.
            secret: Stretched passphrase or the recovery key's bytes.
            master: 32 bytes.
            salt: 16 fresh random bytes.
        """
        key = derive(secret, salt, _PURPOSE[kind])
        return cls(kind, ACTIVE, 0, salt, aes_key_wrap(bytes(key), bytes(master)))

    @property
    def active(self) -> bool:
        """Whether the slot can open the vault."""
        return self.state == ACTIVE and self.kind in _PURPOSE

    @property
    def confirmed(self) -> bool:
        """Whether the owner has typed this recovery key back."""
        return bool(self.flags & CONFIRMED)

    def open(self, secret: bytes) -> bytearray | None:
        """Return the master key, or None when the secret belongs to another slot."""
        try:
            return bytearray(aes_key_unwrap(bytes(derive(secret, self.salt, _PURPOSE[self.kind])), self.wrapped))
        except InvalidUnwrap:
            return None

    def as_confirmed(self) -> "Slot":
        """Return the slot with the confirmed flag."""
        return replace(self, flags=self.flags | CONFIRMED)

    def pack(self) -> bytes:
        """Return the slot's 64 bytes."""
        return _LAYOUT.pack(self.kind, self.state, self.flags, 0, self.salt, self.wrapped)

    @classmethod
    def unpack(cls, raw: bytes) -> Self:
        """Read 64 bytes."""
        kind, state, flags, _reserved, salt, wrapped = _LAYOUT.unpack(raw)
        return cls(kind, state, flags, salt, wrapped)
