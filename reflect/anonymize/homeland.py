"""Where somebody comes from, said more generally: `Eritreerin` becomes `Frau aus Ostafrika`."""

import re

from reflect.anonymize.lists import lines
from reflect.anonymize.tokens import fold

_REGIONS = {
    "Naher Osten": ("der Nahe Osten", "dem Nahen Osten", "den Nahen Osten"),
    "Mittlerer Osten": ("der Mittlere Osten", "dem Mittleren Osten", "den Mittleren Osten"),
    "Kaukasus und Zentralasien": (
        "der Kaukasus und Zentralasien",
        "dem Kaukasus und Zentralasien",
        "den Kaukasus und Zentralasien",
    ),
    "anderes Land": ("ein anderes Land", "einem anderen Land", "ein anderes Land"),
    "anderes europäisches Land": (
        "ein anderes europäisches Land",
        "einem anderen europäischen Land",
        "ein anderes europäisches Land",
    ),
    "andere Sprache": ("eine andere Sprache", "einem anderen Land", "eine andere Sprache"),
    "Minderheit": ("eine Minderheit", "einer Minderheit", "eine Minderheit"),
}
"""Nominative, dative and accusative; a region that is missing stands without an article."""
_LANGUAGES = re.compile(
    r"kurmandschi|kurmanci|sorani|badini|zaza(?:ki)?|farsi|dari|pas[ch]+t[uo]|urdu|pun?jabi|pandschabi|bengali|tigri[ng]+ya"
    r"|tigre|bilen|saho|amhara|oromo|oromiffa|somali|fur|zaghawa|massalit|[ks]i?suaheli|suaheli|romanes|mandinka|wolof"
    r"|ful[ae]\w*|pular|peul|bambara|igbo|yoruba|hausa|edo|twi|krio|tamazight|hocharabisch"
)
_GROUPS = {"roma": "Menschen", "sinti": "Menschen", "rom": "Mann", "sinto": "Mann", "romni": "Frau", "sintezza": "Frau"}
_COUNTRY = re.compile(r"(?:ien|stan|land|a|au|ei|o|us)s?$", re.IGNORECASE)
_DECLINED = re.compile(r"(?:isch|deutsch)e[nrsm]?$", re.IGNORECASE)
_PLAIN = re.compile(r"isch$", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?P<word>aus|von|vom|in|im|ins|nach|über|durch|für|gegen|zu|zum|bei|mit|seit)\s+(?:(?P<article>dem|der|den|das|die)\s+)?$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"\b(?:(?P<plural>die|viele|alle|andere|einige|zwei|drei|vier|fünf|mehrere)"
    r"|(?P<singular>der|den|dem|des|(?:ein|kein|dies|jed|jen|mein|dein|sein|ihr|unser)(?:e[nrms]|e)?))(?:\s+[a-zäöüß]+)?[^\S\n]+$",
    re.IGNORECASE,
)
_BEING = re.compile(r"\b(?:ist|war|bin|bist|sei|wäre|sind|waren)(?:\s+(?:auch|nicht|selbst))?[^\S\n]+$", re.IGNORECASE)
_SPEAKING = re.compile(
    r"\b(?:spr[aeiä]ch\w*|spricht|red\w+|versteht|verstehen|kann|lernt|lernen|liest|schreibt)\s+(?:\w+\s+)?$"
)
_FUSING = {"in dem ": "im ", "von dem ": "vom ", "zu dem ": "zum "}


def widened(before: str, surface: str, region: str, thing: str) -> tuple[str, str, bool]:
    """The text before and the general words for a country, its people, its language or an adjective of it.

    Args:
        before: The text up to the exact word.
        surface: The exact word.
        region: A step of the ladder.
        thing: What the word describes, as it follows: `Familie`; empty when nothing does.

    Returns:
        Text before, words, and whether they say the thing as well.
    """
    _, dative, accusative = _REGIONS.get(region, (region, region, region))
    folded = fold(surface)
    if _DECLINED.search(surface):
        return (before, f"{thing} aus {dative}", True) if thing else (before, "", False)
    if _LANGUAGES.fullmatch(folded) or (_PLAIN.search(surface) and (surface[0].isupper() or _SPEAKING.search(before))):
        return (*_language(before, region, dative), False)
    if _PLAIN.search(surface):
        return before, f"aus {dative}", False
    if _is_country(folded):
        return (*_country(before, region, dative, accusative), False)
    return before, _people(before, folded, dative), False


def _is_country(folded: str) -> bool:
    if folded in _GROUPS:
        return False
    countries = {fold(line) for line in lines("countries.txt")}
    return folded in countries or folded.removesuffix("s") in countries or _COUNTRY.search(folded) is not None


def _language(before: str, region: str, dative: str) -> tuple[str, str]:
    other = region in {"anderes Land", "andere Sprache"}
    if found := re.search(r"\b(auf|in|aus|mit|von)[^\S\n]+$", before, re.IGNORECASE):
        start = before[: found.start()] + ("in " if found[1].casefold() == "auf" else found[0])
        return start, "einer anderen Sprache" if other else f"einer Sprache aus {dative}"
    return before, "eine andere Sprache" if other else f"eine Sprache aus {dative}"


def _country(before: str, region: str, dative: str, accusative: str) -> tuple[str, str]:
    found = _PLACE.search(before)
    if found is None:
        article = re.search(r"\b(?:der|die|das)[^\S\n]+$", before, re.IGNORECASE)
        nominative = _REGIONS.get(region, (region,))[0]
        return before[: article.start()] if article else before, nominative
    word, article_word = found["word"], (found["article"] or "").casefold()
    simple = {"vom": "von", "im": "in", "ins": "in", "zum": "zu"}.get(word.casefold(), word.casefold())
    moving = simple in {"über", "durch", "für", "gegen"} or article_word in {"den", "das", "die"} or word == "ins"
    if simple == "nach":
        simple, moving = ("in", True) if accusative != region else ("nach", True)
    words = f"{simple} {accusative if moving else dative}"
    for long, short in _FUSING.items():
        words = short + words.removeprefix(long) if words.startswith(long) else words
    if word[0].isupper():
        words = words[0].upper() + words[1:]
    head, _, rest = words.partition(" ")
    return before[: found.start()] + head + " ", rest


def _people(before: str, folded: str, dative: str) -> str:
    """`Frau`, `Mann` or `Menschen` from there; after `ist` no noun is needed."""
    found = _ARTICLE.search(before)
    is_many = folded.endswith("innen")
    if found is None and _BEING.search(before) and not is_many and folded not in {"roma", "sinti"}:
        return f"aus {dative}"
    noun = _GROUPS.get(folded) or ("Frauen" if is_many else "Frau" if folded.endswith("in") else "")
    if not noun:
        is_one = found is not None and found["singular"] is not None and not folded.endswith("ern")
        noun = "Menschen" if not is_one else "Mannes" if re.search(r"\b\w*es(?:\s\w+)?[^\S\n]+$", before) else "Mann"
    return f"{noun} aus {dative}"
