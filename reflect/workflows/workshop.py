"""The workshop: marks, experiences and proposals of a year, laid under the statements they speak of.

What is gathered here is put on a page by a person and leaves through the review, like every page.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta

from reflect.domain.audience import Audience
from reflect.domain.entry import Entry
from reflect.domain.fault import NotFound
from reflect.domain.leitbild import Leitbild, Statement
from reflect.domain.topic import Topic
from reflect.workflows import keeping
from reflect.workflows.arranging import arranged
from reflect.workflows.choosing import Candidate, answers
from reflect.workflows.sitting import Sitting

PROPOSAL = "leitbild-vorschlag"
"""The protocol whose entries are proposals."""
NAMED = "aussage"
"""Its question for the statement it means."""
YEAR = timedelta(days=366)
TEXT = "leitbild"
"""Stands where the key of an answer has its entry: this comes from the Leitbild itself."""

_NUMBER = re.compile(r"\d{1,2}\.\d{1,2}[a-z]?")


def entries(sitting: Sitting) -> tuple[str, ...]:
    """Entries of the last year with a mark or a proposal, the oldest first; the trash does not count."""
    first = sitting.today - YEAR
    found = [
        entry_id
        for entry_id, record in keeping.records(sitting)
        if (record.get("doubts") or record["protocol"] == PROPOSAL)
        and datetime.fromisoformat(record["created"]).date() >= first
    ]
    return tuple(reversed(found))


def material(sitting: Sitting, entry_ids: Iterable[str]) -> tuple[Candidate, ...]:
    """Marks and answers of the entries, then what is known of the text: its tensions, and what it does not speak of.

    Raises:
        NotFound: One of the ids names no entry.
    """
    found: list[Candidate] = []
    for entry_id in entry_ids:
        found += _marks(sitting, sitting.entry(entry_id))
        found += answers(sitting, [entry_id], Audience.WORKSHOP)
    text, shipped = sitting.leitbild, sitting.editions.shipped
    for topic, lines in ((Topic.TENSIONS, _tensions(text, shipped)), (Topic.GAPS, _gaps(text, shipped))):
        if words := "\n".join(f"- {line}" for line in lines):
            found.append(Candidate(entry=TEXT, question=topic.value, heading="", text=words, offered=True))
    return tuple(found)


def _marks(sitting: Sitting, entry: Entry) -> Iterator[Candidate]:
    for doubt in entry.doubts:
        statement = _known(sitting, doubt.statement)
        heading = f"{statement.label}  {statement.words}" if statement is not None else doubt.statement
        question = f"{Topic.DOUBT.value}/{doubt.statement}"
        yield Candidate(entry=entry.id, question=question, heading=heading, text=doubt.why, offered=True)


def _known(sitting: Sitting, reference: str) -> Statement | None:
    try:
        return sitting.wording(reference)
    except NotFound:
        return None


def _tensions(text: Leitbild, shipped: Leitbild) -> Iterator[str]:
    """Those whose statements all stand in the text that counts."""
    for tension in shipped.tensions:
        meant = [text.meant(one) for one in tension.statements]
        if all(meant):
            numbers = dict.fromkeys(statement.label for found in meant for statement in found)
            yield f"{' ↔ '.join(numbers)}  {tension.words}"


def _gaps(text: Leitbild, shipped: Leitbild) -> Iterator[str]:
    """Topics of which no word stands in the text."""
    parts = [*text.preamble, *text.closing]
    for section in text.sections:
        parts += [section.title, *section.text]
    parts += [words for one in text.statements() for words in (one.text, *(part.text for part in one.parts))]
    said = " ".join(parts).casefold()
    yield from (gap.topic for gap in shipped.gaps if not any(word in said for word in gap.words))


def by_statement(sitting: Sitting, chosen: Iterable[Candidate], headings: Mapping[str, str]) -> tuple[Candidate, ...]:
    """The chosen parts under the statements they speak of, each with its wording; what speaks of none comes after.

    Args:
        sitting: Knows the entries and the text that counts.
        chosen: As `material` gives them.
        headings: The workshop's, in its language.
    """
    groups: dict[Statement | None, list[Candidate]] = {}
    last: list[Candidate] = []
    for one in chosen:
        if one.entry == TEXT:
            last.append(one.model_copy(update={"heading": headings.get(Topic(one.question), "")}))
        else:
            groups.setdefault(_spoken_of(sitting, one), []).append(one)
    places = {statement.id: at for at, statement in enumerate(sitting.leitbild.statements())}
    named = sorted((one for one in groups if one is not None), key=lambda one: places.get(one.id, len(places)))
    parts = [_under(statement, groups[statement], headings) for statement in named]
    if None in groups:
        parts.append(_under(None, groups[None], headings))
    return (*parts, *last)


def _spoken_of(sitting: Sitting, one: Candidate) -> Statement | None:
    """The statement a part speaks of: its mark, else what its entry marks, names or touches first."""
    topic, _, reference = one.question.partition("/")
    if topic == Topic.DOUBT.value:
        return _known(sitting, reference)
    entry = sitting.entry(one.entry)
    if entry.doubts:
        return _known(sitting, entry.doubts[0].statement)
    named = _NUMBER.search(str(entry.answers.get(NAMED, ""))) if entry.protocol.id == PROPOSAL else None
    if named is not None:
        with suppress(NotFound):
            return sitting.leitbild.numbered(named[0])
    return next(iter(sitting.touched(entry.principles)), None)


def _under(statement: Statement | None, held: list[Candidate], headings: Mapping[str, str]) -> Candidate:
    """One passage: wording, marks, then what was experienced and proposed."""
    marks = [one for one in held if one.question.startswith(f"{Topic.DOUBT.value}/")]
    lines = [statement.text] if statement is not None else []
    if marks:
        lines.append("\n".join([headings.get(Topic.DOUBT, ""), *(f"- {one.text.strip()}" for one in marks)]).strip())
    rest = [one for one in held if one not in marks]
    lines += [f"{one.heading}\n{one.text.strip()}" for one in arranged(rest, Audience.WORKSHOP, headings)]
    nowhere = headings.get(Topic.NOWHERE, "")
    heading = _heading(statement) if statement is not None else nowhere
    return held[0].model_copy(update={"heading": heading, "text": "\n\n".join(lines)})


def _heading(statement: Statement) -> str:
    """Number and name; without a name the number alone, since the wording follows."""
    named = statement.words if not statement.words.endswith("…") and statement.words != statement.text else ""
    return f"{statement.label} {named}".strip()
