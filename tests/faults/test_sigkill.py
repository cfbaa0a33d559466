"""A real process on a real disk, killed with SIGKILL before each of its side effects."""

import os
import signal
from pathlib import Path

import pytest

from reflect.vault.compaction import compact
from reflect.vault.disk import DiskSystem
from reflect.vault.policy import KdfPolicy
from reflect.vault.vault import Vault
from tests.faults.story import content_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this platform")

SAVES = 5


class Mortal(DiskSystem):
    """Kills its process before the side effect of a number; acknowledged saves are told through a pipe."""

    def __init__(self, number: int) -> None:
        self._left = number

    def _live(self) -> None:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def open(self, path: Path, *, write: bool = False, create: bool = False) -> int:
        if create:
            self._live()
        return super().open(path, write=write, create=create)

    def pwrite(self, handle: int, data: bytes, offset: int) -> int:
        # Killed in the middle of a write: half of it is there.
        if self._left == 1:
            super().pwrite(handle, data[: len(data) // 2], offset)
        self._live()
        return super().pwrite(handle, data, offset)

    def fsync(self, handle: int) -> None:
        self._live()
        super().fsync(handle)

    def ftruncate(self, handle: int, size: int) -> None:
        self._live()
        super().ftruncate(handle, size)

    def replace(self, source: Path, target: Path) -> None:
        self._live()
        super().replace(source, target)

    def unlink(self, path: Path) -> None:
        self._live()
        super().unlink(path)

    def fsync_dir(self, path: Path) -> None:
        self._live()
        super().fsync_dir(path)


def live(folder: Path, system: DiskSystem, tell: int) -> None:
    """Write some entries, telling each acknowledged one."""
    vault = Vault.open(folder / "vault", "p", anchors=folder / "state", system=system)
    for number in range(SAVES):
        vault.draft.save(f"Entwurf {number}")
        vault.put("entries", f"e{number}", {"n": number}, f"Text {number}")
        os.write(tell, b".")
    compact(vault)
    os.write(tell, b"c")
    vault.close()


def killed_at(folder: Path, number: int) -> tuple[int, bool]:
    """Return how many saves were acknowledged, and whether the process lived to its end."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            live(folder, Mortal(number), write)
        finally:
            os._exit(0)
    os.close(write)
    _, status = os.waitpid(child, 0)
    told = os.read(read, 100)
    os.close(read)
    return told.count(b"."), not os.WIFSIGNALED(status)


@pytest.mark.long
def test_sigkill_before_each_side_effect(tmp_path: Path) -> None:
    number, survived = 0, False
    while not survived:
        number += 1
        folder = tmp_path / str(number)
        Vault.create(folder / "vault", "p", anchors=folder / "state", policy=KdfPolicy.for_tests())[0].close()
        acknowledged, survived = killed_at(folder, number)
        vault = Vault.open(folder / "vault", "p", anchors=folder / "state")
        assert vault.state.readonly is None
        found = content_of(vault)
        for saved in range(acknowledged):
            assert found["entries", f"e{saved}"] == ({"n": saved}, f"Text {saved}")
        assert len(found) in (acknowledged, acknowledged + 1)
        vault.put("entries", "danach", {})
        vault.close()
    print(f"SIGKILL: {number - 1} side effects of a real process")
    assert number > 40
