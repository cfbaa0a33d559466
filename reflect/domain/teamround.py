"""What waits to be talked about: points for the next team round, supervision or service meeting, fitted to its minutes.

The idea of a list that says what each point is for follows the purposes of a team round; the order is our own.
Nothing starves: after each meeting the point that was put off first comes first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

LONGEST = 480
"""Minutes; nobody meets longer, whatever an answer says."""


class Occasion(StrEnum):
    """Where a point is talked about; the values are those of the receivers (`Audience`)."""

    TEAM = "team"
    SUPERVISION = "individual"
    AUTHORITY = "authority"


class Matter(StrEnum):
    """What kind of point it is: the three purposes of a team round."""

    CASE = "case"
    ORGANISATION = "organisation"
    COOPERATION = "cooperation"


class Urgency(StrEnum):
    """Whether it can wait."""

    NOW = "now"
    NEXT = "next"
    LATER = "later"


class Outcome(StrEnum):
    """What is wanted in the end."""

    INFORMATION = "information"
    ADVICE = "advice"
    DECISION = "decision"


USUAL_MINUTES = {Occasion.TEAM: 10, Occasion.SUPERVISION: 30, Occasion.AUTHORITY: 15}
"""How long a point takes when nobody said."""


class Point(BaseModel):
    """That an entry is to be talked about. It holds no words: those are the entry's.

    Attributes:
        occasion: Where.
        matter: What kind of point; None when nobody said.
        urgency: Whether it can wait.
        wanted: How many minutes were asked for; None when nobody said.
        outcome: What is wanted in the end; None when nobody said.
        postponed: Days of the meetings it did not come up at, oldest first.
        dealt: The day it was talked about; None while it waits.
        withdrawn: Whether the writer took it off the list.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    occasion: Occasion
    matter: Matter | None = None
    urgency: Urgency = Urgency.NEXT
    wanted: int | None = Field(default=None, ge=1, le=LONGEST)
    outcome: Outcome | None = None
    postponed: tuple[date, ...] = ()
    dealt: date | None = None
    withdrawn: bool = False

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.wanted if self.wanted is not None else USUAL_MINUTES[self.occasion]

    @property
    def is_urgent(self) -> bool:
        """Whether it belongs to this very meeting."""
        return self.urgency is Urgency.NOW

    @property
    def waits(self) -> bool:
        """Whether it is still to be talked about."""
        return self.dealt is None and not self.withdrawn

    def put_off(self, day: date) -> "Point":
        """After a meeting at which it did not come up; a second meeting on one day counts once."""
        if not self.waits or day in self.postponed:
            return self
        return self.model_copy(update={"postponed": tuple(sorted((*self.postponed, day)))})


@dataclass(frozen=True, slots=True)
class Item:
    """A point with the words of its entry.

    Attributes:
        entry: Id of the entry.
        text: What it is about, in the writer's words.
        since: The day it was written.
        point: Everything else.
    """

    entry: str
    text: str
    since: date
    point: Point


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One meeting.

    Attributes:
        minutes: How many are at hand.
        planned: What comes up, in order.
        left: What does not fit, in the order in which it waits.
    """

    minutes: int
    planned: tuple[Item, ...]
    left: tuple[Item, ...]

    @property
    def taken(self) -> int:
        """Minutes of what comes up."""
        return sum(item.point.minutes for item in self.planned)

    def is_too_long(self, item: Item) -> bool:
        """Whether a point does not even fit into an empty meeting."""
        return item.point.minutes > self.minutes


def arranged(items: Iterable[Item], minutes: int) -> Arrangement:
    """What comes up in the minutes at hand, and in which order.

    First the point that was put off first (urgent before others on the same day), then what is urgent, then what was
    put off, oldest first, then the rest by how long it can wait and by age. A point that no longer fits is passed over
    for a shorter one.

    Args:
        items: What waits.
        minutes: How many are at hand.
    """
    waiting = sorted((item for item in items if item.point.waits), key=_rank)
    before = [item for item in waiting if item.point.postponed and item.point.minutes <= minutes]
    first = min(before, key=_age, default=None)
    if first is not None:
        waiting.remove(first)
        waiting.insert(0, first)
    planned: list[Item] = []
    left: list[Item] = []
    rest = minutes
    for item in waiting:
        fits = item.point.minutes <= rest
        (planned if fits else left).append(item)
        rest -= item.point.minutes if fits else 0
    return Arrangement(minutes, tuple(planned), tuple(left))


def _age(item: Item) -> tuple[date, bool, date, str]:
    return (item.point.postponed[0], not item.point.is_urgent, item.since, item.entry)


def _rank(item: Item) -> tuple[bool, date, int, date, str]:
    point = item.point
    put_off = point.postponed[0] if point.postponed else date.max
    return (not point.is_urgent, put_off, list(Urgency).index(point.urgency), item.since, item.entry)
