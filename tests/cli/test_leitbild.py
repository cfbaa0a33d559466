"""`reflect leitbild import` shows before it stores; every version stays."""

import json
from pathlib import Path

import pytest

from tests.cli.test_formats import fits
from tests.cli.world import Home
from tests.library.manuscript.text import LATER, TEXT


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


@pytest.fixture
def both(empty_home: Home, file: Path) -> Home:
    assert empty_home.reflect("leitbild", "import", file, "--yes").code == 0
    assert empty_home.reflect("leitbild", "map", "--yes").code == 0
    file.write_text(LATER, "utf-8")
    assert empty_home.reflect("leitbild", "import", file, "--yes").code == 0
    return empty_home


def test_two_versions_are_compared_statement_by_statement(both: Home) -> None:
    found = both.reflect("leitbild", "diff", "--json")
    fits("leitbild diff", found.out)
    assert [(one["change"], [old["id"] for old in one["before"]]) for one in found.json["changes"]] == [
        ("same", ["1.1"]),
        ("same", ["2.1"]),
        ("new", []),
        ("moved", ["2.2"]),
        ("reworded", ["2.3"]),
        ("dropped", ["1.2"]),
    ]
    assert (found.json["before"], found.json["settled"]) == ("2021-03-03", False)
    page = both.reflect("leitbild", "diff").out
    assert "2.3 → 2.4  anders gesagt\n  – Wir schreiben wenig auf" in page
    assert "2.2 → 2.3  andere Nummer\n    Wir sagen" in page
    assert page.endswith("Unverändert: 1.1 2.1\n")


def test_a_version_is_mapped_by_a_person_and_then_counts(both: Home) -> None:
    refused = both.reflect("leitbild", "adopt", "2024-03-03")
    assert refused.code == 2
    assert "5 Aussagen noch nicht zugeordnet" in refused.err
    # three have the same words; the new one is none of the old ones and stands for 3.1, the last one keeps its place
    done = both.reflect("leitbild", "map", given="\n9.9\n3.1\n\n\n")
    assert done.code == 0
    assert "3 Aussagen sind wortgleich" in done.err
    assert "Diese Nummer gibt es nicht: 9.9" in done.err
    assert "Alles ist zugeordnet." in done.err
    mapped = both.reflect("leitbild", "map", "2024-03-03", "--json")
    fits("leitbild map", mapped.out)
    assert mapped.json["statements"][2]["counterparts"] == ["3.1"]
    assert mapped.json["dropped"] == ["1.2"]
    assert both.reflect("leitbild", "adopt", "2024-03-03").code == 0
    assert [row["in_force"] for row in both.reflect("leitbild", "list", "--json").json] == [False, True]
    assert "2.4   Wir schreiben nur wenig" in both.reflect("leitbild", "show").out
    assert "mitgelieferte" in both.reflect("leitbild", "adopt", "--shipped").err
    assert "5.8   Wir erproben" in both.reflect("leitbild", "show").out


def test_a_mapping_that_was_left_goes_on_where_it_stood(both: Home) -> None:
    both.reflect("leitbild", "map", given="\n-\n/aufhören\n")
    left = both.reflect("leitbild", "map", "2024-03-03", "--json").json["statements"]
    assert [one["settled"] for one in left] == [True, True, True, True, False]
    assert left[2]["counterparts"] == []


def test_check_names_what_is_missing_and_ends_with_two(both: Home) -> None:
    found = both.reflect("leitbild", "check", "--json")
    fits("leitbild check", found.out)
    assert found.code == 2
    assert ("unmapped", "2024-03-03", "1.1 2.1 2.2 2.3 2.4") in [
        (row["kind"], row["version"], row["place"]) for row in found.json
    ]
    both.reflect("leitbild", "map", "--yes")
    assert both.reflect("leitbild", "check").code == 0


def test_check_finds_what_was_not_understood(empty_home: Home, file: Path) -> None:
    file.write_text("Leitbild\n\n1. Ziele\n\nWir helfen.\n\n2. Werte\n\n• Wir achten.\n• Wir achten.\n", "utf-8")
    done = empty_home.reflect("leitbild", "import", file, "--yes")
    assert "Abschnitt 1: keine Aussage erkannt" in done.err
    assert "kein Datum" in done.err
    empty_home.reflect("leitbild", "map", given="-\n-\n")
    kinds = [row["kind"] for row in empty_home.reflect("leitbild", "check", "--json").json]
    assert kinds == ["undated", "section-text", "wording-twice", "alone"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["map"], 2, "import DATEI"),
        (["diff"], 2, "import DATEI"),
        (["check"], 2, "import DATEI"),
        (["adopt", "1999"], 2, "import DATEI"),
        (["adopt", "1999", "--shipped"], 2, "--shipped"),
        (["adopt"], 0, "mitgelieferte"),
    ],
)
def test_without_a_version_it_is_said_how_to_get_one(empty_home: Home, words: list[str], code: int, said: str) -> None:
    done = empty_home.reflect("leitbild", *words)
    assert done.code == code
    assert said in done.err


def test_a_broken_file_is_named(both: Home) -> None:
    (both.root / "config/reflect/leitbild/2021-03-03.json").write_text("{", "utf-8")
    for words in (["list"], ["check"], ["map"], ["diff"], ["show", "2024-03-03"]):
        done = both.reflect("leitbild", *words)
        assert done.code == 2
        assert "2021-03-03.json" in done.err
    assert both.reflect("leitbild", "show").code == 0


def test_the_workshop_gets_one_page_through_the_review(home: Home) -> None:
    nothing = home.opened("leitbild", "workshop", "--output", "werkstatt.md")
    assert nothing.code == 2
    assert "nichts bereit" in nothing.err
    answers = '{"titel": "Ein Ort", "aussage": "5.4", "erfahrung": "Herr Bergmann musste stehen."}'
    assert home.opened("new", "leitbild-vorschlag", "--answers", "-", given=answers).code == 0
    place = home.root / "werkstatt.md"
    held = home.opened("leitbild", "workshop", "--output", place, "--json")
    assert held.code == 7
    fits("leitbild workshop (7)", held.out)
    assert not place.exists()
    decisions = home.root / "d.json"
    decided = {"decisions": dict.fromkeys(held.json["undecided"], "replace"), "advice": "keep"}
    gate = {"outside": False, "basis": "unrecognisable"}
    decisions.write_text(json.dumps({**decided, "gate": gate}), "utf-8")
    done = home.opened("leitbild", "workshop", "--output", place, "--decisions", decisions, "--json")
    assert done.code == 0, done.err
    fits("leitbild workshop (0)", done.out)
    written = place.read_text("utf-8")
    assert "5.4 Einzelgespräche" in written
    assert "Bergmann" not in written
