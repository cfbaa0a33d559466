"""`--json`: cases, and a person who is forgotten."""

from datetime import date

from pydantic import Field

from reflect.cli.shapes.shape import Shape
from reflect.domain.audience import Audience
from reflect.domain.finding import Kind


class CaseRow(Shape):
    """One row of `reflect case list --json`."""

    id: str
    name: str
    entries: int


class MadeCase(Shape):
    """`reflect case new --json`."""

    id: str
    name: str


class CaseName(Shape):
    """One row of `reflect case names --show --json`."""

    kind: Kind
    name: str
    role: str


class LeftFile(Shape):
    """A file that left, in `reflect forget --json`."""

    file: str
    written: date
    audience: Audience


class ForgottenPerson(Shape):
    """`reflect forget --json`: what was replaced, and where the name may still stand."""

    done: bool
    role: str
    entries: list[str]
    places: int
    doubtful: list[str] = Field(description="entries with an everyday word that may be the name; it stays")
    unreadable: list[str]
    cases: int
    reviews: int
    backups: list[str]
    tails: list[str]
    copies: list[str]
    exports: list[LeftFile]
    purged: bool
