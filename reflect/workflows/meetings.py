"""The group's log in the vault of the one who keeps it: dates and methods, never a case."""

from datetime import date

from reflect.domain.consultation.meeting import Meeting, in_order
from reflect.domain.consultation.session import Session
from reflect.domain.entry import new_id
from reflect.workflows.sitting import Sitting

MEETINGS = "meetings"


def note(sitting: Sitting, session: Session, *, follow_up: date | None, moderator: str) -> None:
    """Note that a session took place.

    Raises:
        ReadOnly: The vault is open for reading only.
        NotSaved: The disk refused.
    """
    meeting = Meeting.of(session, sitting.today, follow_up=follow_up, moderator=moderator.strip())
    sitting.vault.put(MEETINGS, new_id(), meeting.record(), "")


def held(sitting: Sitting) -> tuple[Meeting, ...]:
    """Every meeting that was noted, the earliest first."""
    return in_order(sitting.vault.records(MEETINGS).values())


def latest(sitting: Sitting) -> Meeting | None:
    """The last meeting that was noted."""
    meetings = held(sitting)
    return meetings[-1] if meetings else None


def due(sitting: Sitting) -> Meeting | None:
    """The last meeting, once the day has come on which the group meets again."""
    meeting = latest(sitting)
    return meeting if meeting and meeting.follow_up and meeting.follow_up <= sitting.today else None
