"""The shipped lists, read when the first text is searched."""

import lzma
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from reflect.anonymize.tokens import fold

_FOLDER = "data"
_MIN_PART = 4
_SHORT_PART = 5
_ENDINGS = ("ern", "en", "er", "es", "em", "nen", "e", "n", "s", "innen", "in", "chen", "lein", "t", "st", "te", "ten")
# Beginnings of verbs, and endings that make nouns of them; what is left is a common word of five letters or more.
_BEGINNINGS = (
    "ab", "an", "auf", "aus", "be", "bei", "da", "durch", "ein", "ent", "er", "fort", "ge", "her", "heran", "heraus",
    "herein", "herum", "hin", "hinaus", "hinein", "hinter", "los", "mit", "nach", "neben", "ob", "statt", "teil", "um",
    "un", "unter", "ver", "vor", "voraus", "vorbei", "weg", "weiter", "wieder", "zer", "zu", "zurueck", "zusammen",
    "ueber",
)  # fmt: skip
_DERIVED = (
    "ungen", "ung", "bar", "bare", "baren", "lich", "liche", "lichen", "los", "lose", "losen", "haft", "keit",
    "keiten", "heit", "heiten", "ig", "ige", "igen", "schaft", "schaften",
)  # fmt: skip
_MIN_STEM = 5
_LINKS = ("s", "n", "en", "es", "er", "e", "ens", "-", "")


@dataclass(frozen=True, slots=True)
class Lists:
    """Words by what they are; every set holds folded forms.

    Attributes:
        words: German forms, the allow-list.
        common: The frequent ones among them.
        female: Forenames of women, from everywhere.
        male: Forenames of men, from everywhere.
        forenames: Forenames of which the gender is not known.
        surnames: Surnames, from everywhere.
        places: Towns, districts, regions.
        origins: Forenames and surnames of the hand-written lists and of the international ones; no German surnames.
        trade: Words of the trade as they are written, not folded.
        trade_folded: The same, folded.
        clusters: Word class of frequent forms, not folded; features of the model.
    """

    words: frozenset[str]
    common: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    forenames: frozenset[str]
    surnames: frozenset[str]
    places: frozenset[str]
    origins: frozenset[str]
    clusters: Mapping[str, int]
    trade: frozenset[str]
    trade_folded: frozenset[str]

    def is_name(self, folded: str) -> bool:
        """Whether a folded word is a forename or a surname of some list, endings allowed."""
        return self._among(folded, self.female, self.male, self.forenames, self.surnames)

    def is_forename(self, folded: str) -> bool:
        """Whether a folded word is a forename of some list, endings allowed."""
        return self._among(folded, self.female, self.male, self.forenames)

    def is_place(self, folded: str) -> bool:
        """Whether a folded word is a town, district or region of some list, endings allowed."""
        if self._among(folded, self.places):
            return True
        return "-" in folded and any(part in self.places and part not in self.words for part in folded.split("-"))

    def by_length(self, first: str, length: int) -> Sequence[str]:
        """The common words with a first letter and a length."""
        return _common_by_length().get((first, length), ())

    def begins_common(self, folded: str) -> bool:
        """Whether some common word goes on after a folded beginning."""
        ordered = _ordered_common()
        at = bisect_left(ordered, folded)
        return at < len(ordered) and ordered[at].startswith(folded)

    def gender(self, folded: str) -> str:
        """`f` or `m` when the forename belongs to one gender only."""
        female, male = self._among(folded, self.female), self._among(folded, self.male)
        return "" if female == male else "f" if female else "m"

    @staticmethod
    def _among(folded: str, *sets: frozenset[str]) -> bool:
        forms = (folded, folded[:-1]) if folded.endswith("s") and len(folded) > _MIN_PART else (folded,)
        return any(form in names for form in forms for names in sets)

    def is_german(self, folded: str) -> bool:
        """Whether a folded form is a German word, an inflection of one, or a compound of German words."""
        return _is_german(folded)

    def is_simple(self, folded: str) -> bool:
        """Whether a folded form, or its base, stands in the allow-list itself."""
        return folded in self.words or _base_in(folded, self.words)


def read(name: str) -> str:
    """The text of a shipped data file; `.xz` files are unpacked."""
    content = files(__package__).joinpath(_FOLDER, name).read_bytes()
    return (lzma.decompress(content) if name.endswith(".xz") else content).decode("utf-8")


def lines(name: str) -> list[str]:
    """The lines of a shipped list without comments and empty lines."""
    return [line.strip() for line in read(name).splitlines() if line.strip() and not line.startswith("#")]


