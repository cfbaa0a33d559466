"""How much effort does this deserve? Three keys propose one way in; anyone may ignore it.

The idea of grading the effort by what is at stake follows METAP (Basel) and its steps of escalation; the questions and
the rule are our own. Safety and one's own state come first: whoever is shaken is offered three words, not a form.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self


class State(StrEnum):
    """How the person is, right now."""

    SHAKEN = "shaken"
    TIRED = "tired"
    FINE = "fine"


class Reach(StrEnum):
    """Whom it concerns, and whether it can be undone."""

    ONE = "one"
    SEVERAL = "several"
    IRREVERSIBLE = "irreversible"


class Tension(StrEnum):
    """What makes it difficult."""

    UNCLEAR = "unclear"
    VALUES = "values"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the three questions.

    Attributes:
        id: `state`, `reach` or `tension`.
        answers: What can be chosen, in the order of the keys 1, 2, 3.
    """

    id: str
    answers: tuple[State | Reach | Tension, ...]


CHOICES = (
    Choice("state", tuple(State)),
    Choice("reach", tuple(Reach)),
    Choice("tension", tuple(Tension)),
)
"""The questions in order."""

THREE_WORDS = "nach-belastendem-ereignis"
"""The protocol for the hour after something hard."""

_PROPOSALS = {
    (Reach.ONE, Tension.UNCLEAR): "rueckblick",
    (Reach.ONE, Tension.VALUES): "rueckblick",
    (Reach.ONE, Tension.INCIDENT): "vorfall-rueckschau",
    (Reach.SEVERAL, Tension.UNCLEAR): "fallbesprechung",
    (Reach.SEVERAL, Tension.VALUES): "ethik-klaerung",
    (Reach.SEVERAL, Tension.INCIDENT): "vorfall-rueckschau",
    (Reach.IRREVERSIBLE, Tension.UNCLEAR): "fallbesprechung",
    (Reach.IRREVERSIBLE, Tension.VALUES): "ethik-klaerung",
    (Reach.IRREVERSIBLE, Tension.INCIDENT): "vorfall-rueckschau",
}


@dataclass(frozen=True, slots=True)
class Weighing:
    """The three questions while they are answered, one key each.

    Attributes:
        answers: What was chosen so far, in the order of `CHOICES`.
        acute: Something hard was written about on the same day: no longer form before the next one, whatever is
            answered.
    """

    answers: tuple[State | Reach | Tension, ...] = ()
    acute: bool = False

    @property
    def choice(self) -> Choice | None:
        """What is asked next; None once the proposal stands. Whoever is shaken is asked nothing more."""
        if State.SHAKEN in self.answers or len(self.answers) == len(CHOICES):
            return None
        return CHOICES[len(self.answers)]

    def answered(self, number: int) -> Self:
        """One key further; a key that no answer has changes nothing.

        Args:
            number: Of the answer, from 1.
        """
        choice = self.choice
        if choice is None or not 1 <= number <= len(choice.answers):
            return self
        return replace(self, answers=(*self.answers, choice.answers[number - 1]))

    def back(self) -> Self:
        """One key back; before the first question nothing changes."""
        return replace(self, answers=self.answers[:-1])

    @property
    def proposal(self) -> str:
        """Id of the protocol that fits; empty while something is still asked."""
        if self.choice is not None:
            return ""
        if self.acute or State.SHAKEN in self.answers:
            return THREE_WORDS
        state, reach, tension = self.answers
        return proposal(State(state), Reach(reach), Tension(tension))

    @property
    def is_urgent(self) -> bool:
        """Whether the numbers that help stand before the proposal."""
        return self.proposal == THREE_WORDS


def proposal(state: State, reach: Reach, tension: Tension) -> str:
    """Id of the protocol that fits; only ever a proposal.

    Args:
        state: Shaken leads to `nach-belastendem-ereignis` and nothing else: no review in the acute hour. Tired leads
            to `kurzreflexion`, unless what is at stake cannot be undone and so cannot wait.
        reach: One person, several, or something that cannot be undone.
        tension: Unclear what is going on, values in conflict, or something happened.
    """
    if state is State.SHAKEN:
        return THREE_WORDS
    if state is State.TIRED and reach is not Reach.IRREVERSIBLE:
        return "kurzreflexion"
    return _PROPOSALS[reach, tension]
