"""Marks: five anchored levels, two ways out, and what made it hard."""

from enum import StrEnum

JUMP = 2
"""So many levels between two ratings make a jump, which asks what changed around the work."""


class Mark(StrEnum):
    """What a person says about one statement; the two exits are answers, not gaps."""

    LEFT_UNDONE = "1"
    WHEN_EASY = "2"
    HALF = "3"
    MOSTLY = "4"
    UNDER_PRESSURE = "5"
    NO_OCCASION = "G"
    UNCLEAR = "?"

    @property
    def level(self) -> int | None:
        """1 to 5; None for an exit."""
        return int(self.value) if self.value.isdigit() else None


LEVELS = tuple(mark for mark in Mark if mark.level is not None)
EXITS = tuple(mark for mark in Mark if mark.level is None)


class Hindrance(StrEnum):
    """What made it hard: most of it lies around the person, and only one of six in them."""

    TIME = "time"
    MANDATE = "mandate"
    LANGUAGE = "language"
    KNOWLEDGE = "knowledge"
    TEAM = "team"
    MYSELF = "myself"
