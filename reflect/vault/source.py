"""An open vault file and what it takes to read it."""

from typing import NamedTuple, Self

from reflect.vault.header import Header
from reflect.vault.keys import Keys
from reflect.vault.medium import ReadAhead
from reflect.vault.system import System


class Source(NamedTuple):
    """A generation's bytes, for one pass.

    Attributes:
        system: The machine.
        handle: The file.
        keys: Its keys.
        salt: Generation salt.
        vault_id: The vault's 16 bytes.
        size: Bytes that are there to be read.
        ahead: Reads them.
    """

    system: System
    handle: int
    keys: Keys
    salt: bytes
    vault_id: bytes
    size: int
    ahead: ReadAhead

    @classmethod
    def of(cls, system: System, handle: int, header: Header, keys: Keys) -> Self:
        """Describe an open file as it is now."""
        size = system.fstat(handle).size
        return cls(system, handle, keys, header.generation_salt, header.vault_id, size, ReadAhead(system, handle))

    def read(self, size: int, offset: int) -> bytes:
        """Read up to `size` bytes."""
        return self.ahead.read(size, offset)
