"""The door: from findings and decisions to a text that may leave.

`ReleasedText` is the only thing `reflect.exchange` accepts, and `Review.finish` is the only place that makes one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from pydantic import BaseModel, ConfigDict

from reflect.domain.audience import Audience
from reflect.domain.decision import Action, Decision
from reflect.domain.fault import NotFound, Undecided
from reflect.domain.finding import Finding, Tier
from reflect.domain.wording import resolved


class Passage(BaseModel):
    """A part of the outgoing page: one heading and the words under it.

    Attributes:
        heading: The receiver's heading; may be empty.
        text: The writer's words, as written (before the review) or as released (after it).
        source: `entry-id/question-id`, so that a hit leads back; never leaves.
    """

    model_config = ConfigDict(frozen=True)

    heading: str
    text: str
    source: str = ""


class Draft(BaseModel):
    """The page before the review.

    Attributes:
        audience: Who it is for.
        title: First heading of the page.
        passages: In the receiver's order.
    """

    model_config = ConfigDict(frozen=True)

    audience: Audience
    title: str
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """The one text that is searched: title, then heading and text of each passage on lines of their own."""
        return "\n".join(part for part, _, _ in self._parts())

    def _parts(self) -> Iterable[tuple[str, int, str]]:
        """Every line block with the passage it belongs to (-1 is the title) and its place there."""
        yield self.title, -1, "title"
        for number, passage in enumerate(self.passages):
            yield passage.heading, number, "heading"
            yield passage.text, number, "text"

    def spans(self) -> tuple[tuple[int, int, int, str], ...]:
        """`(start, end, passage, place)` of every block of `text`; place is `title`, `heading` or `text`."""
        spans = []
        at = 0
        for part, number, place in self._parts():
            spans.append((at, at + len(part), number, place))
            at += len(part) + 1
        return tuple(spans)


class Gate(BaseModel):
    """What is asked before anything leaves.

    Attributes:
        outside: The receiver is outside the house.
        basis: Why this may be told: `consent`, `necessary` (the work needs it) or `unrecognisable`.
        entrusted: It holds what a minor entrusted to the writer.
        recognisable: A colleague in the house would know the person.
        joinable: Together with another summary it tells who the person is.
        dangerous: It lets a dangerous attribute be inferred.
    """

    model_config = ConfigDict(frozen=True)

    outside: bool = False
    basis: str = ""
    entrusted: bool = False
    recognisable: bool = False
    joinable: bool = False
    dangerous: bool = False

    @property
    def stays_private(self) -> bool:
        """One yes to the three neighbour questions: rework it or keep it private."""
        return self.recognisable or self.joinable or self.dangerous

    @property
    def needs_consent(self) -> bool:
        """What a minor entrusted is told on with consent or unrecognisably; that the work needs it is not enough."""
        return self.entrusted and self.basis == "necessary"


class Replacer(Protocol):
    """How decided findings change a text; `reflect.anonymize` knows German grammar, this door does not."""

    def __call__(self, text: str, findings: tuple[Finding, ...], decisions: Mapping[str, Decision]) -> str:
        """The text with every decision carried out."""
        ...  # pragma: no cover - a signature


@dataclass(frozen=True, slots=True)
class ReleasedText:
    """What may leave: every finding in it was decided by a person.

    Attributes:
        audience: Who it is for.
        title: First heading.
        passages: What the receiver reads, in order.
        month: First day of the month it was released in; nothing finer leaves.
        replaced: Surfaces that must not occur in the final bytes; stays inside, for the leak check.
        kept: Surfaces a person decided to keep; exempt from the leak check.
        gate: The answers at the gate; stays inside.
    """

    audience: Audience
    title: str
    passages: tuple[Passage, ...]
    month: date
    replaced: frozenset[str] = field(repr=False)
    kept: frozenset[str] = field(repr=False)
    gate: Gate


class Review:
    """Every finding on one page, and what was decided about it.

    Decisions can be taken back in the order they were made.
    """

    def __init__(self, draft: Draft, findings: tuple[Finding, ...]) -> None:
        self.draft = draft
        self.findings = findings
        self.gate: Gate | None = None
        self.withdrawn: frozenset[tuple[int, int]] = frozenset()
        self._by_id = {finding.id: finding for finding in findings}
        self._decisions: dict[str, Decision] = {}
        self._history: list[dict[str, Decision]] = []

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """What was decided, by finding id."""
        return dict(self._decisions)

    def group(self, finding_id: str) -> tuple[Finding, ...]:
        """All findings of the same person or thing with the same surface kind, the given one first in text order.

        Raises:
            NotFound: No finding has this id.
        """
        finding = self._finding(finding_id)
        if not finding.entity:
            return (finding,)
        return tuple(other for other in self.findings if other.entity == finding.entity)

    def groups(self) -> tuple[tuple[Finding, ...], ...]:
        """The findings as a person sees them: one group for each person or thing, in text order."""
        seen: dict[str, list[Finding]] = {}
        for finding in self.findings:
            seen.setdefault(finding.entity or finding.id, []).append(finding)
        return tuple(tuple(group) for group in seen.values())

    def decide(self, finding_id: str, decision: Decision, *, group: bool = True) -> None:
        """Record a decision for a finding, or for its whole group.

        Raises:
            NotFound: No finding has this id, or `same_as` names none.
        """
        if decision.action is Action.SAME_AS:
            self._finding(decision.same_as)
        targets = self.group(finding_id) if group else (self._finding(finding_id),)
        self._history.append(dict(self._decisions))
        for finding in targets:
            self._decisions[finding.id] = decision

    def reopen(self, finding_id: str) -> None:
        """Forget what was decided about a finding and its group, so that they wait again.

        Raises:
            NotFound: No finding has this id.
        """
        self._history.append(dict(self._decisions))
        for finding in self.group(finding_id):
            self._decisions.pop(finding.id, None)

    def take_up(self, decisions: Mapping[str, Decision]) -> None:
        """Start from decisions made before; ids that no longer occur are passed over, and `undo` stops here."""
        known = {finding_id: decision for finding_id, decision in decisions.items() if finding_id in self._by_id}
        self._decisions = {**self._decisions, **known}
        self._history.clear()

    def undo(self) -> bool:
        """Take the last decision back; False when there is none."""
        if not self._history:
            return False
        self._decisions = self._history.pop()
        return True

    def undecided(self) -> tuple[Finding, ...]:
        """What still needs a person; advice may be decided once for all with `keep_all_advice`."""
        return tuple(finding for finding in self.findings if finding.id not in self._decisions)

    def keep_all_advice(self) -> None:
        """The one decision that advice needs per export: what is not decided singly stays as written."""
        self._history.append(dict(self._decisions))
        for finding in self.undecided():
            if finding.tier is Tier.ADVICE:
                self._decisions[finding.id] = Decision(action=Action.KEEP)

    def withdraw(self, passage: int, line: int) -> None:
        """Leave a line of a passage out, or bring it back when it is out already."""
        self.withdrawn = self.withdrawn ^ {(passage, line)}

    def answer_gate(self, gate: Gate) -> None:
        """Record the answers at the gate."""
        self.gate = gate

    def page(self, replacer: Replacer) -> tuple[str, tuple[Passage, ...]]:
        """Title and passages as they would leave, withdrawn lines still in place."""
        title, passages = self.draft.title, [p.model_copy() for p in self.draft.passages]
        decisions = resolved(self._by_id, self._decisions)
        for start, end, number, place in self.draft.spans():
            inside = tuple(
                finding.model_copy(update={"start": finding.start - start, "end": finding.end - start})
                for finding in self.findings
                if start <= finding.start and finding.end <= end
            )
            text = replacer(self.draft.text[start:end], inside, decisions)
            if number < 0:
                title = text
            else:
                passages[number] = passages[number].model_copy(update={place: text})
        return title, tuple(passages)

    def finish(self, replacer: Replacer, *, month: date) -> ReleasedText:
        """Open the door.

        Args:
            replacer: Carries the decisions out.
            month: Today; only year and month leave.

        Raises:
            Undecided: A finding still waits, or nobody answered the gate.
        """
        waiting = len(self.undecided())
        if waiting or self.gate is None or self.gate.stays_private or self.gate.needs_consent:
            raise Undecided(waiting)
        title, passages = self.page(replacer)
        left = tuple(self._without_withdrawn(number, passage) for number, passage in enumerate(passages))
        kept = frozenset(f.surface for f in self.findings if self._stays(f))
        replaced = frozenset(f.surface for f in self.findings if not self._stays(f))
        return ReleasedText(
            audience=self.draft.audience,
            title=title,
            passages=tuple(passage for passage in left if passage.text.strip()),
            month=month.replace(day=1),
            replaced=replaced,
            kept=kept,
            gate=self.gate,
        )

    def _stays(self, finding: Finding) -> bool:
        decision = self._decisions.get(finding.id)
        return decision is None or decision.action in {Action.KEEP, Action.ALWAYS_KEEP}

    def _without_withdrawn(self, number: int, passage: Passage) -> Passage:
        lines = passage.text.split("\n")
        left = [line for index, line in enumerate(lines) if (number, index) not in self.withdrawn]
        return passage.model_copy(update={"text": "\n".join(left)})

    def _finding(self, finding_id: str) -> Finding:
        try:
            return self._by_id[finding_id]
        except KeyError:
            raise NotFound("finding", finding_id) from None
