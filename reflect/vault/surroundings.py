"""What a vault is given from outside: machine, place of the anchors, clock and chance."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from reflect.vault.system import System


def utc_now() -> datetime:
    """The clock on the wall, in UTC; a default at the edge, tests hand in their own."""
    return datetime.now(UTC)


class Surroundings(NamedTuple):
    """Everything that is not the vault itself.

    Attributes:
        system: The machine.
        anchors: Folder of the anchors, outside every vault's folder.
        now: Returns an aware time.
        random: Returns so many random bytes.
    """

    system: System
    anchors: Path
    now: Callable[[], datetime] = utc_now
    random: Callable[[int], bytes] = os.urandom

    def microseconds(self) -> int:
        """The time as frames keep it: microseconds since 1970."""
        return int(self.now().timestamp() * 1_000_000)
