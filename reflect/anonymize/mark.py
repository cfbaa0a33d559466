"""What one stage of the detector believes about one place, before the stages are weighed against each other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reflect.domain.finding import Kind, Tier

_RANK = {Tier.CERTAIN: 0, Tier.SUSPECT: 1, Tier.ADVICE: 2}


@dataclass(frozen=True, slots=True)
class Mark:
    """One belief; spans are code points of the normalised text.

    Attributes:
        start: First code point.
        end: Code point after the last.
        kind: What it tells.
        tier: How sure.
        weight: Who wins among marks of one tier; greater wins.
        entity: Key of the person or thing; empty: to be found from the words.
        role: Role word for the replacement; empty: by kind.
        gender: `f`, `m` or empty.
        ladder: For advice, from slightly to very general.
    """

    start: int
    end: int
    kind: Kind
    tier: Tier
    weight: int = 0
    entity: str = ""
    role: str = ""
    gender: str = ""
    ladder: tuple[str, ...] = ()


def settle(text: str, marks: Iterable[Mark]) -> list[Mark]:
    """Make marks non-overlapping without uncovering a single letter.

    The surest mark keeps its whole span; what a weaker one covers beyond it stays covered by the weaker one.

    Args:
        text: The normalised text the spans refer to.
        marks: In any order.

    Returns:
        Sorted, non-overlapping marks; their union covers every letter and digit that the input covered.
    """
    settled: list[Mark] = []
    taken = bytearray(len(text))
    order = sorted(marks, key=lambda m: (_RANK[m.tier], -m.weight, m.start - m.end, m.start, m.kind))
    for mark in order:
        settled.extend(_free_parts(text, mark, taken))
        taken[mark.start : mark.end] = b"\x01" * (mark.end - mark.start)
    return sorted(settled, key=lambda m: m.start)


def _free_parts(text: str, mark: Mark, taken: bytearray) -> list[Mark]:
    """The parts of a mark that nothing surer covers."""
    if not any(taken[mark.start : mark.end]):
        return [mark]
    parts: list[Mark] = []
    at = mark.start
    while at < mark.end:
        if taken[at]:
            at += 1
            continue
        end = at
        while end < mark.end and not taken[end]:
            end += 1
        start, stop = at, end
        while start < stop and not text[start].isalnum():
            start += 1
        while stop > start and not text[stop - 1].isalnum():
            stop -= 1
        if start < stop:
            parts.append(replace(mark, start=start, end=stop))
        at = end
    return parts
