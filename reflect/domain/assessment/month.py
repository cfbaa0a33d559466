"""A month: what was asked in it, and what was said; the only time a rating carries."""

from datetime import date, timedelta
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from reflect.domain.assessment.rating import Observation, Rating

SCHEMA = 1
INTERVAL = timedelta(weeks=4)


class Month(BaseModel):
    """One month's self-assessment. Unknown fields of newer versions are kept.

    Attributes:
        month: `2026-11`.
        instrument: Version of the indicators.
        planned: Statements in the order they are asked.
        free: Statements a person added by choice.
        observe: The statement whose observation is asked; empty for none.
        ratings: By statement.
        observations: By statement.
        next_from: From this day on the next one may begin; it belongs to the month, not to a rating.
    """

    model_config = ConfigDict(extra="allow", populate_by_name=True)

    schema_version: Literal[1] = Field(default=1, alias="schema")
    month: str
    instrument: int = 1
    planned: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    observe: str = ""
    ratings: dict[str, Rating] = Field(default_factory=dict)
    observations: dict[str, Observation] = Field(default_factory=dict)
    next_from: date | None = None

    @property
    def asked(self) -> tuple[str, ...]:
        """Every statement that is rated in it: the planned ones, then the chosen ones."""
        return tuple(dict.fromkeys((*self.planned, *self.free)))

    @property
    def marked(self) -> tuple[str, ...]:
        """Statements that have a mark."""
        return tuple(one for one, rating in self.ratings.items() if rating.mark is not None)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return all(rating.is_empty for rating in self.ratings.values()) and not self.observations

    def rate(self, rating: Rating) -> None:
        """Take a rating in; an empty one takes the earlier one back."""
        if rating.is_empty:
            self.ratings.pop(rating.statement, None)
        else:
            self.ratings[rating.statement] = rating

    def observed(self, observation: Observation) -> None:
        """Take an observation in; without words it takes the earlier one back."""
        if observation.text.strip():
            self.observations[observation.statement] = observation
        else:
            self.observations.pop(observation.statement, None)

    def record(self) -> dict[str, Any]:
        """The small sealed record; what was said stays in the body."""
        return {"schema": SCHEMA, "month": self.month}

    def dump(self) -> str:
        """The body as JSON text, under its schema number."""
        return self.model_dump_json(by_alias=True)

    @classmethod
    def load(cls, body: str) -> "Month":
        """Read a body written by this or an older version."""
        return cls.model_validate_json(body)


def name(day: date) -> str:
    """The month of a day: `2026-11`."""
    return f"{day:%Y-%m}"


def first_day(month: str) -> date:
    """The first day of `2026-11`."""
    return date.fromisoformat(f"{month}-01")
