"""Where the screen goes once the vault is open."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reflect.workflows.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Start:
    """Where to go.

    Attributes:
        protocol: Begin an entry with this protocol.
        entry: Go on with this entry.
        sitting: Already open, as in the demo; no passphrase is asked.
    """

    protocol: str = ""
    entry: str = ""
    sitting: "Sitting | None" = None
