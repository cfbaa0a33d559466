"""What is due: trials and looks back, what was begun, what can be continued; nothing is counted or praised."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict

from reflect.domain.onboarding.plan import TALK

FRIDAY = 4


class DueKind(StrEnum):
    """What a row of the agenda asks for."""

    TRIAL = "trial"
    TALK = "talk"
    MORE = "more"


class Due(BaseModel):
    """One row under "Heute fällig".

    Attributes:
        kind: What it asks for.
        entry: Id of the entry.
        step: Index of the next step in the entry (trials).
        text: The writer's words, or the entry's title.
        since: The day it became due.
    """

    model_config = ConfigDict(frozen=True)

    kind: DueKind
    entry: str
    step: int = 0
    text: str
    since: date


class Begun(BaseModel):
    """One row under "Angefangen".

    Attributes:
        entry: Id of the entry.
        protocol_title: Name of the protocol.
        title: May be empty.
        step: Number of the step, from 1.
        steps: How many there are.
        changed: When it was last saved.
    """

    model_config = ConfigDict(frozen=True)

    entry: str
    protocol_title: str
    title: str
    step: int
    steps: int
    changed: datetime


def next_working_day(day: date) -> date:
    """The day after; from Friday on, the Monday after."""
    return day + timedelta(days=7 - day.weekday() if day.weekday() >= FRIDAY else 1)


def due(records: Iterable[tuple[str, Mapping[str, Any]]], today: date) -> list[Due]:
    """Every next step whose day has come, oldest first.

    Args:
        records: Entry ids with their sealed records, as `Entry.record` shapes them.
        today: The day.
    """
    rows = [
        Due(kind=_kind(step), entry=entry, step=index, text=step["text"], since=date.fromisoformat(step["due"]))
        for entry, record in records
        if not record.get("trashed")
        for index, step in enumerate(record.get("next_steps", []))
        if not step.get("done") and date.fromisoformat(step["due"]) <= today
    ]
    return sorted(rows, key=lambda row: (row.since, row.text))


def _kind(step: Mapping[str, Any]) -> DueKind:
    return DueKind.TALK if str(step.get("source", "")).startswith(TALK) else DueKind.TRIAL


def begun(records: Iterable[tuple[str, Mapping[str, Any]]]) -> list[Begun]:
    """What waits unfinished, newest first."""
    rows = [
        Begun(
            entry=entry,
            protocol_title=record["protocol_title"],
            title=record["title"],
            step=record["step"],
            steps=record["steps"],
            changed=datetime.fromisoformat(record["changed"]),
        )
        for entry, record in records
        if not record.get("finished") and not record.get("trashed")
    ]
    return sorted(rows, key=lambda row: row.changed, reverse=True)
