"""Doubt: a mark on an entry that a statement of the Leitbild should be looked at again, with one line why."""

from collections.abc import Sequence
from datetime import date

from pydantic import BaseModel, ConfigDict


class Doubt(BaseModel):
    """One mark "Leitbild prüfen".

    Attributes:
        statement: The statement, as an entry keeps it.
        why: One line in the writer's words.
        noted: The day.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    statement: str
    why: str
    noted: date


def doubted(doubts: Sequence[Doubt], statement: str, why: str, day: date) -> list[Doubt]:
    """The marks with one more; a statement has one mark, and without a reason it has none.

    Args:
        doubts: Those there are.
        statement: Which one.
        why: In one line; empty takes the mark back.
        day: When.
    """
    others = [one for one in doubts if one.statement != statement]
    line = " ".join(why.split())
    return [*others, Doubt(statement=statement, why=line, noted=day)] if line else others
