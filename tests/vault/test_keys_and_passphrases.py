"""Passphrases, recovery keys, rekeying, calibration and bounds."""

import itertools
import random
import zlib

import pytest

from reflect.domain.fault import NewerFormat, WrongPassphrase, WrongUsage
from reflect.vault.check import check
from reflect.vault.header import COPY_SIZE, HeaderCopy
from reflect.vault.passphrase import change_keys, change_passphrase, create_recovery
from reflect.vault.policy import CEILING_MEMORY_KIB, FLOOR_MEMORY_KIB, FLOOR_PASSES, KdfPolicy
from reflect.vault.recovery import ALPHABET, RecoveryKey
from tests.vault.worlds import World

KEY = RecoveryKey.create(random.Random(7).randbytes)  # noqa: S311 - a made-up key that stays the same


def test_a_recovery_key_is_read_as_people_type_it() -> None:
    assert len(KEY.groups) == 7
    assert all(len(group) == 5 for group in KEY.groups)
    sloppy = KEY.text.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    for typed in (KEY.text, sloppy, "".join(KEY.groups), f"  {KEY.text}\n", KEY.text.replace("-", "–")):
        assert RecoveryKey.parse(typed).secret == KEY.secret
    assert KEY.text not in repr(KEY)


def test_each_single_mistake_is_named_with_its_group() -> None:
    symbols = "".join(KEY.groups)
    tried = 0
    for place, wrong in itertools.product(range(len(symbols)), ALPHABET):
        if wrong != symbols[place]:
            tried += 1
            assert RecoveryKey.mistakes(symbols[:place] + wrong + symbols[place + 1 :]) == (place // 5 + 1,)
    print(f"typing mistakes tried: {tried}")


def test_swapped_neighbours_and_swapped_groups_are_noticed() -> None:
    symbols = "".join(KEY.groups)
    for place in range(len(symbols) - 1):
        if place % 5 != 4 and symbols[place] != symbols[place + 1]:
            swapped = symbols[:place] + symbols[place + 1] + symbols[place] + symbols[place + 2 :]
            assert RecoveryKey.mistakes(swapped) == (place // 5 + 1,)
    for first, second in itertools.combinations(range(7), 2):
        groups = list(KEY.groups)
        groups[first], groups[second] = groups[second], groups[first]
        assert RecoveryKey.mistakes("".join(groups)) == (first + 1, second + 1)


def test_a_mistyped_key_says_what_is_wrong() -> None:
    with pytest.raises(WrongUsage) as fault:
        RecoveryKey.parse(KEY.text[:-1])
    assert (fault.value.what, fault.value.facts["symbols"]) == ("recovery-shape", 34)
    wrong = KEY.groups[0][:-1] + ALPHABET[ALPHABET.index(KEY.groups[0][-1]) ^ 1]
    with pytest.raises(WrongUsage) as fault:
        RecoveryKey.parse("-".join((wrong, *KEY.groups[1:])))
    assert (fault.value.what, fault.value.facts["groups"]) == ("recovery-mistyped", (1,))


def test_the_recovery_key_opens_and_sets_a_new_passphrase() -> None:
    world = World()
    vault, recovery = world.create("vergessen")
    vault.put("entries", "a", {}, "x")
    vault.close()
    vault = world.open(recovery.text.lower())
    assert vault.body("entries", "a") == "x"
    change_passphrase(vault, recovery.text, "gemerkt", rekey=False)
    vault.close()
    with pytest.raises(WrongPassphrase):
        world.open("vergessen")
    vault = world.open("gemerkt")
    assert vault.state.passphrases == 1
    assert vault.check_recovery(recovery.text)


def test_a_changed_passphrase_replaces_the_old_one_in_both_copies() -> None:
    world = World()
    vault, _ = world.create("alt")
    with pytest.raises(WrongPassphrase):
        change_passphrase(vault, "falsch", "neu", rekey=False)
    assert change_passphrase(vault, "alt", "neu", rekey=False) is None
    vault.close()
    with pytest.raises(WrongPassphrase):
        world.open("alt")
    world.open("neu").close()


@pytest.mark.parametrize("copy", [0, COPY_SIZE])
def test_an_outdated_header_copy_does_not_let_the_old_passphrase_in(copy: int) -> None:
    world = World()
    vault, _ = world.create("alt")
    outdated = bytes(world.data()[:COPY_SIZE])
    change_passphrase(vault, "alt", "neu", rekey=False)
    vault.close()
    world.data()[copy : copy + COPY_SIZE] = outdated
    with pytest.raises(WrongPassphrase):
        world.open("alt")
    vault = world.open("neu")
    assert vault.state.repaired == (("header-a",) if copy == 0 else ("header-b",))
    assert check(vault).header_copies == 2


def test_rekeying_ends_every_old_way_in() -> None:
    world = World()
    vault, recovery = world.create("alt")
    vault.put("entries", "a", {"t": 1}, "Text")
    vault.draft.save("angefangen")
    old_header = bytes(world.data()[: 2 * COPY_SIZE])
    master = bytes(vault.store.keys.master)
    renewed = change_passphrase(vault, "alt", "neu", rekey=True)
    assert renewed is not None
    assert bytes(vault.store.keys.master) != master
    assert (vault.body("entries", "a"), vault.draft.load()) == ("Text", "angefangen")
    vault.close()
    for old in ("alt", recovery.text):
        with pytest.raises(WrongPassphrase):
            world.open(old)
    vault = world.open(renewed.text)
    assert (vault.state.recovery_keys, vault.state.passphrases, vault.state.recovery_confirmed) == (1, 1, False)
    assert (vault.body("entries", "a"), vault.draft.load()) == ("Text", "angefangen")
    vault.close()
    # With the old header in place the old passphrase gets a key that reads nothing.
    world.data()[: 2 * COPY_SIZE] = old_header
    vault = world.open("alt")
    assert (vault.state.readonly, vault.state.entries) == ("damaged", 0)


def test_rekeying_can_raise_the_cost_of_a_guess() -> None:
    world = World()
    vault, _ = world.create()
    change_keys(vault, "neu", policy=KdfPolicy(2, 16, 1))
    vault.close()
    assert world.open("neu").store.header.kdf == KdfPolicy(2, 16, 1)


def test_a_new_recovery_key_replaces_the_old_one() -> None:
    world = World()
    vault, old = world.create()
    vault.confirm_recovery()
    new = create_recovery(vault)
    assert (vault.check_recovery(new.text), vault.check_recovery(old.text)) == (True, False)
    assert not vault.state.recovery_confirmed
    vault.close()
    with pytest.raises(WrongPassphrase):
        world.open(old.text)
    world.open(new.text).close()


@pytest.mark.parametrize(("seconds", "memory"), [(0.01, CEILING_MEMORY_KIB), (0.2, 4), (0.5, 2), (3.0, 1)])
def test_calibration_aims_at_one_second_within_bounds(
    seconds: float, memory: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KdfPolicy, "stretch", lambda *_: bytes(32))
    # One probe is disturbed by something else on the machine; it does not count.
    ticks = iter([100.0, 100.0 + seconds, 200.0, 200.0 + seconds * 9, 300.0, 300.0 + seconds])
    policy = KdfPolicy.default(clock=lambda: next(ticks))
    assert policy.passes == FLOOR_PASSES
    assert policy.memory_kib == min(FLOOR_MEMORY_KIB * memory, CEILING_MEMORY_KIB)
    assert policy.bearable
    assert not policy.weak


def test_a_newer_format_is_named_not_read() -> None:
    world = World()
    vault, _ = world.create()
    vault.close()
    raw = bytearray(world.data())
    for at in (0, COPY_SIZE):
        raw[at + 8] = 2
        checksum = zlib.crc32(raw[at : at + 4060])
        raw[at + 4060 : at + 4064] = checksum.to_bytes(4, "little")
    world.data()[:] = raw
    with pytest.raises(NewerFormat) as fault:
        world.open()
    assert (fault.value.found, fault.value.known) == (2, 1)


def test_a_header_with_a_forged_checksum_is_not_genuine() -> None:
    world = World()
    vault, _ = world.create()
    raw = bytearray(world.data()[:COPY_SIZE])
    raw[12] += 1
    raw[4060:4064] = zlib.crc32(raw[:4060]).to_bytes(4, "little")
    copy = HeaderCopy.parse(bytes(raw))
    assert copy.intact
    assert not copy.genuine(vault.store.keys.header)
    vault.close()
    for at in (0, COPY_SIZE):
        world.data()[at : at + COPY_SIZE] = raw
    assert world.open().state.readonly == "damaged"
