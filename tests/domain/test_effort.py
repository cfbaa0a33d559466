"""Three keys propose one protocol."""

from itertools import product

import pytest

from reflect.domain.effort import CHOICES, Reach, State, Tension, proposal
from reflect.library.catalogue import Catalogue


@pytest.mark.parametrize(("reach", "tension"), product(Reach, Tension))
def test_whoever_is_shaken_is_never_led_into_a_review(reach: Reach, tension: Tension) -> None:
    assert proposal(State.SHAKEN, reach, tension) == "nach-belastendem-ereignis"


@pytest.mark.parametrize(
    ("state", "reach", "tension", "protocol"),
    [
        (State.TIRED, Reach.ONE, Tension.UNCLEAR, "kurzreflexion"),
        (State.TIRED, Reach.SEVERAL, Tension.VALUES, "kurzreflexion"),
        (State.TIRED, Reach.IRREVERSIBLE, Tension.VALUES, "ethik-klaerung"),
        (State.FINE, Reach.ONE, Tension.UNCLEAR, "rueckblick"),
        (State.FINE, Reach.SEVERAL, Tension.UNCLEAR, "fallbesprechung"),
        (State.FINE, Reach.SEVERAL, Tension.VALUES, "ethik-klaerung"),
        (State.FINE, Reach.ONE, Tension.INCIDENT, "vorfall-rueckschau"),
    ],
)
def test_the_effort_follows_what_is_at_stake(state: State, reach: Reach, tension: Tension, protocol: str) -> None:
    assert proposal(state, reach, tension) == protocol


def test_every_proposal_is_a_shipped_protocol() -> None:
    shipped = {row.id for row in Catalogue().protocols("de")}
    proposed = {proposal(state, reach, tension) for state, reach, tension in product(State, Reach, Tension)}
    assert proposed <= shipped
    assert len(proposed) == 6


def test_three_keys_are_enough() -> None:
    assert [choice.id for choice in CHOICES] == ["state", "reach", "tension"]
    assert all(len(choice.answers) == 3 for choice in CHOICES)
