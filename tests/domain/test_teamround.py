"""What is to be talked about fits the minutes; what is urgent comes before the rest; nothing starves."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reflect.domain.teamround import USUAL_MINUTES, Item, Occasion, Point, Urgency, arranged

MONDAY = date(2026, 11, 23)
DAYS = st.dates(date(2026, 1, 1), MONDAY)
POINTS = st.builds(
    Point,
    occasion=st.sampled_from(Occasion),
    urgency=st.sampled_from(Urgency),
    wanted=st.none() | st.integers(1, 90),
    postponed=st.lists(DAYS, max_size=3).map(lambda days: tuple(sorted(set(days)))),
    dealt=st.none() | st.just(MONDAY),
    withdrawn=st.booleans(),
)


def item(number: int, minutes: int = 10, urgency: Urgency = Urgency.NEXT, postponed: tuple[date, ...] = ()) -> Item:
    """A point that was written on the day with this number."""
    point = Point(occasion=Occasion.TEAM, wanted=minutes, urgency=urgency, postponed=postponed)
    return Item(entry=f"{number:010}", text="", since=date(2026, 1, 1) + timedelta(days=number), point=point)


@st.composite
def lists(draw: st.DrawFn) -> list[Item]:
    points = draw(st.lists(POINTS, max_size=12))
    return [Item(f"{number:010}", "", draw(DAYS), point) for number, point in enumerate(points)]


@given(lists(), st.integers(1, 120))
@settings(max_examples=120, deadline=None)
def test_what_comes_up_fits_and_nothing_is_lost(items: list[Item], minutes: int) -> None:
    found = arranged(items, minutes)
    assert found.taken == sum(one.point.minutes for one in found.planned) <= minutes
    waiting = {one.entry for one in items if one.point.waits}
    together = [one.entry for one in (*found.planned, *found.left)]
    assert len(together) == len(set(together))
    assert set(together) == waiting
    for one in found.left:
        assert one.point.minutes > minutes - found.taken, "there was room for it"


@given(lists(), st.integers(1, 120))
@settings(max_examples=120, deadline=None)
def test_urgent_comes_before_the_rest_but_for_the_oldest_that_waited(items: list[Item], minutes: int) -> None:
    planned = arranged(items, minutes).planned
    for before, after in pairwise(planned[1:]):
        assert before.point.is_urgent >= after.point.is_urgent
    if planned and not planned[0].point.postponed:
        assert all(planned[0].point.is_urgent >= one.point.is_urgent for one in planned)


@given(lists(), st.integers(1, 120))
@settings(max_examples=120, deadline=None)
def test_the_one_put_off_first_comes_first(items: list[Item], minutes: int) -> None:
    before = [one for one in items if one.point.waits and one.point.postponed and one.point.minutes <= minutes]
    if before:
        first = arranged(items, minutes).planned[0]
        assert first.point.postponed
        assert first.point.postponed[0] == min(one.point.postponed[0] for one in before)


@given(st.data(), st.integers(30, 60))
@settings(max_examples=60, deadline=None)
def test_nothing_starves_whatever_else_is_brought(data: st.DataObject, minutes: int) -> None:
    """A point that fits a meeting comes up after at most as many meetings as points waited before it."""
    waiting = [item(number, data.draw(st.integers(5, 30))) for number in range(6)]
    ours = data.draw(st.sampled_from(waiting)).entry
    for meeting in range(7):
        fresh = [
            item(100 + 10 * meeting + number, minutes, Urgency.NOW)
            for number in range(data.draw(st.integers(0, 2), label="urgent points that take the whole meeting"))
        ]
        found = arranged([*waiting, *fresh], minutes)
        if ours in {one.entry for one in found.planned}:
            return
        waiting = [
            Item(one.entry, one.text, one.since, one.point.put_off(MONDAY + timedelta(weeks=meeting)))
            for one in found.left
        ]
    raise AssertionError("it never came up")


def test_an_overfull_list_puts_the_oldest_that_is_not_urgent_first_next_time() -> None:
    old, young, urgent = item(1, 20), item(2, 20), item(3, 20, Urgency.NOW)
    first = arranged([young, urgent, old], 40)
    assert [one.entry for one in first.planned] == [urgent.entry, old.entry]
    waited = Item(young.entry, "", young.since, young.point.put_off(MONDAY))
    later = [item(4, 20, Urgency.NOW), item(5, 20)]
    assert [one.entry for one in arranged([*later, waited], 40).planned] == [young.entry, later[0].entry]


def test_what_can_wait_longer_comes_last_until_it_was_put_off() -> None:
    patient, next_one = item(1, 10, Urgency.LATER), item(2, 10)
    assert [one.entry for one in arranged([patient, next_one], 60).planned] == [next_one.entry, patient.entry]
    waited = item(1, 10, Urgency.LATER, (MONDAY,))
    assert arranged([waited, next_one], 60).planned[0] == waited


def test_a_point_longer_than_the_meeting_holds_nobody_up() -> None:
    huge, small = item(1, 90, postponed=(MONDAY,)), item(2, 10)
    found = arranged([huge, small], 60)
    assert (found.planned, found.left) == ((small,), (huge,))
    assert found.is_too_long(huge)
    assert not found.is_too_long(small)


def test_a_meeting_is_remembered_once_a_day_and_in_order() -> None:
    point = Point(occasion=Occasion.TEAM)
    later = point.put_off(MONDAY).put_off(MONDAY).put_off(MONDAY - timedelta(days=7))
    assert later.postponed == (MONDAY - timedelta(days=7), MONDAY)
    done = point.model_copy(update={"dealt": MONDAY})
    assert done.put_off(MONDAY) is done


@pytest.mark.parametrize("occasion", Occasion)
def test_a_point_without_minutes_takes_the_usual_ones(occasion: Occasion) -> None:
    assert Point(occasion=occasion).minutes == USUAL_MINUTES[occasion]


@given(POINTS)
def test_a_point_survives_its_record(point: Point) -> None:
    assert Point.model_validate(point.model_dump(mode="json")) == point
