"""Rotation: which statements come up this month, so that none waits longer than three."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reflect.domain.leitbild import order

QUOTA: Mapping[str, int] = {"2": 1, "3": 1, "4": 2, "5": 2}
"""Statements a month from each section; one more comes from where most wait."""
NEVER = ""


def parent(statement_id: str) -> str:
    """The statement a lettered part belongs to: `5.4` for `5.4c`."""
    return statement_id.rstrip("abcdefghijklmnopqrstuvwxyz")


def section(statement_id: str) -> str:
    """The section: `5` for `5.4c`."""
    return statement_id.partition(".")[0]


def proposed(parts: Sequence[str], visits: Mapping[str, str]) -> tuple[str, ...]:
    """What comes up next: one of section 2, one of 3, two of 4, two of 5, and one more, in the order of the Leitbild.

    In each section the statement that waited longest comes first, and of a statement the part that did.

    Args:
        parts: Every id that is rated.
        visits: The month each was rated last, as `2026-11`; one that is missing never was.
    """
    sections: dict[str, list[str]] = defaultdict(list)
    for statement in order({parent(one) for one in parts}):
        sections[section(statement)].append(statement)
    last = {one: max((visits.get(part, NEVER) for part in _parts(one, parts)), default=NEVER) for one in _all(sections)}
    shares = {name: QUOTA.get(name, 1) for name in sections}
    if shares:
        shares[max(sections, key=lambda name: len(sections[name]) / shares[name])] += 1
    chosen = [
        statement
        for name, statements in sections.items()
        for statement in sorted(statements, key=lambda one: last[one])[: shares[name]]
    ]
    return tuple(order(min(_parts(one, parts), key=lambda part: visits.get(part, NEVER)) for one in chosen))


def next_observed(statements: Sequence[str], seen: Mapping[str, str]) -> str:
    """The observation that waited longest; empty when there is none to ask for."""
    return min(statements, key=lambda one: seen.get(one, NEVER), default="")


def _all(sections: Mapping[str, Iterable[str]]) -> list[str]:
    return [statement for statements in sections.values() for statement in statements]


def _parts(statement: str, parts: Sequence[str]) -> list[str]:
    return [part for part in parts if parent(part) == statement]
