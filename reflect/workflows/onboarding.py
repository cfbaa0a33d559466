"""Onboarding: the plan in the new colleague's own vault, the vignettes, and the days of consultations."""

from reflect.domain.consultation.meeting import Meeting
from reflect.domain.entry import Entry
from reflect.domain.fault import Fault, NotFound
from reflect.domain.onboarding.plan import is_plan
from reflect.domain.onboarding.task import Task
from reflect.domain.onboarding.vignette import Vignette
from reflect.domain.protocol import Protocol, ProtocolKind, Question
from reflect.library import vignette as reading
from reflect.library.catalogue import Catalogue
from reflect.library.listing import Listing
from reflect.workflows import keeping
from reflect.workflows.meetings import MEETINGS
from reflect.workflows.sitting import Sitting
from reflect.workflows.writing import Writing

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


def is_vignette(catalogue: Catalogue, row: Listing) -> bool:
    """Whether a row is a vignette; a file with flaws counts as one, so that opening it says what is wrong."""
    try:
        return reading.is_vignette(catalogue.load(row.id, row.language))
    except Fault:
        return True


def vignettes(sitting: Sitting) -> tuple[Listing, ...]:
    """Every vignette at hand."""
    every = rows(sitting.catalogue, sitting.config.language)
    return tuple(row for row in every if is_vignette(sitting.catalogue, row))


def plan(sitting: Sitting) -> Entry | None:
    """The plan that was begun last; None before the first."""
    known = {row.id for row in rows(sitting.catalogue, sitting.config.language)} | {PLAN}
    for entry_id, record in keeping.records(sitting):
        if record["protocol"] in known:
            entry = sitting.entry(entry_id)
            if is_plan(entry.protocol):
                return entry
    return None


def keep(writing: Writing, question: Question, task: Task) -> None:
    """Write where a task stands; when the disk refuses, it stands where it stood before.

    Raises:
        ReadOnly: The vault is open for reading only.
        NotSaved: The disk refused.
    """
    before = writing.entry.answers.get(question.id)
    writing.answer(question.id, task.kept())
    try:
        writing.store()
    except Fault:
        writing.entry.answers[question.id] = before
        raise


def hold(writing: Writing, source: str) -> None:
    """Note that a talk was held today, or that it was not held after all.

    Args:
        writing: The plan's entry.
        source: Of the next step that stands for the talk.

    Raises:
        ReadOnly, NotSaved: As `keep`.
    """
    before = list(writing.entry.next_steps)
    today = writing.sitting.today
    writing.entry.next_steps = [
        one.model_copy(update={"done": None if one.done else today}) if one.source == source else one for one in before
    ]
    try:
        writing.store()
    except Fault:
        writing.entry.next_steps = before
        raise


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
