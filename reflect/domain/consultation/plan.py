"""The plan of a session: a method's phases, fitted into the minutes at hand."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from reflect.domain.consultation.floor import floors, shortest
from reflect.domain.fault import WrongUsage
from reflect.domain.protocol import Frozen, Protocol, Repeat, Step

STRETCH = Fraction(3, 2)
"""A method may last this many times its natural length; beyond it a second round serves better."""

MOST_OF_IT = Fraction(3, 4)
"""So much of its natural length a turn keeps when everybody is to have one."""

LEAST_PEOPLE = 2
RESCUE_MINUTES = 20


class TooShort(WrongUsage):
    """The minutes at hand are fewer than the method needs.

    Attributes:
        facts: `method`, `title`, `minutes`, `minimum`, and the shorter method's `other`, `other_title` and
            `other_minutes` (empty and 0 for none).
    """

    def __init__(self, method: Protocol, minutes: int, minimum: int, other: Protocol | None) -> None:
        super().__init__(
            "session-too-short" if other else "session-too-short-for-all",
            method=method.id,
            title=method.title,
            minutes=minutes,
            minimum=minimum,
            other=other.id if other else "",
            other_title=other.title if other else "",
            other_minutes=other.minutes if other else 0,
        )


class TooLong(WrongUsage):
    """The minutes at hand would only stretch the method.

    Attributes:
        facts: `method`, `title`, `minutes`, `longest`, how many `rounds` of `each` minutes would fit, and another
            method's `other`, `other_title` and `other_minutes` (empty and 0 for none).
    """

    def __init__(self, method: Protocol, minutes: int, rounds: int, other: Protocol | None) -> None:
        super().__init__(
            "session-too-long-other" if other else "session-too-long",
            method=method.id,
            title=method.title,
            minutes=minutes,
            longest=longest(method),
            rounds=rounds,
            each=minutes // rounds,
            other=other.id if other else "",
            other_title=other.title if other else "",
            other_minutes=other.minutes if other else 0,
        )


class Phase(Frozen):
    """One step of the method with its minutes in this session.

    Attributes:
        step: What happens.
        minutes: Planned.
        floor: What borrowing leaves it; never more than planned.
    """

    step: Step
    minutes: int
    floor: int


class Plan(Frozen):
    """What a group sets out to do.

    Attributes:
        method: Id of the protocol.
        title: Its name.
        people: Everybody in the room.
        size: Smallest and largest recommended number of people.
        phases: In order; the last one is the closing.
        each: Each person presents in turn; the plan is that of one turn.
    """

    method: str
    title: str
    people: int
    size: tuple[int, int]
    phases: tuple[Phase, ...]
    each: bool = False

    @property
    def total(self) -> int:
        """Planned minutes."""
        return sum(phase.minutes for phase in self.phases)

    @property
    def off_size(self) -> int:
        """How many people too few (negative) or too many (positive) for the recommendation; never a block."""
        least, most = self.size
        return min(0, self.people - least) or max(0, self.people - most)

    def contract(self) -> dict[str, Any]:
        """The shape that `reflect session plan --json` promises."""
        return {
            "method": self.method,
            "total": self.total,
            "phases": [
                {
                    "id": phase.step.id,
                    "title": phase.step.title,
                    "minutes": phase.minutes,
                    "speaks": [role.value for role in phase.step.speaks],
                    "silent": [role.value for role in phase.step.silent],
                    "records": phase.step.record.value,
                }
                for phase in self.phases
            ],
        }


def longest(method: Protocol) -> int:
    """The most minutes a method is stretched to."""
    return int(method.minutes * STRETCH)


def holds(method: Protocol, people: int, minutes: int) -> bool:
    """Whether a method can be held in so many minutes."""
    return shortest(method, people) <= minutes <= longest(method)


def fit(method: Protocol, people: int, minutes: int, others: Iterable[Protocol] = ()) -> Plan:
    """Fit a method into the minutes at hand.

    At its natural length it keeps its own minutes. Otherwise they are scaled, none below its floor, and rounded by
    largest remainder so that their sum is exact.

    Args:
        method: A protocol of kind consultation.
        people: Everybody in the room, presenter and moderation included.
        minutes: At hand.
        others: Methods to propose from when this one does not fit.

    Raises:
        WrongUsage: Fewer than two people.
        TooShort: Below the sum of the floors.
        TooLong: Above one and a half times the natural length.
    """
    if people < LEAST_PEOPLE:
        raise WrongUsage("session-alone", people=people)
    natural = tuple(step.minutes or 1 for step in method.steps)
    least = floors(method, people, minutes)
    if minutes == sum(natural):
        spread: Sequence[int] = natural
    elif minutes < sum(least):
        raise TooShort(method, minutes, shortest(method, people), nearest(others, method, people, minutes))
    elif minutes > longest(method):
        rounds = max(2, minutes // method.minutes)
        raise TooLong(method, minutes, rounds, nearest(others, method, people, minutes))
    else:
        spread = distribute(natural, least, minutes)
    phases = tuple(
        Phase(step=step, minutes=planned, floor=min(planned, low))
        for step, planned, low in zip(method.steps, spread, least, strict=True)
    )
    return Plan(
        method=method.id,
        title=method.title,
        people=people,
        size=method.people or (LEAST_PEOPLE, 20),
        phases=phases,
        each=method.repeat is Repeat.PERSON,
    )


def turn(method: Protocol, people: int, minutes: int) -> int:
    """Minutes of one turn, where a method is repeated for each person; another method takes all the minutes.

    Everybody has a turn when each gets most of its natural length, else as many as its natural length allows. No turn
    is stretched.
    """
    if method.repeat is None or minutes <= method.minutes:
        return minutes
    each = minutes // people
    enough = each >= shortest(method, people) and each >= method.minutes * MOST_OF_IT
    return min(each if enough else minutes // (minutes // method.minutes), longest(method))


def nearest(others: Iterable[Protocol], instead_of: Protocol, people: int, minutes: int) -> Protocol | None:
    """The method that fits people and minutes with the least bending; None when nothing fits."""
    fitting = [
        other
        for other in others
        if other.id != instead_of.id
        and other.people
        and other.people[0] <= people <= other.people[1]
        and holds(other, people, minutes)
    ]
    return min(fitting, key=lambda other: (abs(other.minutes - minutes), other.id), default=None)


def rescue(method: Protocol, people: int, others: Iterable[Protocol] = ()) -> Plan:
    """The version for when half the team is late: this method in twenty minutes, else the nearest one that fits.

    Raises:
        TooShort: Neither this method nor another fits.
    """
    if method.minutes <= RESCUE_MINUTES:
        return fit(method, people, method.minutes)
    known = tuple(others)
    try:
        return fit(method, people, RESCUE_MINUTES, known)
    except TooShort:
        other = nearest(known, method, people, RESCUE_MINUTES)
        if other is None:
            raise
        return fit(other, people, RESCUE_MINUTES)


def distribute(weights: Sequence[int], least: Sequence[int], total: int) -> tuple[int, ...]:
    """Whole numbers in proportion to weights, none below its least, with an exact sum.

    Shares that would fall below their least are held there and the rest is scaled anew; fractions are rounded by
    largest remainder (Hamilton's method), ties to the heavier and then the earlier one.

    Args:
        weights: Positive.
        least: Smallest share of each; their sum is at most `total`.
        total: The sum.
    """
    held: set[int] = set()
    while True:
        free = [index for index in range(len(weights)) if index not in held]
        rest = total - sum(least[index] for index in held)
        scale = Fraction(rest, sum(weights[index] for index in free)) if free else Fraction(0)
        below = {index for index in free if weights[index] * scale < least[index]}
        if not below:
            break
        held |= below
    shares = [Fraction(least[i]) if i in held else weights[i] * scale for i in range(len(weights))]
    whole = [int(share) for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda i: (whole[i] - shares[i], -weights[i], i))
    for index in by_remainder[: total - sum(whole)]:
        whole[index] += 1
    return tuple(whole)
