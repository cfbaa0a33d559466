"""Fault cases 12 to 14: a full disk, an I/O error and a refusal at every side effect of a vault's life."""

import errno

import pytest

from reflect.vault.failure import NOT_ALLOWED
from tests.faults.machines import FailingSystem, error_at
from tests.faults.story import Story
from tests.faults.test_power_loss import effects_of_the_story, prove

ERRORS = {"full disk": errno.ENOSPC, "I/O error": errno.EIO, "refusal": errno.EACCES}


def fail_everywhere(number: int, *, stride: int) -> int:
    """Let the story meet one error at each side effect, once and lasting, whole and half written."""
    states = 0
    for place in range(1, effects_of_the_story() + 1, stride):
        for lasting in (False, True):
            for torn in (False, True):
                system = FailingSystem(error_at(place, number, lasting=lasting, torn=torn))
                story = Story(system)
                story.run()
                states += 1
                prove(story, system.killed())
    return states


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_at_some_side_effects_loses_nothing(name: str) -> None:
    states = fail_everywhere(ERRORS[name], stride=5)
    print(f"{name}, sampled: {states} runs")
    assert states > 100


@pytest.mark.long
@pytest.mark.parametrize("name", ERRORS)
def test_an_error_at_each_side_effect_loses_nothing(name: str) -> None:
    states = fail_everywhere(ERRORS[name], stride=1)
    print(f"{name}: {states} runs")
    assert states > 500


@pytest.mark.long
def test_an_error_and_then_a_power_loss_lose_nothing() -> None:
    states = 0
    for place in range(1, effects_of_the_story() + 1, 2):
        system = FailingSystem(error_at(place, errno.EIO, lasting=False, torn=True))
        story = Story(system)
        story.run()
        for machine in system.survivors():
            states += 1
            prove(story, machine)
    print(f"I/O error, then power loss: {states} states")
    assert states > 100


def test_every_refusal_is_known_by_its_number() -> None:
    assert {errno.EACCES, errno.EPERM, errno.EROFS} == NOT_ALLOWED
