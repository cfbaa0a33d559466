"""Corners that the stories do not reach: unreadable neighbours, absurd clocks, platforms without a call."""

import ctypes
import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reflect.domain.fault import NotAVault, NotSaved, VaultDamaged, VaultInUse, WrongUsage
from reflect.vault.anchor import Anchor, Mark
from reflect.vault.backup import back_up, backups_holding
from reflect.vault.check import check
from reflect.vault.compaction import compact
from reflect.vault.damage import moment
from reflect.vault.disk import DiskSystem
from reflect.vault.frame import BODIES_LIMIT, OPERATIONS_LIMIT
from reflect.vault.header import FRAMES_START
from reflect.vault.lock import holder
from reflect.vault.memory import harden_process
from reflect.vault.parts import Gap, read_parts
from reflect.vault.ram import MemorySystem
from reflect.vault.restore import preview_restore, restore
from reflect.vault.source import Source
from reflect.vault.vault import Vault
from tests.vault.worlds import ANCHORS, BACKUPS, FOLDER, World


def unreadable(world: World, name: str, monkeypatch: pytest.MonkeyPatch, number: int = errno.EACCES) -> None:
    """Refuse to open one file."""
    real = world.memory.open

    def refuse(path: Path, *, write: bool = False, create: bool = False) -> int:
        if path.name == name:
            raise OSError(number, os.strerror(number))
        return real(path, write=write, create=create)

    monkeypatch.setattr(world.memory, "open", refuse)


def test_an_absurd_time_is_no_time() -> None:
    assert moment(1 << 62) is None
    assert moment(None) is None


def test_a_twin_that_cannot_be_read_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    world.create()[0].close()
    world.memory.names[str(FOLDER / "vault 2.reflect")] = world.memory.names[str(FOLDER / "vault.reflect")]
    unreadable(world, "vault 2.reflect", monkeypatch)
    assert world.open().state.twins == ()


def test_a_vault_that_cannot_be_read_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    world.create()[0].close()
    unreadable(world, "vault.reflect", monkeypatch)
    with pytest.raises(NotSaved) as fault:
        world.open()
    assert fault.value.reason == "not-allowed"


def test_a_folder_with_the_vaults_name_is_no_vault() -> None:
    world = World()
    for folder in (FOLDER, FOLDER / "vault.reflect"):
        world.memory.folders.add(str(folder))
    with pytest.raises(NotAVault) as fault:
        world.open()
    assert fault.value.looks_like == "folder"


def test_an_anchor_under_another_vaults_name_does_not_count() -> None:
    world, key = World(), bytes(32)
    one = Anchor(world.system, ANCHORS, b"1" * 16)
    one.write(Mark(3, 1, bytes(16)), key)
    two = Anchor(world.system, ANCHORS, b"2" * 16)
    world.memory.names[str(two.path)] = world.memory.names[str(one.path)]
    assert one.read(key) == Mark(3, 1, bytes(16))
    assert two.read(key) is None


def test_a_backup_that_cannot_be_read_may_hold_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    vault, _ = world.create()
    made = back_up(vault, BACKUPS)
    assert backups_holding(vault, BACKUPS, "entries", "a") == ()
    world.memory.names[str(made.path)].data[:] = b"x" * 10_000
    assert [found.path for found in backups_holding(vault, BACKUPS, "entries", "a")] == [made.path]
    unreadable(world, made.path.name, monkeypatch)
    assert [found.path for found in backups_holding(vault, BACKUPS, "entries", "a")] == [made.path]


def test_a_backup_of_a_vault_whose_frames_changed_under_it_is_refused() -> None:
    world = World()
    vault, _ = world.create()
    vault.put("entries", "a", {}, "x")
    vault.put("entries", "b", {}, "y")
    world.data()[vault.store.log.index.tables["entries"]["a"].position - 5] ^= 1
    with pytest.raises(VaultDamaged):
        back_up(vault, BACKUPS)
    world.data()[100] ^= 1
    with pytest.raises(VaultDamaged):
        back_up(vault, BACKUPS)
    assert world.system.listdir(BACKUPS) == []


def test_a_vault_under_its_own_name_can_be_restored_from_elsewhere() -> None:
    world = World()
    vault, _ = world.create()
    vault.put("entries", "a", {}, "x")
    vault.close()
    stick = Path("/stick/vault.reflect")
    world.memory.names[str(stick)] = world.memory.names[str(FOLDER / "vault.reflect")]
    del world.memory.names[str(FOLDER / "vault.reflect")]
    assert preview_restore(FOLDER, stick, "pass", world.surroundings).documents == 1
    restore(FOLDER, stick, "pass", world.surroundings)
    assert world.open().body("entries", "a") == "x"


def test_a_backup_with_a_torn_end_is_not_restored() -> None:
    world = World()
    vault, _ = world.create()
    made = back_up(vault, BACKUPS)
    vault.close()
    world.memory.names[str(made.path)].data.extend(b"half a frame")
    with pytest.raises(VaultDamaged):
        restore(FOLDER, made.path, "pass", world.surroundings)
    with pytest.raises(WrongUsage):
        restore(FOLDER, FOLDER / "vault.reflect", "pass", world.surroundings)


