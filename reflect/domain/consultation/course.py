"""The course of a session: `(session, event, now) -> session`, pure. Back-jumps and loops are part of the methods."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from reflect.domain.consultation import event as ev
from reflect.domain.consultation.casting import Casting
from reflect.domain.consultation.event import Event
from reflect.domain.consultation.notes import Line
from reflect.domain.consultation.permission import NotNow, allowed, can_help
from reflect.domain.consultation.plan import Plan
from reflect.domain.consultation.round import Round
from reflect.domain.consultation.session import Mode, Session
from reflect.domain.consultation.timebank import TimeBank
from reflect.domain.protocol import Record, Step


def begin(plan: Plan, casting: Casting, modules: Mapping[str, tuple[Step, ...]], now: datetime) -> Session:
    """Open a session in its first phase.

    Args:
        plan: What was agreed.
        casting: Who does what.
        modules: Steps of every module at hand; a loop whose module is missing does not take place.
        now: The time, with zone.
    """
    session = Session(plan=plan, casting=casting, bank=TimeBank.of(plan), modules=dict(modules), since=now)
    return _with(session, turns=_turns(session))


def advance(session: Session, event: Event, now: datetime) -> Session:
    """The session after an event.

    Raises:
        NotNow: The event has no place; nothing changed.
    """
    if not allowed(session, event, now):
        raise NotNow(event)
    match event:
        case ev.GiveWord() | ev.LetPass() | ev.RepeatRound():
            return _with(session, turns=_turned(session.turns, event))
        case ev.Write() | ev.Withdraw():
            return _noted(session, event)
        case ev.SettleKey() | ev.FailKey() | ev.ChooseModule():
            return _agreed(session, event)
        case ev.More(minutes):
            return _with(session, bank=session.bank.more(session.index, minutes))
        case ev.Pause() | ev.Stop() | ev.Resume() | ev.End():
            return _clock(session, event, now)
        case _:
            return _moved(session, event, now)


def _with(session: Session, **changes: Any) -> Session:
    return session.model_copy(update=changes)


def _turns(session: Session) -> Round | None:
    """The round of the scene as it stands, opened by its first speaker."""
    scene = session.scene
    return Round(order=session.casting.order(scene.speaks)) if scene.round else None


def _turned(turns: Round | None, event: Event) -> Round | None:
    if turns is None:
        return None
    if isinstance(event, ev.RepeatRound):
        return turns.again()
    return turns.let_pass() if isinstance(event, ev.LetPass) else turns.give()


def _moved(session: Session, event: ev.NextCase | ev.Next | ev.Skip | ev.Back | ev.Undo, now: datetime) -> Session:
    match event:
        case ev.NextCase(presenter):
            return _next_case(session, presenter, now)
        case ev.Back():
            return _back(session, now)
        case ev.Undo():
            return _undo(session)
        case _:
            return _onward(session, now, skipped=isinstance(event, ev.Skip))


def _onward(session: Session, now: datetime, *, skipped: bool) -> Session:
    """The next step of a module, out of a loop, into the loop of a missing question, or the next phase."""
    running = session.scene.module
    if running and not skipped and session.stage + 1 < len(session.modules[running]):
        inner = _with(session, stage=session.stage + 1)
        return _with(inner, turns=_turns(inner))
    if session.loop:
        return _leave_loop(session)
    if not session.key_settled and not session.helped and can_help(session):
        return _help(session)
    bank = session.bank.take(session.index, session.taken(now)).release(session.index)
    if session.last:
        return _with(session, bank=bank, mode=Mode.ENDED, ran=session.clock(now), since=None, before=None)
    left_out = session.skipped | {session.index} if skipped else session.skipped
    entered = _enter(_with(session, bank=bank, skipped=left_out), session.index + 1, now)
    return _with(entered, before=_with(session, before=None))


def _enter(session: Session, index: int, now: datetime) -> Session:
    entered = _with(
        session,
        index=index,
        bank=session.bank.admit(index),
        skipped=session.skipped - {index},
        stage=0,
        entered=session.clock(now),
        before=None,
    )
    return _with(entered, turns=_turns(entered))


def _next_case(session: Session, presenter: str, now: datetime) -> Session:
    """The same plan from its beginning, around another presenter; what was written waits for its own."""
    begun = Session(
        plan=session.plan,
        casting=session.casting.handed_to(presenter),
        bank=TimeBank.of(session.plan),
        modules=session.modules,
        earlier=(*session.earlier, session.notes),
        ran=session.clock(now),
        since=now,
        entered=session.clock(now),
    )
    return _with(begun, turns=_turns(begun))


def _back(session: Session, now: datetime) -> Session:
    """Out of a loop, or to the phase the method names; the phase that is left keeps its minutes for later."""
    if session.loop or session.way_back is None:
        return _leave_loop(session)
    bank = session.bank.take(session.index, session.taken(now))
    entered = _enter(_with(session, bank=bank), session.way_back, now)
    return _with(entered, before=_with(session, before=None))


def _undo(session: Session) -> Session:
    """The session before the last step, with the lines written since."""
    if session.before is None:
        return session
    return _with(session.before, lines=session.lines)


def _clock(session: Session, event: Event, now: datetime) -> Session:
    modes = {ev.Pause: Mode.PAUSED, ev.Stop: Mode.STOPPED, ev.Resume: Mode.RUNNING, ev.End: Mode.ENDED}
    mode = modes[type(event)]
    since = now if mode is Mode.RUNNING else None
    return _with(session, mode=mode, ran=session.clock(now), since=since, before=None)


def _noted(session: Session, event: ev.Write | ev.Withdraw) -> Session:
    if isinstance(event, ev.Withdraw):
        lines = tuple(
            line.model_copy(update={"withdrawn": True}) if line.number == event.number else line
            for line in session.lines
        )
        return _with(session, lines=lines)
    text = " ".join(event.text.split())
    if session.scene.record is Record.KEY:
        return _with(session, key=text, key_settled=True)
    chosen = session.scene.record is Record.PICK
    line = Line(number=len(session.lines) + 1, phase=session.phase.step.id, text=text, step=chosen)
    return _with(session, lines=(*session.lines, line))


def _agreed(session: Session, event: ev.SettleKey | ev.FailKey | ev.ChooseModule) -> Session:
    match event:
        case ev.SettleKey():
            return _with(_leave_loop(session), key_settled=True)
        case ev.FailKey():
            return _help(session)
        case ev.ChooseModule(module):
            chosen = _with(session, module=module, stage=0)
            return _with(chosen, turns=_turns(chosen)) if session.hosts_module else chosen


def _help(session: Session) -> Session:
    """Run the module that finds a question, within the phase; a slip cannot be taken back across it."""
    inner = _with(session, loop=session.phase.step.loop, stage=0, helped=True, before=None)
    return _with(inner, turns=_turns(inner))


def _leave_loop(session: Session) -> Session:
    if not session.loop:
        return session
    outer = _with(session, loop="", stage=0)
    return _with(outer, turns=_turns(outer))
