"""Any sequence of events keeps what the method promises."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reflect.domain.consultation import event as ev
from reflect.domain.consultation.casting import Casting
from reflect.domain.consultation.course import advance, begin
from reflect.domain.consultation.event import Event
from reflect.domain.consultation.permission import NotNow, allowed
from reflect.domain.consultation.plan import fit
from reflect.domain.consultation.session import Mode, Session
from reflect.domain.protocol import Protocol, Record, Repeat, Role, Step
from tests.domain.consultation.flows import ADVISORS, FINDING, MODULES, method, methods, six

NOW = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
NAMES = ("Mina", "Tom", "Ines", "Jale", "Ben", "Uli")
EVENTS = st.one_of(
    st.sampled_from(
        [
            ev.Next(),
            ev.Next(),
            ev.Next(),
            ev.Skip(),
            ev.Back(),
            ev.Undo(),
            ev.Pause(),
            ev.Stop(),
            ev.Resume(),
            ev.Resume(),
            ev.GiveWord(),
            ev.LetPass(),
            ev.RepeatRound(),
            ev.SettleKey(),
            ev.FailKey(),
            ev.ChooseModule("ideen"),
            ev.ChooseModule("fehlt"),
        ]
    ),
    st.builds(ev.More, st.sampled_from([1, 2, 5, 0, -3])),
    st.builds(ev.Write, st.sampled_from(["Vielleicht ist der Brief nicht das Thema.", " "])),
    st.builds(ev.Withdraw, st.integers(1, 5)),
    st.builds(ev.NextCase, st.sampled_from(["Mina", "Tom", "Uli", "niemand"])),
)
WAITS = st.integers(0, 15 * 60)


def opened(protocol: Protocol, minutes: int | None = None, names: tuple[str, ...] = NAMES) -> Session:
    plan = fit(protocol, len(names), minutes or protocol.minutes)
    return begin(plan, Casting.of(names, names[0], names[1]), MODULES, NOW)


def after(session: Session, *events: Event, minute: int = 0) -> Session:
    for event in events:
        session = advance(session, event, NOW + timedelta(minutes=minute))
    return session


def is_promise_kept(session: Session, now: datetime) -> None:
    """What holds in every session at every time."""
    bank = session.ledger(now)
    assert sum(bank.allotted) + bank.saved == session.plan.total + bank.over
    if session.mode is not Mode.ENDED:
        assert bank.allotted[bank.closing] >= bank.planned[bank.closing]
    scene = session.scene
    step = session.phase.step
    if not scene.module:
        assert (scene.speaks, scene.silent, scene.record) == (step.speaks, step.silent, step.record)
        assert scene.presenter_silent == bool({Role.PRESENTER, Role.ALL} & set(step.silent))
    if scene.loop:
        assert scene.module == step.loop
    assert not set(scene.speaks) & set(scene.silent)
    assert session.end(now) >= now
    if session.turns is not None:
        assert 0 <= session.turns.turn <= len(session.turns.order)
    assert [line.number for line in session.lines] == list(range(1, len(session.lines) + 1))


def is_handed_on(before: Session, after_it: Session, presenter: str) -> None:
    """The same plan begins anew around somebody who has not presented; nobody's notes are lost or mixed."""
    assert before.plan.each
    assert before.last
    assert presenter in before.waiting()
    assert (after_it.index, after_it.lines, after_it.key, after_it.plan) == (0, (), "", before.plan)
    assert after_it.earlier == (*before.earlier, before.notes)
    assert after_it.casting.presenter == presenter
    assert set(after_it.casting.names) == set(before.casting.names)
    assert after_it.casting.presenter != after_it.casting.facilitator
    assert presenter not in after_it.waiting()


