"""The proposal: from three answers (how many, how long, what is needed) to a few methods that fit."""

from collections.abc import Iterable
from enum import StrEnum

from reflect.domain.consultation.plan import holds, turn
from reflect.domain.protocol import Protocol


class Wish(StrEnum):
    """What the one who brings the case hopes for."""

    IDEAS = "ideas"
    UNDERSTANDING = "understanding"
    RELIEF = "relief"
    REHEARSAL = "rehearsal"


SUITS: dict[Wish, tuple[str, ...]] = {
    Wish.IDEAS: ("neun", "kurz", "sechs", "weise_menge", "troika", "stern", "weise_menge_gross", "vorfall"),
    Wish.UNDERSTANDING: ("hypothesen", "reflektierend", "intervision_uk", "neun", "hoerensagen", "stern", "codev"),
    Wish.RELIEF: ("sfrt", "balint_orientiert", "fallklinik", "reflektierend", "hoerensagen"),
    Wish.REHEARSAL: ("sechs", "kurz", "vorfall", "codev"),
}
"""Methods that suit a wish, the best first; a convention of this house."""


def proposals(methods: Iterable[Protocol], people: int, minutes: int, wish: Wish) -> tuple[Protocol, ...]:
    """Methods that can be held, the most fitting first; size only moves a method down.

    Args:
        methods: At hand.
        people: Everybody in the room.
        minutes: At hand.
        wish: What is needed.
    """
    suits = SUITS[wish]

    def rank(method: Protocol) -> tuple[bool, bool, int, int, str]:
        least, most = method.people or (2, 20)
        suit = suits.index(method.id) if method.id in suits else len(suits)
        whole = method.minutes * (people if method.repeat else 1)
        return not least <= people <= most, method.id not in suits, suit, abs(whole - minutes), method.id

    held = (method for method in methods if holds(method, people, turn(method, people, minutes)))
    return tuple(sorted(held, key=rank))
