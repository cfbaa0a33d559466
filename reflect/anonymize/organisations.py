"""Organisations that a note names without saying what they are: welfare organisations, advice services, employers."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reflect.anonymize.lists import lines
from reflect.anonymize.mark import Mark
from reflect.domain.finding import Kind, Tier

_ACRONYM = 4
_BEFORE = r"(?:(?<=\bbei )|(?<=\bvon )|(?<=\bFa\. )|(?<=\bFirma ))"


def find(text: str) -> Iterator[Mark]:
    """Marks for listed organisations in a normalised text."""
    for pattern in _patterns():
        for match in pattern.finditer(text):
            yield Mark(match.start(), match.end(), Kind.ORGANISATION, Tier.SUSPECT, 44)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Acronyms as they are written, longer names in any case, and words that need a preposition before them."""
    acronyms: list[str] = []
    names: list[str] = []
    doubtful: list[str] = []
    for line in lines("organisations.txt"):
        target = doubtful if line.startswith(":") else names
        for name in line.removeprefix(":").split():
            spelt = re.escape(name).replace(r"\-", "[ -]")
            (acronyms if name.isupper() and len(name) <= _ACRONYM else target).append(spelt)
    return (
        re.compile(rf"(?<![\w-])(?:{'|'.join(acronyms)})(?!\w)"),
        re.compile(rf"(?<![\w-])(?:{'|'.join(names)})s?(?!\w)", re.IGNORECASE),
        re.compile(rf"{_BEFORE}(?:{'|'.join(doubtful)})(?!\w)"),
    )