@settings(max_examples=150, deadline=None)
@given(methods(), st.lists(st.tuples(EVENTS, WAITS), max_size=40))
def test_any_sequence_of_events_keeps_the_promises(protocol: Protocol, events: list[tuple[Event, int]]) -> None:
    session, now = opened(protocol), NOW
    for event, seconds in events:
        now += timedelta(seconds=seconds)
        if not allowed(session, event, now):
            with pytest.raises(NotNow):
                advance(session, event, now)
            continue
        before, session = session, advance(session, event, now)
        is_promise_kept(session, now)
        if isinstance(event, ev.NextCase):
            is_handed_on(before, session, event.presenter)
            continue
        if session.index < before.index:
            returned = isinstance(event, ev.Back) and before.phase.step.back == session.phase.step.id
            assert returned or isinstance(event, ev.Undo)
        assert session.index <= before.index + 1
        if isinstance(event, ev.Write):
            assert before.scene.record is not Record.NONE


@settings(max_examples=80, deadline=None)
@given(methods(), st.lists(st.tuples(EVENTS, WAITS), max_size=25))
def test_no_dead_end_wherever_a_session_stands(protocol: Protocol, events: list[tuple[Event, int]]) -> None:
    session, now = opened(protocol), NOW
    for event, seconds in events:
        now += timedelta(seconds=seconds)
        if allowed(session, event, now):
            session = advance(session, event, now)
    if session.mode in {Mode.PAUSED, Mode.STOPPED}:
        session = advance(session, ev.Resume(), now)
    for _ in range(6 * len(protocol.steps)):
        if session.mode is Mode.ENDED:
            return
        session = advance(session, ev.Next(), now)
    assert session.mode is Mode.ENDED


@given(methods())
def test_every_phase_is_reached_by_going_on(protocol: Protocol) -> None:
    session = opened(protocol)
    visited = {session.index}
    while session.mode is not Mode.ENDED:
        session = advance(session, ev.Next(), NOW)
        visited.add(session.index)
    assert visited == set(range(len(protocol.steps)))
    assert not session.skipped


def test_a_missing_question_runs_the_loop_once_and_returns() -> None:
    session = after(opened(six()), ev.Next(), ev.Next())
    assert session.scene.record is Record.KEY
    helped = after(session, ev.Next())
    assert (helped.index, helped.loop, helped.scene.presenter_silent) == (2, FINDING, True)
    back = after(helped, ev.Write("Wie kann ich Nein sagen?"), ev.Next())
    assert (back.index, back.loop) == (2, "")
    assert after(back, ev.Next()).index == 3
    asked = after(session, ev.Write("Wie  sage ich Nein?"))
    assert (asked.key, after(asked, ev.Next()).index) == ("Wie sage ich Nein?", 3)
    assert after(session, ev.Skip()).loop == FINDING
    assert after(helped, ev.SettleKey(), ev.Next()).index == 3


def test_a_chosen_module_rules_the_phase_after_the_choice() -> None:
    session = after(opened(six()), ev.Next(), ev.Next(), ev.SettleKey(), ev.Next(), ev.ChooseModule("ideen"))
    assert session.scene.module == ""
    hosting = after(session, ev.Next())
    assert (hosting.scene.module, hosting.turns is not None) == ("ideen", True)
    second = after(hosting, ev.Next())
    assert (second.index, second.stage, second.scene.speaks) == (4, 1, (Role.PRESENTER,))
    assert after(second, ev.Next()).last


def test_a_slip_is_taken_back_within_a_minute_and_keeps_the_lines() -> None:
    session = after(opened(six()), ev.Next())
    assert after(session, ev.Undo()).index == 0
    assert not allowed(session, ev.Undo(), NOW + timedelta(minutes=1))
    with pytest.raises(NotNow):
        after(session, ev.Undo(), minute=1)


def test_the_way_back_gives_the_phase_time_again() -> None:
    session = after(after(opened(six()), ev.Next()), ev.Next(), minute=12)
    returned = after(session, ev.Back(), minute=14)
    assert (returned.index, returned.left(NOW + timedelta(minutes=14))) == (1, 1)
    assert returned.bank.used == (0, 12, 2, 0, 0, 0)


