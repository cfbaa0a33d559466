"""`--json`: what entries look like outside."""

from datetime import datetime
from typing import Any

from pydantic import Field

from reflect.cli.shapes.shape import Shape
from reflect.domain.entry import Entry


class EntryRow(Shape):
    """One row of `reflect list --json`."""

    id: str
    protocol: str
    title: str
    created: datetime
    finished: datetime | None
    tags: list[str]
    principles: list[str]

    @classmethod
    def of(cls, entry_id: str, record: dict[str, Any]) -> "EntryRow":
        """From an entry's sealed record."""
        return cls(id=entry_id, **{key: record[key] for key in cls.model_fields if key != "id"})


class SearchHit(EntryRow):
    """One row of `reflect search --json`: the entry and the line the words stand in."""

    line: str


class ShownEntry(Entry):
    """`reflect show --json`: the whole entry, with the protocol in the wording it was written with."""

    heading: str = Field(alias="title")


class NewEntry(Shape):
    """`reflect new --json`."""

    id: str
    protocol: str
    title: str
    finished: bool


class TakenOut(Shape):
    """`reflect takeout --json`."""

    place: str
    entries: int
    files: int


class Imported(Shape):
    """`reflect import --json`: the id of the new entry."""

    id: str
