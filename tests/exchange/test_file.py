"""A released page is written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from reflect.domain.fault import NotSaved
from reflect.exchange import file


def test_the_file_holds_the_bytes_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "zusammenfassung.md"
    target.write_bytes(b"old")
    file.write(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "zusammenfassung.md"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSaved) as caught:
        file.write(target, b"new")
    assert caught.value.reason == "no-space"
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotSaved):
        file.write(tmp_path / "nowhere" / "x.md", b"new")
