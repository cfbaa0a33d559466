"""`--json`: a month of self-assessment, and the course of each statement."""

from pydantic import Field

from reflect.cli.shapes.shape import Shape
from reflect.domain.assessment.mark import Hindrance, Mark


class AskedStatement(Shape):
    """A statement of the month, and what was said about it."""

    statement: str
    title: str
    text: str
    indicators: list[str]
    mark: Mark | None
    example: str
    hindrances: list[Hindrance]
    frame: str


class AskedObservation(Shape):
    """What the house answers for: told about, never marked."""

    statement: str
    title: str
    about: list[str]
    text: str


class AssessedMonth(Shape):
    """`reflect assess --json`."""

    month: str
    asked: list[AskedStatement]
    observation: AskedObservation | None


class CoursePoint(Shape):
    """One rating in its month."""

    month: str
    mark: Mark
    example: str
    hindrances: list[Hindrance]
    frame: str


class CoursePiece(Shape):
    """Ratings under one wording; nothing is compared across two of them."""

    version: str
    wording: str
    points: list[CoursePoint]


class CourseLine(Shape):
    """One row of `reflect assess course --json`: a statement, never a sum."""

    statement: str
    title: str
    pieces: list[CoursePiece] = Field(description="one for each wording, in order")
