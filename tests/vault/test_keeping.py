"""Compaction, purge, backup, restore, salvage and check."""

from datetime import timedelta
from pathlib import Path

import pytest

from reflect.domain.fault import NotFound, ReadOnly, VaultDamaged, WrongUsage
from reflect.vault.backup import back_up, backup_due, backups, backups_holding
from reflect.vault.check import check
from reflect.vault.compaction import WORTHWHILE, compact, compaction_due, purge
from reflect.vault.passphrase import change_keys
from reflect.vault.restore import preview_restore, restore
from reflect.vault.salvage import go_on
from reflect.vault.vault import Vault
from tests.vault.worlds import BACKUPS, FOLDER, NOON, World


def filled(world: World) -> Vault:
    vault, _ = world.create()
    for number in range(5):
        vault.put("entries", f"e{number}", {"n": number}, f"Text {number}")
    return vault


def test_compaction_frees_what_is_dead_and_keeps_the_rest() -> None:
    world = World()
    vault = filled(world)
    for _ in range(20):
        vault.put("entries", "e0", {"n": 0}, "immer wieder neu")
    vault.remove("entries", "e4")
    sequence, salt = vault.state.sequence, vault.store.header.generation_salt
    freed = compact(vault)
    assert freed > 0
    assert vault.state.sequence > sequence
    assert vault.store.header.generation_salt != salt
    assert vault.state.created == NOON
    vault.close()
    vault = world.open()
    assert {doc_id: body for doc_id, _, body in vault.scan("entries")} == {
        "e0": "immer wieder neu", "e1": "Text 1", "e2": "Text 2", "e3": "Text 3",
    }  # fmt: skip
    assert check(vault, full=True).healthy


