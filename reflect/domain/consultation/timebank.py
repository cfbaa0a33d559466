"""The time bank: what one phase takes longer, later ones lend; the closing lends nothing.

Minutes are conserved: what the phases hold and what was saved is what was planned and what runs past the end.
"""

from typing import Self

from reflect.domain.consultation.plan import Plan
from reflect.domain.protocol import Frozen


class TimeBank(Frozen):
    """Whole minutes of a session; index is the number of the phase, from 0.

    Attributes:
        planned: As agreed at the beginning.
        floors: What borrowing leaves a phase.
        allotted: What each phase holds now.
        used: What each phase has taken so far.
        saved: Not needed by earlier phases, free to give.
        over: Past the agreed end.
    """

    planned: tuple[int, ...]
    floors: tuple[int, ...]
    allotted: tuple[int, ...]
    used: tuple[int, ...]
    saved: int = 0
    over: int = 0

    @classmethod
    def of(cls, plan: Plan) -> Self:
        """The bank at the beginning."""
        planned = tuple(phase.minutes for phase in plan.phases)
        floors = tuple(phase.floor for phase in plan.phases)
        return cls(planned=planned, floors=floors, allotted=planned, used=(0,) * len(planned))

    @property
    def closing(self) -> int:
        """Index of the protected phase."""
        return len(self.planned) - 1

    def left(self, index: int) -> int:
        """Minutes a phase still has; negative when it is over."""
        return self.allotted[index] - self.used[index]

    def lent(self, index: int) -> tuple[tuple[int, int], ...]:
        """`(phase, minutes)` of every phase after this one that is yet to begin and has less than planned."""
        return tuple(
            (later, self.planned[later] - self.allotted[later])
            for later in range(index + 1, len(self.planned))
            if self.allotted[later] < self.planned[later] and not self.used[later]
        )

    def more(self, index: int, minutes: int) -> Self:
        """Give a phase more: from what was saved, then from later phases, then past the end."""
        allotted = list(self.allotted)
        allotted[index] += minutes
        saved = min(minutes, self.saved)
        wanted = minutes - saved
        while wanted and (lender := self._lender(index, allotted)):
            allotted[lender] -= 1
            wanted -= 1
        return self.model_copy(
            update={"allotted": tuple(allotted), "saved": self.saved - saved, "over": self.over + wanted}
        )

    def _lender(self, index: int, allotted: list[int]) -> int | None:
        """The later phase with the most to spare, the latest of equals."""
        spare = [
            (allotted[later] - max(self.floors[later], self.used[later]), later)
            for later in range(index + 1, self.closing)
        ]
        most = max(spare, default=(0, 0))
        return most[1] if most[0] > 0 else None

    def take(self, index: int, minutes: int) -> Self:
        """Note minutes a phase has taken; beyond its own it borrows."""
        used = list(self.used)
        used[index] += minutes
        after = self.model_copy(update={"used": tuple(used)})
        return after.more(index, -after.left(index)) if after.left(index) < 0 else after

    def release(self, index: int) -> Self:
        """A phase is left: what it did not take first brings the end back, then is saved."""
        free = max(0, self.left(index))
        repaid = min(self.over, free)
        allotted = list(self.allotted)
        allotted[index] -= free
        return self.model_copy(
            update={"allotted": tuple(allotted), "over": self.over - repaid, "saved": self.saved + free - repaid}
        )

    def admit(self, index: int) -> Self:
        """A phase is entered, perhaps again: it gets at least its floor."""
        lacking = self.floors[index] - self.left(index)
        return self.more(index, lacking) if lacking > 0 else self
