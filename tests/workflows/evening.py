"""The evening on which the workflows are tried, and its clock."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

EVENING = datetime(2026, 11, 23, 17, 41, tzinfo=timezone(timedelta(hours=1)))


@dataclass
class Clock:
    """A clock that goes on when it is told to."""

    time: datetime = EVENING

    def __call__(self) -> datetime:
        """The time it was told."""
        return self.time
