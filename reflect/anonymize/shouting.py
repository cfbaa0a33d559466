"""Lines written in capitals, read as ordinary writing, so that patterns that tell nouns by their capital still work."""

import re

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 4
_SOME = 2


def calmed(text: str) -> str:
    """The text with the words of shouted lines written large at the start only.

    Args:
        text: Normalised.

    Returns:
        As many code points at the same positions; lines that mix capitals and small letters stay as they are.
    """
    return "".join(_calm_line(line) for line in text.splitlines(keepends=True))


def _calm_line(line: str) -> str:
    words = [word for word in _WORD.findall(line) if len(word) >= _LEAST]
    loud = sum(word.isupper() for word in words)
    if loud < _SOME or loud * 2 <= len(words):
        return line
    return _WORD.sub(lambda match: _calm_word(match.group()), line)


def _calm_word(word: str) -> str:
    calm = word[0] + word[1:].lower()
    return calm if word.isupper() and len(word) >= _LEAST and len(calm) == len(word) else word
