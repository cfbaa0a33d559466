"""The day a text was adopted, as it stands in the text."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MONTHS = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_WRITTEN = re.compile(r"\b(\d{1,2})\.\s*(\d{1,2}\.|[A-Za-zä]{3,9})\s*(\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
LONGEST = 60
"""Characters: a longer paragraph tells a story in which a date may be any."""


def adopted(paragraphs: Iterable[str]) -> date | None:
    """The last date that stands in a short line: `Ort, 16. Mai 2018`, `Stand: 16.05.2018`, `2018-05-16`."""
    days = [day for text in paragraphs if len(text) <= LONGEST and (day := _day(text)) is not None]
    return days[-1] if days else None


def _day(text: str) -> date | None:
    try:
        if iso := _ISO.search(text):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if written := _WRITTEN.search(text):
            named = written[2].rstrip(".").lower()
            month = int(named) if named.isdigit() else _MONTHS.index(named[:3]) + 1
            return date(int(written[3]), month, int(written[1]))
    except ValueError:  # the 31st of a short month, or a word that is no month
        return None
    return None
