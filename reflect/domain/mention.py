"""Mentions: a review as a person reads it, one row for each person or thing on the page.

Pure, so that the screen and the line-by-line way ask the same questions in the same order.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reflect.domain.decision import Action, Decision
from reflect.domain.finding import Finding, Kind, Tier
from reflect.domain.release import Review
from reflect.domain.wording import words_for


class Section(StrEnum):
    """The headings of the list, in its order."""

    PEOPLE = "people"
    PLACES = "places"
    NUMBERS = "numbers"
    TIME = "time"
    RECOGNISABLE = "recognisable"


class State(StrEnum):
    """What became of a mention so far."""

    OPEN = "open"
    REPLACED = "replaced"
    GENERALISED = "generalised"
    LEFT_OUT = "left-out"
    KEPT = "kept"


LEAK = "leak"
"""How the id of a finding begins that the leak check asked for."""

_SECTIONS = {
    Kind.PERSON: Section.PEOPLE,
    Kind.PLACE: Section.PLACES,
    Kind.ORGANISATION: Section.PLACES,
    Kind.IDENTIFIER: Section.NUMBERS,
    Kind.CONTACT: Section.NUMBERS,
    Kind.ACCOUNT: Section.NUMBERS,
    Kind.DATE: Section.TIME,
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A person or thing, with every place it stands at.

    Attributes:
        findings: Its places, in text order; at least one.
        decision: What was decided for all of them; None while one waits.
        state: The same as a word.
        words: What stands there as things are: the writer's own word while open or kept.
    """

    findings: tuple[Finding, ...]
    decision: Decision | None
    state: State
    words: str

    @property
    def id(self) -> str:
        """Id of its first finding; decisions are made under it."""
        return self.findings[0].id

    @property
    def surface(self) -> str:
        """The writer's own word, as it stands at the first place, on one line."""
        return " ".join(self.findings[0].surface.split())

    @property
    def kind(self) -> Kind:
        """What it tells."""
        return self.findings[0].kind

    @property
    def is_open(self) -> bool:
        """Whether it still needs a person."""
        return self.state is State.OPEN

    @property
    def is_advice(self) -> bool:
        """Whether it identifies without naming, so that it is made more general instead of replaced."""
        return all(finding.tier is Tier.ADVICE for finding in self.findings)

    @property
    def is_leak(self) -> bool:
        """Whether the leak check asked for it."""
        return any(finding.id.startswith(LEAK) for finding in self.findings)

    @property
    def section(self) -> Section:
        """The heading it stands under."""
        return Section.RECOGNISABLE if self.is_advice else _SECTIONS.get(self.kind, Section.RECOGNISABLE)

    @property
    def proposal(self) -> str:
        """What the program would put there."""
        return self.findings[0].replacement

    @property
    def steps(self) -> tuple[str, ...]:
        """The ladder from slightly to very general; the last step may be empty (leave out)."""
        return self.findings[0].ladder or ((self.proposal,) if self.is_advice else ())

    def step_after(self) -> str | None:
        """The next more general words: the first step, or the one after the chosen one; None at the top."""
        if self.state not in {State.GENERALISED, State.LEFT_OUT}:
            return self.steps[0] if self.steps else None
        chosen = "" if self.state is State.LEFT_OUT else self.words
        later = self.steps[self.steps.index(chosen) + 1 :] if chosen in self.steps else ()
        return later[0] if later else None


def mentions(review: Review) -> tuple[Mention, ...]:
    """Every person and thing, in the order of the list: by section, then as they occur."""
    decisions = review.decisions
    waiting = {finding.id for finding in review.undecided()}
    by_id = {finding.id: finding for finding in review.findings}
    order = list(Section)
    found = [_mention(group, decisions, waiting, by_id) for group in review.groups()]
    return tuple(sorted(found, key=lambda one: (order.index(one.section), one.findings[0].start)))


