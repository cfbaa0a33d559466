"""Sentences for training: our own templates filled with names of all origins, as hasty writers spell them."""

import random
import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reflect.anonymize.corpus import Example, example
from reflect.anonymize.tokens import fold

_SLOT = re.compile(r"\{(vn|v|n|i|p|w|o|e)\}(s?)")
_PARTICLES = ("von", "van", "de", "zu", "bin", "ben", "al", "el")
_UNLISTED_SHARE = 0.45
_NOUN_SHARE = 0.07
_SMALL, _LOUD, _SLIP, _PLAIN = 0.08, 0.04, 0.08, 0.12
_SHOUTED = 0.03


@dataclass(frozen=True, slots=True)
class Stock:
    """What the slots are filled with.

    Attributes:
        forenames: By origin.
        surnames: By origin.
        places: Towns and countries.
        houses: Named houses and offices.
        nouns: Everyday nouns that are surnames, too, for sentences where they are none.
        words: German nouns; a few stand as names, so that the model learns to trust the neighbours, too.
    """

    forenames: Mapping[str, Sequence[str]]
    surnames: Mapping[str, Sequence[str]]
    places: Sequence[str]
    houses: Sequence[str]
    words: Sequence[str] = ()
    nouns: Sequence[str] = ()


def compose(templates: Sequence[str], stock: Stock, count: int, dice: random.Random) -> list[Example]:
    """Fill templates.

    Args:
        templates: With slots `{v}`, `{n}`, `{vn}`, `{i}`, `{p}`, `{w}`, `{o}`, `{e}`.
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
        if label == "PER" and match.group(1) not in {"i", "p"}:
            words = [_hasty(word, dice) for word in words]
        if dice.random() < _UNLISTED_SHARE and label != "O":
            unlisted.update(fold(word) for word in words)
        surface = " ".join(words)
        if match.group(2):
            surface += "'" if surface.endswith(("s", "x", "z")) else "s"
            if dice.random() < _UNLISTED_SHARE:
                unlisted.add(fold(surface.split(" ")[-1]))
        if label != "O":
            spans.append((len(text), len(text) + len(surface), label))
        text += surface
    text += template[at:]
    return _written(text, spans, frozenset(unlisted), dice)


def _words(slot: str, stock: Stock, dice: random.Random) -> tuple[list[str], str]:  # noqa: PLR0911 - a slot, a line
    if slot == "o":
        return dice.choice(stock.places).split(" "), "LOC"
    if slot == "e":
        return dice.choice(stock.houses).split(" "), "ORG"
    if slot == "w":
        return [dice.choice(stock.nouns or ("Tisch",))], "O"
    if slot == "p":
        return [dice.choice(_PARTICLES)], "PER"
    if slot == "i":
        return [f"{dice.choice(string.ascii_uppercase)}."], "PER"
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


def renamed(one: Example, stock: Stock, dice: random.Random) -> Example:
    """The same sentence about other people: each word of a person's name gives way to one of any origin.

    Newspapers speak of few people from elsewhere; so the model learns that the sentence tells, not the name.
    """
    origin = dice.choice(sorted(stock.forenames))
    text, spans, at = "", [], 0
    unlisted: set[str] = set()
    for token, label in zip(one.tokens, one.labels, strict=True):
        text += " " * (token.start - at)
        at = token.end
        word = token.text
        if label == "PER" and token.is_word and word[0].isupper() and len(word) > 2:  # noqa: PLR2004 - no initials
            pool = stock.forenames[origin] if dice.random() < 0.5 else stock.surnames.get(origin)  # noqa: PLR2004 - half
            word = _hasty(dice.choice(pool or stock.forenames[origin]), dice)
            if dice.random() < _UNLISTED_SHARE:
                unlisted.add(fold(word))
        if label != "O":
            spans.append((len(text), len(text) + len(word), label))
        text += word
    return example(text, spans, frozenset(unlisted))


def recased(one: Example, *, loud: bool) -> Example:
    """The same sentence in small letters or in capitals only."""
    text, spans = "", []
    for token, label in zip(one.tokens, one.labels, strict=True):
        word = token.text.upper() if loud else token.text.lower()
        if label != "O":
            spans.append((len(text), len(text) + len(word), label))
        text += f"{word} "
    return example(text, spans, one.unlisted)


def _written(text: str, spans: list[tuple[int, int, str]], unlisted: frozenset[str], dice: random.Random) -> Example:
    """Sometimes all small, sometimes without the final point."""
    luck = dice.random()
    if luck < _SMALL:
        text = text.lower()
    elif luck < _SMALL + _SHOUTED and len(text.upper()) == len(text):
        text = text.upper()
    if dice.random() < _PLAIN:
        text = text.rstrip(".")
    return example(text, spans, unlisted)
