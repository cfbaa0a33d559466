"""`--json`: findings, and what leaves."""

from typing import Literal

from reflect.cli.shapes.shape import Shape
from reflect.domain.audience import Audience
from reflect.domain.finding import Finding, Kind, Tier


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
