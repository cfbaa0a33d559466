"""A task of the plan: signed step by step by two people, seen from two sides; never a word about attitude.

Kept as a list of rows of strings: `{"step", "day", "new", "trainer"}` for each signature, and at most one
`{"own", "seen", "opened"}` for the two views. Views carry no day, so that no course of anybody can be drawn from them.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from reflect.domain.protocol import Frozen

INITIALS = re.compile(r"[^\W\d_]{1,4}")
"""One to four letters; two people with the same ones take one letter more."""


class Signature(Frozen):
    """One step of a task, signed by both.

    Attributes:
        step: Position of the step, from 1: shown, accompanied, on one's own.
        day: When it was so.
        new: Initials of the new colleague.
        trainer: Initials of the trainer.
    """

    step: int
    day: date
    new: str
    trainer: str


class Task(Frozen):
    """Where a task stands.

    Attributes:
        signatures: One for each signed step, in the order of the steps.
        own: The step the new colleague sees herself at; 0 while it was not said.
        seen: The step the trainer sees her at; 0 while it was not said.
        opened: Whether the new colleague has opened this task: only then both views are shown or can leave.
    """

    signatures: tuple[Signature, ...] = ()
    own: int = 0
    seen: int = 0
    opened: bool = False

    @classmethod
    def of(cls, answer: Any, steps: int) -> Self:
        """Read a kept answer.

        Args:
            answer: As `kept` shaped it; None for a task nothing was said to.
            steps: How many steps the task has.

        Raises:
            ValueError: It has another shape, or names a step, a day or initials that do not exist.
        """
        if not isinstance(answer or [], list) or not all(isinstance(row, Mapping) for row in answer or []):
            raise ValueError("not rows")
        rows: list[Mapping[str, Any]] = list(answer or [])
        task = cls()
        for row in rows:
            task = task.signed(_proper(row, steps)) if "step" in row else task.model_copy(update=_views(row, steps))
        return task

    @classmethod
    def read(cls, answer: Any, steps: int) -> Self:
        """Read what an entry holds, whatever became of it: a person may have been forgotten from the initials."""
        task = cls()
        for row in answer if isinstance(answer, list) else []:
            try:
                task = (
                    task.signed(_signature(row, steps)) if "step" in row else task.model_copy(update=_views(row, steps))
                )
            except (TypeError, ValueError, AttributeError):
                continue
        return task

    def kept(self) -> list[dict[str, str]]:
        """The shape in which the entry keeps it."""
        rows = [
            {"step": str(one.step), "day": one.day.isoformat(), "new": one.new, "trainer": one.trainer}
            for one in self.signatures
        ]
        if self.own or self.seen or self.opened:
            opened = "yes" if self.opened else ""
            rows.append({"own": str(self.own or ""), "seen": str(self.seen or ""), "opened": opened})
        return rows

    def signed(self, signature: Signature) -> Self:
        """The task with a step signed; signing again replaces the day and the initials."""
        others = [one for one in self.signatures if one.step != signature.step]
        return self.model_copy(update={"signatures": tuple(sorted([*others, signature], key=lambda one: one.step))})

    def unsigned(self, step: int) -> Self:
        """The task with a signature taken back."""
        return self.model_copy(update={"signatures": tuple(one for one in self.signatures if one.step != step)})

    def signature(self, step: int) -> Signature | None:
        """The signature under a step; None while it waits."""
        return next((one for one in self.signatures if one.step == step), None)

    def lines(self, steps: tuple[str, ...]) -> list[str]:
        """What may be read of it: every signature, and both views once they are opened.

        Args:
            steps: The names of the steps.
        """
        said = [
            f"{steps[one.step - 1]}: {one.day:%d.%m.%Y}, {one.new}, {one.trainer}"
            for one in self.signatures
            if one.step <= len(steps)
        ]
        if self.opened and (self.own or self.seen):
            said.append(
                " | ".join(
                    self._view(view, who, steps) for view, who in zip((self.own, self.seen), self._who, strict=True)
                )
            )
        return said

    @property
    def _who(self) -> tuple[str, str]:
        return (self.signatures[-1].new, self.signatures[-1].trainer) if self.signatures else ("", "")

    @staticmethod
    def _view(view: int, who: str, steps: tuple[str, ...]) -> str:
        words = steps[view - 1] if 0 < view <= len(steps) else "–"
        return f"{who}: {words}" if who else words


def are_initials(text: str) -> bool:
    """Whether a text can stand for a person under a task: a few letters, no name."""
    return INITIALS.fullmatch(text) is not None


def _signature(row: Mapping[str, Any], steps: int) -> Signature:
    return Signature(
        step=_position(row["step"], steps),
        day=date.fromisoformat(str(row.get("day", ""))),
        new=str(row.get("new", "")).strip(),
        trainer=str(row.get("trainer", "")).strip(),
    )


def _proper(row: Mapping[str, Any], steps: int) -> Signature:
    signature = _signature(row, steps)
    if not are_initials(signature.new) or not are_initials(signature.trainer) or signature.new == signature.trainer:
        raise ValueError("two different initials")
    return signature


def _views(row: Mapping[str, Any], steps: int) -> dict[str, Any]:
    own, seen = (_position(row[name], steps) if row.get(name) else 0 for name in ("own", "seen"))
    return {"own": own, "seen": seen, "opened": bool(row.get("opened"))}


def _position(value: Any, steps: int) -> int:
    position = int(str(value))
    if not 1 <= position <= steps:
        raise ValueError("no such step")
    return position
