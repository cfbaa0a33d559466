"""Fault cases 10, 12 and 13: a disk without room in the middle of something, and what an earlier crash left there."""

import errno

import pytest

from reflect.domain.fault import NotSaved
from reflect.vault.compaction import compact
from tests.faults.machines import FailingSystem, Torn
from tests.faults.small import FILE, open_small, small_vault
from tests.faults.story import STEPS, Story, content_of

NEW = f"{FILE}.new"


def full(_count: int, kind: str) -> None:
    """Half of what is written still fits."""
    if kind == "pwrite":
        raise Torn(errno.ENOSPC)


def test_case_10_a_stale_new_generation_stands_in_nobodys_way() -> None:
    small = small_vault()
    machine = small.machine(small.raw, anchor=True)
    vault = open_small(machine)
    handle = machine.open(vault.store.layout.new, create=True)
    machine.pwrite(handle, b"half a generation", 0)
    machine.close(handle)
    before = content_of(vault)
    compact(vault)
    assert NEW not in machine.names
    assert content_of(vault) == before


def test_case_12_after_a_full_disk_the_next_save_goes_on_where_the_last_one_stood() -> None:
    system = FailingSystem()
    story = Story(system)
    story.run(STEPS[:3])
    vault = story.open()
    end = vault.store.log.end
    system.plan = full
    with pytest.raises(NotSaved) as fault:
        vault.put("entries", "c", {}, "kein Platz")
    assert fault.value.reason == "no-space"
    assert len(system.names[FILE].data) == end, "the half frame is gone"
    system.plan = None
    vault.put("entries", "d", {}, "wieder Platz")
    assert vault.body("entries", "d") == "wieder Platz"
    story.keep(content_of(vault))
    for machine in system.survivors():
        assert story.recover(machine) is not None


def test_case_13_a_full_disk_in_compaction_changes_nothing_and_leaves_nothing() -> None:
    small = small_vault()
    healthy = small.machine(small.raw, anchor=True)
    system = FailingSystem()
    system.names, system.folders = healthy.names, healthy.folders
    vault = open_small(system)
    before, content = bytes(system.names[FILE].data), content_of(vault)
    system.plan = full
    with pytest.raises(NotSaved) as fault:
        compact(vault)
    assert fault.value.reason == "no-space"
    system.plan = None
    assert bytes(system.names[FILE].data) == before
    assert NEW not in system.names
    assert content_of(vault) == content
    vault.put("entries", "danach", {}, "geht weiter")
    assert vault.body("entries", "danach") == "geht weiter"
