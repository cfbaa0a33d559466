"""Fitting a method into the minutes at hand: exact, proportional, never below the floors."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reflect.domain.consultation.floor import closing, floors, shortest
from reflect.domain.consultation.plan import TooLong, TooShort, distribute, fit, holds, longest, rescue, turn
from reflect.domain.fault import WrongUsage
from reflect.domain.protocol import Protocol, Repeat, Role, Step
from tests.domain.consultation.flows import ADVISORS, ALL, PRESENTER, method, methods, six

PEOPLE = st.integers(2, 20)


def minutes_of(protocol: Protocol, people: int, minutes: int) -> list[int]:
    return [phase.minutes for phase in fit(protocol, people, minutes).phases]


@given(methods(), PEOPLE)
def test_the_natural_length_keeps_its_own_minutes(protocol: Protocol, people: int) -> None:
    assert minutes_of(protocol, people, protocol.minutes) == [step.minutes for step in protocol.steps]


@given(methods(), PEOPLE, st.integers(1, 240))
def test_a_plan_is_exact_and_above_its_floors_or_is_refused(protocol: Protocol, people: int, minutes: int) -> None:
    assume(minutes != protocol.minutes)
    if not holds(protocol, people, minutes):
        with pytest.raises((TooShort, TooLong)):
            fit(protocol, people, minutes)
        return
    planned = minutes_of(protocol, people, minutes)
    assert sum(planned) == minutes
    assert all(now >= low for now, low in zip(planned, floors(protocol, people, minutes), strict=True))
    assert planned[-1] * 10 >= minutes
    assert planned[-1] >= 3


@given(methods(), PEOPLE)
def test_the_minimum_is_the_least_that_holds(protocol: Protocol, people: int) -> None:
    least = shortest(protocol, people)
    assert sum(minutes_of(protocol, people, least)) == least
    with pytest.raises(TooShort) as refused:
        fit(protocol, people, least - 1)
    assert refused.value.facts["minimum"] == least
    assert refused.value.code == 2


@given(st.lists(st.integers(1, 40), min_size=1, max_size=10), st.data())
def test_largest_remainder_stays_within_a_minute_of_the_exact_share(weights: list[int], data: st.DataObject) -> None:
    total = data.draw(st.integers(0, 200))
    shares = distribute(weights, [0] * len(weights), total)
    assert sum(shares) == total
    assert all(
        abs(share * sum(weights) - weight * total) < sum(weights) for share, weight in zip(shares, weights, strict=True)
    )


def test_forty_minutes_for_six_phases() -> None:
    assert minutes_of(six(), 6, 40) == [5, 9, 5, 4, 13, 4]


def test_a_round_grows_with_the_people_and_a_silence_needs_one_minute() -> None:
    steps = (
        Step(id="stille", title="Stille", minutes=2, speaks=(Role.NONE,), silent=(ALL,)),
        Step(id="runde", title="Runde", minutes=5, speaks=(ADVISORS,), silent=(PRESENTER,), round=True),
        Step(id="fragen", title="Fragen", minutes=5, speaks=(ADVISORS, PRESENTER)),
        Step(id="schluss", title="Schluss", minutes=5, speaks=(ALL,)),
    )
    assert floors(method(steps), 6, 12) == (1, 2, 3, 3)
    assert floors(method(steps), 11, 12) == (1, 3, 3, 3)
    assert floors(method(steps), 4, 12) == (1, 1, 3, 3)


def test_the_closing_is_a_tenth() -> None:
    assert [closing(minutes) for minutes in (10, 30, 31, 90)] == [3, 3, 4, 9]


def test_too_short_names_a_shorter_method() -> None:
    quick = method((Step(id="a", title="A", minutes=8), Step(id="b", title="B", minutes=4)), name="schnell")
    with pytest.raises(TooShort) as refused:
        fit(six(), 6, 8, (six(), quick))
    assert refused.value.facts["other"] == "schnell"
    with pytest.raises(TooShort) as refused:
        fit(six(), 9, 8, (six(), quick))
    assert refused.value.what == "session-too-short-for-all"


def test_too_long_proposes_rounds() -> None:
    assert longest(six()) == 67
    with pytest.raises(TooLong) as refused:
        fit(six(), 6, 100)
    assert (refused.value.facts["rounds"], refused.value.facts["each"]) == (2, 50)


def test_nobody_consults_alone_and_size_only_warns() -> None:
    with pytest.raises(WrongUsage):
        fit(six(), 1, 45)
    assert [fit(six(), people, 45).off_size for people in (2, 3, 8, 11)] == [-1, 0, 0, 3]


def test_half_the_team_is_late() -> None:
    assert rescue(six(), 4).total == 20
    quick = method((Step(id="a", title="A", minutes=8), Step(id="b", title="B", minutes=4)), name="schnell")
    assert rescue(quick, 4).total == 12
    long = method(
        tuple(Step(id=f"f{n}", title="F", minutes=5, speaks=(ADVISORS, PRESENTER)) for n in range(12)), name="lang"
    )
    assert rescue(long, 4, (six(), quick)).method == "sechs"
    with pytest.raises(TooShort):
        rescue(long, 4)


def test_a_repeated_method_shares_the_minutes_among_those_who_present() -> None:
    quick = method(
        (Step(id="a", title="A", minutes=8), Step(id="b", title="B", minutes=4)), name="reihum", repeat=Repeat.PERSON
    )
    assert (shortest(quick, 3), longest(quick)) == (4, 18)
    assert [turn(quick, 3, minutes) for minutes in (12, 36, 30, 24, 90, 14)] == [12, 12, 10, 12, 18, 14]
    assert turn(six(), 3, 90) == 90
    assert fit(quick, 3, 12).each
    assert fit(quick, 3, 12).total == 12
