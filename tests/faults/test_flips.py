"""Fault case 21: a single flipped bit anywhere, with and without the anchor."""

import pytest

from reflect.vault.header import FRAMES_START
from tests.faults.small import frames, open_small, outcome, small_vault


def flip(raw: bytes, at: int) -> bytes:
    changed = bytearray(raw)
    changed[at] ^= 1 << at % 8
    return bytes(changed)


def flip_each(*, anchor: bool, stride: int) -> int:
    small = small_vault()
    count = len(small.content)
    flips = 0
    for at in range(0, len(small.raw), stride):
        found = outcome(small, small.machine(flip(small.raw, at), anchor=anchor))
        flips += 1
        assert found.noticed, f"a flip at {at} went unnoticed"
        assert found.wrong == 0, f"a flip at {at} changed what is read"
        assert found.readable >= count - 1, f"a flip at {at} spread"
        if at < FRAMES_START:
            assert found.readable == count
            assert found.readonly is None
    return flips


@pytest.mark.parametrize("anchor", [True, False])
def test_flips_at_some_bytes_are_noticed_and_do_not_spread(*, anchor: bool) -> None:
    print(f"bit flips, sampled, anchor={anchor}: {flip_each(anchor=anchor, stride=29)}")


@pytest.mark.long
@pytest.mark.parametrize("anchor", [True, False])
def test_flips_at_each_byte_are_noticed_and_do_not_spread(*, anchor: bool) -> None:
    print(f"bit flips, anchor={anchor}: {flip_each(anchor=anchor, stride=1)}")


def test_both_header_copies_flipped_is_damage_and_loses_nothing() -> None:
    small = small_vault()
    states = readable = 0
    for at in range(0, FRAMES_START // 2, 61):
        raw = flip(flip(small.raw, at), FRAMES_START // 2 + at)
        found = outcome(small, small.machine(raw, anchor=True))
        states += 1
        assert found.noticed
        assert found.wrong == 0
        assert found.readonly in ("damaged", "fault")
        readable += found.readable == len(small.content)
    print(f"both header copies flipped: {states}, everything readable: {readable}")
    assert readable > states * 0.8  # all but ids, salts, KDF parameters and the used slot


def test_a_flip_in_the_last_frame_is_damage_with_the_anchor_and_a_cut_without() -> None:
    small = small_vault()
    last = len(small.raw) - len(frames(small.raw)[-1])
    for at in range(last, last + 60, 7):
        raw = flip(small.raw, at)
        with_anchor = open_small(small.machine(raw, anchor=True)).state
        assert (with_anchor.readonly, with_anchor.cut_tail) == ("damaged", False)
        assert [number for number, _ in with_anchor.damage] == [len(frames(small.raw))]
        without = open_small(small.machine(raw, anchor=False)).state
        assert (without.readonly, without.cut_tail) == (None, True)


def test_a_healthy_vault_raises_no_alarm() -> None:
    small = small_vault()
    for anchor in (True, False):
        found = outcome(small, small.machine(small.raw, anchor=anchor))
        assert (found.noticed, found.readable, found.wrong) == (False, len(small.content), 0)
