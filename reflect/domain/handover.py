"""A handover: one release from the choice of answers to the written file, kept sealed so that it can wait."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from reflect.domain.audience import Audience
from reflect.domain.decision import Decision
from reflect.domain.finding import Finding
from reflect.domain.release import Draft, Gate, Review

SCHEMA = 1


class Handover(BaseModel):
    """What is kept of a release; it holds the mapping of names, so it never leaves the vault.

    Attributes:
        id: As entry ids.
        entries: Ids of the entries it draws on, in order.
        audience: Who it is for.
        begun: When (with time zone).
        changed: When it was last kept.
        written: The day the file was written; None while it waits.
        file: Name of the written file, without its folder.
        chosen: `entry-id/question-id` of every answer on the page, in the receiver's order; None before the choice.
        draft: The page as it was searched; None before the search.
        findings: What the search found.
        decisions: By finding id.
        withdrawn: Passage and line of everything taken out on the preview.
        gate: The answers at the gate.
    """

    model_config = ConfigDict(extra="allow", populate_by_name=True)

    schema_version: Literal[1] = Field(default=1, alias="schema")
    id: str
    entries: tuple[str, ...]
    audience: Audience
    begun: datetime
    changed: datetime
    written: date | None = None
    file: str = ""
    chosen: tuple[str, ...] | None = None
    draft: Draft | None = None
    findings: tuple[Finding, ...] = ()
    decisions: dict[str, Decision] = Field(default_factory=dict)
    withdrawn: tuple[tuple[int, int], ...] = ()
    gate: Gate | None = None

    def record(self) -> dict[str, Any]:
        """The small sealed record that lists read."""
        return {
            "schema": SCHEMA,
            "entries": list(self.entries),
            "audience": self.audience.value,
            "begun": self.begun.isoformat(),
            "changed": self.changed.isoformat(),
            "written": self.written.isoformat() if self.written else None,
            "file": self.file,
        }

    def dump(self) -> str:
        """The body as JSON text, under its schema number."""
        return self.model_dump_json(by_alias=True)

    @classmethod
    def load(cls, body: str) -> "Handover":
        """Read a body written by this or an older version."""
        return cls.model_validate_json(body)

    def review(self) -> Review | None:
        """The review as it was left; None before the search."""
        if self.draft is None:
            return None
        review = Review(self.draft, self.findings)
        review.take_up(self.decisions)
        review.withdrawn = frozenset(self.withdrawn)
        if self.gate is not None:
            review.answer_gate(self.gate)
        return review

    def take(self, review: Review) -> None:
        """Remember where a review stands."""
        self.draft = review.draft
        self.findings = review.findings
        self.decisions = dict(review.decisions)
        self.withdrawn = tuple(sorted(review.withdrawn))
        self.gate = review.gate
