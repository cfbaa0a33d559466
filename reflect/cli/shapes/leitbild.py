"""`--json`: a Leitbild and its versions."""

from datetime import date as Day  # noqa: N812 - a field below is called `date`

from reflect.cli.shapes.shape import Shape


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
