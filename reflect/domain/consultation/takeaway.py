"""What the presenter takes along: the lines they picked, their question and their first step; nothing else is kept."""

from collections.abc import Collection
from datetime import date
from typing import Self

from pydantic import ConfigDict

from reflect.domain.consultation.notes import Notes
from reflect.domain.fault import WrongUsage
from reflect.domain.protocol import Frozen

SCHEMA = 2
FORMAT = "reflect-takeaway"


class Takeaway(Frozen):
    """One presenter's notes of one consultation. Unknown fields of newer versions are kept.

    Attributes:
        format: Always `reflect-takeaway`.
        version: Raised when the shape changes.
        method: Title of the method.
        day: Of the consultation.
        question: The key question; empty when it was only said.
        lines: What was picked, in order.
        step: The first step; empty when none was picked.
        until: The day by which it is to be done; None when it was not said.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    format: str = FORMAT
    version: int = SCHEMA
    method: str
    day: date
    question: str = ""
    lines: tuple[str, ...] = ()
    step: str = ""
    until: date | None = None

    @classmethod
    def of(cls, notes: Notes, method: str, numbers: Collection[int], day: date, *, question: bool = True) -> Self:
        """What was picked of the notes.

        Args:
            notes: Of one presenter.
            method: Its title.
            numbers: Of the lines to take.
            day: Today.
            question: Whether the key question comes along.
        """
        picked = [line for line in notes.kept() if line.number in numbers]
        first = next((line for line in picked if line.step), None)
        return cls(
            method=method,
            day=day,
            question=notes.key if question else "",
            lines=tuple(line.text for line in picked if line is not first),
            step=first.text if first else "",
        )

    def by(self, until: date | None) -> Self:
        """The same, with the day by which the first step is to be done."""
        return self.model_copy(update={"until": until})

    @property
    def is_empty(self) -> bool:
        """Whether nothing was picked."""
        return not (self.question or self.lines or self.step)

    def dump(self) -> bytes:
        """The bytes inside a sealed file: JSON in UTF-8."""
        return self.model_dump_json().encode()

    @classmethod
    def load(cls, content: bytes) -> Self:
        """Read them back.

        Raises:
            WrongUsage: `takeaway-unknown`: it is something else.
        """
        try:
            found = cls.model_validate_json(content)
        except ValueError:
            raise WrongUsage("takeaway-unknown") from None
        if found.format != FORMAT:
            raise WrongUsage("takeaway-unknown")
        return found
