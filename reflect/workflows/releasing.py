"""Releasing: from entries to one page that a person decided on, line by line."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from reflect.anonymize.detection import detect
from reflect.anonymize.leakcheck import check
from reflect.anonymize.lists import shipped
from reflect.anonymize.replacement import apply
from reflect.anonymize.tokens import fold
from reflect.domain.audience import Audience
from reflect.domain.case import Case
from reflect.domain.codename import is_code_name
from reflect.domain.decision import Action, Decision
from reflect.domain.fault import Leak
from reflect.domain.learning import learned
from reflect.domain.protocol import QuestionType
from reflect.domain.registry import KnownName, Registry
from reflect.domain.release import Draft, Passage, ReleasedText, Review
from reflect.exchange import file
from reflect.exchange.page import PageWords
from reflect.workflows.choosing import Candidate, candidates
from reflect.workflows.formats import format_of, rendered
from reflect.workflows.sitting import CASES, Sitting

__all__ = ["Candidate", "candidates"]

_NAME_LENGTH = 4
"""Letters that make half a name worth looking for."""


def draft(chosen: Iterable[Candidate], audience: Audience, title: str) -> Draft:
    """The page before the review; what may not leave does not get here, whoever asks.

    Args:
        chosen: In the receiver's order.
        audience: Who it is for.
        title: First heading, in the receiver's language.
    """
    passages = tuple(
        Passage(heading=one.heading, text=one.text.strip(), source=one.key) for one in chosen if not one.reason
    )
    return Draft(audience=audience, title=title, passages=passages)


def registry_of(sitting: Sitting, entry_ids: Iterable[str]) -> Registry:
    """The names known for these entries: of their cases, or of the entry itself where it has none."""
    entry_ids = tuple(entry_ids)
    names: dict[str, KnownName] = {}
    keep: list[str] = []
    for case_id in {case_key(sitting, entry_id) for entry_id in entry_ids}:
        registry = load_case(sitting, case_id).registry
        names.update({name.surface.casefold(): name for name in registry.names})
        keep.extend(registry.keep)
    for code in code_names(sitting, entry_ids):
        names.setdefault(code.surface.casefold(), code)
    return Registry(names=tuple(names.values()), keep=tuple(dict.fromkeys(keep)))


def code_names(sitting: Sitting, entry_ids: Iterable[str]) -> Iterator[KnownName]:
    """The code names of these entries; each page gives the people behind them letters of its own.

    What a person typed instead of a proposed code name counts as well, unless it is an ordinary German word.
    """
    for entry_id in entry_ids:
        entry = sitting.entry(entry_id)
        for question in entry.protocol.questions():
            answer = entry.answers.get(question.id)
            people = answer if question.type is QuestionType.PEOPLE and isinstance(answer, list) else []
            for code in (str(person["code"]) for person in people):
                if is_code_name(code) or not shipped().is_german(fold(code)):
                    yield KnownName(surface=code)


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
    registry = learned(case.registry, done)
    if registry != case.registry:
        save_case(sitting, case.model_copy(update={"registry": registry}))


def release(sitting: Sitting, done: Review) -> ReleasedText:
    """Open the door.

    Raises:
        Undecided: Something still waits for a person.
    """
    return done.finish(apply, month=sitting.today)


def render(
    released: ReleasedText, words: PageWords, *, path: Path, named: str = "", known: Iterable[str] = ()
) -> bytes:
    """The final bytes in the format that was asked for, after a second look at them.

    Args:
        released: Came through the door.
        words: Footer in the receiver's language.
        path: Where it will be written; its name is looked at, too.
        named: The format in so many words; without it the file's name tells.
        known: Names of the case, which must not occur either.

    Raises:
        WrongUsage: `export-format`, `no-typst`: none of ours, or not possible here.
        Leak: The leak check found something; nothing may be written.
    """
    name = format_of(path, named)
    content = rendered(released, words, name)
    forbidden = released.replaced | frozenset(known)
    hits = check(content, format=name, file_name=path.name, forbidden=forbidden, kept=released.kept)
    # Half a name is often an everyday word in a text; in the name of a file it is a name.
    halves = [half for words in forbidden for half in words.split() if len(half) >= _NAME_LENGTH]
    hits += check(b"", format="txt", file_name=path.name, forbidden=halves, kept=released.kept)
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
