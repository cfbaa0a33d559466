"""`--json`: a Leitbild and its versions."""

from datetime import date as Day  # noqa: N812 - a field below is called `date`

from pydantic import Field

from reflect.cli.shapes.shape import Shape
from reflect.domain.succession import Change


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
    date: Day | None
    statements: int
    unmapped: int = Field(description="statements that nobody tied to the version before and to the shipped text yet")
    in_force: bool


class MappedStatement(Shape):
    """One statement in `reflect leitbild map --json`."""

    number: str
    text: str
    change: Change
    continues: list[str] = Field(description="numbers of the version before")
    counterparts: list[str] = Field(description="ids of shipped statements or their parts")
    settled: bool = Field(description="a person said so; else it is proposed")


class LeitbildMap(Shape):
    """`reflect leitbild map --json`."""

    version: str
    before: str | None
    statements: list[MappedStatement]
    dropped: list[str] = Field(description="numbers of the version before that nothing continues")


class ComparedStatement(Shape):
    """One line of `reflect leitbild diff --json`."""

    change: Change
    before: list[ImportedStatement] = Field(description="number and wording in the earlier version")
    after: ImportedStatement | None = Field(description="number and wording in the later one; null where dropped")


class LeitbildComparison(Shape):
    """`reflect leitbild diff --json`."""

    before: str
    after: str
    settled: bool = Field(description="a person mapped every version in between; else some of it is proposed")
    changes: list[ComparedStatement]


class LeitbildFlaw(Shape):
    """One row of `reflect leitbild check --json`."""

    kind: str
    version: str
    place: str
    fault: bool
    sentence: str
