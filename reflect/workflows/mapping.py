"""Mapping: a person ties a version of the Leitbild to the one before and to the shipped one, statement by statement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reflect.domain.fault import NotFound, WrongUsage
from reflect.domain.resemblance import Measure, continuations, counterparts
from reflect.domain.succession import (
    Change,
    Link,
    Ties,
    Transition,
    preceding,
    traced,
    transitions,
    unsettled,
)
from reflect.library.likeness import alike, within
from reflect.settings import leitbild as kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reflect.domain.leitbild import Leitbild, Statement
    from reflect.domain.succession import Edition
    from reflect.workflows.surroundings import Surroundings

MEASURE = Measure(alike, within)


@dataclass(frozen=True)
class Proposal:
    """One statement of the version, with what was settled about it or what is proposed.

    Attributes:
        transition: What became of the statements before; `after` is the statement itself.
        counterparts: Shipped statements it says the same as, or seems to.
        settled: A person said so.
    """

    transition: Transition
    counterparts: tuple[Statement, ...]
    settled: bool

    @property
    def statement(self) -> Statement:
        """The statement of the version."""
        assert self.transition.after is not None  # noqa: S101 - what was dropped is no proposal
        return self.transition.after


class Mapping:
    """One version while a person maps it; each decision is on the disk at once.

    Attributes:
        leitbild: The version, with the numbers of its text.
        before: The version before; None for the first one.
        shipped: What protocols name.
    """

    def __init__(self, surroundings: Surroundings, editions: Sequence[Edition], version: str) -> None:
        by_name = {leitbild.version: (leitbild, ties) for leitbild, ties in editions}
        self._surroundings = surroundings
        self.leitbild, self._ties = by_name[version]
        name = self._ties.before or preceding(by_name, version)
        self.before: Leitbild | None = by_name[name][0] if name in by_name else None
        self._before_ties = by_name[name][1] if name in by_name else Ties()
        self.shipped = surroundings.editions.shipped

    @classmethod
    def of(cls, surroundings: Surroundings, version: str = "") -> Mapping:
        """The mapping of a version; without a name the youngest one that is not settled, else the youngest.

        Raises:
            NotFound: None has this name.
            WrongUsage: `leitbild-none` is kept yet, or a kept file is broken.
        """
        editions = kept.editions(surroundings.places)
        if not editions:
            raise WrongUsage("leitbild-none")
        names = [leitbild.version for leitbild, _ties in editions]
        if version and version not in names:
            raise NotFound("leitbild-version", version)
        waiting = [leitbild.version for leitbild, ties in editions if unsettled(leitbild, ties)]
        return cls(surroundings, editions, version or (waiting or names)[-1])

    @property
    def ties(self) -> Ties:
        """What was settled, and for everything else what is proposed."""
        return Ties(before=self.before.version if self.before else "", links=tuple(map(self._link, self._numbers)))

    @property
    def waiting(self) -> int:
        """How many statements nobody has said anything about."""
        return len(unsettled(self.leitbild, self._ties))

    def proposals(self) -> list[Proposal]:
        """Every statement in the order of the text."""
        links = self.ties
        found = []
        for transition in self.transitions():
            if transition.after is None:
                continue
            number = transition.after.id
            link = links.link(number) or Link(number=number)
            shipped = tuple(self.shipped.statement(one) for one in link.counterparts)
            settled = self._ties.link(number) is not None
            found.append(Proposal(transition=transition, counterparts=shipped, settled=settled))
        return found

    def transitions(self) -> list[Transition]:
        """What became of every statement of the version before; everything is new in a first one."""
        if self.before is None:
            return transitions(self.leitbild.model_copy(update={"sections": ()}), self.leitbild, {})
        origins = {link.number: link.continues for link in self.ties.links}
        return transitions(self.before, self.leitbild, origins)

    def settle(self, number: str, continues: Sequence[str], counterparts: Sequence[str]) -> None:
        """Say what a statement continues and stands for.

        Args:
            number: Which.
            continues: Numbers of the version before.
            counterparts: Ids of shipped statements or their parts.

        Raises:
            NotFound: One of them does not exist; nothing was settled.
            NotSaved: The disk refused.
        """
        self.leitbild.statement(number)
        for one in continues:
            if self.before is None:
                raise NotFound("statement", one)
            self.before.statement(one)
        for one in counterparts:
            self.shipped.statement(one)
        self._settle((Link(number=number, continues=tuple(continues), counterparts=tuple(counterparts)),))

    def settle_unchanged(self) -> int:
        """Settle what nobody has to decide: the same words as before, whose place was settled then.

        Returns:
            How many there were.
        """
        certain = {
            one.statement.id
            for one in self.proposals()
            if not one.settled
            and one.transition.change in {Change.SAME, Change.MOVED}
            and self._before_ties.link(one.transition.before[0].id) is not None
        }
        if certain:
            self._settle([self._link(number) for number in self._numbers if number in certain])
        return len(certain)

    def settle_all(self) -> int:
        """Take every proposal that still waits as it stands.

        Returns:
            How many there were.
        """
        waiting = [self._link(one.id) for one in unsettled(self.leitbild, self._ties)]
        if waiting:
            self._settle(waiting)
        return len(waiting)

    def _settle(self, links: Sequence[Link]) -> None:
        ties = self._ties.model_copy(update={"before": self.before.version if self.before else ""})
        for link in links:
            ties = ties.settled(link)
        kept.settle(self._surroundings.places, self.leitbild.version, ties)
        self._ties = ties

    @cached_property
    def _numbers(self) -> list[str]:
        return [statement.id for statement in self.leitbild.statements()]

    def _link(self, number: str) -> Link:
        said = self._ties.link(number)
        if said is not None:
            return said
        continues = self._continued.get(number, ())
        stands_for = self._inherited(continues) or self._counterparts.get(number, ())
        return Link(number=number, continues=continues, counterparts=stands_for)

    def _inherited(self, continues: Sequence[str]) -> tuple[str, ...]:
        """The shipped statements that those of the version before stood for."""
        links = [self._before_ties.link(one) for one in continues]
        return tuple(dict.fromkeys(one for link in links if link is not None for one in link.counterparts))

    @cached_property
    def _continued(self) -> dict[str, tuple[str, ...]]:
        return continuations(self.before, self.leitbild, MEASURE) if self.before is not None else {}

    @cached_property
    def _counterparts(self) -> dict[str, tuple[str, ...]]:
        """What resembles a shipped statement that no continued one stands for already."""
        taken = {one for continues in self._continued.values() for one in self._inherited(continues)}
        found = counterparts(self.leitbild, self.shipped, MEASURE)
        return {number: tuple(one for one in ids if one not in taken) for number, ids in found.items()}


@dataclass(frozen=True)
class Comparison:
    """Two versions held against each other.

    Attributes:
        before: The earlier one.
        after: The later one.
        transitions: What became of every statement.
        settled: A person mapped every version in between; else some of it is proposed.
    """

    before: Leitbild
    after: Leitbild
    transitions: tuple[Transition, ...]
    settled: bool


def compared(surroundings: Surroundings, earlier: str = "", later: str = "") -> Comparison:
    """What changed between two versions; without names between the last two.

    Raises:
        NotFound: One of them is not kept.
        WrongUsage: `leitbild-none`, or `leitbild-one`: there is nothing to compare with.
    """
    editions = kept.editions(surroundings.places)
    names = [leitbild.version for leitbild, _ties in editions]
    if not names:
        raise WrongUsage("leitbild-none")
    for name in filter(None, (earlier, later)):
        if name not in names:
            raise NotFound("leitbild-version", name)
    last = later or names[-1]
    first = earlier or preceding(names, last)
    if not first or first == last:
        raise WrongUsage("leitbild-one", version=last)
    first, last = sorted((first, last))
    steps = [Mapping(surroundings, editions, last)]
    while steps[-1].before is not None and steps[-1].leitbild.version > first:
        steps.append(Mapping(surroundings, editions, steps[-1].before.version))
    start, end = Mapping(surroundings, editions, first).leitbild, steps[0].leitbild
    if steps[-1].leitbild.version == first:
        chain: list[Edition] = [(step.leitbild, step.ties) for step in reversed(steps)]
        origins, waiting = traced(chain), sum(step.waiting for step in steps[:-1])
    else:  # the earlier one was taken in after the later one was mapped
        origins, waiting = continuations(start, end, MEASURE), 1
    found = transitions(start, end, origins)
    return Comparison(before=start, after=end, transitions=tuple(found), settled=not waiting)
