"""Attribute lines: which attributes a step, a question and a row may carry, and what they may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reflect.domain.audience import Audience
from reflect.domain.protocol import Part, QuestionType, Record, Role, Share, StopKind
from reflect.library.front import ID, MAX_MINUTES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reflect.library.sheet import Block

MOST_LINES = 9
"""More lines than these no list asks for."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """What one attribute may say.

    Attributes:
        field: Name in the noun.
        allowed: The words it may hold; empty where `fits` decides.
        many: Whether several words may stand in one pair of quotes, separated by spaces.
        fits: Checks a word when `allowed` is empty.
        right: What would be right, for the sentence of a flaw.
        convert: From the words to the value of the noun.
    """

    field: str
    allowed: tuple[str, ...] = ()
    many: bool = False
    fits: Callable[[str], bool] = bool
    right: str = "…"
    convert: Callable[[str], Any] = str

    def value(self, found: str) -> tuple[Any, bool]:
        """The value of the noun, and whether what was found is right."""
        words = found.split() if self.many else [found]
        good = bool(words) and all(word in self.allowed if self.allowed else self.fits(word) for word in words)
        if not good:
            return None, False
        return (tuple(words) if self.many else self.convert(found)), True

    @property
    def expected(self) -> str:
        """The words it may hold, for a sentence."""
        return ", ".join(self.allowed) or self.right


def _is_minutes(word: str) -> bool:
    return word.isdigit() and 0 < int(word) <= MAX_MINUTES


def _is_day(word: str) -> bool:
    return word.isdigit() and 0 < int(word) <= MAX_DAY


def _is_few(word: str) -> bool:
    return word.isdigit() and 1 < int(word) <= MOST_LINES


def _is_id(word: str) -> bool:
    return ID.fullmatch(word) is not None


def _flag(field: str) -> Attribute:
    return Attribute(field, allowed=("true", "false"), convert=lambda word: word == "true")


def _words(field: str, allowed: type[Role | Audience]) -> Attribute:
    return Attribute(field, allowed=tuple(allowed), many=True)


MAX_DAY = 366
"""Within the first year."""

STOP = Attribute("stop", allowed=tuple(StopKind))
SHARE = Attribute("share", allowed=tuple(Share))

STEP: Mapping[str, Attribute] = {
    "minutes": Attribute("minutes", fits=_is_minutes, right=f"1–{MAX_MINUTES}", convert=int),
    "speaks": _words("speaks", Role),
    "silent": _words("silent", Role),
    "record": Attribute("record", allowed=tuple(Record)),
    "round": _flag("round"),
    "back": Attribute("back", fits=_is_id, right="id"),
    "loop": Attribute("loop", fits=_is_id, right="id"),
    "choose": Attribute("choose", allowed=("module",)),
    "optional": _flag("optional"),
    "together": _flag("together"),
    "day": Attribute("day", fits=_is_day, right=f"1–{MAX_DAY}", convert=int),
    "part": Attribute("part", allowed=tuple(Part), convert=Part),
    "stop": STOP,
}

QUESTION: Mapping[str, Attribute] = {
    "type": Attribute("type", allowed=tuple(QuestionType)),
    "required": _flag("required"),
    "least": Attribute("least", fits=_is_few, right=f"2–{MOST_LINES}", convert=int),
    "missing": Attribute("missing", fits=_is_id, right="id"),
    "share": SHARE,
    "for": _words("audiences", Audience),
    "principles": Attribute("principles", many=True),
    "stop": STOP,
}

LABEL: Mapping[str, Attribute] = {"share": SHARE}


def read(
    block: Block, known: Mapping[str, Attribute], report: Callable[[int, str, dict[str, str]], None]
) -> dict[str, Any]:
    """The values an attribute line gives, under the field names of the noun.

    Args:
        block: The line.
        known: What may stand there: `STEP`, `QUESTION` or `LABEL`.
        report: Called with line, key and facts for every flaw.
    """
    values: dict[str, Any] = {}
    if not is_whole(block):
        report(block.line, "attributes-in-text", {})
    for name, found in block.attributes.items():
        if name == "id":
            if _is_id(found):
                values["id"] = found
            else:
                report(block.line, "id-wrong", {"found": found})
            continue
        attribute = known.get(name)
        if attribute is None:
            report(block.line, "attribute-unknown", {"attribute": name, "right": ", ".join(known)})
            continue
        value, good = attribute.value(found)
        if good:
            values[attribute.field] = value
        else:
            what = "type-unknown" if name == "type" else "value-unknown"
            report(block.line, what, {"attribute": name, "found": found, "right": attribute.expected})
    if "id" not in block.attributes:
        report(block.line, "id-missing", {})
    return values


def is_whole(block: Block) -> bool:
    """Whether the parser took in everything that stands on an attribute line.

    It passes over what follows the first closing bracket, over comments, and over the first of two equal attributes;
    what is lost could be a `share="never"`.
    """
    line = block.text
    signs = line.count("#")
    if signs > ("id" in block.attributes) or line.count("{") != 1 or line.count("}") != 1 or "%" in line:
        return False
    return line.count("=") == len(block.attributes) - signs
