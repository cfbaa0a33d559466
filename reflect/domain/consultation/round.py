"""A round: everybody in turn, one contribution each; one may pass, and a round may be repeated."""

from typing import Self

from reflect.domain.protocol import Frozen


class Round(Frozen):
    """Whose turn it is.

    Attributes:
        order: Names, in speaking order.
        turn: Index of who speaks; as long as the order when all had the word.
        passed: Who let the word go by in this lap.
        lap: From 1.
    """

    order: tuple[str, ...]
    turn: int = 0
    passed: tuple[str, ...] = ()
    lap: int = 1

    @property
    def speaker(self) -> str | None:
        """Who has the word; None when all had it."""
        return self.order[self.turn] if self.turn < len(self.order) else None

    @property
    def following(self) -> str | None:
        """Who comes next; None after the last."""
        return self.order[self.turn + 1] if self.turn + 1 < len(self.order) else None

    def give(self) -> Self:
        """Give the word to the next person."""
        return self.model_copy(update={"turn": min(self.turn + 1, len(self.order))})

    def let_pass(self) -> Self:
        """Let the one whose turn it is pass."""
        passed = (*self.passed, self.speaker) if self.speaker else self.passed
        return self.give().model_copy(update={"passed": passed})

    def again(self) -> Self:
        """Begin another lap; the one who spoke second opens it."""
        order = self.order[1:] + self.order[:1]
        return self.model_copy(update={"order": order, "turn": 0, "passed": (), "lap": self.lap + 1})
