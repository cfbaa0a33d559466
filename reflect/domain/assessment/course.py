"""The course over time: a line for each statement, in pieces of one wording each; nothing is compared across them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reflect.domain.assessment.mark import JUMP, Mark
from reflect.domain.assessment.month import Month
from reflect.domain.assessment.rating import Rating, Wording
from reflect.domain.leitbild import order

PAIR = 2


class Point(NamedTuple):
    """A rating in its month.

    Attributes:
        month: `2026-11`.
        rating: What was said.
    """

    month: str
    rating: Rating


@dataclass(slots=True)
class Piece:
    """Ratings of a statement under one wording.

    Attributes:
        wording: The first of those that say the same.
        points: In the order of the months.
    """

    wording: Wording
    points: list[Point] = field(default_factory=list)


class Jump(NamedTuple):
    """Two neighbouring ratings of one wording that lie far apart.

    Attributes:
        before: The earlier one.
        after: The later one.
    """

    before: Point
    after: Point


class Line(NamedTuple):
    """One statement over time.

    Attributes:
        statement: Its id.
        pieces: One for each wording, in order.
    """

    statement: str
    pieces: tuple[Piece, ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """Every rating, the newest last."""
        return tuple(point for piece in self.pieces for point in piece.points)

    @property
    def breaks(self) -> frozenset[str]:
        """Months from which on another wording was asked."""
        return frozenset(piece.points[0].month for piece in self.pieces[1:])

    def at(self, month: str) -> Rating | None:
        """What was said in a month."""
        return next((point.rating for point in self.points if point.month == month), None)

    def jump(self, until: str) -> Jump | None:
        """The jump that the last level up to a month made, if it was one; exits lie between, they are no levels."""
        for piece in reversed(self.pieces):
            told = [point for point in piece.points if point.month <= until]
            levels = [point for point in told if _level(point) is not None]
            if told:
                pair = levels[-PAIR:]
                far = len(pair) == PAIR and abs((_level(pair[1]) or 0) - (_level(pair[0]) or 0)) >= JUMP
                return Jump(*pair) if far else None
        return None


class Column(NamedTuple):
    """A column of the picture: a month, or the break before it.

    Attributes:
        month: `2026-11`.
        is_break: Whether only the breaks stand here.
    """

    month: str
    is_break: bool = False


def lines(months: Iterable[Month]) -> tuple[Line, ...]:
    """A line for every statement that was ever rated, in the order of the Leitbild."""
    pieces: dict[str, list[Piece]] = {}
    for month in sorted(months, key=lambda one: one.month):
        for rating in month.ratings.values():
            if rating.mark is None:
                continue
            there = pieces.setdefault(rating.statement, [])
            if not there or not there[-1].wording.is_same(rating.wording):
                there.append(Piece(rating.wording))
            there[-1].points.append(Point(month.month, rating))
    return tuple(Line(one, tuple(pieces[one])) for one in order(pieces))


def columns(found: Sequence[Line]) -> tuple[Column, ...]:
    """Every month in which something was rated, a break before those where a wording changed."""
    months = sorted({point.month for line in found for point in line.points})
    broken = {month for line in found for month in line.breaks}
    return tuple(
        column
        for month in months
        for column in ((Column(month, is_break=True), Column(month)) if month in broken else (Column(month),))
    )


def never_up(statements: Sequence[str], found: Sequence[Line]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What never comes up: statements that were never asked, and those that never had an occasion.

    Many without an occasion say something about the work, not about the person.
    """
    told = {line.statement: {point.rating.mark for point in line.points} for line in found}
    unasked = tuple(one for one in statements if one not in told)
    idle = tuple(one for one in statements if told.get(one) == {Mark.NO_OCCASION})
    return unasked, idle


def _level(point: Point) -> int | None:
    return point.rating.mark.level if point.rating.mark is not None else None
