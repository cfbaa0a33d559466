"""Sentences for training: our own templates filled with names of all origins, as hasty writers spell them."""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reflect.anonymize.corpus import Example, example
from reflect.anonymize.tokens import fold

_SLOT = re.compile(r"\{(vn|v|n|o|e)\}(s?)")
_UNLISTED_SHARE = 0.45
_NOUN_SHARE = 0.07
_SMALL, _LOUD, _SLIP, _PLAIN = 0.08, 0.04, 0.08, 0.12


@dataclass(frozen=True, slots=True)
class Stock:
    """What the slots are filled with.

    Attributes:
        forenames: By origin.
        surnames: By origin.
        places: Towns and countries.
        houses: Named houses and offices.
        words: German nouns; a few stand as names, so that the model learns to trust the neighbours, too.
    """

    forenames: Mapping[str, Sequence[str]]
    surnames: Mapping[str, Sequence[str]]
    places: Sequence[str]
    houses: Sequence[str]
    words: Sequence[str] = ()


def compose(templates: Sequence[str], stock: Stock, count: int, dice: random.Random) -> list[Example]:
    """Fill templates.

    Args:
        templates: With slots `{v}`, `{n}`, `{vn}`, `{o}`, `{e}`.
        stock: What to fill them with.
        count: Number of examples.
        dice: Decides; seeded by the caller.
    """
    return [_fill(dice.choice(templates), stock, dice) for _ in range(count)]


def _fill(template: str, stock: Stock, dice: random.Random) -> Example:
    text, spans, at = "", [], 0
    unlisted: set[str] = set()
    for match in _SLOT.finditer(template):
        text += template[at : match.start()]
        at = match.end()
        words, label = _words(match.group(1), stock, dice)
        if label == "PER":
            words = [_hasty(word, dice) for word in words]
        if dice.random() < _UNLISTED_SHARE:
            unlisted.update(fold(word) for word in words)
        surface = " ".join(words)
        if match.group(2):
            surface += "'" if surface.endswith(("s", "x", "z")) else "s"
            if dice.random() < _UNLISTED_SHARE:
                unlisted.add(fold(surface.split(" ")[-1]))
        spans.append((len(text), len(text) + len(surface), label))
        text += surface
    text += template[at:]
    return _written(text, spans, frozenset(unlisted), dice)


def _words(slot: str, stock: Stock, dice: random.Random) -> tuple[list[str], str]:
    if slot == "o":
        return dice.choice(stock.places).split(" "), "LOC"
    if slot == "e":
        return dice.choice(stock.houses).split(" "), "ORG"
    origin = dice.choice(sorted(stock.forenames))
    words: list[str] = []
    if stock.words and dice.random() < _NOUN_SHARE:
        return [dice.choice(stock.words)], "PER"
    if slot in {"v", "vn"}:
        words += dice.choice(stock.forenames[origin]).split(" ")
    if slot in {"n", "vn"}:
        words += dice.choice(stock.surnames.get(origin) or stock.forenames[origin]).split(" ")
    return words, "PER"


def _hasty(word: str, dice: random.Random) -> str:
    """A name as a hasty writer spells it: small, loud, with a slip, without its marks."""
    luck = dice.random()
    if luck < _SMALL:
        return word.lower()
    if luck < _SMALL + _LOUD:
        return word.upper()
    if luck < _SMALL + _LOUD + _SLIP and len(word) > 3:  # noqa: PLR2004 - short names bear no slip
        at = dice.randrange(1, len(word) - 1)
        return dice.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + word[at] + word[at:],
            )
        )
    if luck < _SMALL + _LOUD + _SLIP + _PLAIN:
        return fold(word).capitalize()
    return word


def _written(text: str, spans: list[tuple[int, int, str]], unlisted: frozenset[str], dice: random.Random) -> Example:
    """Sometimes all small, sometimes without the final point."""
    if dice.random() < _SMALL:
        text = text.lower()
    if dice.random() < _PLAIN:
        text = text.rstrip(".")
    return example(text, spans, unlisted)
