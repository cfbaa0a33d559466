"""Collecting: what several entries have in common, offered as parts of a page that nobody has to take."""

from collections import Counter
from collections.abc import Iterable, Iterator

from reflect.domain.audience import Audience
from reflect.domain.leitbild import Statement
from reflect.domain.topic import Topic, topic_of
from reflect.workflows.choosing import Candidate, candidates
from reflect.workflows.sitting import Sitting

COLLECTED = "sammlung"
"""Stands where the key of an answer has its entry."""


def collected(sitting: Sitting, entry_ids: Iterable[str], audience: Audience) -> tuple[Candidate, ...]:
    """Themes (the tags), touched statements and obstacles of several entries, the most frequent first.

    Obstacles come from answers that may reach the receiver. Nothing for a single entry, and no empty part.

    Raises:
        NotFound: One of the ids names no entry.
    """
    ids = tuple(entry_ids)
    if len(ids) < 2:  # noqa: PLR2004 - one entry has nothing in common with itself
        return ()
    entries = [sitting.entry(entry_id) for entry_id in ids]
    parts = (
        (Topic.THEMES, Counter(tag for entry in entries for tag in dict.fromkeys(entry.tags))),
        (Topic.STATEMENTS, Counter(_words(one) for entry in entries for one in sitting.touched(entry.principles))),
        (Topic.RECURRING, _alike(_obstacles(candidates(sitting, ids, audience)))),
    )
    return tuple(
        Candidate(entry=COLLECTED, question=topic.value, heading="", text="\n".join(_rows(counted)), offered=False)
        for topic, counted in parts
        if counted
    )


def _alike(lines: Iterable[str]) -> Counter[str]:
    """The lines counted, small and capital letters alike, in the spelling that came first."""
    first: dict[str, str] = {}
    return Counter(first.setdefault(line.casefold(), line) for line in lines)


def _rows(counted: Counter[str]) -> Iterator[str]:
    for words, times in sorted(counted.items(), key=lambda row: (-row[1], row[0].casefold())):
        yield f"- {words} ({times} ×)" if times > 1 else f"- {words}"


def _words(statement: Statement) -> str:
    return f"{statement.label} {statement.short or statement.text}"


def _obstacles(answers: Iterable[Candidate]) -> Iterator[str]:
    for one in answers:
        if topic_of(one.question) is Topic.OBSTACLE:
            yield from (line.strip(" -•\t") for line in one.text.splitlines() if line.strip(" -•\t"))
