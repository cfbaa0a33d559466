"""Fault cases 19, 20 and 22: frames dropped, swapped, repeated, spliced; older files put back."""

import itertools

import pytest

from reflect.domain.fault import VaultDamaged
from reflect.vault.compaction import compact
from reflect.vault.header import FRAMES_START
from tests.faults.small import FILE, Small, frames, open_small, outcome, small_vault


def with_frames(small: Small, parts: list[bytes]) -> bytes:
    return small.raw[:FRAMES_START] + b"".join(parts)


def test_a_dropped_frame_is_noticed_and_costs_only_itself() -> None:
    small = small_vault()
    parts = frames(small.raw)
    for number, anchor in itertools.product(range(len(parts)), (True, False)):
        left = parts[:number] + parts[number + 1 :]
        found = outcome(small, small.machine(with_frames(small, left), anchor=anchor))
        last = number == len(parts) - 1
        assert found.wrong == 0
        assert found.readable >= len(small.content) - 1
        # The last frame alone is a rollback, which only the anchor can tell.
        assert found.readonly == (("rolled-back" if anchor else None) if last else "damaged")
    print(f"frames dropped: {2 * len(parts)}")


def test_swapped_frames_are_noticed_and_lose_nothing() -> None:
    small = small_vault()
    parts = frames(small.raw)
    pairs = list(itertools.combinations(range(len(parts)), 2))
    for first, second in pairs:
        mixed = list(parts)
        mixed[first], mixed[second] = mixed[second], mixed[first]
        found = outcome(small, small.machine(with_frames(small, mixed), anchor=True))
        assert (found.readonly, found.wrong, found.readable) == ("damaged", 0, len(small.content))
    print(f"frames swapped: {len(pairs)}")


def test_repeated_frames_are_noticed_and_change_nothing() -> None:
    small = small_vault()
    parts = frames(small.raw)
    places = list(itertools.product(range(len(parts)), range(len(parts) + 1)))
    for number, place in places:
        mixed = [*parts[:place], parts[number], *parts[place:]]
        for anchor in (True, False):
            found = outcome(small, small.machine(with_frames(small, mixed), anchor=anchor))
            assert (found.noticed, found.wrong, found.readable) == (True, 0, len(small.content))
    print(f"frames repeated: {2 * len(places)}")


def test_frames_of_another_vault_do_not_count() -> None:
    small, other = small_vault(), small_vault("anders")
    parts = frames(small.raw)
    for number, place in itertools.product(frames(other.raw), range(len(parts) + 1)):
        mixed = [*parts[:place], number, *parts[place:]]
        found = outcome(small, small.machine(with_frames(small, mixed), anchor=True))
        assert (found.noticed, found.wrong, found.readable) == (True, 0, len(small.content))
    print(f"frames spliced: {len(frames(other.raw)) * (len(parts) + 1)}")


def test_frames_of_an_older_generation_do_not_count() -> None:
    small = small_vault()
    machine = small.machine(small.raw, anchor=True)
    vault = open_small(machine)
    vault.put("entries", "e0", {"title": "neu"}, "neu")
    older = bytes(machine.names[FILE].data)
    vault.remove("entries", "e0")
    compact(vault)
    vault.close()
    raw = bytes(machine.names[FILE].data)
    machine.names[FILE].data += frames(older)[-1]
    again = open_small(machine)
    assert again.state.cut_tail
    assert again.record("entries", "e0") is None
    assert bytes(machine.names[FILE].data) == raw


def test_garbage_between_frames_is_noticed_and_loses_nothing() -> None:
    small = small_vault()
    parts = frames(small.raw)
    for place in range(len(parts)):
        mixed = [*parts[:place], b"FRM1" + b"\x55" * 77, *parts[place:]]
        found = outcome(small, small.machine(with_frames(small, mixed), anchor=False))
        assert (found.readonly, found.wrong, found.readable) == ("damaged", 0, len(small.content))


def test_an_older_file_put_back_is_noticed_with_the_anchor() -> None:
    small = small_vault()
    machine = small.machine(small.raw, anchor=True)
    vault = open_small(machine)
    older = bytes(machine.names[FILE].data)
    vault.put("entries", "neu", {}, "x")
    vault.close()
    machine.names[FILE].data[:] = older
    again = open_small(machine)
    assert again.state.readonly == "rolled-back"
    assert again.state.rollback == (small_sequence(small), small_sequence(small) + 1)


def small_sequence(small: Small) -> int:
    return len(frames(small.raw))


def test_another_history_of_the_same_length_is_noticed() -> None:
    small = small_vault()
    one, two = small.machine(small.raw, anchor=True), small.machine(small.raw, anchor=True)
    for machine, text in ((one, "a"), (two, "b")):
        vault = open_small(machine)
        vault.put("entries", "neu", {}, text)
        vault.close()
    one.names[FILE].data[:] = two.names[FILE].data
    assert open_small(one).state.readonly == "rolled-back"


def test_an_old_header_over_newer_frames_is_noticed_without_the_anchor() -> None:
    small = small_vault()
    machine = small.machine(small.raw, anchor=False)
    vault = open_small(machine)
    vault.confirm_recovery()
    vault.close()
    machine.names[FILE].data[:FRAMES_START] = small.raw[:FRAMES_START]
    for name in [name for name in machine.names if name.endswith(".anchor")]:
        del machine.names[name]
    assert open_small(machine).state.readonly == "rolled-back"


def test_a_frame_of_another_history_of_the_same_vault_is_noticed() -> None:
    small = small_vault()
    histories = []
    for text in ("a", "b"):
        machine = small.machine(small.raw, anchor=True)
        vault = open_small(machine)
        vault.put("entries", "eins", {}, text)
        vault.put("entries", "zwei", {}, text)
        vault.close()
        histories.append(frames(bytes(machine.names[FILE].data)))
    mixed = [*histories[0][:-1], histories[1][-1]]
    found = outcome(small, small.machine(with_frames(small, mixed), anchor=False))
    assert found.readonly == "damaged"


def test_an_older_body_of_the_same_document_is_noticed() -> None:
    small = small_vault()
    machine = small.machine(small.raw, anchor=True)
    vault = open_small(machine)
    index = vault.store.log.index
    vault.put("entries", "x", {}, "alte Fassung")
    old = index.tables["entries"]["x"]
    vault.put("entries", "x", {}, "neue Fassung")
    new = index.tables["entries"]["x"]
    data = machine.names[FILE].data
    data[new.position : new.position + new.body.length] = data[old.position : old.position + old.body.length]
    with pytest.raises(VaultDamaged):
        vault.body("entries", "x")
    assert "x" not in {doc_id for doc_id, _ in vault.bodies("entries")}


def test_no_nonce_is_used_twice() -> None:
    small = small_vault()
    machine = small.machine(small.raw, anchor=True)
    vault = open_small(machine)
    nonces: list[bytes] = []
    for _ in range(3):
        for doc_id in ("a", "b"):
            vault.put("entries", doc_id, {}, "Text")
        compact(vault)
        nonces += [frame[24:36] for frame in frames(bytes(machine.names[FILE].data))]
    assert len(set(nonces)) == len(nonces)
