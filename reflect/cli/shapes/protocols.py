"""`--json`: protocols, and the flaws of their files."""

from reflect.cli.shapes.shape import Shape
from reflect.domain.protocol import ProtocolKind, QuestionType, Role, Share


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
