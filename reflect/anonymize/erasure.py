"""Erasing one person from a text for good: every spelling of the known names gives way to one role."""

from collections.abc import Sequence
from typing import NamedTuple

from reflect.anonymize import known
from reflect.anonymize.lists import shipped
from reflect.anonymize.mark import settle
from reflect.anonymize.normalised import normalise
from reflect.anonymize.replacement import apply
from reflect.anonymize.tokens import tokenise
from reflect.domain.decision import Action, Decision
from reflect.domain.finding import Finding
from reflect.domain.registry import KnownName

_EVERYDAY = ":everyday"


class Erased(NamedTuple):
    """A text without a person.

    Attributes:
        text: What is left.
        places: How many places were replaced.
        doubtful: How many everyday words could be the name as well; they stay.
    """

    text: str
    places: int
    doubtful: int


def erase(text: str, names: Sequence[KnownName], role: str) -> Erased:
    """Replace every spelling of some names: inflected, transliterated, mistyped, in part.

    Args:
        text: Any text.
        names: All names of one person or thing.
        role: What stands instead, such as `Klientin A`.
    """
    clean = normalise(text)
    if not clean.text.strip():
        return Erased(text, 0, 0)
    marks = [*known.find(tokenise(clean.text), names, shipped()), *known.known_numbers(clean.text, names)]
    found = []
    doubtful = 0
    for mark in settle(clean.text, marks):
        if mark.entity.endswith(_EVERYDAY):
            doubtful += 1
            continue
        start, end = clean.span(mark.start, mark.end)
        found.append(
            Finding(
                id=f"{start}-{end}",
                start=start,
                end=end,
                kind=mark.kind,
                tier=mark.tier,
                surface=text[start:end],
                replacement=role,
                entity=mark.entity,
            )
        )
    replace = {finding.id: Decision(action=Action.REPLACE) for finding in found}
    return Erased(apply(text, found, replace), len(found), doubtful)
