"""Likeness: how much two statements say with the same words."""

from rapidfuzz import fuzz

SHORTEST = 4
"""Letters of a word that counts; articles and small words make everything look alike."""


def alike(one: str, other: str) -> float:
    """How alike two wordings are, 0 to 100; the order of the words does not matter."""
    return fuzz.token_sort_ratio(_words(one), _words(other))


def within(one: str, other: str) -> float:
    """How much of the shorter wording is found in the longer one, 0 to 100."""
    return fuzz.token_set_ratio(_words(one), _words(other))


def _words(text: str) -> str:
    letters = "".join(sign.lower() if sign.isalnum() else " " for sign in text)
    return " ".join(word for word in letters.split() if len(word) >= SHORTEST) or letters.strip()
