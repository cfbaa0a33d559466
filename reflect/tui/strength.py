"""An honest word about a passphrase: how long someone with good machines would have to guess, in plain words.

The estimate is deliberately simple: words and characters, less what repeats. It cannot know whether something is a
quotation or a birthday, and says so by advising rather than judging.
"""

import math
from enum import StrEnum
from itertools import pairwise

ENOUGH_BITS = 60.0
SHORT_BITS = 40.0
_PER_WORD_BITS = 12.0
_WORDS_FROM = 4
_WORD_LENGTH = 3
_SMALL_ALPHABET_BITS = 2.5
_MIXED_BITS = 4.0


class Strength(StrEnum):
    """How a passphrase looks."""

    EMPTY = "empty"
    SHORT = "short"
    FAIR = "fair"
    LONG = "long"


def bits(passphrase: str) -> float:
    """A cautious estimate in bits.

    Four or more different words count 12 bits each (about a list of 4,000 common words). Everything else counts 2.5
    bits a character of running language, 4 when letters, digits and signs are mixed; a character that repeats the one
    before or continues a row (`abc`, `123`) counts nothing. The smaller number holds.
    """
    words = {word.casefold() for word in passphrase.split() if len(word) >= _WORD_LENGTH}
    kinds = sum(
        (
            any(character.isalpha() for character in passphrase),
            any(character.isdigit() for character in passphrase),
            any(not character.isalnum() and not character.isspace() for character in passphrase),
        )
    )
    fresh = 1 + sum(abs(ord(here) - ord(before)) > 1 for before, here in pairwise(passphrase))
    distinct = math.log2(len(set(passphrase)) + 1) / math.log2(9)
    by_character = fresh * (_MIXED_BITS if kinds > 1 else _SMALL_ALPHABET_BITS) * min(1.0, distinct)
    if not passphrase:
        return 0.0
    return min(by_character, len(words) * _PER_WORD_BITS) if len(words) >= _WORDS_FROM else by_character


def strength(passphrase: str) -> Strength:
    """The word for it."""
    if not passphrase:
        return Strength.EMPTY
    estimate = bits(passphrase)
    if estimate < SHORT_BITS:
        return Strength.SHORT
    return Strength.FAIR if estimate < ENOUGH_BITS else Strength.LONG
