"""Power loss and kill -9 while a backup is restored, and while a damaged vault goes on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reflect.vault.backup import back_up
from reflect.vault.check import check
from reflect.vault.ram import MemorySystem
from reflect.vault.restore import restore
from reflect.vault.salvage import go_on
from reflect.vault.surroundings import Surroundings
from reflect.vault.vault import Vault
from tests.faults.machines import Crash, FailingSystem, crash_at
from tests.faults.small import FILE
from tests.faults.story import ANCHORS, BACKUPS, FOLDER, Clock, Content, Story, content_of, draft, plain, put

NOW = Clock()


def prepared() -> tuple[FailingSystem, Content, Content]:
    """A closed vault and its backup: the machine, what the backup holds, what the vault holds."""
    system = FailingSystem()
    story = Story(system)
    story.run([Story.begin, put("entries", "a", {"n": 1}, "früher"), put("entries", "b", {"n": 2}, "bleibt")])
    early = dict(story.kept or {})
    story.run([plain(lambda vault: back_up(vault, BACKUPS)), put("entries", "a", {"n": 3}, "später"), draft("x")])
    story.run([plain(Vault.close)])
    assert not story.failures
    return system, early, dict(story.kept or {})


def opened(machine: MemorySystem) -> Vault:
    return Vault.open(FOLDER, "alt", anchors=ANCHORS, system=machine, now=NOW)


def crash_everywhere(
    prepare: Callable[[], FailingSystem], act: Callable[[FailingSystem], None], prove: Callable[[MemorySystem], None]
) -> int:
    """Crash before each side effect of an act, and prove every disk that may be left."""
    states, number, finished = 0, 0, False
    while not finished:
        number += 1
        system = prepare()
        system.plan = crash_at(system.effects + number)
        try:
            act(system)
            finished = True
        except Crash:
            pass
        for machine in (system.killed(), *system.survivors()):
            states += 1
            prove(machine)
    return states


def test_a_crash_while_restoring_leaves_the_old_vault_or_the_restored_one() -> None:
    _, early, late = prepared()
    seen: list[Content] = []

    def act(system: FailingSystem) -> None:
        (made,) = [name for name in system.names if name.startswith(str(BACKUPS))]
        restore(FOLDER, Path(made), "alt", Surroundings(system, ANCHORS, NOW))

    def prove(machine: MemorySystem) -> None:
        vault = opened(machine)
        assert vault.state.readonly is None
        found = content_of(vault)
        assert found in (early, late)
        assert vault.draft.load() == "x"
        seen.append(found)
        vault.put("entries", "neu", {})
        vault.close()
        assert opened(machine).state.readonly is None

    states = crash_everywhere(lambda: prepared()[0], act, prove)
    print(f"crashes while restoring: {states} states")
    assert early in seen
    assert late in seen


@pytest.mark.parametrize("harm", ["damaged", "rolled-back", "header"])
def test_a_crash_while_going_on_leaves_everything_readable(harm: str) -> None:
    def prepare() -> FailingSystem:
        system, _, _ = prepared()
        handle = system.open(FOLDER / "vault.reflect", write=True)
        data = system.names[FILE].data
        if harm == "damaged":
            system.pwrite(handle, bytes([data[8300] ^ 1]), 8300)
        elif harm == "header":
            for at in (700, 4796):
                system.pwrite(handle, b"\1", at)
        else:
            (made,) = [name for name in system.names if name.startswith(str(BACKUPS))]
            system.ftruncate(handle, len(system.names[made].data))
        system.fsync(handle)
        system.close(handle)
        return system

    vault = opened(prepare().killed())
    expected, reason = content_of(vault), vault.state.readonly
    assert reason == ("damaged" if harm == "header" else harm)
    assert len(expected) == 2
    reasons: set[str | None] = set()

    def prove(machine: MemorySystem) -> None:
        left = opened(machine)
        reasons.add(left.state.readonly)
        assert content_of(left) == expected
        if left.state.readonly is None:
            assert check(left, full=True).healthy
        left.close()

    def act(system: FailingSystem) -> None:
        go_on(opened(system))

    print(f"crashes while going on ({harm}): {crash_everywhere(prepare, act, prove)} states")
    assert reasons == {reason, None}
