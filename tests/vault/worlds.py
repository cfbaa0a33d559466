"""Throw-away vaults for the tests of the room."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from reflect.vault.policy import KdfPolicy
from reflect.vault.ram import MemorySystem
from reflect.vault.recovery import RecoveryKey
from reflect.vault.surroundings import Surroundings
from reflect.vault.system import System
from reflect.vault.vault import Vault

FOLDER, ANCHORS, BACKUPS = Path("/vault"), Path("/state"), Path("/backup")
NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)


class World:
    """A machine in memory with a clock that stands still until somebody moves it.

    Attributes:
        system: The machine.
        time: What the clock shows.
    """

    def __init__(self, system: System | None = None) -> None:
        self.memory = MemorySystem()
        self.system: System = system or self.memory
        self.time = NOON

    def now(self) -> datetime:
        """The clock."""
        return self.time

    def later(self, **delta: float) -> None:
        """Move the clock."""
        self.time += timedelta(**delta)

    @property
    def surroundings(self) -> Surroundings:
        """What functions that open files by themselves are given."""
        return Surroundings(self.system, ANCHORS, self.now)

    def create(self, passphrase: str = "pass") -> tuple[Vault, RecoveryKey]:
        """Make a vault."""
        return Vault.create(
            FOLDER, passphrase, anchors=ANCHORS, system=self.system, policy=KdfPolicy.for_tests(), now=self.now
        )

    def open(self, secret: str = "pass", *, write: bool = True, place: Path = FOLDER) -> Vault:
        """Open it."""
        return Vault.open(place, secret, anchors=ANCHORS, system=self.system, write=write, now=self.now)

    def data(self, name: str = "vault.reflect") -> bytearray:
        """Bytes of a file in the vault's folder; changing them changes the file."""
        return self.memory.names[str(FOLDER / name)].data
