"""Where the screen goes once the vault is open; light, since `reflect` alone needs nothing else of this room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reflect.workflows.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Going:
    """Where the screen goes once the vault is open.

    Attributes:
        protocol: Begin an entry with this protocol.
        entry: Go on with this entry.
        rehearsal: Try this protocol out; nothing is kept.
        effort: Ask how much effort it deserves, and propose a protocol.
        sitting: Already open, as in the demo.
        assess: Go on with this month's self-assessment.
        consult: Hold a consultation as a guest; no vault is opened.
    """

    protocol: str = ""
    entry: str = ""
    rehearsal: str = ""
    effort: bool = False
    sitting: Sitting | None = None
    assess: bool = False
    consult: bool = False
