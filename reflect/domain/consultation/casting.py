"""Casting: who brings the case, who moderates, who writes; in small groups one person does several things."""

from collections.abc import Sequence
from typing import Self

from reflect.domain.consultation.floor import MERGE_BELOW
from reflect.domain.fault import WrongUsage
from reflect.domain.protocol import Frozen, Role

SPLIT_FROM = 7
"""From this number of people on, time and notes lie in two hands."""

CORE = 3
LARGE = 12


class Casting(Frozen):
    """Everybody in the room by first name or short form.

    Attributes:
        presenter: Who brings the case.
        facilitator: Who moderates.
        advisors: Who advises, in speaking order; below five people the moderation is among them.
        scribe: Who writes for the presenter.
        timekeeper: Who looks at the time.
        core: The advisors who advise first when the group is large.
    """

    presenter: str
    facilitator: str
    advisors: tuple[str, ...]
    scribe: str
    timekeeper: str
    core: tuple[str, ...] = ()

    @classmethod
    def of(cls, names: Sequence[str], presenter: str, facilitator: str) -> Self:
        """Cast a group.

        Args:
            names: Everybody, each name once.
            presenter: One of them.
            facilitator: Another one of them.

        Raises:
            WrongUsage: A name stands twice, or presenter and moderation are not two of them.
        """
        if len(set(names)) != len(names):
            raise WrongUsage("session-name-twice")
        if presenter == facilitator or presenter not in names or facilitator not in names:
            raise WrongUsage("session-casting")
        merged = len(names) < MERGE_BELOW
        advisors = tuple(name for name in names if name != presenter and (merged or name != facilitator))
        split = len(names) >= SPLIT_FROM
        return cls(
            presenter=presenter,
            facilitator=facilitator,
            advisors=advisors,
            scribe=facilitator if merged else advisors[-1],
            timekeeper=advisors[0] if split else facilitator,
            core=advisors[:CORE] if len(names) >= LARGE else (),
        )

    @property
    def merged(self) -> bool:
        """Whether the moderation advises too."""
        return self.facilitator in self.advisors

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody: advisors in speaking order, then the moderation, then the presenter."""
        return tuple(dict.fromkeys((*self.advisors, self.facilitator, self.presenter)))

    def handed_to(self, presenter: str) -> Self:
        """The same group around another presenter; who moderated and presents now swaps with the one before."""
        facilitator = self.presenter if presenter == self.facilitator else self.facilitator
        return self.of(self.names, presenter, facilitator)

    @property
    def people(self) -> int:
        """Everybody in the room."""
        return len(self.names)

    def order(self, speaks: Sequence[Role]) -> tuple[str, ...]:
        """Speaking order of a round in which these roles speak; the presenter begins when all do."""
        if Role.ALL in speaks:
            return (self.presenter, *(name for name in self.advisors if name != self.facilitator), self.facilitator)
        return self.advisors
