"""Rotation: nobody is asked more than a few statements a month, and none waits longer than three."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reflect.domain.assessment.instrument import Instrument
from reflect.domain.assessment.rotation import next_observed, parent, proposed, section
from reflect.library.catalogue import Catalogue
from reflect.library.leitbild import shipped

INSTRUMENT = Instrument.of(Catalogue().load("selbsteinschaetzung", "de"))
PARTS = tuple(item.statement for item in INSTRUMENT.rated)
STATEMENTS = {one.id for one in shipped("de").statements() if not one.id.startswith("1.")}


def name(number: int) -> str:
    return f"{2026 + number // 12}-{number % 12 + 1:02}"


def test_the_nineteen_statements_of_four_sections_are_rated_and_the_mandate_is_not() -> None:
    assert {parent(one) for one in PARTS} == STATEMENTS
    assert len(STATEMENTS) == 19
    assert {item.statement for item in INSTRUMENT.observed} >= {"1.1", "1.2", "1.3", "1.4"}


def test_a_month_takes_from_every_section() -> None:
    asked = [section(one) for one in proposed(PARTS, {})]
    assert len(asked) == 7
    assert [asked.count(one) for one in "2345"] == [1, 1, 2, 3]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PARTS), max_size=1), min_size=3, max_size=14))
def test_every_statement_comes_up_within_any_three_months(chosen_freely: list[list[str]]) -> None:
    visits: dict[str, str] = {}
    visited: list[set[str]] = []
    for number, free in enumerate(chosen_freely):
        asked = (*proposed(PARTS, visits), *free)
        assert 6 <= len(asked) <= 8
        visits |= dict.fromkeys(asked, name(number))
        visited.append({parent(one) for one in asked})
    for start in range(len(visited) - 2):
        assert set().union(*visited[start : start + 3]) == STATEMENTS


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sets(st.integers(0, 6)), min_size=2, max_size=10))
def test_what_was_left_out_comes_up_again_first(left_out: list[set[int]]) -> None:
    visits: dict[str, str] = {}
    for number, gaps in enumerate(left_out):
        asked = proposed(PARTS, visits)
        missed = {parent(one) for place, one in enumerate(asked) if place in gaps}
        before = dict(visits)
        visits |= {one: name(number) for place, one in enumerate(asked) if place not in gaps}
        never = {one for one in missed if not any(parent(part) == one for part in before)}
        again = {parent(one) for one in proposed(PARTS, visits)}
        for one in "2345":
            wanted = {statement for statement in never if section(statement) == one}
            assert len(wanted & again) >= min(len(wanted), 1)


def test_the_parts_of_a_statement_take_turns() -> None:
    visits: dict[str, str] = {}
    seen = []
    for number in range(9):
        asked = proposed(PARTS, visits)
        visits |= dict.fromkeys(asked, name(number))
        seen += [one for one in asked if parent(one) == "5.4"]
    assert sorted(seen) == ["5.4a", "5.4b", "5.4c"]


def test_observations_take_turns() -> None:
    assert next_observed(["1.1", "1.2"], {"1.1": "2026-10"}) == "1.2"
    assert next_observed(["1.1", "1.2"], {"1.1": "2026-10", "1.2": "2026-11"}) == "1.1"
    assert next_observed([], {}) == ""
