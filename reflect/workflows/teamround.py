"""The list of what is to be talked about: marking entries, fitting them to a meeting, ticking off, putting off."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from reflect.domain.concern import MINUTES, URGENT, raised, words
from reflect.domain.entry import Entry
from reflect.domain.fault import WrongUsage
from reflect.domain.protocol import QuestionType
from reflect.domain.teamround import LONGEST, Arrangement, Item, Occasion, Point, Urgency, arranged
from reflect.workflows.sitting import ENTRIES, Sitting

MEETING_MINUTES = "meeting-minutes"
"""Table of the minutes that were last at hand, by occasion."""
DEFAULT_MINUTES = 60
NEW = {
    Occasion.TEAM: "teamrunde",
    Occasion.SUPERVISION: "einzelsupervision",
    Occasion.AUTHORITY: "dienstberatung",
}
"""What a new point is written with."""
LENGTHS = (5, 10, 15, 20, 30, 45, 60, 90)
"""Minutes a point is offered on the screen."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The list for one occasion.

    Attributes:
        occasion: Which.
        arrangement: What comes up, and what does not fit.
        dealt: What was talked about today; tomorrow it is no longer listed.
    """

    occasion: Occasion
    arrangement: Arrangement
    dealt: tuple[Item, ...]


def agenda(sitting: Sitting, occasion: Occasion, minutes: int | None = None) -> Agenda:
    """What is to be talked about.

    Args:
        sitting: The open vault.
        occasion: Where.
        minutes: How many are at hand; None for as many as the last time.

    Raises:
        WrongUsage: `agenda-minutes`: nobody meets for so long.
    """
    at_hand = _checked(minutes) if minutes is not None else minutes_at_hand(sitting, occasion)
    items = [item for item in _items(sitting) if item.point.occasion is occasion and not item.point.withdrawn]
    dealt = sorted((item for item in items if item.point.dealt), key=lambda item: item.since)
    return Agenda(occasion, arranged(items, at_hand), tuple(dealt))


def minutes_at_hand(sitting: Sitting, occasion: Occasion) -> int:
    """How many minutes were at hand the last time; an hour before anybody said."""
    record = sitting.vault.record(MEETING_MINUTES, occasion.value)
    return int(record["minutes"]) if record else DEFAULT_MINUTES


def take_minutes(sitting: Sitting, occasion: Occasion, minutes: int) -> int:
    """Remember how many minutes are at hand; what fits no day is brought to the nearest that does.

    Returns:
        The minutes from now on.

    Raises:
        ReadOnly, NotSaved: Nothing changed.
    """
    kept = max(1, min(LONGEST, minutes))
    sitting.vault.put(MEETING_MINUTES, occasion.value, {"schema": 1, "minutes": kept}, "")
    return kept


def mark(sitting: Sitting, entry_id: str, occasion: Occasion, **said: Any) -> Item:
    """Put an entry on a list; one that is on another list changes over.

    Args:
        sitting: The open vault.
        entry_id: Which.
        occasion: Where it is to be talked about.
        said: `urgency`, `wanted`, `matter` or `outcome` of `Point`, where something is known.

    Raises:
        NotFound: No entry has this id.
        WrongUsage: `agenda-minutes`.
        ReadOnly, NotSaved: Nothing changed.
    """
    if "wanted" in said:
        _checked(said["wanted"])

    def marked(point: Point | None) -> Point:
        before = point or Point(occasion=occasion)
        fresh: dict[str, Any] = {"occasion": occasion, "withdrawn": False, "dealt": None, **said}
        return before.model_copy(update=fresh)

    return _change(sitting, entry_id, marked)


def withdraw(sitting: Sitting, entry_id: str) -> None:
    """Take an entry off its list.

    Raises:
        NotFound: No entry has this id.
        WrongUsage: `agenda-not-listed`.
        ReadOnly, NotSaved: Nothing changed.
    """
    _change(sitting, entry_id, lambda point: _on_a_list(point).model_copy(update={"withdrawn": True}))


def tick(sitting: Sitting, entry_id: str, *, dealt: bool = True) -> Item:
    """Note that a point was talked about today, or take that back.

    Raises:
        NotFound: No entry has this id.
        WrongUsage: `agenda-not-listed`.
        ReadOnly, NotSaved: Nothing changed.
    """
    day = sitting.today if dealt else None
    return _change(sitting, entry_id, lambda point: _on_a_list(point).model_copy(update={"dealt": day}))


def hurry(sitting: Sitting, entry_id: str) -> Item:
    """Say that a point belongs to this very meeting, or take that back."""

    def turned(point: Point | None) -> Point:
        listed = _on_a_list(point)
        return listed.model_copy(update={"urgency": Urgency.NEXT if listed.is_urgent else Urgency.NOW})

    return _change(sitting, entry_id, turned)


def lengthen(sitting: Sitting, entry_id: str) -> Item:
    """Give a point the next longer time of `LENGTHS`; after the longest the shortest."""

    def longer(point: Point | None) -> Point:
        listed = _on_a_list(point)
        wanted = next((length for length in LENGTHS if length > listed.minutes), LENGTHS[0])
        return listed.model_copy(update={"wanted": wanted})

    return _change(sitting, entry_id, longer)


def close(sitting: Sitting, occasion: Occasion) -> int:
    """The meeting is over: what still waits was put off today.

    Returns:
        How many points wait for the next one.

    Raises:
        ReadOnly, NotSaved: Nothing changed.
    """
    waiting = [item for item in _items(sitting) if item.point.occasion is occasion and item.point.waits]
    with sitting.vault.batch() as batch:
        for item in waiting:
            entry = sitting.entry(item.entry)
            entry.point = item.point.put_off(sitting.today)
            batch.put(ENTRIES, entry.id, entry.record(), entry.dump())
    return len(waiting)


def _items(sitting: Sitting) -> Iterator[Item]:
    """What stands on any list: waiting, or talked about today."""
    for entry_id, record in sitting.vault.records(ENTRIES).items():
        kept = record.get("point")
        if kept and not record.get("trashed"):
            point = Point.model_validate(kept)
            if point.dealt is None or point.dealt == sitting.today:
                yield _item(sitting, sitting.entry(entry_id), point)


def _item(sitting: Sitting, entry: Entry, point: Point) -> Item:
    since = entry.created.astimezone(sitting.now().tzinfo).date()
    return Item(entry=entry.id, text=words(entry), since=since, point=point)


def _change(sitting: Sitting, entry_id: str, changed: Callable[[Point | None], Point]) -> Item:
    entry = sitting.entry(entry_id)
    before = entry.point or raised(entry)
    point = changed(before)
    _answer(entry, before, point)
    entry.point = point
    sitting.save(entry)
    return _item(sitting, entry, point)


def _answer(entry: Entry, before: Point | None, point: Point) -> None:
    """Change the answers that say the same as the list, so that neither contradicts the other."""
    asked = {one.id: one.type for one in entry.protocol.questions()} if entry.protocol.id == NEW[Occasion.TEAM] else {}
    if asked.get(MINUTES) is QuestionType.NUMBER and point.wanted is not None:
        entry.answers[MINUTES] = point.wanted
    if asked.get(URGENT) is QuestionType.CHOICE and before and before.urgency is not point.urgency:
        entry.answers[URGENT] = list(Urgency).index(point.urgency) + 1


def _on_a_list(point: Point | None) -> Point:
    if point is None or point.withdrawn:
        raise WrongUsage("agenda-not-listed")
    return point


def _checked(minutes: int) -> int:
    if not 1 <= minutes <= LONGEST:
        raise WrongUsage("agenda-minutes", most=LONGEST)
    return minutes
