"""The words of "Wie viel Aufwand verdient das?": three questions, three answers each."""

from collections.abc import Mapping

from reflect.domain.effort import Reach, State, Tension
from reflect.language import N_
from reflect.language import gettext as _

TITLE = N_("Wie viel Aufwand verdient das?")

QUESTIONS: Mapping[str, str] = {
    "state": N_("Wie bist du gerade da?"),
    "reach": N_("Wen betrifft es?"),
    "tension": N_("Was macht es schwer?"),
}
"""Id of the choice -> question."""

ANSWERS: Mapping[State | Reach | Tension, str] = {
    State.SHAKEN: N_("erschüttert, es ist gerade erst geschehen"),
    State.TIRED: N_("müde, für heute reicht es"),
    State.FINE: N_("gut genug, um genauer hinzusehen"),
    Reach.ONE: N_("einen Menschen und mich"),
    Reach.SEVERAL: N_("mehrere Menschen oder das Team"),
    Reach.IRREVERSIBLE: N_("es lässt sich kaum rückgängig machen"),
    Tension.UNCLEAR: N_("ich verstehe noch nicht, was los ist"),
    Tension.VALUES: N_("zwei Werte stehen einander im Weg"),
    Tension.INCIDENT: N_("es ist etwas passiert, das nicht passieren sollte"),
}
"""Each answer in a few words, in the voice of the person."""


def question(choice: str) -> str:
    """The question in the reader's language."""
    return _(QUESTIONS[choice])


def answer(chosen: State | Reach | Tension) -> str:
    """The answer in the reader's language."""
    return _(ANSWERS[chosen])
