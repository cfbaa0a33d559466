"""Where vaults lay last: a hint that may be missing, foreign or refused, and costs nothing then."""

from pathlib import Path

import pytest

from reflect.settings.known import NAME_LIMIT, proper_name
from reflect.settings.whereabouts import last_seen, note

ONE, TWO = "1" * 32, "2" * 32


def test_each_vault_has_one_place_and_the_last_one_counts(tmp_path: Path) -> None:
    note(tmp_path, ONE, Path("/a"))
    note(tmp_path, TWO, Path("/b"))
    note(tmp_path, ONE, Path("/c"))
    assert last_seen(tmp_path) == {ONE: Path("/c"), TWO: Path("/b")}
    assert [path.name for path in tmp_path.iterdir()] == ["places.json"]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"{", b'{"1": 2}'])
def test_a_note_that_cannot_be_read_knows_nothing_and_is_written_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "places.json").write_bytes(content)
    assert last_seen(tmp_path) == {}
    note(tmp_path, ONE, Path("/a"))
    assert last_seen(tmp_path) == {ONE: Path("/a")}


def test_a_folder_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    note(tmp_path / "nowhere", ONE, Path("/a"))
    assert last_seen(tmp_path / "nowhere") == {}


@pytest.mark.parametrize("typed", ["", "  ", "x" * (NAME_LIMIT + 1), "a\x1b[2J", "a\u202eb"])
def test_what_is_no_name_is_none(typed: str) -> None:
    assert proper_name(typed) == ""


def test_a_name_loses_only_needless_spaces() -> None:
    assert proper_name("  Regal   links ") == "Regal links"
