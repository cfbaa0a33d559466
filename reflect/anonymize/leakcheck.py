"""A second look at the final bytes, by other means than the detector's.

It knows no word lists, no model and no normalisation map: it takes a finished page apart (unzips, inflates, strips
tags), and looks for what must not be in it with plain comparisons of its own. It shares no code with detection, so
that one mistake is not made twice.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from reflect.anonymize.pages import parts

# Surnames that are everyday adjectives: written small they are no name.
_ADJECTIVES = frozenset(
    [
        "lange",
        "kurz",
        "klein",
        "kleine",
        "gross",
        "große",
        "groß",
        "jung",
        "junge",
        "alt",
        "alte",
        "weiss",
        "weiß",
        "schwarz",
        "braun",
        "roth",
        "rot",
        "grün",
        "stark",
        "reich",
        "ernst",
        "frisch",
        "süß",
        "schön",
        "lieb",
        "liebe",
        "still",
        "wild",
        "kühn",
        "stolz",
        "froh",
        "hart",
        "fromm",
        "gut",
        "gute",
        "neu",
        "neue",
        "schnell",
        "frei",
        "recht",
        "kluge",
        "klug",
        "heilig",
        "hoch",
        "hohe",
        "kalt",
        "rau",
        "sanft",
        "tapfer",
        "treu",
        "wahr",
        "zart",
    ]
)
_PATTERNS = (
    ("mail", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("account", re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b")),
    ("file-number", re.compile(r"(?<![\d-])\d{7}\s?[-./]\s?\d{3}(?![\d-])")),
    ("phone", re.compile(r"(?<![\w.+-])(?:\+\d{2}|00\d{2}|0\d{2,4})[\s/()-]?\d[\d\s/()-]{4,14}\d(?!\w)")),
    ("pension-number", re.compile(r"\b\d{2}\s?\d{6}\s?[A-Z]\s?\d{3}\b")),
    ("health-number", re.compile(r"\b[A-Z]\d{9}\b")),
)
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u034f\u061c\u180e\ufe00-\ufe0f]"
)
_ENDINGS = r"(?:'?s|n|en|ns|sche[nrsm]?|chen|lein|i|in)?"
_SHORT = 3
_SPREAD = 5
_LONG = 9


def check(
    content: bytes,
    *,
    format: str,  # noqa: A002 - the word of the command line
    file_name: str,
    forbidden: Iterable[str],
    kept: Iterable[str],
) -> tuple[str, ...]:
    """What a finished page still holds that must not leave.

    Args:
        content: The bytes that would be written.
        format: `md`, `txt`, `html`, `docx` or `pdf`.
        file_name: Name of the file they would be written to, without its folder.
        forbidden: Surfaces that were replaced, and the names of the registry.
        kept: Surfaces that a person decided to keep.

    Returns:
        Kinds of hits as `place:kind`, sorted, none twice: places are `text`, `property`, `name`; kinds are `known`
        for a forbidden surface and a kind of number or address otherwise. Never the words themselves. Empty: clean.

    Raises:
        ValueError: The format is unknown, or the bytes are not of that format.
    """
    spared = {_plain(word).casefold() for word in kept}
    wanted = [plain for word in forbidden if (plain := _plain(word)) and plain.casefold() not in spared]
    hits: set[str] = set()
    for place, text in (*parts(content, format), ("name", file_name)):
        for reading in _readings(text):
            hits.update(f"{place}:{kind}" for kind in _kinds(reading, wanted, spared))
    return tuple(sorted(hits))


def _plain(text: str) -> str:
    """One form for comparison: compatibility composed, nothing invisible, one kind of space and apostrophe."""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return re.sub(r"\s+", " ", visible.translate(str.maketrans("’‘ʼ`´", "'''''"))).strip()


def _readings(text: str) -> Iterator[str]:
    """The text as it stands, and with words joined that a line break cut."""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    yield _plain(visible)
    joined = re.sub(r"-\s+", "", visible)
    if joined != visible:
        yield _plain(joined)


def _kinds(text: str, wanted: Iterable[str], spared: Iterable[str]) -> Iterator[str]:
    letters = _letters(text)
    numbers = _numbers(text)
    if any(_holds(text, letters, numbers, word) for word in wanted):
        yield "known"
    allowed = {_letters(word) for word in spared}
    for kind, pattern in _PATTERNS:
        if any(_letters(match.group()) not in allowed for match in pattern.finditer(text)):
            yield kind


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _numbers(text: str) -> str:
    """Letters and digits with a gap wherever a number begins or ends beside more than a separator."""
    return re.sub(r"(?<=\d)[ ./()-]{1,3}(?=\d)", "", text.casefold())


def _holds(text: str, letters: str, numbers: str, word: str) -> bool:  # noqa: PLR0911 - a decision list
    """Whether a forbidden surface occurs, with an ending, in other capitals, or with gaps between its letters."""
    squeezed = _letters(word)
    if not squeezed:
        return False
    if any(char.isdigit() for char in word):
        if len(squeezed) < _SHORT:
            return False
        return re.search(rf"(?<![\w]){re.escape(_numbers(word))}(?!\w)", numbers) is not None or (
            len(squeezed) > _SPREAD and squeezed in letters
        )
    if len(squeezed) <= _SHORT or word.casefold() in _ADJECTIVES:
        forms = {re.escape(form) for form in (word, word.upper(), word.capitalize())}
        return re.search(rf"(?<!\w)(?:{'|'.join(sorted(forms))}){_ENDINGS}(?!\w)", text) is not None
    pattern = rf"(?<!\w){re.escape(word.casefold())}{_ENDINGS}(?!\w)"
    if re.search(pattern, text.casefold()):
        return True
    if len(squeezed) >= _LONG and squeezed in letters:
        return True
    spread = r"[\s·_*-]".join(re.escape(char) for char in squeezed)
    return len(squeezed) >= _SPREAD and re.search(rf"(?<!\w){spread}(?!\w)", text.casefold()) is not None
