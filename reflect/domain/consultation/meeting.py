"""The group log: that a consultation took place, and when the next one does; nothing of the case."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from reflect.domain.consultation.session import Session
from reflect.domain.protocol import Frozen

SCHEMA = 1


class Meeting(Frozen):
    """One line of the log.

    Attributes:
        day: When it took place.
        method: Title of the method.
        minutes: How long it took.
        follow_up: When the group meets again; None when it was not said.
        moderator: Who moderates then; empty when it was not said.
    """

    day: date
    method: str
    minutes: int
    follow_up: date | None = None
    moderator: str = ""

    @classmethod
    def of(cls, session: Session, day: date, *, follow_up: date | None, moderator: str) -> Self:
        """The line for a session that has ended."""
        return cls(
            day=day, method=session.plan.title, minutes=session.ran // 60, follow_up=follow_up, moderator=moderator
        )

    def record(self) -> dict[str, Any]:
        """The shape it is kept in."""
        return {"schema": SCHEMA, **self.model_dump(mode="json")}


def in_order(records: Iterable[dict[str, Any]]) -> tuple[Meeting, ...]:
    """The meetings of a log, the earliest first; those of one day in the order in which they were noted."""
    return tuple(sorted((Meeting.model_validate(record) for record in records), key=lambda meeting: meeting.day))
