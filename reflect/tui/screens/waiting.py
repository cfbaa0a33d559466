"""What waits in the vault, looked for in a thread."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reflect.domain.agenda import Begun, Due
from reflect.workflows import keeping, upkeep
from reflect.workflows.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in the vault.

    Attributes:
        dues: Due today.
        begun: Entries that were begun.
        reviews: Releases whose review was left half done.
        backup: When the newest backup in the chosen folder was made; None when none can be seen.
    """

    dues: list[Due]
    begun: list[Begun]
    reviews: list[tuple[str, dict[str, Any]]]
    backup: datetime | None


def look(sitting: Sitting) -> Waiting:
    """Look now."""
    newest = upkeep.newest_backup(sitting)
    return Waiting(*keeping.agenda(sitting), keeping.reviews(sitting), newest.taken if newest else None)
