"""The shapes of `--json`: part of the stable contract, described by their own JSON Schema (`reflect help formats`)."""

from datetime import date, datetime
from datetime import date as Day  # noqa: N812 - a field below is called `date`
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from reflect.domain.audience import Audience
from reflect.domain.entry import Entry
from reflect.domain.finding import Finding, Kind, Tier
from reflect.domain.leitbild import Leitbild
from reflect.domain.protocol import ProtocolKind, QuestionType, Record, Role, Share


class Shape(BaseModel):
    """Base of every shape: nothing but what is described goes out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def out(self) -> dict[str, Any]:
        """Ready for JSON."""
        return self.model_dump(mode="json", by_alias=True)


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


class MadeVault(Shape):
    """`reflect init --json`."""

    vault: str
    recovery_file: str | None
    recovery_confirmed: bool


class ProtocolRow(Shape):
    """One row of `reflect prompts list --json`."""

    id: str
    kind: ProtocolKind
    title: str
    summary: str
    minutes: int
    language: str
    file: str
    shipped: bool


class ShownQuestion(Shape):
    """A question of `reflect prompts show --json`."""

    id: str
    type: QuestionType
    text: str
    share: Share


class ShownStep(Shape):
    """A step of `reflect prompts show --json`."""

    id: str
    title: str
    minutes: int | None
    speaks: list[Role]
    silent: list[Role]
    questions: list[ShownQuestion]


class ShownProtocol(Shape):
    """`reflect prompts show --json`."""

    id: str
    kind: ProtocolKind
    title: str
    minutes: int
    steps: list[ShownStep]


class FlawRow(Shape):
    """One row of `reflect prompts check --json`."""

    file: str
    line: int
    what: str


class ImportedStatement(Shape):
    """A statement as it was understood."""

    id: str
    text: str


class ImportedSection(Shape):
    """A section as it was understood."""

    id: str
    title: str
    text: list[str]
    statements: list[ImportedStatement]


class ImportedLeitbild(Shape):
    """What `reflect leitbild import --json` understood."""

    title: str
    version: str
    date: Day | None
    preamble: list[str]
    sections: list[ImportedSection]
    closing: list[str]


class LeitbildRow(Shape):
    """One row of `reflect leitbild list --json`."""

    version: str
    title: str
    statements: int


class ShownFinding(Shape):
    """A finding; offsets are code points."""

    id: str
    start: int
    end: int
    kind: Kind
    tier: Tier
    surface: str
    replacement: str

    @classmethod
    def of(cls, finding: Finding) -> "ShownFinding":
        """The part of a finding that may be shown."""
        return cls.model_validate(finding.contract())


class Anonymized(Shape):
    """`reflect anonymize --json`: the text with certain and suspect places replaced, and every place."""

    text: str
    findings: list[ShownFinding]


class Advice(Shape):
    """The advice of an export: whether its one decision was made, and for which findings it is."""

    decided: bool
    findings: list[str]


class Held(Shape):
    """`reflect export --json` while something waits (exit code 7): the page as written, and every finding on it."""

    written: Literal[False]
    audience: Audience
    text: str
    findings: list[ShownFinding]
    undecided: list[str]
    advice: Advice


class Written(Shape):
    """`reflect export --json` after the file was written."""

    written: Literal[True]
    audience: Audience
    file: str
    pages: int


class CheckedBackup(Shape):
    """One backup in `reflect check --full --json`."""

    file: str
    taken: datetime
    healthy: bool


class Checked(Shape):
    """`reflect check --json`."""

    healthy: bool
    readonly: str | None
    frames: int
    documents: int
    bodies: int
    damaged_places: list[int]
    damaged_documents: list[str]
    rolled_back: bool
    header_copies: int
    anchor: bool
    tails: list[str]
    copies: list[str]
    passphrases: int
    recovery_keys: int
    recovery_confirmed: bool
    last_backup: datetime | None
    backups: list[CheckedBackup] = Field(description="proven one by one with --full, else empty")


class Choices(Shape):
    """`reflect config --json`."""

    language: str
    theme: str
    signs: str
    idle_minutes: int
    backup_folder: str
    backup_days: int
    author: str


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


class TakenOut(Shape):
    """`reflect takeout --json`."""

    place: str
    entries: int
    files: int


class SessionRow(Shape):
    """One row of `reflect session list --json`; `people` is the smallest and largest recommended number."""

    id: str
    title: str
    minutes: int
    people: tuple[int, int]


class PlannedPhase(Shape):
    """One phase of `reflect session plan --json`."""

    id: str
    title: str
    minutes: int
    speaks: list[Role]
    silent: list[Role]
    records: Record


class SessionPlan(Shape):
    """`reflect session plan --json`: whole minutes whose sum is `total`."""

    method: str
    total: int
    phases: list[PlannedPhase]


class Imported(Shape):
    """`reflect import --json`: the id of the new entry."""

    id: str


SHAPES: dict[str, tuple[type[BaseModel], bool]] = {
    "init": (MadeVault, False),
    "new": (NewEntry, False),
    "resume": (NewEntry, False),
    "edit": (NewEntry, False),
    "list": (EntryRow, True),
    "trash": (EntryRow, True),
    "show": (ShownEntry, False),
    "search": (SearchHit, True),
    "case list": (CaseRow, True),
    "case new": (MadeCase, False),
    "case names": (CaseName, True),
    "forget": (ForgottenPerson, False),
    "export (7)": (Held, False),
    "export (0)": (Written, False),
    "takeout": (TakenOut, False),
    "anonymize": (Anonymized, False),
    "import": (Imported, False),
    "session list": (SessionRow, True),
    "session plan": (SessionPlan, False),
    "prompts list": (ProtocolRow, True),
    "prompts show": (ShownProtocol, False),
    "prompts check": (FlawRow, True),
    "leitbild show": (Leitbild, False),
    "leitbild import": (ImportedLeitbild, False),
    "leitbild list": (LeitbildRow, True),
    "check": (Checked, False),
    "config": (Choices, False),
}
"""Verb -> shape, and whether a list of it goes out."""


def schemas() -> dict[str, Any]:
    """The JSON Schema (2020-12) of every output, by verb."""
    found: dict[str, Any] = {}
    for verb, (shape, many) in SHAPES.items():
        schema = shape.model_json_schema(by_alias=True, mode="serialization")
        definitions = schema.pop("$defs", {})
        whole = {"type": "array", "items": schema} if many else schema
        found[verb] = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **whole,
            **({"$defs": definitions} if definitions else {}),
        }
    return found
