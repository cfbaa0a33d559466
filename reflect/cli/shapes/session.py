"""`--json`: methods of a consultation and their plans."""

from reflect.cli.shapes.shape import Shape
from reflect.domain.protocol import Record, Role


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
