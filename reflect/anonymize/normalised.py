"""A text as the detector reads it, with the way back to the text as it was written.

People paste from letters, chats and PDF files: marks are decomposed, letters are spaced out, words are broken
over lines, and invisible characters stand between letters. The detector works on a cleaned form; every code
point of it remembers which code points of the original it stands for.
"""

import re
import unicodedata
from dataclasses import dataclass

from reflect.anonymize.lookalikes import to_latin

_INVISIBLE = {"\u00ad", "\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u3164", "\uffa0"}
_APOSTROPHES = "’‘ʼʻ`´′＇"
_HYPHENS = "\u2010\u2011\u2212\ufe63\uff0d"
_NO_JOIN = "und|oder|bzw|sowie|noch|als|bis|aber"
_BROKEN = re.compile(rf"(?<=[^\W\d_])-[ \t]*\n[ \t]*(?=[^\W\d_])(?!(?:{_NO_JOIN})\b)")
_SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?:([ _·*-])[^\W\d_])(?:\1[^\W\d_])+(?![^\W_])")

# Signs that stay as they are, in runs that nothing combining or invisible follows.
_PLAIN_SIGNS = "\n -_a-~À-ÖØ-öø-ľŁ-ňŊ-žẠ-ỹ€„“”–—§°«»•"
_PLAIN_RUN = re.compile(rf"(?:[{_PLAIN_SIGNS}](?=[{_PLAIN_SIGNS}]|\Z))+")


@dataclass(frozen=True, slots=True)
class Normalised:
    """The cleaned text and its map.

    Attributes:
        text: What the detector reads.
        starts: For each code point of `text`, the first code point of the original it stands for.
        ends: For each code point of `text`, the original code point after the last one it stands for.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the original.

        Args:
            start: First code point in `text`.
            end: Code point after the last one; greater than `start`.

        Returns:
            The span in code points of the original.
        """
        return self.starts[start], max(self.ends[start:end])


def normalise(text: str) -> Normalised:
    """Clean a text for detection.

    Invisible characters go, marks are composed, compatibility forms become plain letters, look-alikes of other
    scripts inside Latin words become Latin, words broken over lines are joined and spaced letters drawn together.
    """
    chars, starts, ends = _composed(text)
    chars = to_latin(chars)
    joined = _without("".join(chars), starts, ends, _breaks("".join(chars)))
    return _without(joined.text, list(joined.starts), list(joined.ends), _spaces(joined.text))


def _composed(text: str) -> tuple[list[str], list[int], list[int]]:
    """Code points after composition, each with its span in the original."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        if (plain := _PLAIN_RUN.match(text, at)) is not None:
            chars.extend(plain.group())
            starts.extend(range(at, plain.end()))
            ends.extend(range(at + 1, plain.end() + 1))
            at = plain.end()
            continue
        end = at + 1
        while end < len(text) and (unicodedata.category(text[end])[0] == "M" or _invisible(text[end])):
            end += 1
        cluster = "".join(char for char in text[at:end] if not _invisible(char))
        for char in _plain(cluster):
            chars.append(char)
            starts.append(at)
            ends.append(_visible_end(text, at, end))
        at = end
    return chars, starts, ends


def _visible_end(text: str, start: int, end: int) -> int:
    """The end of a cluster without the invisible characters that trail it."""
    while end > start + 1 and _invisible(text[end - 1]):
        end -= 1
    return end


def _invisible(char: str) -> bool:
    if char < "\x7f":
        return char < " " and char not in "\n\t\x0b\x0c\r"
    if char in _INVISIBLE or "\ufe00" <= char <= "\ufe0f":
        return True
    return unicodedata.category(char) == "Cf"


def _plain(cluster: str) -> str:
    """The composed, plain form of one base character with its marks."""
    if cluster in {"\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"}:
        return "\n" if cluster != "\r" else " "
    if len(cluster) == 1:
        if cluster in _APOSTROPHES:
            return "'"
        if cluster in _HYPHENS:
            return "-"
    plain = unicodedata.normalize("NFKC", cluster)
    return " " if len(plain) == 1 and plain != "\n" and plain.isspace() else plain


def _breaks(text: str) -> list[int]:
    """Positions to drop so that words broken over lines become whole."""
    drop: list[int] = []
    for match in _BROKEN.finditer(text):
        first = match.start() if text[match.end()].islower() else match.start() + 1
        drop.extend(range(first, match.end()))
    return drop


def _spaces(text: str) -> list[int]:
    """Positions to drop so that s p a c e d letters become words; a capital inside the run starts a new word."""
    drop: list[int] = []
    for match in _SPACED.finditer(text):
        shouted = match.group().upper() == match.group()
        for at in range(match.start() + 1, match.end(), 2):
            new_word = not shouted and text[at + 1].isupper() and text[at - 1].islower()
            if not new_word:
                drop.append(at)
    return drop


def _without(text: str, starts: list[int], ends: list[int], drop: list[int]) -> Normalised:
    if not drop:
        return Normalised(text, tuple(starts), tuple(ends))
    gone = set(drop)
    left = [at for at in range(len(text)) if at not in gone]
    return Normalised(
        "".join(text[at] for at in left),
        tuple(starts[at] for at in left),
        tuple(ends[at] for at in left),
    )
