"""Concerns: what an entry brings to a meeting, read from its answers or marked by hand."""

from collections.abc import Mapping
from typing import Any

from reflect.domain.answer import is_empty
from reflect.domain.entry import Entry, shortened
from reflect.domain.teamround import LONGEST, Matter, Occasion, Outcome, Point, Urgency

WIDTH = 120

OCCASIONS: Mapping[str, Occasion] = {
    "teamrunde": Occasion.TEAM,
    "einzelsupervision": Occasion.SUPERVISION,
    "teamsupervision": Occasion.SUPERVISION,
    "dienstberatung": Occasion.AUTHORITY,
}
"""Protocols that are written for a meeting; every other entry is marked by hand."""

MINUTES, URGENT = "minuten", "dringend"
"""Questions of `teamrunde` that the list can answer too."""

_WORDS = ("anliegen", "frage")
_SAID: Mapping[tuple[str, str], tuple[str, tuple[Any, ...]]] = {
    ("teamrunde", "art"): ("matter", (Matter.CASE, Matter.ORGANISATION, Matter.COOPERATION)),
    ("teamrunde", "ergebnis"): ("outcome", (Outcome.INFORMATION, Outcome.ADVICE, Outcome.DECISION)),
    ("teamrunde", URGENT): ("urgency", (Urgency.NOW, Urgency.NEXT, Urgency.LATER)),
    ("teamsupervision", "art"): ("matter", (Matter.CASE, Matter.COOPERATION, Matter.ORGANISATION)),
}
"""Protocol and question -> what the chosen position says."""


def raised(entry: Entry) -> Point | None:
    """The point of an entry, what its answers say brought up to date; None when it brings nothing anywhere.

    What was marked by hand stays, and so does what happened to the point since.
    """
    occasion = OCCASIONS.get(entry.protocol.id)
    if occasion is None or (entry.point is None and entry.is_empty):
        return entry.point
    point = entry.point or Point(occasion=occasion, matter=_usual_matter(entry.protocol.id))
    return point.model_copy(update=dict(_said(entry)))


def _usual_matter(protocol_id: str) -> Matter | None:
    return {"einzelsupervision": Matter.CASE, "dienstberatung": Matter.ORGANISATION}.get(protocol_id)


def _said(entry: Entry) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for (protocol, question), (field, meanings) in _SAID.items():
        position = entry.answers.get(question)
        if protocol == entry.protocol.id and isinstance(position, int) and 1 <= position <= len(meanings):
            found.append((field, meanings[position - 1]))
    minutes = entry.answers.get(MINUTES)
    if entry.protocol.id == "teamrunde" and isinstance(minutes, int | float):
        found.append(("wanted", max(1, min(LONGEST, round(minutes)))))
    return found


def words(entry: Entry) -> str:
    """What the point is about: the concern in one sentence where the entry has one, else its title."""
    for question in _WORDS:
        value = entry.answers.get(question)
        if entry.protocol.id in OCCASIONS and isinstance(value, str) and not is_empty(value):
            return shortened(value, WIDTH)
    return entry.title
