"""How likely a name the model must think a word before it is flagged: by what lists and neighbours say of it."""

import re
from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from reflect.anonymize.cues import ADDRESSES, TITLES, kin, stop
from reflect.anonymize.lists import Lists
from reflect.anonymize.tokens import Token, fold

CERTAIN = 0.9
LEAST_UNKNOWN, LEAST_COMMON, LEAST_INITIAL, LEAST_PARTICLE = 0.02, 0.05, 0.5, 0.05
_LEAST_NAMED, _LEAST_GERMAN, _LEAST_FIRST = 0.003, 0.005, 0.3
_LEAST_SMALL, _LEAST_ABBREVIATED, _LEAST_NOUN, _LEAST_AFTER_ARTICLE = 0.018, 0.2, 0.3, 0.8
_NEVER = 2.0
_ABBREVIATION, _LONG, _COMPOUND, _NOUN, _CLIPPED_NOUN = 5, 7, 12, 10, 6
_SHORT = 3
BEFORE_NOUN = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "kein",
        "keine",
        "keinen",
        "als",
        "unser",
        "unsere",
        "unserem",
        "unseren",
        "ihr",
        "ihre",
        "sein",
        "seine",
        "seinen",
        "mein",
        "meine",
        "im",
        "am",
        "beim",
        "zum",
        "zur",
        "vom",
    ]
)
BEFORE_PLACE = frozenset(
    ["in", "nach", "aus", "von", "bei", "richtung", "ueber", "bis", "stadt", "gemeinde", "landkreis", "kreis"]
)
ROMAN = re.compile(r"[IVX]+")
_VOWEL = re.compile(r"[aeiouyäöü]")


def least(tokens: Sequence[Token], at: int, word: str, lists: Lists) -> float:
    """The probability from which a word is flagged.

    Args:
        tokens: Of the whole text.
        at: Which of them.
        word: Its text, folded.
        lists: The shipped lists.

    Returns:
        0 for always, above 1 for never.
    """
    token = tokens[at]
    spelt_otherwise = len(word) >= _LONG or (token.text.isupper() and len(word) > _SHORT)
    if token.text in lists.trade or (spelt_otherwise and word in lists.trade_folded):
        return CERTAIN if len(word) <= _SHORT and lists.is_forename(word) else _NEVER
    if token.text.isupper() and ROMAN.fullmatch(token.text):
        return _NEVER
    if lists.is_place(word) and word not in lists.words and token.text[0].isupper():
        return 0.0
    return _of_german(tokens, at, word, lists) if lists.is_german(word) else _of_foreign(tokens, at, word, lists)


def _of_german(tokens: Sequence[Token], at: int, word: str, lists: Lists) -> float:
    """The same for a word that is German; its neighbours decide."""
    token = tokens[at]
    if token.text.islower() and _is_titled(tokens, at) and word not in stop():
        shortened = tokens[at - 1].text in {".", "herrn"}
        return 0.0 if shortened and word in lists.surnames else LEAST_UNKNOWN
    if word in kin() or word in TITLES:
        return _least_kin(tokens, at, lists)
    if at and _is_owner(tokens[at - 1], lists):
        return CERTAIN
    if at and fold(tokens[at - 1].text) in BEFORE_NOUN:
        least_noun = _LEAST_AFTER_ARTICLE if word in lists.common else _LEAST_NOUN
        return max(least_noun, _by_itself(token, word, lists, follows_forename=False))
    after = at and fold(tokens[at - 1].text) in BEFORE_PLACE and lists.is_place(word) and word not in lists.common
    if after and token.text[0].isupper():
        return 0.0
    return _by_itself(token, word, lists, follows_forename=at > 0 and _is_plain_forename(tokens[at - 1], lists))


def _least_kin(tokens: Sequence[Token], at: int, lists: Lists) -> float:
    """The same for kin words and titles, some of which are surnames (Karl Richter, Frau Mann, sagt Freund)."""
    token = tokens[at]
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if token.first or not token.text[0].isupper() or fold(tokens[at - 1].text) in BEFORE_NOUN:
        return _NEVER
    if following[:1].isupper() and not lists.is_german(fold(following)):
        return _NEVER
    return LEAST_UNKNOWN if _is_plain_forename(tokens[at - 1], lists) else _LEAST_ABBREVIATED


