"""What is taken along, and what the log of the group keeps: nothing of the case."""

from datetime import UTC, date, datetime, timedelta

import pytest

from reflect.domain.consultation import event as ev
from reflect.domain.consultation.casting import Casting
from reflect.domain.consultation.course import advance, begin
from reflect.domain.consultation.event import Event
from reflect.domain.consultation.meeting import Meeting, in_order
from reflect.domain.consultation.plan import fit
from reflect.domain.consultation.session import Session
from reflect.domain.consultation.takeaway import Takeaway
from reflect.domain.fault import WrongUsage
from tests.domain.consultation.flows import MODULES, six

NOW = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)


def ended() -> Session:
    session = begin(fit(six(), 4, 45), Casting.of(("Mina", "Eva", "Tom", "Ines"), "Mina", "Eva"), MODULES, NOW)
    events: tuple[Event, ...] = (
        ev.Next(),
        ev.Next(),
        ev.Write("Wie sage ich Nein?"),
        ev.Next(),
        ev.Next(),
        ev.Write("Den Brief zusammen lesen."),
        ev.Write("Nichts tun."),
        ev.Write("Abwarten."),
        ev.Withdraw(3),
        ev.End(),
    )
    for number, event in enumerate(events):
        session = advance(session, event, NOW + timedelta(minutes=number))
    return session


def test_only_what_was_picked_comes_along() -> None:
    picked = Takeaway.of(ended().notes, "Probe", {2, 3}, DAY, question=False)
    assert (picked.lines, picked.question, picked.method) == (("Nichts tun.",), "", "Probe")
    assert Takeaway.of(ended().notes, "Probe", set(), DAY).question == "Wie sage ich Nein?"
    assert Takeaway.of(ended().notes, "Probe", set(), DAY, question=False).is_empty


def test_it_survives_the_way_and_keeps_unknown_fields() -> None:
    picked = Takeaway.of(ended().notes, "Probe", {1}, DAY)
    assert Takeaway.load(picked.dump()) == picked
    newer = picked.dump().replace(b'"version":2', b'"version":3,"mood":"calm"')
    assert b'"mood":"calm"' in Takeaway.load(newer).dump()


@pytest.mark.parametrize("content", [b"", b"{}", b'{"format":"other","method":"m","day":"2026-11-23"}', b"\xff"])
def test_something_else_is_refused(content: bytes) -> None:
    with pytest.raises(WrongUsage):
        Takeaway.load(content)


def test_the_log_holds_dates_and_methods_alone() -> None:
    meeting = Meeting.of(ended(), DAY, follow_up=date(2026, 12, 7), moderator="Ines")
    record = meeting.record()
    assert set(record) == {"schema", "day", "method", "minutes", "follow_up", "moderator"}
    assert (record["minutes"], record["follow_up"]) == (9, "2026-12-07")
    earlier = meeting.model_copy(update={"day": date(2026, 11, 9)})
    assert in_order([meeting.record(), earlier.record()]) == (earlier, meeting)
    assert in_order([]) == ()


def test_what_was_said_at_the_choice_is_the_first_step() -> None:
    session = begin(fit(six(), 4, 45), Casting.of(("Mina", "Eva", "Tom", "Ines"), "Mina", "Eva"), MODULES, NOW)
    events: tuple[Event, ...] = (
        *[ev.Next()] * 2,
        ev.SettleKey(),
        *[ev.Next()] * 2,
        ev.Write("Den Brief zusammen lesen."),
        ev.Next(),
        ev.Write("Ich rufe an."),
        ev.Write("Und schlafe darüber."),
        ev.End(),
    )
    for event in events:
        session = advance(session, event, NOW)
    picked = Takeaway.of(session.notes, "Probe", {1, 2, 3}, DAY)
    assert (picked.step, picked.lines) == ("Ich rufe an.", ("Den Brief zusammen lesen.", "Und schlafe darüber."))
    assert Takeaway.of(session.notes, "Probe", {1}, DAY).step == ""
    dated = picked.by(date(2026, 12, 4))
    assert Takeaway.load(dated.dump()) == dated


def test_a_file_of_the_first_version_has_no_step() -> None:
    first = (
        b'{"format":"reflect-takeaway","version":1,"method":"Probe","day":"2026-11-23","question":"","lines":["Ja."]}'
    )
    taken = Takeaway.load(first)
    assert (taken.lines, taken.step, taken.until) == (("Ja.",), "", None)