@lru_cache(maxsize=1)
def shipped() -> Lists:
    """All lists; read once."""
    words: set[str] = set()
    common: set[str] = set()
    for line in read("words.txt.xz").splitlines():
        if line.startswith("+"):
            common.add(fold(line[1:]))
        else:
            words.add(fold(line))
    trade = [part for line in lines("trade.txt") for part in re.split(r"[\s/]+", line)]
    words.update(fold(part) for part in trade)
    words |= common
    groups = _names()
    places = frozenset(fold(line) for line in read("places.txt.xz").splitlines())
    return Lists(
        words=frozenset(words),
        common=frozenset(common),
        female=groups["f"],
        male=groups["m"],
        forenames=groups["v"],
        surnames=groups["s"] | groups["g"],
        places=places,
        origins=groups["f"] | groups["m"] | groups["s"],
        clusters=_clusters(),
        trade=frozenset(trade),
        trade_folded=frozenset(fold(part) for part in trade),
    )


def _names() -> dict[str, frozenset[str]]:
    """Forenames of women (f), men (m), either (v), surnames (s), those in use in Germany (g); a name a line."""
    groups: dict[str, set[str]] = {"f": set(), "m": set(), "v": set(), "s": set(), "g": set()}
    for line in read("names.txt.xz").splitlines():
        group, _, name = line.partition(" ")
        groups[group].add(name)
    return {group: frozenset(names) for group, names in groups.items()}


@lru_cache(maxsize=1)
def _ordered_common() -> list[str]:
    return sorted(shipped().common)


@lru_cache(maxsize=1)
def _common_by_length() -> dict[tuple[str, int], list[str]]:
    found: dict[tuple[str, int], list[str]] = {}
    for word in shipped().common:
        found.setdefault((word[0], len(word)), []).append(word)
    return found


def _clusters() -> dict[str, int]:
    """Word classes: a line for each class, its number first."""
    found: dict[str, int] = {}
    for line in read("clusters.txt.xz").splitlines():
        number, *forms = line.split(" ")
        found.update(dict.fromkeys(forms, int(number)))
    return found


def _base_in(folded: str, words: frozenset[str]) -> bool:
    """Whether the form without a German ending is a known word."""
    return any(folded.endswith(ending) and _is_part(folded[: -len(ending)], words) for ending in _ENDINGS)


def _is_part(part: str, words: frozenset[str]) -> bool:
    """Whether a word may be a part of a longer one: short ones only when they are common."""
    if len(part) < _MIN_PART:
        return False
    return part in (shipped().common if len(part) <= _SHORT_PART else words)


@lru_cache(maxsize=20_000)
def _is_german(folded: str) -> bool:
    """Known, inflected or compound; the cache holds words of the last texts only in memory."""
    words = shipped().words
    if folded in words or _base_in(folded, words):
        return True
    if "-" in folded:
        return all(len(part) == 1 or not part or _is_german(part) for part in folded.split("-"))
    return _is_derived(folded) or _is_compound(folded, words)


def _is_derived(folded: str) -> bool:
    """Whether a form is a common word with a verb's beginning, or a noun made of a common verb (Nachreichung)."""
    lists = shipped()
    if lists.is_name(folded):
        return False
    common = lists.common
    rests = [folded.removeprefix(begin) for begin in _BEGINNINGS if folded.startswith(begin)]
    for rest in rests:
        if len(rest) >= _MIN_STEM and (rest in common or _made_of_verb(rest, common)):
            return True
    return _made_of_verb(folded, common)


def _made_of_verb(folded: str, common: frozenset[str]) -> bool:
    """Whether a form is a common verb's stem with an ending that makes a noun or an adjective of it."""
    stems = (folded.removesuffix(ending) for ending in _DERIVED if folded.endswith(ending))
    return any(len(stem) >= _MIN_PART and f"{stem}en" in common for stem in stems)


def _is_compound(folded: str, words: frozenset[str], depth: int = 2) -> bool:
    """Whether a form splits into known words of four letters or more with the usual links."""
    for cut in range(len(folded) - _MIN_PART, _MIN_PART - 1, -1):
        head, tail = folded[:cut], folded[cut:]
        if not _is_head(head, words):
            continue
        if _is_part(tail, words) or _base_in(tail, words) or (depth > 1 and _is_compound(tail, words, depth - 1)):
            return True
    return False


def _is_head(head: str, words: frozenset[str]) -> bool:
    """Whether a first part is a known word, with or without a linking sound."""
    return any(head.endswith(link) and _is_part(head.removesuffix(link), words) for link in _LINKS)


def forget() -> None:
    """Let go of the words that were looked up."""
    _is_german.cache_clear()
