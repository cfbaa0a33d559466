"""Damage: where a file is not what was written, by sequence number and date."""

from datetime import UTC, datetime

Place = tuple[int, datetime | None]

_REPORTED = 1000  # a forged number must not fill the memory with places


def moment(microseconds: int | None) -> datetime | None:
    """Return a frame's time, or None when there is none or the clock was absurd."""
    if microseconds is None:
        return None
    try:
        return datetime.fromtimestamp(microseconds / 1_000_000, UTC)
    except (OverflowError, ValueError, OSError):
        return None


class Damage:
    """Collects damaged places; the first note of a place counts.

    A frame that cannot be read has no time; the time of the last readable frame before stands for it.
    """

    def __init__(self) -> None:
        self._places: dict[int, datetime | None] = {}

    def note(self, first: int, until: int, time: int | None) -> None:
        """Note the frames from `first` up to, but without, `until`; at least one."""
        for sequence in range(first, min(max(until, first + 1), first + _REPORTED)):
            self._places.setdefault(sequence, moment(time))

    @property
    def places(self) -> list[Place]:
        """All places, in order."""
        return sorted(self._places.items(), key=lambda place: place[0])
