"""The header: who can open the vault and how. It stands twice at the front of the file.

Two copies answer the worst accident of others, one small key block lost and everything with it.
The second copy is written and flushed before the first is touched, so one of them is always whole.
"""

import hashlib
import hmac
import struct
import zlib
from dataclasses import dataclass, replace
from typing import Self

from reflect.vault.medium import read_around
from reflect.vault.policy import KdfPolicy
from reflect.vault.slots import PASSPHRASE, RECOVERY, SLOT_COUNT, SLOT_SIZE, Slot
from reflect.vault.system import System

MAGIC = b"\x89RFLT\r\n\x1a"  # as PNG's: shows a transfer that changed line ends
VERSION = 1
COPY_SIZE = 4096
FRAMES_START = 2 * COPY_SIZE
_FIELDS = struct.Struct("<8sHHQ16s16s16sIII")
_CHECKSUM_AT = 4060
_MAC_AT = 4064


@dataclass(frozen=True, slots=True)
class Header:
    """What a header copy says.

    Attributes:
        sequence: Grows with every change of the header, never restarts.
        vault_id: 16 bytes, the same for the vault's whole life.
        generation_salt: 16 bytes, new whenever the file is written anew.
        kdf_salt: 16 bytes for Argon2id.
        kdf: Its parameters, the same for all passphrase slots.
        slots: Eight.
    """

    sequence: int
    vault_id: bytes
    generation_salt: bytes
    kdf_salt: bytes
    kdf: KdfPolicy
    slots: tuple[Slot, ...]

    def pack(self, key: bytes | bytearray) -> bytes:
        """Return the 4,096 bytes of one copy.

        Args:
            key: The header's HMAC key.
        """
        fields = _FIELDS.pack(
            MAGIC,
            VERSION,
            SLOT_COUNT,
            self.sequence,
            self.vault_id,
            self.generation_salt,
            self.kdf_salt,
            self.kdf.passes,
            self.kdf.memory_kib,
            self.kdf.lanes,
        )
        front = (fields + b"".join(slot.pack() for slot in self.slots)).ljust(_CHECKSUM_AT, b"\0")
        front += struct.pack("<I", zlib.crc32(front))
        return front + hmac.digest(key, front, hashlib.sha256)

    def slots_of(self, kind: int) -> tuple[Slot, ...]:
        """Return the active slots of one kind."""
        return tuple(slot for slot in self.slots if slot.active and slot.kind == kind)

    @property
    def passphrases(self) -> int:
        """How many passphrases open the vault."""
        return len(self.slots_of(PASSPHRASE))

    @property
    def recovery_keys(self) -> int:
        """How many recovery keys open the vault."""
        return len(self.slots_of(RECOVERY))

    @property
    def recovery_confirmed(self) -> bool:
        """Whether every recovery key there is was typed back, and there is one."""
        found = self.slots_of(RECOVERY)
        return bool(found) and all(slot.confirmed for slot in found)

    def with_slots(self, *slots: Slot) -> "Header":
        """Return the next header, with these slots and no others."""
        filled = slots + (Slot(),) * (SLOT_COUNT - len(slots))
        return replace(self, sequence=self.sequence + 1, slots=filled)

    def above(self, sequence: int) -> "Header":
        """Return the header with a number higher than `sequence`, and not lower than its own."""
        return replace(self, sequence=max(self.sequence, sequence + 1))


@dataclass(frozen=True, slots=True)
class HeaderCopy:
    """One of the two copies as found in the file.

    Attributes:
        raw: Its bytes, fewer than 4,096 when the file ends early.
        header: What it says, or None when it is no header of this version.
        intact: Whether its checksum holds; only the HMAC proves that nobody changed it on purpose.
        version: Format version it claims, or None without the magic bytes.
    """

    raw: bytes
    header: Header | None
    intact: bool
    version: int | None

    @classmethod
    def parse(cls, raw: bytes) -> Self:
        """Read one copy; damage is described, not raised."""
        if len(raw) < COPY_SIZE or raw[:8] != MAGIC:
            return cls(raw, None, intact=False, version=None)
        fields = _FIELDS.unpack_from(raw)
        version, slot_count, sequence, vault_id, generation_salt, kdf_salt, *kdf = fields[1:]
        intact = zlib.crc32(raw[:_CHECKSUM_AT]) == struct.unpack_from("<I", raw, _CHECKSUM_AT)[0]
        if version != VERSION or slot_count != SLOT_COUNT:
            return cls(raw, None, intact, version)
        start = _FIELDS.size
        slots = tuple(Slot.unpack(raw[at : at + SLOT_SIZE]) for at in range(start, start + 8 * SLOT_SIZE, SLOT_SIZE))
        header = Header(sequence, vault_id, generation_salt, kdf_salt, KdfPolicy(*kdf), slots)
        return cls(raw, header, intact, version)

    def genuine(self, key: bytes | bytearray) -> bool:
        """Whether the copy was written by someone who knew the master key."""
        return (
            self.header is not None
            and self.intact
            and hmac.compare_digest(hmac.digest(key, self.raw[:_MAC_AT], hashlib.sha256), self.raw[_MAC_AT:])
        )


def read_copies(system: System, handle: int) -> tuple[HeaderCopy, HeaderCopy]:
    """Read both copies, A first."""
    first = HeaderCopy.parse(read_around(system, handle, COPY_SIZE, 0))
    return first, HeaderCopy.parse(read_around(system, handle, COPY_SIZE, COPY_SIZE))


def write_copies(system: System, handle: int, raw: bytes) -> None:
    """Write B, flush, then A, flush.

    Args:
        system: The machine.
        handle: The vault file, open for writing.
        raw: 4,096 bytes of `Header.pack`.
    """
    for offset in (COPY_SIZE, 0):
        write_all(system, handle, raw, offset)
        system.fsync(handle)


def write_all(system: System, handle: int, data: bytes, offset: int) -> None:
    """Write every byte; a system call may take fewer than it was given."""
    while data:
        taken = system.pwrite(handle, data, offset)
        data, offset = data[taken:], offset + taken