def _by_itself(token: Token, word: str, lists: Lists, *, follows_forename: bool) -> float:  # noqa: PLR0911 - a decision list, from sure to vague
    """The same for words that are German, too: names among them need less, common words and sentence openers more."""
    common = word in lists.common
    if follows_forename and not token.first and token.text[0].isupper():
        return LEAST_UNKNOWN / 3 if common else LEAST_UNKNOWN / 4
    if len(word) >= _COMPOUND and word not in lists.words and not lists.is_name(word):
        return CERTAIN
    if "-" in word and token.text.partition("-")[0].isupper() and word.rpartition("-")[2] in lists.common:
        return CERTAIN
    if not token.text[0].isupper():
        return _NEVER if common else _LEAST_FIRST
    if lists.is_name(word):
        return LEAST_COMMON if token.first and common else _LEAST_SMALL if common else _LEAST_NAMED
    if common:
        return _LEAST_FIRST if token.first else LEAST_COMMON
    if lists.is_place(word) and not token.first:
        return _LEAST_NAMED / 3
    if len(word) >= _NOUN:
        return _LEAST_FIRST if token.first or len(word) >= _COMPOUND else LEAST_COMMON
    return _LEAST_SMALL if token.first else _LEAST_GERMAN


def _is_owner(token: Token, lists: Lists) -> bool:
    """Whether a word is a name in the genitive (Tesfays, Yonas'): a noun after it is what belongs to the person."""
    word = fold(token.text)
    base = word.removesuffix("'") if word.endswith("'") else word.removesuffix("s")
    itself = word in lists.female or word in lists.male or word in lists.forenames
    return base != word and not itself and lists.is_forename(base) and not lists.is_german(word)


def _is_titled(tokens: Sequence[Token], at: int) -> bool:
    """Whether a form of address stands right before a word, and is not a noun with an article itself."""
    before = at - 1
    if before > 0 and tokens[before].text == ".":
        before -= 1
    if before < 0 or fold(tokens[before].text) not in ADDRESSES:
        return False
    return before == 0 or tokens[before].first or fold(tokens[before - 1].text) not in BEFORE_NOUN


def _is_plain_forename(token: Token, lists: Lists) -> bool:
    """Whether a word is a forename and nothing else, so that a capital word after it is a surname."""
    word = fold(token.text)
    listed = word in lists.female or word in lists.male or word in lists.forenames
    return token.text[0].isupper() and listed and word not in lists.common


def _of_foreign(tokens: Sequence[Token], at: int, word: str, lists: Lists) -> float:  # noqa: PLR0911 - a decision list, from sure to vague
    """The same for a word no list of German words knows."""
    token = tokens[at]
    named = word in lists.origins or lists.is_forename(word)
    if named:
        return 0.0 if len(word) > _SHORT or token.text[0].isupper() else _LEAST_SMALL
    if lists.is_place(word):
        return 0.0 if token.text[0].isupper() else _LEAST_SMALL
    if len(word) == 1:
        never = token.text.islower() or (at and tokens[at - 1].text.isdigit())
        return _NEVER if never else LEAST_INITIAL
    if len(word) < _SHORT or not _VOWEL.search(token.text.lower()):
        return LEAST_COMMON
    if len(word) <= _ABBREVIATION and _is_abbreviation(tokens, at):
        return _LEAST_ABBREVIATED
    if _is_clipped(tokens, at, word, lists):
        return LEAST_INITIAL
    if _is_slip(word, lists):
        return (0.0 if len(word) < _LONG else _LEAST_SMALL) if token.text[0].isupper() else LEAST_COMMON
    return 0.0


def _is_abbreviation(tokens: Sequence[Token], at: int) -> bool:
    """Whether a short word is written like one: capitals among small letters, or a point that ends no sentence."""
    token = tokens[at]
    beside = [t for t in tokens[max(0, at - 2) : at + 3] if t is not token and t.is_word and len(t.text) > _SHORT]
    if token.text.isupper():
        return not any(t.text.isupper() for t in beside)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    pointed = following is not None and following.text == "." and following.start == token.end
    return pointed and at + 2 < len(tokens) and not tokens[at + 2].first


def _is_clipped(tokens: Sequence[Token], at: int, word: str, lists: Lists) -> bool:
    """Whether a point right after a word shortens a common one (eigentl., Ansprechp., Kundennr.)."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.text != "." or following.start != tokens[at].end:
        return False
    if word.endswith("nr"):
        return True
    least = _CLIPPED_NOUN if tokens[at].text[0].isupper() else _ABBREVIATION - 1
    return len(word) >= least and lists.begins_common(word)


def _is_slip(word: str, lists: Lists) -> bool:
    """Whether a word is a common German word with one slip of the keyboard (two in long words)."""
    least, long = 5, 10
    if len(word) < least:
        return False
    near = [other for n in (-1, 0, 1) for other in lists.by_length(word[0], len(word) + n)]
    return process.extractOne(word, near, scorer=OSA.distance, score_cutoff=2 if len(word) >= long else 1) is not None
