"""The repertoire: the protocols one person can write with, and which of them the day suggests."""

from datetime import datetime
from typing import Literal

from reflect.domain.effort import THREE_WORDS, Weighing
from reflect.domain.protocol import ProtocolKind
from reflect.library.listing import Listing
from reflect.settings.places import Places
from reflect.workflows.keeping import records
from reflect.workflows.sitting import Sitting

__all__ = ["Listing", "Weighing", "protocols", "source", "weighing"]

WRITTEN = (ProtocolKind.REFLECTION, ProtocolKind.PREPARATION)
Source = Literal["shipped", "own", "organisation"]


def protocols(sitting: Sitting) -> tuple[Listing, ...]:
    """Every protocol that is written with, in the language of the choices, by kind and title.

    Those for several people are among them: one of the group writes.
    """
    return tuple(row for row in sitting.catalogue.protocols(sitting.config.language) if row.kind in WRITTEN)


def source(row: Listing, places: Places) -> Source:
    """Whose file is used: the shipped one, the person's own, or the organisation's.

    Args:
        row: Of the catalogue.
        places: Where the person's own files lie.
    """
    if row.shipped:
        return "shipped"
    return "own" if row.path.is_relative_to(places.prompts) else "organisation"


def weighing(sitting: Sitting) -> Weighing:
    """The three questions of "Wie viel Aufwand verdient das?", knowing what was written today."""
    today = sitting.today
    acute = any(
        record["protocol"] == THREE_WORDS
        and datetime.fromisoformat(record["created"]).astimezone(sitting.now().tzinfo).date() == today
        for _entry, record in records(sitting)
    )
    return Weighing(acute=acute)
