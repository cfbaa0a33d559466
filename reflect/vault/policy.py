"""How expensive one guess of a passphrase is: Argon2id (RFC 9106), its bounds and its calibration."""

import os
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

FLOOR_MEMORY_KIB = 64 * 1024
FLOOR_PASSES = 3
CEILING_MEMORY_KIB = 1024 * 1024
CEILING_WORK_KIB = 4 * 1024 * 1024
CEILING_LANES = 16
LANES = 4
CALIBRATED_SECONDS = 1.0
KEY_SIZE = 32
_PROBES = 3


@dataclass(frozen=True, slots=True)
class KdfPolicy:
    """Parameters of Argon2id.

    Attributes:
        passes: Argon2's t.
        memory_kib: Argon2's m in KiB.
        lanes: Argon2's p.
    """

    passes: int
    memory_kib: int
    lanes: int

    @classmethod
    def default(cls, clock: Callable[[], float] | None = None) -> Self:
        """Calibrate to about one second on this machine, never below 64 MiB and three passes.

        Args:
            clock: Seconds that only grow; without it those this process would need if it had the machine to itself.

        Returns:
            The largest power of two of memory whose estimated time stays near one second.
        """
        policy = cls(FLOOR_PASSES, FLOOR_MEMORY_KIB, LANES)
        # The fastest of several: other threads of the program may work at the same time.
        seconds = max(min(policy._seconds(clock or _undisturbed) for _ in range(_PROBES)), 1e-6)
        memory = FLOOR_MEMORY_KIB
        # Time grows with memory; doubling stops where the next step would overshoot by more than half.
        while memory < CEILING_MEMORY_KIB and seconds * 2 <= CALIBRATED_SECONDS * 1.5:
            memory, seconds = memory * 2, seconds * 2
        return cls(FLOOR_PASSES, memory, LANES)

    def _seconds(self, clock: Callable[[], float]) -> float:
        begin = clock()
        self.stretch("calibration", bytes(16))
        return clock() - begin

    @classmethod
    def for_tests(cls) -> Self:
        """Cheap parameters for throw-away vaults. Only code that passes the object can use them."""
        return cls(1, 8, 1)

    @property
    def bearable(self) -> bool:
        """Whether a header may ask this machine for so much work; a forged one could ask for terabytes."""
        return (
            self.passes >= 1
            and 1 <= self.lanes <= CEILING_LANES
            and 8 * self.lanes <= self.memory_kib <= CEILING_MEMORY_KIB
            and self.passes * self.memory_kib <= CEILING_WORK_KIB
        )

    @property
    def weak(self) -> bool:
        """Whether guesses are cheaper than new vaults allow."""
        return self.passes < FLOOR_PASSES or self.memory_kib < FLOOR_MEMORY_KIB

    def stretch(self, passphrase: str, salt: bytes) -> bytes:
        """Turn a passphrase into 32 bytes, slowly.

        Args:
            passphrase: As typed; NFC and NFD forms of the same characters give the same result.
            salt: 16 bytes.
        """
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415 - heavy, and only here

        kdf = Argon2id(
            salt=salt, length=KEY_SIZE, iterations=self.passes, lanes=self.lanes, memory_cost=self.memory_kib
        )
        return kdf.derive(unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"))


def _undisturbed() -> float:
    """Processor time, shared among the lanes: a busy machine must not make the vault cheap for good."""
    return time.process_time() / min(LANES, os.cpu_count() or 1)
