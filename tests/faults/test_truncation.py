"""Fault cases 2, 19: the file cut at every length, with and without the anchor."""

import pytest

from reflect.vault.compaction import compact
from reflect.vault.header import FRAMES_START
from tests.faults.small import FILE, frames, open_small, outcome, small_vault


def cut_each(*, anchor: bool, stride: int) -> int:
    small = small_vault()
    ends = {FRAMES_START}
    for frame in frames(small.raw):
        ends.add(max(ends) + len(frame))
    cuts = 0
    for length in sorted({*range(0, len(small.raw), stride), *(end for end in ends if end < len(small.raw))}):
        found = outcome(small, small.machine(small.raw[:length], anchor=anchor))
        cuts += 1
        assert found.wrong == 0
        complete = sum(1 for end in ends if FRAMES_START < end <= length) - 1
        assert found.readonly == "fault" or found.readable == max(complete, 0)
        at_border = length in ends and length > FRAMES_START + len(frames(small.raw)[0]) - 1
        # Without the anchor an earlier state of an append-only file is a valid state: nobody can tell.
        assert found.noticed or (at_border and not anchor), f"a cut at {length} went unnoticed"
    return cuts


@pytest.mark.parametrize("anchor", [True, False])
def test_cuts_at_some_lengths_are_noticed(*, anchor: bool) -> None:
    print(f"truncations, sampled, anchor={anchor}: {cut_each(anchor=anchor, stride=31)}")


@pytest.mark.long
@pytest.mark.parametrize("anchor", [True, False])
def test_cuts_at_each_length_are_noticed(*, anchor: bool) -> None:
    print(f"truncations, anchor={anchor}: {cut_each(anchor=anchor, stride=1)}")


def test_a_tail_after_the_anchor_is_put_aside_and_kept() -> None:
    small = small_vault()
    junk = b"\x01\x02\x03" * 100
    machine = small.machine(small.raw + junk, anchor=True)
    vault = open_small(machine)
    assert vault.state.cut_tail
    assert vault.state.readonly is None
    kept = [name for name in machine.names if ".torn-" in name]
    assert [bytes(machine.names[name].data) for name in kept] == [junk]
    vault.put("entries", "neu", {}, "geht weiter")
    vault.close()
    again = open_small(machine)
    assert not again.state.cut_tail
    assert again.body("entries", "neu") == "geht weiter"


def test_a_tail_of_zeros_is_cut_and_reported_but_not_kept() -> None:
    small = small_vault()
    machine = small.machine(small.raw + bytes(5000), anchor=True)
    vault = open_small(machine)
    assert vault.state.cut_tail
    assert not [name for name in machine.names if ".torn-" in name]
    assert bytes(machine.names[str(vault.store.layout.file)].data) == small.raw


def test_a_base_cut_short_is_damage_even_without_the_anchor() -> None:
    small = small_vault()
    machine = small.machine(small.raw, anchor=True)
    vault = open_small(machine)
    compact(vault)
    vault.close()
    raw = bytes(machine.names[FILE].data)
    kept = b"".join(frames(raw)[:-1])
    found = outcome(small, small.machine(raw[:FRAMES_START] + kept, anchor=False))
    assert found.readonly == "damaged"
    assert found.readable == len(small.content) - 1
