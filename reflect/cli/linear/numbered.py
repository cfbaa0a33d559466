"""Numbered: what is chosen by its number, which is quicker to hear and to type than a name."""

from collections.abc import Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def chosen(said: str, things: Sequence[Thing]) -> Thing | None:
    """The thing whose number was said; None when it was no number of theirs."""
    picked = numbers(said)
    return next((thing for number, thing in enumerate(things, start=1) if picked == {number}), None)


def numbers(said: str) -> set[int]:
    """The whole numbers in what was said."""
    return {int(word) for word in said.replace(",", " ").split() if word.isascii() and word.isdigit()}