def test_overtime_is_counted_and_lent_by_later_phases() -> None:
    session = after(opened(six()), ev.Next())
    late = NOW + timedelta(minutes=17)
    assert session.left(late) == -7
    assert session.ledger(late).saved == 0
    assert session.ledger(late).lent(1) == ((4, 2),)
    assert session.end(late) == NOW + timedelta(minutes=45)


def test_a_pause_stands_still_and_moves_the_end() -> None:
    paused = after(opened(six()), ev.Pause(), minute=2)
    later = NOW + timedelta(minutes=12)
    assert paused.left(later) == 3
    resumed = after(paused, ev.Resume(), minute=12)
    assert resumed.left(later) == 3
    assert resumed.end(later) == NOW + timedelta(minutes=55)
    assert not allowed(paused, ev.Next(), later)


def test_a_stop_holds_everything_until_the_group_goes_on_or_ends() -> None:
    stopped = after(opened(six()), ev.Stop(), minute=1)
    assert not allowed(stopped, ev.Stop(), NOW)
    assert after(stopped, ev.Resume()).mode is Mode.RUNNING
    assert after(stopped, ev.End()).mode is Mode.ENDED


def test_a_clock_set_back_does_not_count() -> None:
    assert opened(six()).clock(NOW - timedelta(hours=1)) == 0


def test_lines_are_numbered_and_taken_back() -> None:
    session = after(opened(six()), ev.Next(), ev.Next(), ev.SettleKey(), ev.Next(), ev.Next())
    written = after(session, ev.Write("eins"), ev.Write("zwei"), ev.Withdraw(1), ev.Write("drei"))
    assert [(line.number, line.text) for line in written.kept()] == [(2, "zwei"), (3, "drei")]
    assert not allowed(written, ev.Withdraw(1), NOW)


def troika() -> Protocol:
    return method(
        (
            Step(id="anliegen", title="A", minutes=4, speaks=(Role.PRESENTER,), silent=(ADVISORS,), record=Record.KEY),
            Step(id="beraten", title="B", minutes=5, speaks=(ADVISORS,), silent=(Role.PRESENTER,), record=Record.LIST),
            Step(id="schluss", title="C", minutes=3, speaks=(Role.PRESENTER,), record=Record.PICK),
        ),
        (3, 4),
        repeat=Repeat.PERSON,
    )


def test_each_person_presents_in_turn_and_keeps_their_own_notes() -> None:
    session = opened(troika(), names=("Mina", "Eva", "Tom"))
    assert session.waiting() == ("Eva", "Tom")
    first = after(session, ev.Write("Wie sage ich Nein?"), ev.Next(), ev.Write("Kurz."), ev.Next())
    assert not allowed(session, ev.NextCase("Tom"), NOW)
    second = after(first, ev.NextCase("Tom"), minute=12)
    assert (second.casting.presenter, second.casting.facilitator, second.waiting()) == ("Tom", "Eva", ("Eva",))
    assert second.left(NOW + timedelta(minutes=13)) == 3
    third = after(second, ev.Write("Was lasse ich?"), ev.Next(), ev.Next(), ev.NextCase("Eva"), minute=24)
    assert (third.casting.presenter, third.casting.facilitator, third.waiting()) == ("Eva", "Tom", ())
    ended = after(third, ev.Next(), ev.Next(), ev.Next(), minute=36)
    assert [(notes.presenter, notes.key) for notes in ended.every_notes()] == [
        ("Mina", "Wie sage ich Nein?"),
        ("Tom", "Was lasse ich?"),
    ]
    assert [notes.presenter for notes in ended.parted("Mina").every_notes()] == ["Tom"]
    assert ended.ran == 36 * 60


def test_nobody_hands_on_where_one_person_presents() -> None:
    session = after(opened(six()), *[ev.Next()] * 2, ev.SettleKey(), *[ev.Next()] * 3)
    assert session.last
    assert session.waiting() == ()
    assert not allowed(session, ev.NextCase("Tom"), NOW)
