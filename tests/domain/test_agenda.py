"""What home shows: due today, begun; nothing else."""

from datetime import date
from typing import Any

import pytest

from reflect.domain.agenda import begun, due, next_working_day

TODAY = date(2026, 11, 23)


def record(**fields: Any) -> dict[str, Any]:
    return {
        "protocol_title": "Rückblick",
        "title": "Der laute Flur",
        "step": 3,
        "steps": 5,
        "changed": "2026-11-20T16:00:00+01:00",
        "finished": None,
        "trashed": None,
        "next_steps": [],
        **fields,
    }


def step(day: str, done: str | None = None) -> dict[str, Any]:
    return {"text": f"bis {day}", "due": day, "done": done}


def test_due_are_steps_whose_day_has_come_oldest_first() -> None:
    rows = due(
        [
            ("A", record(next_steps=[step("2026-11-23"), step("2026-11-24")])),
            ("B", record(next_steps=[step("2026-11-09"), step("2026-11-01", done="2026-11-02")])),
            ("C", record(next_steps=[step("2026-11-01")], trashed="2026-11-02T10:00:00+01:00")),
        ],
        TODAY,
    )
    assert [(row.entry, row.step, row.since.isoformat()) for row in rows] == [
        ("B", 0, "2026-11-09"),
        ("A", 0, "2026-11-23"),
    ]


def test_begun_are_unfinished_entries_newest_first() -> None:
    rows = begun(
        [
            ("A", record()),
            ("B", record(changed="2026-11-23T17:41:00+01:00")),
            ("C", record(finished="2026-11-23T17:41:00+01:00")),
            ("D", record(trashed="2026-11-23T17:41:00+01:00")),
        ]
    )
    assert [row.entry for row in rows] == ["B", "A"]


@pytest.mark.parametrize(
    ("day", "following"),
    [
        ("2026-11-23", "2026-11-24"),
        ("2026-11-27", "2026-11-30"),
        ("2026-11-28", "2026-11-30"),
        ("2026-11-29", "2026-11-30"),
    ],
)
def test_the_next_working_day_leaves_the_weekend_out(day: str, following: str) -> None:
    assert next_working_day(date.fromisoformat(day)) == date.fromisoformat(following)
