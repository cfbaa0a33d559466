"""`--json`: the plan of an onboarding, its tasks, and vignettes."""

from datetime import date
from typing import Literal

from pydantic import Field

from reflect.cli.shapes.shape import Shape
from reflect.domain.onboarding.task import Signature


class OnboardingRow(Shape):
    """One row of `reflect onboarding list --json`."""

    id: str
    kind: Literal["plan", "vignette"]
    title: str
    summary: str
    minutes: int
    principles: list[str]


class ShownTask(Shape):
    """A task of the plan, also `reflect onboarding sign --json`; views only where the owner opened them."""

    id: str
    title: str
    steps: list[str]
    signatures: list[Signature]
    own: int | None = Field(description="position of a step; null while closed or not said")
    seen: int | None = Field(description="the trainer's view, likewise")


class ShownTalk(Shape):
    """The talk at the end of a phase."""

    question: str
    due: date | None
    held: date | None


class ShownPhase(Shape):
    """A phase of the plan."""

    id: str
    title: str
    talk: ShownTalk | None
    tasks: list[ShownTask]


class ShownPlan(Shape):
    """`reflect onboarding show --json`."""

    id: str
    title: str
    first_day: date | None
    phases: list[ShownPhase]


class ShownAnswer(Shape):
    """One of three answers; their order says nothing."""

    verb: str
    reason: str
    price: str


class ShownVignette(Shape):
    """`reflect onboarding vignette --json`."""

    id: str
    title: str
    principles: list[str]
    situation: list[str]
    questions: list[str]
    answers: list[ShownAnswer]
    talk: str
    red_lines: list[str]


class ParticipationRow(Shape):
    """One row of `reflect onboarding proof --json`: never a case."""

    day: date
    method: str
    minutes: int
