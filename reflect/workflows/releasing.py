"""Releasing: from entries to one page that a person decided on, line by line."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from reflect.anonymize.detection import detect
from reflect.anonymize.leakcheck import check
from reflect.anonymize.replacement import apply
from reflect.domain.answer import as_text, column_text, is_empty
from reflect.domain.audience import Audience
from reflect.domain.case import Case
from reflect.domain.decision import Action, Decision
from reflect.domain.entry import Entry
from reflect.domain.fault import Leak
from reflect.domain.protocol import Question, QuestionType, Share
from reflect.domain.registry import KnownName, Registry
from reflect.domain.release import Draft, Passage, ReleasedText, Review
from reflect.exchange import file, markdown
from reflect.exchange.page import PageWords
from reflect.workflows.sitting import CASES, Sitting


class Candidate(BaseModel):
    """An answer that may be chosen for the page.

    Attributes:
        entry: Id of the entry.
        question: Id of the question; a grid's column is `question/column`.
        heading: The question.
        text: The answer.
        offered: Preselected, because its protocol says `offer`.
    """

    model_config = ConfigDict(frozen=True)

    entry: str
    question: str
    heading: str
    text: str
    offered: bool


def candidates(sitting: Sitting, entry_ids: Iterable[str], audience: Audience) -> tuple[Candidate, ...]:
    """Every answer whose `share` lets it reach this audience, in the order of the entries.

    Raises:
        NotFound: One of the ids names no entry.
    """
    found: list[Candidate] = []
    for entry_id in entry_ids:
        entry = sitting.entry(entry_id)
        for question in entry.protocol.questions():
            value = entry.answers.get(question.id)
            if not is_empty(value) and question.may_reach(audience):
                found.extend(_of(entry, question))
    return tuple(found)


def _of(entry: Entry, question: Question) -> Iterable[Candidate]:
    value = entry.answers[question.id]
    if question.type is QuestionType.GRID and isinstance(value, list):
        for index, column in enumerate(question.columns):
            text = column_text(question, value, index).partition("\n")[2]
            if text and column.share is not Share.NEVER:
                yield Candidate(
                    entry=entry.id,
                    question=f"{question.id}/{column.id}",
                    heading=column.text,
                    text=text,
                    offered=column.share is Share.OFFER,
                )
        return
    yield Candidate(
        entry=entry.id,
        question=question.id,
        heading=question.text,
        text=as_text(question, value),
        offered=question.share is Share.OFFER,
    )


def draft(chosen: Iterable[Candidate], audience: Audience, title: str) -> Draft:
    """The page before the review.

    Args:
        chosen: In the receiver's order.
        audience: Who it is for.
        title: First heading, in the receiver's language.
    """
    passages = tuple(
        Passage(heading=one.heading, text=one.text.strip(), source=f"{one.entry}/{one.question}") for one in chosen
    )
    return Draft(audience=audience, title=title, passages=passages)


def registry_of(sitting: Sitting, entry_ids: Iterable[str]) -> Registry:
    """The names known for these entries: of their cases, or of the entry itself where it has none."""
    names: dict[str, KnownName] = {}
    keep: list[str] = []
    for case_id in {case_key(sitting, entry_id) for entry_id in entry_ids}:
        registry = load_case(sitting, case_id).registry
        names.update({name.surface.casefold(): name for name in registry.names})
        keep.extend(registry.keep)
    return Registry(names=tuple(names.values()), keep=tuple(dict.fromkeys(keep)))


def case_key(sitting: Sitting, entry_id: str) -> str:
    """The case an entry belongs to; an entry without one is its own."""
    entry = sitting.entry(entry_id)
    return entry.case or entry.id


def load_case(sitting: Sitting, case_id: str) -> Case:
    """A case with its name list; an unknown id is a new, empty case."""
    if sitting.vault.record(CASES, case_id) is None:
        return Case(id=case_id, name="")
    return Case.model_validate_json(sitting.vault.body(CASES, case_id))


def save_case(sitting: Sitting, case: Case) -> None:
    """Write a case; its names exist nowhere outside the vault."""
    sitting.vault.put(CASES, case.id, {"schema": 1, "name": case.name}, case.model_dump_json(by_alias=True))


def review(page: Draft, registry: Registry) -> Review:
    """Search the page."""
    return Review(page, detect(page.text, registry.names, keep=registry.keep))


def learn(sitting: Sitting, case_id: str, done: Review) -> None:
    """Keep what the decisions taught: what was replaced joins the case's names, what always stays its exceptions."""
    case = load_case(sitting, case_id)
    registry = case.registry
    for finding in done.findings:
        decision = done.decisions.get(finding.id)
        if decision is None:
            continue
        if decision.action is Action.ALWAYS_KEEP:
            registry = registry.always_keep(finding.surface)
        elif decision.action in {Action.REPLACE, Action.SAME_AS} and finding.entity:
            registry = registry.learn(KnownName(surface=finding.surface, kind=finding.kind, entity=finding.entity))
    if registry != case.registry:
        save_case(sitting, case.model_copy(update={"registry": registry}))


def release(sitting: Sitting, done: Review) -> ReleasedText:
    """Open the door.

    Raises:
        Undecided: Something still waits for a person.
    """
    return done.finish(apply, month=sitting.today)


def render(released: ReleasedText, words: PageWords, *, path: Path) -> bytes:
    """The final bytes, after a second look at them.

    Raises:
        Leak: The leak check found something; nothing may be written.
    """
    content = markdown.render(released, words=words)
    hits = check(content, format="md", file_name=path.name, forbidden=released.replaced, kept=released.kept)
    if hits:
        raise Leak(hits)
    return content


def write(content: bytes, path: Path) -> None:
    """Write the released bytes to the file a person named.

    Raises:
        NotSaved: The disk refused.
    """
    file.write(path, content)


def decisions_from(raw: Mapping[str, object]) -> dict[str, Decision]:
    """Read a decisions file: `{"finding-id": "replace" | "keep" | … | {"action", "text", "same_as"}}`."""
    read = {}
    for finding_id, value in raw.items():
        read[finding_id] = (
            Decision.model_validate(value) if isinstance(value, Mapping) else Decision(action=Action(str(value)))
        )
    return read
