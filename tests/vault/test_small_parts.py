"""Padding, the draft, memory hygiene and the machine."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reflect.domain.fault import NotSaved
from reflect.vault.body import binding
from reflect.vault.memory import harden_process
from reflect.vault.padding import pad_body, pad_operations, padme
from reflect.vault.system import DiskSystem
from tests.vault.worlds import FOLDER, World


@given(st.integers(1, 1 << 40))
def test_padme_grows_by_at_most_12_percent_and_has_few_sizes(length: int) -> None:
    bucket = padme(length)
    assert length <= bucket <= length * 1.12
    assert padme(bucket) == bucket
    mantissa = bucket >> (bucket & -bucket).bit_length() - 1
    assert mantissa.bit_length() <= bucket.bit_length().bit_length() + 1


def test_texts_of_similar_length_have_one_size() -> None:
    assert {len(pad_body(bytes(size))) for size in range(1, 513)} == {512}
    assert len({len(pad_body(bytes(size))) for size in range(3000, 4000)}) < 20
    assert {len(pad_operations(bytes(size))) % 256 for size in range(1, 600)} == {0}


@given(st.tuples(st.text(), st.text()), st.tuples(st.text(), st.text()))
@example(("t", "a"), ("t", "b"))
@example(("s", "a"), ("t", "a"))
@example(("ab", "c"), ("a", "bc"))
def test_no_two_names_are_bound_alike(one: tuple[str, str], two: tuple[str, str]) -> None:
    assert (binding(bytes(16), *one) == binding(bytes(16), *two)) == (one == two)


def test_the_draft_survives_and_is_cleared() -> None:
    world = World()
    vault, _ = world.create()
    assert vault.draft.load() is None
    for text in ("a", "ab", "ab\n\ud83d", "x" * 100_000):
        vault.draft.save(text)
        assert vault.draft.load() == text
    vault.close()
    vault = world.open()
    assert vault.draft.load() == "x" * 100_000
    vault.draft.save("danach")
    assert vault.draft.load() == "danach"
    vault.draft.clear()
    assert vault.draft.load() is None
    assert not [name for name in world.memory.names if ".draft" in name]


def test_a_draft_can_be_sealed_before_locking_and_stored_after_unlocking(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    vault, _ = world.create()
    vault.draft.save("gespeichert")

    def full(*_: object) -> int:
        raise OSError(28, "full")

    monkeypatch.setattr(world.memory, "pwrite", full)
    with pytest.raises(NotSaved) as fault:
        vault.draft.save("zuletzt getippt")
    assert (fault.value.reason, vault.draft.load()) == ("no-space", "gespeichert")
    sealed = vault.draft.seal("zuletzt getippt")
    vault.lock()
    assert b"getippt" not in sealed
    monkeypatch.undo()
    vault = world.open()
    vault.draft.store(sealed)
    assert vault.draft.load() == "zuletzt getippt"


def test_drafts_of_similar_length_have_one_size() -> None:
    world = World()
    vault, _ = world.create()
    sizes = set()
    for count in range(0, 400, 40):
        vault.draft.save("x" * count)
        sizes.add(len(world.data("vault.reflect.draft")))
    assert len(sizes) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_a_hardened_process_leaves_no_core_dump() -> None:
    program = (
        "import ctypes, resource; from reflect.vault.memory import harden_process; print(*harden_process());"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), *resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["core-limit", "not-dumpable", "0", "0", "0"]


def test_hardening_says_what_a_platform_does_not_offer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "resource", None)
    assert harden_process() == ()


def test_the_disk_works_without_positional_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system = DiskSystem()
    handle = system.open(tmp_path / "x", create=True)
    monkeypatch.setattr(DiskSystem, "positional", False)
    assert system.pwrite(handle, b"hello world", 0) == 11
    assert system.pwrite(handle, b"W", 6) == 1
    assert system.pread(handle, 5, 6) == b"World"
    system.close(handle)


def test_the_lock_works_without_fcntl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []

    class Msvcrt:
        LK_NBLCK = 2

        @staticmethod
        def locking(handle: int, _mode: int, _size: int) -> None:
            if taken:
                raise PermissionError(13, "locked")
            taken.append(handle)

    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", Msvcrt)
    system = DiskSystem()
    handle = system.lock(tmp_path / "lock")
    assert system.locked(tmp_path / "lock")
    with pytest.raises(BlockingIOError):
        system.lock(tmp_path / "lock")
    system.unlock(handle)


def test_no_posix_only_module_is_imported_with_the_room() -> None:
    program = "import sys; sys.modules['fcntl'] = None; sys.modules['resource'] = None; import reflect.vault.vault"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_memory_machine_refuses_what_a_disk_refuses() -> None:
    world = World()
    world.create()[0].close()
    handle = world.system.open(FOLDER / "vault.reflect")
    with pytest.raises(OSError, match="Bad file descriptor"):
        world.system.pwrite(handle, b"x", 0)
    with pytest.raises(FileExistsError):
        world.system.open(FOLDER / "vault.reflect", create=True)
    with pytest.raises(FileNotFoundError):
        world.system.stat(FOLDER / "nothing")
