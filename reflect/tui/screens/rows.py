"""Entries and the agenda as rows of a list."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from reflect.domain.agenda import Begun, Due, DueKind
from reflect.domain.audience import Audience
from reflect.language import N_, _, dates
from reflect.language.release import TITLES
from reflect.tui.widgets.rowlist import Row

if TYPE_CHECKING:
    from reflect.domain.consultation.meeting import Meeting

HANDOVER = "handover/"
"""How the key of a row begins that stands for a release."""

MEETING = "meeting"
"""The key of the row that stands for the group's next consultation."""

KINDS = {DueKind.TRIAL: N_("Versuch"), DueKind.TALK: N_("Gespräch"), DueKind.MORE: N_("Weiterschreiben")}


def untitled(title: str) -> str:
    """A title, or the words for none."""
    return title or _("ohne Titel")


def due_row(due: Due, today: date) -> Row:
    """A row under "Heute fällig"."""
    return Row(
        key=f"{due.kind}/{due.entry}/{due.step}",
        sign="○",
        kind=_(KINDS[due.kind]),
        title=untitled(due.text),
        date=dates.since(due.since, today),
    )


def meeting_row(meeting: "Meeting", today: date) -> Row:
    """A row under "Heute fällig": the group meets again and asks what became of the last time."""
    from reflect.language.consultation import last_time  # noqa: PLC0415 - on such a day only

    return Row(
        key=MEETING, sign="○", title=last_time(meeting, today), date=dates.since(meeting.follow_up or today, today)
    )


def begun_row(begun: Begun, now: datetime) -> Row:
    """A row under "Angefangen"."""
    lately = dates.lately(begun.changed, now)
    where = _("Schritt {step} von {steps}, {lately}").format(step=begun.step, steps=begun.steps, lately=lately)
    return Row(
        key=begun.entry,
        sign="…",
        kind=begun.protocol_title,
        title=untitled(begun.title),
        date=where if begun.steps > 1 else lately,
    )


def handover_row(handover_id: str, record: Mapping[str, Any], now: datetime) -> Row:
    """A row under "Angefangen" for a review that was left half done.

    Args:
        handover_id: Which.
        record: As `Handover.record` shapes it.
        now: The clock.
    """
    return Row(
        key=f"{HANDOVER}{handover_id}",
        sign="…",
        kind=_("Durchsehen"),
        title=_(TITLES[Audience(record["audience"])]),
        date=dates.lately(datetime.fromisoformat(record["changed"]), now),
    )


def entry_row(entry_id: str, record: Mapping[str, Any], now: datetime, *, line: str = "") -> Row:
    """A row of a list of entries.

    Args:
        entry_id: Handed back by the list.
        record: As `Entry.record` shapes it.
        now: The clock.
        line: What was found in it, instead of the title.
    """
    return Row(
        key=entry_id,
        sign="●" if record.get("finished") else "…",
        kind=record["protocol_title"],
        title=line or untitled(record["title"]),
        date=dates.lately(datetime.fromisoformat(record["created"]), now),
    )
