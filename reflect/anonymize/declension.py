"""Cases of the words that stand for people: `mit dem Bruder`, `des Klienten`, `zur Schwester`."""

import re
from typing import Literal

Case = Literal["dative", "accusative", "genitive"]

_FEMININE = re.compile(r"(?:in|schwester|mutter|tochter|frau|oma|tante|nichte|cousine|person|patin|mama|familie)$")
_NEUTER = re.compile(r"(?:kind|mädchen|baby)$")
_PLURAL = re.compile(r"(?:eltern|kinder|geschwister|söhne|töchter|brüder|schwestern|leute)$")
_WEAK = re.compile(r"(?:ient|ant|ent|ist|eut|kollege|neffe|junge|pate|zeuge|kunde|nachbar|herr|mensch)$")
_ADJECTIVAL = re.compile(r"(?:licher|wandter|kannter|lobter|höriger)$")
_PREPOSITIONS: dict[str, Case] = {
    **dict.fromkeys(("mit", "bei", "nach", "von", "zu", "aus", "seit", "neben", "vor", "hinter"), "dative"),
    **dict.fromkeys(("für", "gegen", "ohne", "durch", "um", "über", "an", "auf"), "accusative"),
    **dict.fromkeys(("wegen", "trotz", "während", "statt", "anstatt"), "genitive"),
}  # fmt: skip
_ARTICLES: dict[Case, tuple[str, str, str, str]] = {
    "dative": ("dem", "der", "dem", "den"),
    "accusative": ("den", "die", "das", "die"),
    "genitive": ("des", "der", "des", "der"),
}
_SHORT = {"zu dem": "zum", "zu der": "zur", "von dem": "vom", "bei dem": "beim"}
_PREPOSITION = re.compile(rf"\b({'|'.join(_PREPOSITIONS)})[^\S\n]+$", re.IGNORECASE)
_OWNED = r"mein|dein|sein|ihr|unser|eur|ein|kein|dies|jed|jen"
_ARTICLE = re.compile(
    rf"\b(?:(?P<dative>dem|zum|vom|beim|(?:{_OWNED})em)|(?P<accusative>den|(?:{_OWNED})en)|(?P<genitive>des|(?:{_OWNED})es)"
    rf"|(?P<nominative>der|die|das))(?:\s+[a-zäöüß]+)?[^\S\n]+$",
    re.IGNORECASE,
)


def declined(noun: str, case: Case) -> str:
    """A noun of the singular in a case; feminine ones and plurals stay.

    Args:
        noun: In the nominative, such as `Bruder` or `Klient`.
        case: The wanted case.
    """
    folded = noun.casefold()
    if _gender(folded) in {1, 3}:
        return noun
    if _ADJECTIVAL.search(folded):
        return noun[:-1] + "n"
    if _WEAK.search(folded):
        return noun + ("n" if folded.endswith(("e", "r")) else "en")
    if case != "genitive" or folded.endswith("s"):
        return noun
    return noun + ("es" if folded.endswith(("sohn", "mann", "freund", "kind", "wirt")) else "s")


def after_article(before: str, noun: str) -> str:
    """The noun as an article or a possessive before it wants it: `dem` and `Klient` make `Klienten`.

    Args:
        before: The text before the noun.
        noun: In the nominative.
    """
    found = _ARTICLE.search(before)
    if found is None or found.lastgroup is None:
        return noun
    if found.lastgroup == "nominative":
        return noun[:-1] if _ADJECTIVAL.search(noun.casefold()) else noun
    case: Case = "dative" if found["dative"] else "accusative" if found["accusative"] else "genitive"
    return declined(noun, case)


def after_preposition(before: str, noun: str) -> tuple[str, str]:
    """Text and noun with the article that a preposition before the noun wants: `zu` and `Bruder` make `zum Bruder`.

    Args:
        before: The text before the noun.
        noun: In the nominative.
    """
    found = _PREPOSITION.search(before)
    if found is None:
        return before, noun
    case = _PREPOSITIONS[found[1].casefold()]
    article = _ARTICLES[case][_gender(noun.casefold())]
    short = _SHORT.get(f"{found[1].casefold()} {article}")
    if short is None:
        return f"{before}{article} ", declined(noun, case)
    return before[: found.start()] + _like(found[1], short) + " ", declined(noun, case)


def genitive_phrase(noun: str) -> str:
    """Article and noun in the genitive: `des Bruders`, `der Schwester`."""
    return f"{_ARTICLES['genitive'][_gender(noun.casefold())]} {declined(noun, 'genitive')}"


def _gender(folded: str) -> int:
    """0 masculine, 1 feminine, 2 neuter, 3 plural: the place in a row of articles."""
    if _PLURAL.search(folded):
        return 3
    if _FEMININE.search(folded):
        return 1
    return 2 if _NEUTER.search(folded) else 0


def _like(model: str, word: str) -> str:
    """A word with a capital where the model has one."""
    return word.capitalize() if model[:1].isupper() else word
