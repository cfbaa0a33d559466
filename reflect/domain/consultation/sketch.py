"""Sketches: everybody names a case in one minute; the group talks about which one is due, and may vote."""

from collections.abc import Iterable
from typing import Self

from reflect.domain.protocol import Frozen

MOST_URGENT = 3


class Sketch(Frozen):
    """One case in a few words.

    Attributes:
        who: Who would bring it.
        words: What it is about, without names.
        urgency: 1 can wait, 2 soon, 3 today.
        votes: Hands that were raised, where the group wanted to vote.
    """

    who: str
    words: str = ""
    urgency: int = 1
    votes: int = 0

    @classmethod
    def read(cls, line: str) -> Self | None:
        """From `Jale: der Termin, der nie zustande kommt`; None without a name."""
        who, _colon, words = line.partition(":")
        return cls(who=who.strip(), words=words.strip()) if who.strip() else None

    def pressing(self) -> Self:
        """One step more urgent; after the most urgent comes the least."""
        return self.model_copy(update={"urgency": self.urgency % MOST_URGENT + 1})

    def voted(self) -> Self:
        """One hand more."""
        return self.model_copy(update={"votes": self.votes + 1})


def ordered(sketches: Iterable[Sketch]) -> tuple[Sketch, ...]:
    """The most urgent first, then the one with more hands, then in the order of telling."""
    return tuple(sorted(sketches, key=lambda sketch: (-sketch.urgency, -sketch.votes)))
