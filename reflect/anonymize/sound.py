"""Spellings of one name: what transliterations keep, and what they change.

Officials, interpreters and colleagues write one name in many ways (Mohammed, Muhammad, Mohamad; Tsegay, Zegai;
Xhemal, Dschemal). Two keys are made by rules: one keeps a rough vowel pattern, one keeps consonants only.
"""

import re

# From longer to shorter; each rule stands for a choice that transliterations from Arabic, Persian, Tigrinya,
# Cyrillic, Georgian or Turkish make differently.
_RULES = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"^(?:al|el|ul|ad|ar|as|at|az|ash|asch|esch)[- ]", ""),
        (r"(?<=[bcdfghklmnpqrstvwxz])y", "i"),
        (r"schtsch|shch|stsch|chtch", "S"),
        (r"dsch|dzh|dj|dž|ǧ|^x(?=h)", "J"),
        (r"tsch|tch|tsh|č|ç|ĉ", "S"),
        (r"sch|sh|š|ş|ś", "S"),
        (r"zh|ts|tz|ss|s|z|ß", "Z"),
        (r"kh|ch|gh|ğ|x|q|ck|k|g|c(?=[aou])", "K"),
        (r"c", "J"),
        (r"ph|w|v|f", "F"),
        (r"th|dh|d|t", "T"),
        (r"j|y(?=[aeiou])", "J"),
        (r"b|p", "P"),
        (r"h", "H"),
        (r"l", "L"),
        (r"m", "M"),
        (r"n", "N"),
        (r"r", "R"),
    )
)


def _consonants(folded: str) -> str:
    coded = folded
    for pattern, into in _RULES:
        coded = pattern.sub(into, coded)
    return re.sub(r"([A-Z])\1+", r"\1", coded)


def sound_key(folded: str) -> str:
    """Consonants with a rough vowel pattern: open (a, e) against closed (i, o, u) is kept only at the start.

    Args:
        folded: A word as `tokens.fold` gives it.
    """
    coded = _consonants(folded)
    start = re.match(r"[a-z]*", coded)
    opening = "a" if start and start.group()[:1] in {"a", "e"} else ("u" if start and start.group() else "")
    return opening + skeleton(folded)


def skeleton(folded: str) -> str:
    """Consonants only; h falls, doubled letters are one, voiced and voiceless ones meet."""
    return re.sub(r"[^A-GI-Z]", "", _consonants(folded))
