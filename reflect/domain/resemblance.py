"""Resemblance: proposals for what a statement continues and which shipped one it stands for; a person decides."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from reflect.domain.leitbild import Leitbild, Statement

CONTINUES, HOLDS, STANDS_FOR, PART = 55.0, 85.0, 55.0, 65.0
"""Least likeness for a proposal: the same statement later, a piece of one, a shipped one, a part of a shipped one."""
SAME_NUMBER, SAME_PLACE = 5.0, 12.0
"""What an equal number adds between versions, and between an own text and the shipped one, whose words differ more."""

Likeness = Callable[[str, str], float]


class Measure(NamedTuple):
    """How wordings are compared; each gives 0 to 100.

    Attributes:
        alike: Two wordings as wholes.
        within: The shorter one inside the longer one.
    """

    alike: Likeness
    within: Likeness


class _Pair(NamedTuple):
    likeness: float
    one: str
    other: str


def continuations(before: Leitbild, after: Leitbild, measure: Measure) -> dict[str, tuple[str, ...]]:
    """For each number of the later version the numbers of the earlier one that it seems to continue.

    First one to one, the most alike first; then what is left is looked for inside the others: a piece of an earlier
    statement is a split, an earlier one inside a later one a merger.
    """
    old, new = list(before.statements()), list(after.statements())
    pairs = (_Pair(_scored(measure.alike, a, b, SAME_NUMBER), b.label, a.label) for a in old for b in new)
    matched = _one_to_one(pairs, CONTINUES)
    found = {statement.label: matched.get(statement.label, ()) for statement in new}
    for statement in new:
        if not found[statement.label]:
            piece_of = _closest(measure.within, statement, old, HOLDS)
            found[statement.label] = (piece_of.label,) if piece_of else ()
    taken = {number for numbers in found.values() for number in numbers}
    for statement in old:
        if statement.label not in taken and (into := _closest(measure.within, statement, new, HOLDS)):
            found[into.label] = (*found[into.label], statement.label)
    return found


def counterparts(own: Leitbild, shipped: Leitbild, measure: Measure) -> dict[str, tuple[str, ...]]:
    """For each number of an own text the shipped statement, or the part of one, that seems to say the same."""
    wholes = [_whole(statement) for statement in shipped.statements()]
    mine = list(own.statements())
    pairs = (_Pair(_scored(measure.within, a, b, SAME_PLACE), b.label, a.id) for a in wholes for b in mine)
    found = _one_to_one(pairs, STANDS_FOR)
    parts = [part for statement in shipped.statements() for part in statement.parts]
    for statement in mine:
        if statement.label not in found and (part := _closest(measure.within, statement, parts, PART)):
            found[statement.label] = (part.id,)
    return {statement.label: found.get(statement.label, ()) for statement in mine}


def _whole(statement: Statement) -> Statement:
    """A shipped statement with the words of its parts, which say more than its one sentence."""
    words = (statement.text, statement.short, *(part.text for part in statement.parts))
    return statement.model_copy(update={"text": " ".join(words)})


def _scored(likeness: Likeness, one: Statement, other: Statement, bonus: float) -> float:
    return likeness(one.text, other.text) + (bonus if one.label == other.label else 0.0)


def _one_to_one(pairs: Iterable[_Pair], least: float) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for pair in sorted(pairs, key=lambda pair: -pair.likeness):
        if pair.likeness >= least and pair.one not in found and pair.other not in taken:
            found[pair.one] = (pair.other,)
            taken.add(pair.other)
    return found


def _closest(likeness: Likeness, wanted: Statement, among: Iterable[Statement], least: float) -> Statement | None:
    scored = [(likeness(wanted.text, one.text), one) for one in among]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= least else None