def _mention(
    group: tuple[Finding, ...], decisions: Mapping[str, Decision], waiting: set[str], by_id: Mapping[str, Finding]
) -> Mention:
    first = group[0]
    if any(finding.id in waiting for finding in group):
        return Mention(group, None, State.OPEN, _one_line(first.surface))
    decision = decisions.get(first.id, Decision(action=Action.KEEP))
    words = words_for(first, decisions, by_id)
    return Mention(group, decision, _state(decision, words), _one_line(words))


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _state(decision: Decision, words: str) -> State:
    if decision.action in {Action.KEEP, Action.ALWAYS_KEEP}:
        return State.KEPT
    if decision.action is Action.GENERALISE:
        return State.GENERALISED if words else State.LEFT_OUT
    return State.REPLACED


def words_in(mention: Mention, finding: Finding) -> str:
    """What stands at one place of a mention: the same words, or while open or kept the surface as written there."""
    return finding.surface if mention.state in {State.OPEN, State.KEPT} else mention.words


def next_open(all_mentions: tuple[Mention, ...], after: str = "") -> Mention | None:
    """The first mention that waits, looking on from one and then from the top; None when nothing waits.

    Args:
        all_mentions: In the order of the list.
        after: Id of the mention to start behind; empty starts at the top.
    """
    index = next((number for number, one in enumerate(all_mentions) if one.id == after), -1)
    return next((one for one in all_mentions[index + 1 :] + all_mentions[: index + 1] if one.is_open), None)


def same_as(all_mentions: tuple[Mention, ...], mention: Mention) -> tuple[Mention, ...]:
    """Who or what a mention may be the same as: its own section, neither kept nor itself only a second name."""
    return tuple(
        other
        for other in all_mentions
        if other.id != mention.id
        and other.section is mention.section
        and other.state is not State.KEPT
        and not (other.decision and other.decision.action is Action.SAME_AS)
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to decide a mention.

    Attributes:
        letter: Its key: E, A, B, I or V; `VV` is the step beyond V.
        action: What it does.
        words: What would stand there; empty for A, B, I and for leaving out.
    """

    letter: str
    action: Action
    words: str = ""

    def decision(self, *, text: str = "", same: str = "") -> Decision:
        """The decision it stands for.

        Args:
            text: Other words than the proposal (E only).
            same: Id of the mention it is the same as (A only).
        """
        if self.action is Action.GENERALISE:
            return Decision(action=self.action, text=self.words)
        if self.action is Action.SAME_AS:
            return Decision(action=self.action, same_as=same)
        return Decision(action=self.action, text=text.strip() or None)


def choices(all_mentions: tuple[Mention, ...], mention: Mention) -> tuple[Choice, ...]:
    """What a person may decide about a mention, in the order it is offered; always the same letters."""
    keep = Choice("B", Action.KEEP)
    always = Choice("I", Action.ALWAYS_KEEP)
    if mention.is_advice:
        return (*_ladder(mention), keep, always)
    replace = Choice("E", Action.REPLACE, mention.proposal)
    alias = (Choice("A", Action.SAME_AS),) if same_as(all_mentions, mention) else ()
    return (replace, *alias, keep, always)


def _ladder(mention: Mention) -> Iterable[Choice]:
    step = mention.step_after()
    if step is None:
        return
    yield Choice("V", Action.GENERALISE, step)
    later = mention.steps[mention.steps.index(step) + 1 :]
    if later:
        yield Choice("VV", Action.GENERALISE, later[0])


def decided(all_mentions: Iterable[Mention]) -> tuple[int, int]:
    """How many are decided, and how many there are."""
    counted = tuple(all_mentions)
    return sum(not one.is_open for one in counted), len(counted)


def certain(review: Review) -> dict[str, Decision]:
    """The decisions a review starts with: what is certain is replaced unless somebody says otherwise."""
    return {one.id: Decision(action=Action.REPLACE) for one in review.findings if one.tier is Tier.CERTAIN}
