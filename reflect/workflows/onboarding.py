"""Onboarding: the plan in the new colleague's own vault, the vignettes, and the days of consultations."""

from reflect.domain.consultation.meeting import Meeting
from reflect.domain.entry import Entry
from reflect.domain.fault import NotFound
from reflect.domain.onboarding.plan import is_plan
from reflect.domain.onboarding.vignette import Vignette
from reflect.domain.protocol import Protocol, ProtocolKind
from reflect.library import vignette as reading
from reflect.library.catalogue import Catalogue
from reflect.library.listing import Listing
from reflect.workflows import keeping
from reflect.workflows.meetings import MEETINGS
from reflect.workflows.sitting import Sitting

PLAN = "einarbeitung"
FIRST = "vignette-begleitung-zum-termin"
"""The vignette that begins."""


def rows(catalogue: Catalogue, language: str) -> tuple[Listing, ...]:
    """Plans and vignettes: plans first, then the vignette that begins, then by title."""
    found = [row for row in catalogue.protocols(language) if row.kind is ProtocolKind.ONBOARDING]
    return tuple(sorted(found, key=lambda row: (row.id.startswith("vignette-"), row.id != FIRST)))


def vignette_of(protocol: Protocol) -> Vignette | None:
    """The vignette a protocol holds; None when it is none."""
    return reading.read(protocol)


def vignette(catalogue: Catalogue, language: str, protocol_id: str) -> Vignette:
    """A vignette by its id.

    Raises:
        NotFound: No vignette has this id.
        Unreadable: Its file has flaws.
    """
    found = reading.read(catalogue.load(protocol_id, language))
    if found is None:
        raise NotFound("vignette", protocol_id)
    return found


def vignettes(sitting: Sitting) -> tuple[Listing, ...]:
    """Every vignette at hand that can be read."""
    language = sitting.config.language
    return tuple(
        row
        for row in rows(sitting.catalogue, language)
        if reading.read(sitting.catalogue.load(row.id, language)) is not None
    )


def plan(sitting: Sitting) -> Entry | None:
    """The plan that was begun last; None before the first."""
    known = {row.id for row in rows(sitting.catalogue, sitting.config.language)} | {PLAN}
    for entry_id, record in keeping.records(sitting):
        if record["protocol"] in known:
            entry = sitting.entry(entry_id)
            if is_plan(entry.protocol):
                return entry
    return None


def written(sitting: Sitting, protocol_id: str) -> tuple[str, bool] | None:
    """The entry of a vignette that was begun last, and whether it is finished; None when there is none."""
    for entry_id, record in keeping.records(sitting):
        if record["protocol"] == protocol_id:
            return entry_id, bool(record.get("finished"))
    return None


def participation(sitting: Sitting) -> tuple[Meeting, ...]:
    """The consultations in the log of this vault, oldest first: day, method and minutes, never a case."""
    meetings = [Meeting.model_validate(record) for record in sitting.vault.records(MEETINGS).values()]
    return tuple(sorted(meetings, key=lambda meeting: (meeting.day, meeting.method)))
