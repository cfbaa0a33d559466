"""An open vault file and what it takes to read it."""

from typing import NamedTuple

from reflect.vault.keys import Keys
from reflect.vault.medium import read_around
from reflect.vault.system import System


class Source(NamedTuple):
    """A generation's bytes.

    Attributes:
        system: The machine.
        handle: The file.
        keys: Its keys.
        salt: Generation salt.
        size: Bytes that are there to be read.
    """

    system: System
    handle: int
    keys: Keys
    salt: bytes
    size: int

    def read(self, size: int, offset: int) -> bytes:
        """Read up to `size` bytes; see `read_around`."""
        return read_around(self.system, self.handle, size, offset)
