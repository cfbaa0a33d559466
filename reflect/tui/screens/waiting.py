"""What waits in the vault, looked for in a thread."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reflect.domain.agenda import Begun, Due
from reflect.workflows import keeping, upkeep
from reflect.workflows.sitting import Sitting

if TYPE_CHECKING:
    from reflect.domain.consultation.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in the vault.

    Attributes:
        dues: Due today.
        begun: Entries that were begun.
        reviews: Releases whose review was left half done.
        backup: When the newest backup in the chosen folder was made; None when none can be seen.
        meeting: The last consultation, when the group meets again today or should have.
    """

    dues: list[Due]
    begun: list[Begun]
    reviews: list[tuple[str, dict[str, Any]]]
    backup: datetime | None
    meeting: "Meeting | None" = None


def look(sitting: Sitting) -> Waiting:
    """Look now."""
    from reflect.workflows import meetings  # noqa: PLC0415 - in the thread, after the first paint

    newest = upkeep.newest_backup(sitting)
    taken = newest.taken if newest else None
    return Waiting(*keeping.agenda(sitting), keeping.reviews(sitting), taken, meetings.due(sitting))
