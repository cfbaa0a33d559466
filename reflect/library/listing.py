"""A row of the catalogue: what a person sees of a protocol before opening it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reflect.domain.protocol import ProtocolKind
from reflect.library import front
from reflect.library.raw import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("de", "en")
HANDBOOK = "help"
"""The folder below a language whose pages are printed by `reflect help` and are no protocols."""
NOT_PROTOCOLS = frozenset({"readme.md", "leitbild.md"})


@dataclass(frozen=True, slots=True)
class Listing:
    """What the front matter of one file says.

    Attributes:
        id: The same in every language.
        kind: What it is for.
        title: Its name.
        summary: One sentence: for whom, when.
        minutes: Natural length.
        people: Smallest and largest number; None for one person alone.
        principles: Ids of the Leitbild statements it exercises.
        language: Of the words.
        path: The file.
        shipped: Whether it came with the program; otherwise it is the person's or the organisation's own.
        version: As the file counts.
    """

    id: str
    kind: ProtocolKind
    title: str
    summary: str
    minutes: int
    people: tuple[int, int] | None
    principles: tuple[str, ...]
    language: str
    path: Path
    shipped: bool
    version: int = 1

    def kept(self) -> dict[str, Any]:
        """The shape in which the cache keeps it."""
        return {name: getattr(self, name) for name in self.__slots__} | {"path": str(self.path)}

    @classmethod
    def revived(cls, kept: dict[str, Any], *, shipped: bool) -> Listing:
        """From the cache's shape."""
        people = kept["people"]
        revived = {
            "kind": ProtocolKind(kept["kind"]),
            "people": (people[0], people[1]) if people else None,
            "principles": tuple(kept["principles"]),
            "path": Path(kept["path"]),
            "shipped": shipped,
        }
        return cls(**(kept | revived))


def files(folder: Path, language: str) -> Iterator[tuple[Path, os.stat_result]]:
    """Every protocol file below a language, with what the file system says about it, in the order of names."""
    yield from _walk(folder / language)


def _walk(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if entry.name == HANDBOOK:
                continue
            yield from _walk(Path(entry.path))
        elif entry.name.endswith(".md") and entry.name.lower() not in NOT_PROTOCOLS and entry.is_file():
            found = entry.stat()
            if found.st_size <= MAX_BYTES:
                yield Path(entry.path), found


def read(path: Path, language: str, *, shipped: bool) -> Listing | None:
    """Read only the front matter; None when it does not name a protocol (`reflect prompts check` says why)."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    values = front.read(front.split(text)).values
    if not all(key in values for key in front.REQUIRED):
        return None
    return Listing(
        id=values["id"],
        kind=ProtocolKind(values["kind"]),
        title=values["title"],
        summary=values["summary"],
        minutes=int(values["minutes"]),
        people=values.get("people"),
        principles=tuple(values.get("principles", ())),
        language=language,
        path=path,
        shipped=shipped,
        version=int(values.get("version", 1)),
    )
