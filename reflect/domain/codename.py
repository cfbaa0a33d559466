"""Code names: neutral words for people, so that nobody has to write a name.

Trees and shrubs with long German names: no place, no forename, no surname and no everyday word of the detector's lists,
and no initials (a test compares them). The same in every language, so that an entry reads alike. A page that leaves
never shows them: each page gives its own letters, so that two pages cannot be laid beside each other.
"""

from collections.abc import Collection, Iterator
from itertools import count

CODE_NAMES = (
    "Silberpappel",
    "Edeltanne",
    "Rotdorn",
    "Bergkiefer",
    "Salweide",
    "Tulpenbaum",
    "Schwarzdorn",
    "Sandbirke",
    "Mehlbeere",
    "Trompetenbaum",
    "Silberlinde",
    "Korbweide",
    "Blaufichte",
    "Zitterpappel",
    "Roteiche",
    "Amberbaum",
    "Bergulme",
    "Hopfenbuche",
    "Felsenkirsche",
    "Zirbelkiefer",
)
"""In the order in which they are proposed."""


def free(taken: Collection[str]) -> Iterator[str]:
    """Code names nobody has yet, in order; after the last one they are numbered.

    Args:
        taken: Those in use, in any spelling.
    """
    used = {code.strip().casefold() for code in taken}
    for name in CODE_NAMES:
        if name.casefold() not in used:
            yield name
    for number in count(2):
        for name in CODE_NAMES:
            if f"{name} {number}".casefold() not in used:
                yield f"{name} {number}"


def named(people: list[dict[str, str]]) -> list[dict[str, str]]:
    """The same people, those with a role alone under the next free code names; whoever has neither is dropped.

    Args:
        people: `code` and `role` each.
    """
    said = [one for one in people if one["code"].strip() or one["role"].strip()]
    fresh = free([one["code"] for one in said])
    return [one if one["code"].strip() else {"code": next(fresh), "role": one["role"]} for one in said]


def is_code_name(code: str) -> bool:
    """Whether a word is one of ours, numbered or not."""
    name, _, number = code.strip().partition(" ")
    return name in CODE_NAMES and (not number or number.isdecimal())
