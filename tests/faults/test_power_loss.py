"""Fault cases 1 to 3 and 5 to 11: power loss and kill -9 before every side effect of a vault's life."""

import pytest

from reflect.vault.ram import MemorySystem
from tests.faults.machines import Crash, FailingSystem, crash_at
from tests.faults.story import Story


def effects_of_the_story() -> int:
    system = FailingSystem()
    story = Story(system)
    story.run()
    assert not story.failures
    return system.effects


def crashed(number: int) -> tuple[Story, FailingSystem]:
    system = FailingSystem(crash_at(number))
    story = Story(system)
    with pytest.raises(Crash):
        story.run()
    return story, system


def prove(story: Story, machine: MemorySystem) -> None:
    """Open what is left, write into it, and open it again."""
    vault = story.recover(machine)
    if vault is None:
        return
    vault.put("after", "crash", {"n": 1}, "weiter")
    vault.close()
    kept, possible = story.kept, story.possible
    extra = {("after", "crash"): ({"n": 1}, "weiter")}
    story.kept, story.possible = {**(kept or {}), **extra}, [{**content, **extra} for content in possible]
    again = story.recover(machine)
    assert again is not None
    assert not again.state.cut_tail
    again.close()
    story.kept, story.possible = kept, possible


def test_kill_before_each_side_effect_loses_nothing() -> None:
    count = effects_of_the_story()
    for number in range(1, count + 1):
        story, system = crashed(number)
        prove(story, system.killed())
    print(f"kill -9: {count} side effects")
    assert count > 120


def power_loss_at(numbers: range) -> int:
    states = 0
    for number in numbers:
        story, system = crashed(number)
        for machine in system.survivors():
            states += 1
            prove(story, machine)
    return states


def test_power_loss_before_some_side_effects_loses_nothing() -> None:
    count = effects_of_the_story()
    states = power_loss_at(range(3, count + 1, 11))
    print(f"power loss, sampled: {states} states of the disk")
    assert states >= 300


@pytest.mark.long
def test_power_loss_before_each_side_effect_loses_nothing() -> None:
    count = effects_of_the_story()
    states = power_loss_at(range(1, count + 1))
    print(f"power loss: {states} states of the disk at {count} side effects")
    assert states >= 3000
