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
        rehearsal: Try this protocol out; nothing is kept.
        effort: Ask how much effort it deserves, and propose a protocol.
        sitting: Already open, as in the demo; no passphrase is asked.
        assess: Go on with this month's self-assessment.
        statement: The statement to go on with there, where it is asked this month.
        consult: Hold a consultation as a guest; no vault is opened.
    """

    protocol: str = ""
    entry: str = ""
    rehearsal: str = ""
    effort: bool = False
    sitting: "Sitting | None" = None
    assess: bool = False
    statement: str = ""
    consult: bool = False
