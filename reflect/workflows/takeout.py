"""Taking everything out: the owner's own readable copy, as JSON and Markdown, in a folder or a zip file.

This is not a release: nothing is replaced, and nothing passes the door of `reflect.domain.release`. The caller has
said in words that the files will be readable, and has asked for the passphrase again.
"""

import json
import os
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reflect.domain.assessment.course import Line
from reflect.domain.entry import Entry
from reflect.domain.fault import AlreadyThere, WrongPassphrase
from reflect.domain.leitbild import Caption, Statement
from reflect.vault.failure import not_saved
from reflect.vault.passphrase import opens
from reflect.workflows.sitting import ASSESSMENTS, CASES, ENTRIES, Sitting
from reflect.workflows.talking import captioned

Page = Callable[[Entry, Sequence[Statement], Sequence[tuple[str, str]]], str]
"""An entry with the statements it touches and those it doubts, each by number and reason, as a page."""
Course = Callable[[Sequence[tuple[Line, Caption]]], Mapping[str, str]]
"""Lines of the self-assessment with their captions, as files by name."""

ZIP = ".zip"
_TABLES = {CASES: "cases", "releases": "releases", ASSESSMENTS: "assessments"}


@dataclass(frozen=True, slots=True)
class Taken:
    """What was written.

    Attributes:
        entries: How many entries.
        files: How many files.
        missing: Ids of documents whose text is damaged.
    """

    entries: int
    files: int
    missing: tuple[str, ...]


def ask_again(sitting: Sitting, secret: str) -> None:
    """Let the owner prove herself once more before anything readable is written.

    Raises:
        WrongPassphrase: The secret does not open this vault.
    """
    if not opens(sitting.vault, secret):
        raise WrongPassphrase


def take_out(sitting: Sitting, place: Path, *, page: Page, note: str, course: Course) -> Taken:
    """Write everything the vault holds, trash and unfinished text included.

    Args:
        sitting: Open, reading is enough.
        place: A folder that does not exist or is empty, or a `.zip` file that does not exist.
        page: An entry as Markdown, in the person's language.
        note: What the files are, for whoever finds them.
        course: The course of the self-assessment as files by name.

    Raises:
        AlreadyThere: There is something at the place.
        NotSaved: The disk refused; what was written so far may be there.
    """
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise AlreadyThere(place)
    entries = _entries(sitting)
    files = {PurePosixPath("README.md"): note.rstrip() + "\n"}
    for entry in entries.values():
        name = f"{'trash' if entry.trashed else 'entries'}/{entry.created:%Y-%m-%d}-{entry.id}"
        files[PurePosixPath(f"{name}.json")] = _tidy(entry.dump())
        files[PurePosixPath(f"{name}.md")] = _page(sitting, entry, page).rstrip() + "\n"
    files.update(_others(sitting))
    files.update((PurePosixPath(name), text) for name, text in course(captioned(sitting)).items())
    try:
        if place.suffix == ZIP:
            _write_zip(place, files)
        else:
            _write_folder(place, files)
    except FileExistsError:
        raise AlreadyThere(place) from None
    except OSError as error:
        raise not_saved(error, place) from error
    return Taken(len(entries), len(files), tuple(_missing(sitting, entries)))


def _page(sitting: Sitting, entry: Entry, page: Page) -> str:
    return page(entry, sitting.touched(entry.principles), sitting.doubts(entry))


def _entries(sitting: Sitting) -> dict[str, Entry]:
    """Every readable entry, with unfinished text that is newer than what the vault holds."""
    entries = {entry_id: Entry.load(body) for entry_id, _record, body in sitting.vault.scan(ENTRIES)}
    unfinished = sitting.vault.draft.load()
    if unfinished is not None:
        draft = Entry.load(unfinished)
        stored = entries.get(draft.id)
        if not draft.is_empty and (stored is None or stored.changed < draft.changed):
            entries[draft.id] = draft
    return entries


def _others(sitting: Sitting) -> Iterator[tuple[PurePosixPath, str]]:
    for table, folder in _TABLES.items():
        for doc_id, record, body in sitting.vault.scan(table):
            yield PurePosixPath(f"{folder}/{doc_id}.json"), _tidy(body or json.dumps(record))


def _missing(sitting: Sitting, entries: dict[str, Entry]) -> Iterator[str]:
    yield from (entry_id for entry_id in sitting.vault.records(ENTRIES) if entry_id not in entries)


def _tidy(text: str) -> str:
    return json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def _write_folder(folder: Path, files: dict[PurePosixPath, str]) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with os.fdopen(_own_file(path), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _write_zip(path: Path, files: dict[PurePosixPath, str]) -> None:
    with os.fdopen(_own_file(path), "wb") as raw, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(str(name), text)


def _own_file(path: Path) -> int:
    """A new file that only its owner can read."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
