"""Talks of the plan: counted from the first day, due at home, never a trial."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.domain.agenda import DueKind, due
from reflect.domain.entry import Entry
from reflect.domain.onboarding import plan
from reflect.domain.trial import planned
from reflect.library.catalogue import Catalogue

PLAN = Catalogue().load("einarbeitung", "de")
MONDAY = date(2026, 11, 23)
FRIDAY = 4


def entry(first: date | None = MONDAY) -> Entry:
    moment = datetime(2026, 11, 20, tzinfo=UTC)
    begun = Entry(id="AAAAAAAAA1", protocol=PLAN, created=moment, changed=moment)
    if first is not None:
        begun.answers[plan.FIRST_DAY] = first.isoformat()
    begun.next_steps = planned(begun)
    return begun


def test_without_a_first_day_nothing_is_due() -> None:
    assert entry(None).next_steps == []


def test_every_phase_ends_with_a_talk() -> None:
    found = entry().next_steps
    assert [step.text for step in found] == [f"Einarbeitung: {step.title}" for step in PLAN.steps]
    assert [step.due for step in found] == [
        date(2026, 11, 23),
        date(2026, 11, 27),
        date(2026, 12, 4),
        date(2026, 12, 22),
        date(2027, 1, 21),
        date(2027, 2, 19),
    ]


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_no_talk_is_on_a_weekend(first: date) -> None:
    for step, phase in zip(entry(first).next_steps, PLAN.steps, strict=True):
        assert phase.day is not None
        wanted = first + timedelta(days=phase.day - 1)
        assert step.due.weekday() <= FRIDAY
        assert wanted - timedelta(days=2) <= step.due <= wanted


def test_a_talk_that_was_held_stays_so_when_the_first_day_moves() -> None:
    begun = entry()
    begun.next_steps[1] = begun.next_steps[1].model_copy(update={"done": date(2026, 11, 27)})
    begun.answers[plan.FIRST_DAY] = "2026-11-30"
    moved = planned(begun)
    assert moved[1].done == date(2026, 11, 27)
    assert moved[2].due == date(2026, 12, 11)


@pytest.mark.parametrize(("today", "count"), [(date(2026, 11, 22), 0), (MONDAY, 1), (date(2027, 3, 1), 6)])
def test_talks_are_due_as_talks(today: date, count: int) -> None:
    rows = due([("AAAAAAAAA1", entry().record())], today)
    assert [row.kind for row in rows] == [DueKind.TALK] * count


def test_a_task_is_about_tasks_and_safety_and_never_about_attitude() -> None:
    attitude = ("haltung", "empath", "wertschätz", "motiv", "teamfähig", "einstellung", "persönlich")
    for task in plan.every_task(PLAN):
        assert not any(word in f"{task.text} {task.help}".lower() for word in attitude), task.id
        assert task.options == ("gezeigt", "begleitet", "selbständig")