def test_restore_waits_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    vault, _ = world.create()
    made = back_up(vault, BACKUPS)
    with pytest.raises(VaultInUse):
        restore(FOLDER, made.path, "pass", world.surroundings)
    vault.close()
    unreadable(world, "vault.reflect", monkeypatch)
    with pytest.raises(NotSaved):
        restore(FOLDER, made.path, "pass", world.surroundings)


def test_a_lock_note_that_says_nothing_is_no_error() -> None:
    world = World()
    vault, _ = world.create()
    world.data("vault.reflect.lock")[:] = b"\xff not JSON"
    assert holder(world.system, FOLDER / "vault.reflect.lock") == (None, None)
    assert world.open(write=False).state.holder == (None, None)
    vault.close()


def test_a_full_disk_still_locks() -> None:
    class Full(MemorySystem):
        def pwrite(self, handle: int, data: bytes, offset: int) -> int:
            if data.startswith(b'{"pid"'):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return super().pwrite(handle, data, offset)

    world = World(Full())
    vault, _ = world.create()
    with pytest.raises(VaultInUse):
        world.open()
    vault.close()


def test_a_mark_at_the_border_of_two_windows_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    vault, _ = world.create()
    for number in range(5):
        vault.put("entries", str(number), {}, "x")
    source = Source.of(world.system, vault.store.handle, vault.store.header, vault.store.keys)
    world.data()[FRAMES_START : FRAMES_START + 4] = b"XXXX"
    for window in range(5, 64, 7):
        monkeypatch.setattr("reflect.vault.parts._WINDOW", window)
        parts = list(read_parts(source))
        assert isinstance(parts[0], Gap)
        assert len(parts) == 6


def test_a_batch_larger_than_a_frame_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (OPERATIONS_LIMIT, BODIES_LIMIT) == (64 << 20, 1 << 30)
    world = World()
    vault, _ = world.create()
    monkeypatch.setattr("reflect.vault.sealing.BODIES_LIMIT", 1000)
    with pytest.raises(ValueError, match="1 GiB"):
        vault.put("entries", "a", {}, "x" * 2000)
    monkeypatch.undo()
    vault.put("entries", "a", {}, "x" * 2000)


def test_a_frame_with_much_in_it_is_read_in_two_steps() -> None:
    world = World()
    vault, _ = world.create()
    vault.put("entries", "a", {"long": "x" * 200_000}, "y")
    vault.close()
    assert len(world.open().records("entries")["a"]["long"]) == 200_000


def test_check_counts_a_header_that_was_lost_since() -> None:
    world = World()
    vault, _ = world.create()
    for at in (100, 4200):
        world.data()[at] ^= 1
    report = check(vault)
    assert (report.healthy, report.header_copies, report.damage) == (False, 0, ((0, None),))


def test_a_rename_that_fails_leaves_the_vault_usable(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    vault, _ = world.create()
    vault.put("entries", "a", {}, "x")

    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, "no")

    monkeypatch.setattr(world.memory, "replace", refuse)
    with pytest.raises(NotSaved):
        compact(vault)
    monkeypatch.undo()
    vault.put("entries", "b", {}, "y")
    vault.close()
    assert set(world.open().records("entries")) == {"a", "b"}


def test_threads_write_one_after_the_other() -> None:
    world = World()
    vault, _ = world.create()

    def write(name: str) -> Callable[[], None]:
        def run() -> None:
            for number in range(40):
                vault.put(name, str(number), {"n": number}, name)
                if number == 20:
                    compact(vault)

        return run

    threads = [threading.Thread(target=write(name)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    vault.close()
    vault = world.open()
    assert (vault.state.entries, check(vault, full=True).healthy) == (160, True)


def test_hardening_in_this_process_is_only_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    asked: list[Any] = []

    class Library:
        @staticmethod
        def prctl(*arguments: int) -> int:
            asked.append(arguments)
            return 0

    monkeypatch.setattr(resource, "setrlimit", lambda *arguments: asked.append(arguments))
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Library)
    monkeypatch.setattr("sys.platform", "linux")
    assert harden_process() == ("core-limit", "not-dumpable")
    assert asked == [(resource.RLIMIT_CORE, (0, 0)), (4, 0, 0, 0, 0)]

    def refuse(*_: object, **__: object) -> None:
        raise OSError(1, "not permitted")

    monkeypatch.setattr(resource, "setrlimit", refuse)
    monkeypatch.setattr(ctypes, "CDLL", refuse)
    assert harden_process() == ()


def test_windows_flushes_no_folder_and_a_foreign_lock_is_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = DiskSystem()
    assert not system.locked(tmp_path / "none")
    system.unlock(99_999)
    monkeypatch.setattr(DiskSystem, "flushes_folders", False)
    system.fsync_dir(Path("/does/not/exist"))


def test_a_closed_vault_is_closed_for_good() -> None:
    world = World()
    vault, _ = world.create()
    store = vault.store
    vault.close()
    store.close()
    assert isinstance(vault, Vault)
    with pytest.raises(RuntimeError):
        vault.put("entries", "a", {})
