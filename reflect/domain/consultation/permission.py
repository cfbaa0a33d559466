"""Which event has a place in a session as it stands; screens ask before they offer a key."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from reflect.domain.consultation import event as ev
from reflect.domain.consultation.event import Event
from reflect.domain.consultation.session import Mode, Session
from reflect.domain.fault import WrongUsage
from reflect.domain.protocol import Record

MOST_MORE = 60
"""Minutes one event can add at most."""


class NotNow(WrongUsage):
    """The event has no place in the session as it stands.

    Attributes:
        facts: `event`, the name of its class.
    """

    def __init__(self, event: Event) -> None:
        super().__init__("session-not-now", event=type(event).__name__)


def can_help(session: Session) -> bool:
    """Whether the group can be asked to find the question."""
    return not session.loop and session.phase.step.loop in session.modules


def _has_line(session: Session, event: ev.Withdraw) -> bool:
    return any(line.number == event.number and not line.withdrawn for line in session.lines)


def _can_choose(session: Session, event: ev.ChooseModule) -> bool:
    return event.module in session.modules and (bool(session.phase.step.choose) or session.hosts_module)


def _in_round(session: Session) -> bool:
    return session.turns is not None and session.turns.speaker is not None


_WHILE_RUNNING: dict[type[Any], Callable[[Session, Any, datetime], bool]] = {
    ev.Next: lambda _session, _event, _now: True,
    ev.Pause: lambda _session, _event, _now: True,
    ev.Skip: lambda session, _event, _now: not session.last,
    ev.Back: lambda session, _event, _now: bool(session.loop) or session.way_back is not None,
    ev.Undo: lambda session, _event, now: session.is_slip(now),
    ev.More: lambda _session, event, _now: 0 < event.minutes <= MOST_MORE,
    ev.GiveWord: lambda session, _event, _now: _in_round(session),
    ev.LetPass: lambda session, _event, _now: _in_round(session),
    ev.RepeatRound: lambda session, _event, _now: session.turns is not None,
    ev.Write: lambda session, event, _now: session.scene.record is not Record.NONE and bool(event.text.strip()),
    ev.Withdraw: lambda session, event, _now: _has_line(session, event),
    ev.SettleKey: lambda session, _event, _now: session.scene.record is Record.KEY or bool(session.loop),
    ev.FailKey: lambda session, _event, _now: can_help(session),
    ev.NextCase: lambda session, event, _now: session.last and event.presenter in session.waiting(),
    ev.ChooseModule: lambda session, event, _now: _can_choose(session, event),
}


def allowed(session: Session, event: Event, now: datetime) -> bool:
    """Whether an event has a place now."""
    if session.mode is Mode.ENDED:
        return False
    if isinstance(event, ev.End):
        return True
    if isinstance(event, ev.Stop):
        return session.mode is not Mode.STOPPED
    if isinstance(event, ev.Resume):
        return session.mode is not Mode.RUNNING
    return session.mode is Mode.RUNNING and _WHILE_RUNNING[type(event)](session, event, now)
