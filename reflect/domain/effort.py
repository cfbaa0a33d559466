"""How much effort does this deserve? Three keys propose one way in; anyone may ignore it.

The idea of grading the effort by what is at stake follows METAP (Basel) and its steps of escalation; the questions and
the rule are our own. Safety and one's own state come first: whoever is shaken is offered three words, not a form.
"""

from dataclasses import dataclass
from enum import StrEnum


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


def proposal(state: State, reach: Reach, tension: Tension) -> str:
    """Id of the protocol that fits; only ever a proposal.

    Args:
        state: Shaken leads to `nach-belastendem-ereignis` and nothing else: no review in the acute hour. Tired leads
            to `kurzreflexion`, unless what is at stake cannot be undone and so cannot wait.
        reach: One person, several, or something that cannot be undone.
        tension: Unclear what is going on, values in conflict, or something happened.
    """
    if state is State.SHAKEN:
        return "nach-belastendem-ereignis"
    if state is State.TIRED and reach is not Reach.IRREVERSIBLE:
        return "kurzreflexion"
    return _PROPOSALS[reach, tension]