def test_compaction_is_due_when_more_than_half_and_8_mib_are_dead() -> None:
    world = World()
    vault = filled(world)
    vault.put("entries", "big", {}, "x" * (WORTHWHILE // 2))
    vault.put("entries", "big", {}, "x" * (WORTHWHILE // 2))
    assert not compaction_due(vault)
    vault.put("entries", "big", {}, "x" * (WORTHWHILE // 2))
    vault.put("entries", "big", {}, "")
    assert compaction_due(vault)
    compact(vault)
    assert not compaction_due(vault)
    assert vault.state.dead_bytes < 1000


def test_compaction_never_drops_a_damaged_body() -> None:
    world = World()
    vault = filled(world)
    entry = vault.store.log.index.tables["entries"]["e1"]
    world.data()[entry.position + 40] ^= 1
    before = bytes(world.data())
    with pytest.raises(VaultDamaged):
        compact(vault)
    assert bytes(world.data()) == before
    assert not world.system.exists(FOLDER / "vault.reflect.new")
    vault.put("entries", "e9", {}, "geht noch")


def test_purge_removes_tails_and_says_what_remains() -> None:
    world = World()
    filled(world).close()
    world.data().extend(b"unfinished")
    vault = world.open()
    assert vault.state.cut_tail
    assert check(vault).tails == ("vault.reflect.torn-7",)
    vault.put("entries", "secret", {}, "soll weg")
    old = back_up(vault, BACKUPS)
    vault.remove("entries", "secret")
    report = purge(vault)
    assert (report.tails, report.remaining) == (1, ())
    assert check(vault).tails == ()
    assert backups_holding(vault, BACKUPS, "entries", "secret") == (old,)
    assert backups_holding(vault, BACKUPS, "entries", "never") == ()


def test_backups_are_verified_and_the_oldest_goes_first() -> None:
    world = World()
    vault = filled(world)
    assert backup_due(None, world.now())
    for number in range(4):
        vault.put("entries", "e0", {"n": number})
        made = back_up(vault, BACKUPS, keep=2)
        # A clock that is set back must not make the newest the oldest.
        world.later(days=-3)
    found = backups(world.system, BACKUPS, vault.state.vault_id)
    assert (len(found), found[-1]) == (2, made)
    assert not backup_due(made, made.taken + timedelta(days=6))
    assert backup_due(made, made.taken + timedelta(days=7))
    assert backup_due(made, made.taken - timedelta(days=1))
    assert backups(world.system, BACKUPS, "f" * 32) == ()
    assert backups(world.system, Path("/nowhere"), vault.state.vault_id) == ()


def test_a_backup_that_does_not_read_back_pushes_none_out() -> None:
    world = World()
    vault = filled(world)
    good = back_up(vault, BACKUPS, keep=1)
    entry = vault.store.log.index.tables["entries"]["e1"]
    world.data()[entry.position + 40] ^= 1
    world.later(hours=1)
    with pytest.raises(VaultDamaged):
        back_up(vault, BACKUPS, keep=1)
    assert backups(world.system, BACKUPS, vault.state.vault_id) == (good,)
    assert world.system.listdir(BACKUPS) == [good.path.name]


def test_a_backup_opens_for_reading_whatever_the_anchor_says() -> None:
    world = World()
    vault = filled(world)
    made = back_up(vault, BACKUPS)
    vault.put("entries", "later", {})
    vault.close()
    backup = world.open(place=made.path)
    assert (backup.state.readonly, backup.state.entries) == ("backup", 5)
    with pytest.raises(ReadOnly):
        back_up(backup, BACKUPS)
    backup.close()


def test_restore_brings_the_backup_and_keeps_the_vault_so_far() -> None:
    world = World()
    vault = filled(world)
    made = back_up(vault, BACKUPS)
    vault.put("entries", "later", {"n": 1}, "nach der Sicherung")
    vault.put("entries", "e0", {"n": 100})
    vault.remove("entries", "e1")
    sequence = vault.state.sequence
    vault.close()
    seen = preview_restore(FOLDER, made.path, "pass", world.surroundings)
    assert (seen.documents, seen.comparable) == (5, True)
    assert (seen.brings, seen.changes, seen.loses) == (
        (("entries", "e1"),), (("entries", "e0"),), (("entries", "later"),),
    )  # fmt: skip
    before = bytes(world.data())
    kept = restore(FOLDER, made.path, "pass", world.surroundings)
    assert kept == FOLDER / "vault.reflect.before-restore"
    assert bytes(world.memory.names[str(kept)].data) == before
    vault = world.open()
    assert vault.state.readonly is None
    assert vault.state.sequence > sequence
    assert vault.body("entries", "e1") == "Text 1"
    assert vault.record("entries", "later") is None
    vault.put("entries", "neu", {})
    vault.close()
    assert restore(FOLDER, made.path, "pass", world.surroundings) == FOLDER / "vault.reflect.before-restore-2"
    with pytest.raises(WrongUsage):
        restore(FOLDER, FOLDER, "pass", world.surroundings)


def test_restore_into_an_empty_place_and_over_a_damaged_vault() -> None:
    world = World()
    vault = filled(world)
    made = back_up(vault, BACKUPS)
    vault.close()
    del world.memory.names[str(FOLDER / "vault.reflect")]
    assert restore(FOLDER, made.path, "pass", world.surroundings) is None
    world.open().close()
    world.data()[:] = b"<html>sync failed</html>"
    assert not preview_restore(FOLDER, made.path, "pass", world.surroundings).comparable
    assert restore(FOLDER, made.path, "pass", world.surroundings) is not None
    vault = world.open()
    assert (vault.state.readonly, vault.state.entries) == (None, 5)


def test_restore_refuses_a_damaged_backup_another_vault_and_nothing() -> None:
    world, other = World(), World()
    vault = filled(world)
    made = back_up(vault, BACKUPS)
    vault.close()
    filled(other).close()
    other.memory.names[str(made.path)] = world.memory.names[str(made.path)]
    before = bytes(other.data())
    with pytest.raises(WrongUsage):
        restore(FOLDER, made.path, "pass", other.surroundings)
    world.memory.names[str(made.path)].data[9000] ^= 1
    with pytest.raises(VaultDamaged):
        restore(FOLDER, made.path, "pass", world.surroundings)
    with pytest.raises(NotFound):
        restore(FOLDER, BACKUPS / "none.reflect", "pass", world.surroundings)
    assert bytes(other.data()) == before


def test_a_backup_from_before_a_change_of_keys_restores_with_its_own_passphrase() -> None:
    world = World()
    vault = filled(world)
    made = back_up(vault, BACKUPS)
    change_keys(vault, "neu")
    vault.close()
    restore(FOLDER, made.path, "pass", world.surroundings)
    vault = world.open("pass")
    assert (vault.state.readonly, vault.state.entries) == (None, 5)


def test_salvage_keeps_everything_readable_and_names_what_is_lost() -> None:
    world = World()
    vault = filled(world)
    positions = {doc_id: entry.position for doc_id, entry in vault.store.log.index.tables["entries"].items()}
    vault.close()
    damaged = bytearray(world.data())
    damaged[positions["e1"] - 30] ^= 1  # in the operations of its frame
    damaged[positions["e3"] + 40] ^= 1  # in a body
    world.data()[:] = damaged
    vault = world.open()
    assert vault.state.readonly == "damaged"
    assert [number for number, _ in vault.state.damage] == [3]
    assert vault.state.damage[0][1] == NOON
    with pytest.raises(ReadOnly):
        compact(vault)
    report = go_on(vault)
    assert (report.documents, report.without_body) == (4, (("entries", "e3"),))
    assert report.kept is not None
    assert bytes(world.memory.names[str(report.kept)].data) == bytes(damaged)
    vault = world.open()
    assert vault.state.readonly is None
    assert set(vault.records("entries")) == {"e0", "e2", "e3", "e4"}
    assert check(vault, full=True).healthy
    with pytest.raises(WrongUsage):
        go_on(vault)


def test_going_on_after_a_rollback_is_an_explicit_choice() -> None:
    world = World()
    vault = filled(world)
    older = bytes(world.data())
    vault.put("entries", "e9", {})
    expected = vault.state.sequence
    vault.close()
    newer = bytes(world.data())
    world.data()[:] = older
    vault = world.open()
    assert vault.state.rollback == (expected - 1, expected)
    go_on(vault)
    vault = world.open()
    assert (vault.state.readonly, vault.state.entries) == (None, 5)
    assert vault.state.sequence > expected
    vault.close()
    # The newer file from before the choice is now the one that does not belong.
    world.data()[:] = newer
    assert world.open().state.readonly == "rolled-back"


def test_check_finds_what_changed_after_opening() -> None:
    world = World()
    vault = filled(world)
    vault.put("cases", "k", {}, "im Kasten")
    report = check(vault, full=True)
    assert (report.healthy, report.documents, report.bodies, report.header_copies, report.anchor) == (
        True, 6, 6, 2, True,
    )  # fmt: skip
    entry = vault.store.log.index.tables["entries"]["e2"]
    world.data()[entry.position + 20] ^= 4
    assert check(vault).healthy
    report = check(vault, full=True)
    assert (report.healthy, [place[:2] for place in report.damaged_bodies]) == (False, [("entries", "e2")])
    world.data()[vault.store.log.tag_at] ^= 1
    assert check(vault).damage == ((7, NOON),)
    world.data()[100] ^= 1
    assert check(vault).header_copies == 1
