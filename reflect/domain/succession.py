"""Succession: which statement continues which one of the version before, so that ids stay while numbers move."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from reflect.domain.leitbild import Leitbild, Statement


class Change(StrEnum):
    """What became of a statement from one version to the next."""

    SAME = "same"
    MOVED = "moved"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    DROPPED = "dropped"


class Link(BaseModel):
    """What a person said about one statement of a version.

    Attributes:
        number: Its number in this version.
        continues: Numbers of the version before that it continues; none where it is new.
        counterparts: Ids of the shipped statements it says the same as.
    """

    model_config = ConfigDict(frozen=True)

    number: str
    continues: tuple[str, ...] = ()
    counterparts: tuple[str, ...] = ()


class Ties(BaseModel):
    """What ties a version to the one before and to the shipped Leitbild: one link for each statement that was settled.

    Attributes:
        before: Name of the version before; empty for the first one.
        links: In any order.
    """

    model_config = ConfigDict(frozen=True)

    before: str = ""
    links: tuple[Link, ...] = ()

    def link(self, number: str) -> Link | None:
        """What was said about a statement; None while nobody said anything."""
        return next((one for one in self.links if one.number == number), None)

    def settled(self, link: Link) -> "Ties":
        """The same ties with one more statement settled, or settled anew."""
        return self.model_copy(update={"links": (*(one for one in self.links if one.number != link.number), link)})


class Transition(BaseModel):
    """One line of a comparison.

    Attributes:
        change: What became of it.
        before: Statements of the earlier version; none where it is new.
        after: The statement of the later version; None where it was dropped.
    """

    model_config = ConfigDict(frozen=True)

    change: Change
    before: tuple[Statement, ...] = ()
    after: Statement | None = None


Edition = tuple[Leitbild, Ties]
"""A version as it was taken in, numbers for ids, with what a person settled about it."""


def identified(editions: Sequence[Edition]) -> list[Leitbild]:
    """Every version with ids that stay: a statement has the id of the one it continues, whatever its number is now.

    Of several that continue one statement the first in the text keeps its id. A new statement takes its number as id
    where no statement ever had it, else the number with a count: `5.4-2`.

    Args:
        editions: The oldest first; each knows which one came before it.
    """
    found: list[Leitbild] = []
    used: set[str] = set()
    for leitbild, ties in editions:
        before = next((one for one in found if one.version == ties.before), None)
        old = {statement.label: statement.id for statement in before.statements()} if before is not None else {}
        ids: dict[str, str] = {}
        for statement in leitbild.statements():
            link = ties.link(statement.id) or Link(number=statement.id)
            kept = [old[number] for number in link.continues if number in old and old[number] not in ids.values()]
            ids[statement.id] = kept[0] if kept else ""
        for number in [number for number, kept in ids.items() if not kept]:
            ids[number] = _fresh(number, used | set(ids.values()))
        used |= set(ids.values())
        found.append(_renamed(leitbild, ids, ties))
    return found


def _fresh(number: str, used: set[str]) -> str:
    count, fresh = 1, number
    while fresh in used:
        count += 1
        fresh = f"{number}-{count}"
    return fresh


def _renamed(leitbild: Leitbild, ids: Mapping[str, str], ties: Ties) -> Leitbild:
    def renamed(statement: Statement) -> Statement:
        link, name = ties.link(statement.id), ids[statement.id]
        return statement.model_copy(
            update={
                "id": name,
                "number": "" if name == statement.id else statement.id,
                "stands_for": link.counterparts if link else (),
            }
        )

    sections = tuple(
        section.model_copy(update={"statements": tuple(map(renamed, section.statements))})
        for section in leitbild.sections
    )
    return leitbild.model_copy(update={"sections": sections})


def traced(chain: Sequence[Edition]) -> dict[str, tuple[str, ...]]:
    """For each number of the last version the numbers of the first one that it goes back to.

    Args:
        chain: Versions that follow each other, the earliest first.
    """
    origins: dict[str, tuple[str, ...]] = {statement.id: (statement.id,) for statement in chain[0][0].statements()}
    for leitbild, ties in chain[1:]:
        links = ((one.id, ties.link(one.id) or Link(number=one.id)) for one in leitbild.statements())
        origins = {
            number: tuple(dict.fromkeys(first for old in link.continues for first in origins.get(old, ())))
            for number, link in links
        }
    return origins


def transitions(before: Leitbild, after: Leitbild, origins: Mapping[str, tuple[str, ...]]) -> list[Transition]:
    """What became of every statement: the later version in its order, then what was dropped.

    Args:
        before: The earlier version; its labels are its numbers.
        after: The later one.
        origins: Numbers of the later version -> numbers of the earlier one, as `traced` gives them.
    """
    old = {statement.label: statement for statement in before.statements()}
    shared = Counter(number for one in after.statements() for number in origins.get(one.label, ()))
    found = []
    for statement in after.statements():
        sources = tuple(old[number] for number in origins.get(statement.label, ()) if number in old)
        split = len(sources) == 1 and shared[sources[0].label] > 1
        change = Change.SPLIT if split else _change(sources, statement)
        found.append(Transition(change=change, before=sources, after=statement))
    dropped = [one for number, one in old.items() if not shared[number]]
    return [*found, *(Transition(change=Change.DROPPED, before=(one,)) for one in dropped)]


def _change(sources: Sequence[Statement], statement: Statement) -> Change:
    if not sources:
        return Change.NEW
    if len(sources) > 1:
        return Change.MERGED
    if is_reworded(sources[0].text, statement.text):
        return Change.REWORDED
    return Change.SAME if sources[0].label == statement.label else Change.MOVED


def is_reworded(before: str, after: str) -> bool:
    """Whether the words changed; spaces and the sign at the end do not count."""
    return _bare(before) != _bare(after)


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".;,")


def unsettled(leitbild: Leitbild, ties: Ties) -> list[Statement]:
    """Statements of a version that nobody has said anything about yet.

    Args:
        leitbild: As it was taken in.
        ties: What was settled.
    """
    known = {link.number for link in ties.links}
    return [statement for statement in leitbild.statements() if statement.id not in known]


def preceding(versions: Iterable[str], version: str) -> str:
    """The version that comes before one in a list that begins with the oldest; empty for the first.

    Args:
        versions: Names, the oldest first.
        version: Which; it need not be among them yet.
    """
    return max((name for name in versions if name < version), default="")
