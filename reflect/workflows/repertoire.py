"""The repertoire: the protocols one person can write with."""

from reflect.domain.protocol import ProtocolKind
from reflect.library.listing import Listing
from reflect.workflows.sitting import Sitting

ALONE = (ProtocolKind.REFLECTION, ProtocolKind.PREPARATION)


def for_one(sitting: Sitting) -> tuple[Listing, ...]:
    """Protocols for one person alone, in the language of the choices, by kind and title."""
    rows = sitting.catalogue.protocols(sitting.config.language)
    return tuple(row for row in rows if row.kind in ALONE and row.people is None)
