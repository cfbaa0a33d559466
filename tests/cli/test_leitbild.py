"""`reflect leitbild import` shows before it stores; every version stays."""

from pathlib import Path

import pytest

from tests.cli.test_formats import fits
from tests.cli.world import Home
from tests.library.manuscript.text import TEXT


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "weidenau.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_json_shows_the_text_and_stores_nothing(empty_home: Home, file: Path) -> None:
    done = empty_home.reflect("leitbild", "import", file, "--json")
    fits("leitbild import", done.out)
    assert set(done.json) == {"title", "version", "date", "preamble", "sections", "closing"}
    assert set(done.json["sections"][0]) == {"id", "title", "text", "statements"}
    assert done.json["sections"][1]["statements"][1] == {"id": "2.2", "text": "Wir sagen, was wir nicht wissen."}
    assert empty_home.reflect("leitbild", "list", "--json").json == []


@pytest.mark.parametrize(("answer", "kept"), [("j\n", 1), ("n\n", 0), ("", 0)])
def test_it_asks_before_it_stores(empty_home: Home, file: Path, answer: str, kept: int) -> None:
    done = empty_home.reflect("leitbild", "import", file, given=answer)
    assert done.code == 0
    assert "2.3   Wir schreiben wenig auf" in done.out
    listed = empty_home.reflect("leitbild", "list", "--json")
    fits("leitbild list", listed.out)
    assert len(listed.json) == kept


def test_a_later_version_lies_beside_the_earlier_one(empty_home: Home, file: Path) -> None:
    assert empty_home.reflect("leitbild", "import", file, "--yes").code == 0
    assert empty_home.reflect("leitbild", "import", file, "--yes").code == 2
    file.write_text(TEXT.replace("2021", "2024"), "utf-8")
    assert empty_home.reflect("leitbild", "import", file, "--yes").code == 0
    listed = empty_home.reflect("leitbild", "list", "--json").json
    assert [row["version"] for row in listed] == ["2021-03-03", "2024-03-03"]


def test_one_paragraph_is_refused_with_what_is_missing(empty_home: Home, file: Path) -> None:
    file.write_text("Wir helfen, wir fragen und wir achten alle Menschen.", "utf-8")
    done = empty_home.reflect("leitbild", "import", file, "--json")
    assert (done.code, done.out) == (2, "")
    assert "fehlen Überschriften" in done.err


def test_a_kept_version_is_shown_by_its_name(empty_home: Home, file: Path) -> None:
    empty_home.reflect("leitbild", "import", file, "--yes")
    shown = empty_home.reflect("leitbild", "show", "2021-03-03", "--json")
    fits("leitbild show", shown.out)
    assert shown.json["sections"][0]["statements"][1]["text"] == "ein Café für Eltern."
    missing = empty_home.reflect("leitbild", "show", "1999-01-01")
    assert missing.code == 4
    assert "1999-01-01" in missing.err
