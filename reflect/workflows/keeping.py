"""Keeping entries: listing, finding, looking back, putting away and bringing back."""

import json
from collections.abc import Iterator
from typing import Any

from reflect.domain.agenda import Begun, Due, begun, due
from reflect.domain.answer import as_text
from reflect.domain.entry import Entry
from reflect.domain.fault import NotFound
from reflect.vault.check import CheckReport, check
from reflect.workflows.sitting import ENTRIES, Sitting

RELEASES = "releases"
"""Table of the handovers: what left, with its mapping, and what waits half reviewed."""


def records(sitting: Sitting, *, trash: bool = False) -> list[tuple[str, dict[str, Any]]]:
    """Ids and sealed records, newest first.

    Args:
        sitting: The open vault.
        trash: The trash instead of the entries.
    """
    rows = [
        (entry_id, record)
        for entry_id, record in sitting.vault.records(ENTRIES).items()
        if bool(record.get("trashed")) is trash
    ]
    return sorted(rows, key=lambda row: (row[1]["created"], row[0]), reverse=True)


def agenda(sitting: Sitting) -> tuple[list[Due], list[Begun]]:
    """What is due today, and what was begun."""
    rows = records(sitting)
    return due(rows, sitting.today), begun(rows)


def reviews(sitting: Sitting) -> list[tuple[str, dict[str, Any]]]:
    """Ids and records of pages whose review was left half done, newest first."""
    rows = [(key, record) for key, record in sitting.vault.records(RELEASES).items() if not record.get("written")]
    return sorted(rows, key=lambda row: str(row[1]["changed"]), reverse=True)


def search(sitting: Sitting, words: str) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Entries whose answers or title hold the words, newest first, with the line they stand in.

    Case does not matter; every entry is unsealed for a moment, nothing is indexed.

    Yields:
        Entry id, record, the line.
    """
    needle = " ".join(words.split()).casefold()
    if not needle:
        return
    inside = json.dumps(needle, ensure_ascii=False)[1:-1]
    hits = []
    for entry_id, record, body in sitting.vault.scan(ENTRIES):
        if not record.get("trashed") and inside in body.casefold():
            line = _line_with(Entry.load(body), needle)
            if line is not None:
                hits.append((entry_id, record, line))
    yield from sorted(hits, key=lambda hit: hit[1]["created"], reverse=True)


def look_back(sitting: Sitting, entry_id: str, step: int, outcome: str) -> None:
    """Note what became of a next step; it is no longer due.

    Raises:
        NotFound: There is no such entry or step.
    """
    entry = sitting.entry(entry_id)
    if not 0 <= step < len(entry.next_steps):
        raise NotFound("step", str(step))
    looked = entry.next_steps[step].model_copy(update={"done": sitting.today, "outcome": outcome.strip()})
    entry.next_steps[step] = looked
    sitting.save(entry)


def put_away(sitting: Sitting, entry_id: str) -> None:
    """Move an entry to the trash."""
    entry = sitting.entry(entry_id)
    entry.trashed = sitting.now()
    sitting.save(entry)


def bring_back(sitting: Sitting, entry_id: str) -> None:
    """Take an entry out of the trash."""
    entry = sitting.entry(entry_id)
    entry.trashed = None
    sitting.save(entry)


def delete(sitting: Sitting, entry_id: str) -> None:
    """Remove an entry for good from what can be opened; compaction removes its bytes.

    Raises:
        NotFound: No entry has this id.
    """
    wanted = entry_id.strip().upper()
    if sitting.vault.record(ENTRIES, wanted) is None:
        raise NotFound("entry", entry_id)
    sitting.vault.remove(ENTRIES, wanted)


def proven(sitting: Sitting) -> CheckReport:
    """Read the vault again from the medium, down to every body, and say what was proven."""
    return check(sitting.vault, full=True)


def _line_with(entry: Entry, needle: str) -> str | None:
    texts = [entry.title, *(one.why for one in entry.doubts)] + [
        as_text(entry.protocol.question(question_id), value)
        for question_id, value in entry.answers.items()
        if any(question.id == question_id for question in entry.protocol.questions())
    ]
    for text in texts:
        for line in text.splitlines():
            if needle in " ".join(line.split()).casefold():
                return line.strip()
    return None
