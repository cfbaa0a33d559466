"""What the name model sees of a word: its form, its class, what lists say, and the same of its neighbours."""

from collections.abc import Collection, Sequence

from reflect.anonymize.lists import Lists
from reflect.anonymize.tokens import Token, fold

_CUES = frozenset(
    ["frau", "fr", "herr", "herrn", "hr", "hrn", "familie", "fam", "dr", "prof", "abu", "um", "umm", "mama", "papa"]
)
_DISTANCES = (-2, -1, 1, 2)


Seen = dict[str, tuple[list[str], dict[int, tuple[str, ...]]]]


def features(
    tokens: Sequence[Token], lists: Lists, *, unlisted: Collection[str] = (), seen: Seen | None = None
) -> list[list[str]]:
    """Features of each token of one sentence.

    Args:
        tokens: One sentence.
        lists: The shipped lists.
        unlisted: Folded words that are treated as if no list knew them; training uses this so that the model also
            learns to find names that no list holds.
        seen: What was worked out for other sentences of the same text; filled here.

    Returns:
        One list of feature names for each token.
    """
    seen = {} if seen is None else seen
    for token in tokens:
        if token.text not in seen:
            seen[token.text] = _own(token, lists, unlisted), _near(token, lists, unlisted)
    own = [seen[token.text][0] for token in tokens]
    near = [seen[token.text][1] for token in tokens]
    shouting = sum(token.text.isupper() for token in tokens) > len(tokens) // 2
    whispering = not any(token.text[:1].isupper() for token in tokens)
    rows: list[list[str]] = []
    for at in range(len(tokens)):
        row = ["b", *own[at]]
        if at == 0:
            row.append("BOS")
        if shouting:
            row.append("SHOUT")
        if whispering:
            row.append("WHISPER")
        for distance in _DISTANCES:
            neighbour = at + distance
            if 0 <= neighbour < len(tokens):
                row.extend(near[neighbour][distance])
            elif abs(distance) == 1:
                row.append(f"{distance}EDGE")
        rows.append(row)
    return rows


def shape(word: str) -> str:
    """Capitals, small letters and digits, runs shortened: `Al-Hasan` is `Xx-Xx`."""
    signs: list[str] = []
    for char in word:
        sign = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else char
        if not signs or signs[-1] != sign:
            signs.append(sign)
    return "".join(signs)


def _known(word: str, lists: Lists) -> tuple[list[str], bool]:
    """What the lists say about a folded word, and whether it is German."""
    flags: list[str] = []
    if lists.is_forename(word):
        flags.append("fore")
    if word in lists.surnames or (word.endswith("s") and word[:-1] in lists.surnames):
        flags.append("sur")
    if word in lists.origins or (word.endswith("s") and word[:-1] in lists.origins):
        flags.append("orig")
    if lists.is_place(word):
        flags.append("place")
    return flags, lists.is_german(word)


def _own(token: Token, lists: Lists, unlisted: Collection[str]) -> list[str]:
    word = fold(token.text)
    row = [f"s={shape(token.text)}"]
    if not token.is_word:
        return [*row, f"w={token.text}" if len(token.text) == 1 else "num"]
    flags, german = ([], False) if word in unlisted else _known(word, lists)
    row += [
        f"f={'+'.join(flags)}|{'g' if german else 'u'}",
        f"u4={word[-4:]}",
        f"u3={word[-3:]}",
        f"u2={word[-2:]}",
        f"p3={word[:3]}",
    ]
    row += flags
    if word in lists.common:
        row.append(f"w={word}")
    cluster = 0 if word in unlisted else lists.clusters.get(token.text, 0)
    row += [f"c={cluster}", f"c4={cluster & 15}", f"c6={cluster & 63}", f"c8={cluster & 255}"]
    row.append("common" if word in lists.common else "simple" if word in lists.words else "g" if german else "unknown")
    if len(word) < 4:  # noqa: PLR2004 - short words are their own class
        row.append("short")
    return row


def _near(token: Token, lists: Lists, unlisted: Collection[str]) -> dict[int, tuple[str, ...]]:
    """What neighbours see of a token, by their distance from -2 to 2."""
    row = _seen_from_beside(token, lists, unlisted)
    return {distance: tuple([f"{distance}{name}" for name in row]) for distance in _DISTANCES}


def _seen_from_beside(token: Token, lists: Lists, unlisted: Collection[str]) -> list[str]:
    word = fold(token.text)
    if not token.is_word:
        return [f"w={token.text}" if len(token.text) == 1 else "num"]
    flags, german = ([], False) if word in unlisted else _known(word, lists)
    row = [f"k={'+'.join(flags)}|{'g' if german else 'u'}|{shape(token.text)[:2]}"]
    if word in lists.common:
        row.append(f"w={word}")
    cluster = 0 if word in unlisted else lists.clusters.get(token.text, 0)
    row.append(f"c6={cluster & 63}")
    if word in _CUES:
        row.append("cue")
    return row
