"""Ways in which a known name turns up in a hasty note; each takes a name and dice and gives the written form."""

# ruff: noqa: E501 - tables read better on one line

import random
import unicodedata
from collections.abc import Callable, Iterator

_LATIN_TO_CYRILLIC = dict(zip("aeopcxyABEKMHOPCTX", "аеорсхуАВЕКМНОРСТХ", strict=True))
_NEIGHBOURS = {
    "a": "s",
    "e": "r",
    "i": "u",
    "o": "p",
    "n": "m",
    "t": "z",
    "r": "t",
    "s": "d",
    "l": "k",
    "m": "n",
    "d": "f",
}

Mutation = Callable[[str, random.Random], str]


def genitive(name: str, dice: random.Random) -> str:  # noqa: ARG001 - one signature for all
    return name + ("'" if name[-1] in "sxzß" else "s")


def apostrophe(name: str, dice: random.Random) -> str:
    return f"{name}{dice.choice(chr(39) + '’`')}s"


def dative(name: str, dice: random.Random) -> str:
    return name + dice.choice(("n", "en"))


def adjective(name: str, dice: random.Random) -> str:
    return name + dice.choice(("sche", "schen", "scher"))


def diminutive(name: str, dice: random.Random) -> str:  # noqa: ARG001 - one signature for all
    return f"{name}chen"


def compound(name: str, dice: random.Random) -> str:
    return f"{name}-{dice.choice(('Fall', 'Akte', 'Brüder', 'Kinder'))}"


def capitals(name: str, dice: random.Random) -> str:  # noqa: ARG001 - one signature for all
    return name.upper()


def small(name: str, dice: random.Random) -> str:  # noqa: ARG001 - one signature for all
    return name.lower()


def zero_width(name: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(name))
    return name[:at] + dice.choice("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u202a") + name[at:]


def decomposed(name: str, dice: random.Random) -> str:  # noqa: ARG001 - one signature for all
    return unicodedata.normalize("NFD", name)


def unmarked(name: str, dice: random.Random) -> str:  # noqa: ARG001 - one signature for all
    return "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))


def look_alike(name: str, dice: random.Random) -> str:
    places = [at for at, char in enumerate(name) if char in _LATIN_TO_CYRILLIC]
    if not places or len(places) == len(name):
        return name
    at = dice.choice(places)
    return name[:at] + _LATIN_TO_CYRILLIC[name[at]] + name[at + 1 :]


def spaced(name: str, dice: random.Random) -> str:  # noqa: ARG001 - one signature for all
    return " ".join(name) if len(name) > 2 else name


def broken(name: str, dice: random.Random) -> str:
    if len(name) < 4:
        return name
    at = dice.randrange(2, len(name) - 1)
    return f"{name[:at]}-\n{name[at:]}"


def wide(name: str, dice: random.Random) -> str:  # noqa: ARG001 - one signature for all
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in name)


EXACT: dict[str, Mutation] = {
    function.__name__: function
    for function in (
        genitive, apostrophe, dative, adjective, diminutive, compound, capitals, small, zero_width, decomposed,
        unmarked, look_alike, spaced, broken, wide,
    )
}  # fmt: skip


def typo(name: str, dice: random.Random) -> str:
    """One slip: a letter left out, doubled, swapped with the next, or its neighbour on the keyboard."""
    at = dice.randrange(1, len(name) - 1)
    kind = dice.randrange(4)
    if kind == 0:
        return name[:at] + name[at + 1 :]
    if kind == 1:
        return name[:at] + name[at] + name[at:]
    if kind == 2:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + _NEIGHBOURS.get(name[at].lower(), "e") + name[at + 1 :]


_SPELLINGS = (
    ("ou", "u"), ("u", "ou"), ("ee", "i"), ("kh", "ch"), ("sh", "sch"), ("y", "j"), ("j", "dsch"), ("z", "s"), ("q", "k"), ("w", "v"), ("v", "w"),
    ("ph", "f"), ("ai", "ei"), ("ay", "ai"), ("mm", "m"), ("ss", "s"), ("c", "k"), ("ts", "z"), ("gh", "g"), ("iy", "ij"), ("ei", "ai"), ("ii", "i"),
)  # fmt: skip


def transliterations(name: str) -> Iterator[str]:
    """Other spellings of a name, one rule applied each time."""
    low = name.lower()
    for old, new in _SPELLINGS:
        if old in low:
            other = low.replace(old, new)
            if other != low:
                yield other.capitalize()
