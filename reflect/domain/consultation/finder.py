"""The module finder: what the key question asks for, and which methods answer it."""

from collections.abc import Iterable
from enum import StrEnum


class Need(StrEnum):
    """What a presenter asks of the group."""

    DO = "do"
    SAY = "say"
    UNDERSTAND = "understand"
    TOUCHED = "touched"
    PLAN = "plan"
    NO_QUESTION = "no-question"
    STUCK = "stuck"
    STRENGTH = "strength"
    OTHER_EYES = "other-eyes"


MODULES: dict[Need, tuple[str, ...]] = {
    Need.DO: ("ideen", "erster_schritt", "ratschlaege"),
    Need.SAY: ("saetze", "probehandeln"),
    Need.UNDERSTAND: ("hypothesen_bilden", "identifikation", "innere_stimmen"),
    Need.OTHER_EYES: ("perspektive",),
    Need.TOUCHED: ("resonanzrunde", "sharing", "stille_spiegeln", "bilder"),
    Need.PLAN: ("kreuzverhoer", "warnungen", "nur_fragen"),
    Need.STUCK: ("kopfstand", "ueberraschungen", "umdeutung", "schlimmer"),
    Need.STRENGTH: ("wuerdigung", "gelungenes"),
    Need.NO_QUESTION: ("schluesselfrage_finden", "zwei_informationen", "fragen_bewerten"),
}
"""The first of each is the one to begin with; the order of the needs is the order in which they are offered."""


def found(at_hand: Iterable[str]) -> list[tuple[Need | None, str]]:
    """Every module at hand with the need it answers, in the order of offering; modules of one's own come last.

    Args:
        at_hand: Ids of the modules.
    """
    known = set(at_hand)
    pairs: list[tuple[Need | None, str]] = [
        (need, module) for need, modules in MODULES.items() for module in modules if module in known
    ]
    named = {module for _need, module in pairs}
    return [*pairs, *((None, module) for module in sorted(known - named))]
