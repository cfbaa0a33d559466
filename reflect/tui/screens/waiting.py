"""What waits in the vault, looked for in a thread."""

from dataclasses import dataclass
from typing import Any

from reflect.domain.agenda import Begun, Due
from reflect.workflows import keeping
from reflect.workflows.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in the vault.

    Attributes:
        dues: Due today.
        begun: Entries that were begun.
        reviews: Releases whose review was left half done.
    """

    dues: list[Due]
    begun: list[Begun]
    reviews: list[tuple[str, dict[str, Any]]]


def look(sitting: Sitting) -> Waiting:
    """Look now."""
    return Waiting(*keeping.agenda(sitting), keeping.reviews(sitting))
