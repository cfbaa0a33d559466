"""The development notes: templates filled with names that no shipped list holds."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reflect.anonymize.origins import Origin, origin_from

HERE = Path(__file__).parent
SPLITS = ("otherhands", "unseen")
_SLOT = re.compile(r"\{([ABCDabcd])\.([vnVN])\}")
_WRITTEN = re.compile(r"\[\[(\w+):(.*?)\]\]", re.DOTALL)
_MARKED = re.compile(r"\[\[(\w+):(.*?)\]\]|\{([ABCDabcd])\.([vnVN])\}(s?)")


@dataclass(frozen=True, slots=True)
class Note:
    """One filled note.

    Attributes:
        text: As the detector gets it.
        spans: `(start, end, kind)` of everything that must be covered.
        origin: Of the people A, B and C; D is German.
        template: Number of the template.
    """

    text: str
    spans: tuple[tuple[int, int, str], ...]
    origin: str
    template: int


def templates() -> list[str]:
    """The notes with their slots."""
    source = (HERE / "notes.txt").read_text(encoding="utf-8")
    blocks = [block.strip() for block in source.split("===")]
    return [block for block in blocks if block and not block.startswith("#")]


def written(split: str) -> Iterator[Note]:
    """The notes of one file of `SPLITS`; no template, no filled slot.

    Args:
        split: `otherhands` (its misses were looked at) or `unseen` (only measured).
    """
    source = (HERE / f"{split}.txt").read_text(encoding="utf-8")
    for number, block in enumerate(re.split(r"^===", source, flags=re.MULTILINE)[1:]):
        origin, _, body = block.partition("\n")
        yield marked(body.strip("\n"), origin.strip(), number)


def marked(body: str, origin: str, number: int) -> Note:
    """A note from its text with marks in double square brackets."""
    text, at = "", 0
    spans: list[tuple[int, int, str]] = []
    for match in _WRITTEN.finditer(body):
        text += body[at : match.start()]
        at = match.end()
        spans.append((len(text), len(text) + len(match.group(2)), match.group(1)))
        text += match.group(2)
    return Note(text + body[at:], tuple(spans), origin, number)


def held_back() -> dict[str, Origin]:
    """Names that are in no shipped list, by origin."""
    return {
        path.stem: origin_from(path.read_text(encoding="utf-8")) for path in sorted((HERE / "origins").glob("*.txt"))
    }


def notes(seed: int = 7) -> Iterator[Note]:
    """Every template once for each origin."""
    dice = random.Random(seed)  # noqa: S311 - reproducible test data
    names = held_back()
    german_surnames = (
        "Lüdtke",
        "Brinkhoff",
        "Schadebrodt",
        "Weißgerber",
        "Kupfernagel",
        "Wendlandt",
        "Vogel",
        "Lange",
        "Koch",
        "Sommer",
    )
    for origin, pool in names.items():
        surnames = pool.surnames or german_surnames
        forenames = pool.female + pool.male
        for number, template in enumerate(templates()):
            people = {letter: (dice.choice(forenames), dice.choice(surnames)) for letter in "ABC"}
            german = names["german"]
            people["D"] = (dice.choice(german.female + german.male), dice.choice(german_surnames))
            yield filled(template, people, origin, number)


def filled(template: str, people: dict[str, tuple[str, str]], origin: str, number: int) -> Note:
    """Put names into one template."""
    text, at = "", 0
    spans: list[tuple[int, int, str]] = []
    for match in _MARKED.finditer(template):
        text += template[at : match.start()]
        at = match.end()
        if match.group(1):
            kind, words = (
                match.group(1),
                _SLOT.sub(lambda slot: _name(people, slot.group(1), slot.group(2)), match.group(2)),
            )
        else:
            kind, words = "person", _name(people, match.group(3), match.group(4))
            if match.group(5):
                words += "'" if words[-1] in "sxzß" else "s"
        spans.append((len(text), len(text) + len(words.rstrip("'")), kind))
        text += words
    return Note(text + template[at:], tuple(spans), origin, number)


def _name(people: dict[str, tuple[str, str]], letter: str, part: str) -> str:
    name = people[letter.upper()]["vn".index(part.lower())]
    return name.lower() if letter.islower() else name.upper() if part.isupper() else name
