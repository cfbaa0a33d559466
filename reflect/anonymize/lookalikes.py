"""Letters of other scripts that look Latin, and words that mix scripts."""

import re
import unicodedata

# Cyrillic and Greek letters whose glyph is that of a Latin letter (Unicode confusables, single letters only).
_LOOKS_LIKE = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХԚԜаеѕіјорсухԁԛԝһӏгпвкмтѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧαειοκνρτυχϲϳ",
        "ABESIJKMHOPCTYXQWaesijopcyxdqwhlrnbkmtvABEZHIKMNOPTYXaeiokvptuxcj",
        strict=True,
    )
)
_WORD = re.compile(r"[^\W\d_]+")


def to_latin(chars: list[str]) -> list[str]:
    """Replace look-alikes in words that also hold Latin letters; words of one script stay as they are.

    Args:
        chars: One code point each.

    Returns:
        As many code points, at the same positions.
    """
    text = "".join(chars)
    if text.isascii():
        return chars
    changed = list(chars)
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isascii() or not any(char in _LOOKS_LIKE for char in word):
            continue
        if any(is_latin(char) for char in word):
            for at in range(match.start(), match.end()):
                changed[at] = _LOOKS_LIKE.get(changed[at], changed[at])
    return changed


def is_latin(char: str) -> bool:
    """Whether a letter belongs to the Latin script."""
    return char.isascii() or "LATIN" in unicodedata.name(char, "")


def is_foreign(word: str) -> bool:
    """Whether a word holds a letter that is not Latin."""
    return not word.isascii() and any(char.isalpha() and not is_latin(char) for char in word)
