"""`--json`: what is to be talked about."""

from datetime import date

from pydantic import Field

from reflect.cli.shapes.shape import Shape
from reflect.domain.teamround import Item, Matter, Occasion, Outcome, Urgency


class AgendaItem(Shape):
    """One point of `reflect agenda --json`."""

    entry: str
    text: str
    occasion: Occasion
    kind: Matter | None
    urgency: Urgency
    minutes: int
    wanted: Outcome | None
    since: date
    postponed: list[date] = Field(description="days of the meetings it did not come up at, oldest first")
    dealt: date | None

    @classmethod
    def of(cls, item: Item) -> "AgendaItem":
        """From a point and the words of its entry."""
        point = item.point
        return cls(
            entry=item.entry,
            text=item.text,
            occasion=point.occasion,
            kind=point.matter,
            urgency=point.urgency,
            minutes=point.minutes,
            wanted=point.outcome,
            since=item.since,
            postponed=list(point.postponed),
            dealt=point.dealt,
        )


class AgendaList(Shape):
    """`reflect agenda --json`: the list for one meeting."""

    occasion: Occasion
    minutes: int = Field(description="at hand")
    taken: int = Field(description="minutes of what comes up")
    planned: list[AgendaItem]
    left: list[AgendaItem] = Field(description="what does not fit, in the order in which it waits")
    dealt: list[AgendaItem] = Field(description="talked about today")
