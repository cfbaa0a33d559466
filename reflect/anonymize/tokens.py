"""Words of a normalised text, with their places."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*'?|\d+(?:[.,]\d+)*|[^\w\s]|_")
_ABBREVIATIONS = frozenset(
    [
        "fr",
        "hr",
        "hrn",
        "frl",
        "fam",
        "dr",
        "prof",
        "st",
        "str",
        "nr",
        "az",
        "abs",
        "art",
        "bzgl",
        "bzw",
        "ggf",
        "ca",
        "evtl",
        "tel",
        "vgl",
        "inkl",
        "zzgl",
        "geb",
        "gest",
        "gen",
        "gem",
        "lt",
        "usw",
        "kl",
        "koll",
        "jan",
        "feb",
        "mrz",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "okt",
        "nov",
        "dez",
        "mo",
        "di",
        "mi",
        "do",
        "sa",
        "so",
        "std",
        "min",
        "max",
        "bspw",
        "ehem",
        "dipl",
        "ing",
        "päd",
        "soz",
    ]
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign.

    Attributes:
        start: First code point.
        end: Code point after the last.
        text: As it stands in the normalised text.
        first: Whether it opens a sentence or a line.
    """

    start: int
    end: int
    text: str
    first: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()


def tokenise(text: str) -> list[Token]:
    """Cut a normalised text into words (hyphenated words stay whole), numbers and signs."""
    tokens: list[Token] = []
    opens = True
    last = 0
    for match in _TOKEN.finditer(text):
        if "\n" in text[last : match.start()]:
            opens = True
        word = match.group()
        tokens.append(Token(match.start(), match.end(), word, opens))
        last = match.end()
        if word[0].isalnum():
            opens = False
        elif word in "!?:•*" or (word == "." and not _abbreviated(tokens)):
            opens = True
    return tokens


def _abbreviated(tokens: list[Token]) -> bool:
    """Whether the point after the last word belongs to it (Fr. Dr. 12. M.)."""
    if len(tokens) < 2:  # noqa: PLR2004 - the point itself is the last one
        return False
    before = tokens[-2]
    if before.end != tokens[-1].start:
        return False
    return len(before.text) == 1 or before.text.isdigit() or before.text.casefold() in _ABBREVIATIONS


@lru_cache(maxsize=1)
def _marks_table() -> dict[int, None]:
    """Combining marks to be deleted."""
    return dict.fromkeys(range(768, 880))


def fold(word: str) -> str:
    """One spelling for a word: lower case, umlauts spelt out, no marks, no apostrophes."""
    folded = word.casefold()
    if not folded.isascii():
        folded = folded.translate(_UMLAUTS)
        if not folded.isascii():
            folded = unicodedata.normalize("NFD", folded).translate(_marks_table())
            folded = folded.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("æ", "ae")
    return folded.replace("'", "")


def bare(word: str) -> str:
    """Like `fold`, but umlauts lose their dots instead of being spelt out (Gül -> gul)."""
    folded = unicodedata.normalize("NFD", word.casefold()).translate(_marks_table())
    return folded.replace("ß", "ss").replace("ı", "i").replace("'", "")
