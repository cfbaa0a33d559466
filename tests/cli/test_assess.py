"""`reflect assess`: answers at once, line by line, as JSON, and the course in words and as a picture."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.world import Home

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path).furnish()


def asked(home: Home) -> list[str]:
    return [one["statement"] for one in home.opened("assess", "--json").json["asked"]]


def test_the_month_comes_as_json_and_answers_go_in_at_once(home: Home) -> None:
    first, second, *_rest = asked(home)
    answers = {
        first: 4,
        second: {"mark": "g", "example": "Nichts war.", "hindrances": ["team", "time"]},
        "observation": "Niemand wird gefragt.",
    }
    done = home.opened("assess", "--answers", "-", given=json.dumps(answers))
    assert done.code == 0, done.err
    month = home.opened("assess", "--json").json
    said = {one["statement"]: one for one in month["asked"]}
    assert said[first]["mark"] == "4"
    assert (said[second]["mark"], said[second]["hindrances"]) == ("G", ["time", "team"])
    assert month["observation"]["text"] == "Niemand wird gefragt."


@pytest.mark.parametrize(
    ("answers", "code", "words"),
    [
        ('{"2.1a": 6}', 2, "keine Stufe"),
        ('{"2.1a": {"stufe": 4}}', 2, "falsche Form"),
        ('{"2.1a": {"mark": 4, "hindrances": ["wetter"]}}', 2, "wetter"),
        ('{"observation": 4}', 2, "falsche Form"),
        ('{"1.1": 4}', 4, "1.1"),
        ('{"9.9": 4}', 4, "9.9"),
        ("{}", 2, ""),
        ("[]", 2, ""),
        ("{", 2, "Zeile 1"),
        ('{"4.1b": 1, "5.8": 1, "5.7": 1}', 2, "8"),
    ],
)
def test_wrong_answers_are_named_and_nothing_of_them_is_kept(home: Home, answers: str, code: int, words: str) -> None:
    done = home.opened("assess", "--answers", "-", given=answers)
    assert done.code == code
    assert words in done.err
    assert "Traceback" not in done.err
    assert home.opened("assess", "course", "--json").json == []


def test_line_by_line_a_level_is_asked_about_further_and_an_exit_is_not(home: Home) -> None:
    first, second, *_rest = asked(home)
    typed = ["9", "4", "Eine Liste.", "8", "1 3", "?", "/aufhören"]
    done = home.opened("assess", "--linear", given="\n".join(typed) + "\n")
    assert done.code == 0, done.err
    assert "„9“ ist keine Stufe." in done.err
    assert "Nimm Zahlen von 1 bis 6." in done.err
    rows = {row["statement"]: row["pieces"][0]["points"][0] for row in home.opened("assess", "course", "--json").json}
    assert rows[first]["mark"] == "4"
    assert (rows[first]["example"], rows[first]["hindrances"]) == ("Eine Liste.", ["time", "language"])
    assert rows[second]["mark"] == "?"
    assert set(rows) == {first, second}


def test_line_by_line_it_goes_on_where_it_was_left_and_back(home: Home) -> None:
    home.opened("assess", "--answers", "-", given=json.dumps({asked(home)[0]: 3}))
    done = home.opened("assess", "--linear", given="/zurück\n/zurück\n" + "/auslassen\n" * 9)
    assert done.err.index("2 von 7") < done.err.index("1 von 7") < done.err.index("Das ist die erste Aussage.")
    assert "So erlebe ich es" in done.err
    assert done.code == 0


def test_the_course_is_words_or_a_picture_with_the_same_words(home: Home) -> None:
    first = asked(home)[0]
    home.opened("assess", "--answers", "-", given=json.dumps({first: 3}))
    words = home.opened("assess", "course").out.strip()
    assert words.startswith(first)
    root = ET.fromstring(home.opened("assess", "course", "--svg").out)  # noqa: S314 - our own picture
    heard = root.find(f"{SVG}desc")
    assert heard is not None
    assert words in (heard.text or "")
    drawn = [one.text for one in root.iter(f"{SVG}text")]
    assert "3" in drawn
    assert not [name for one in root.iter() for name in one.attrib if name.endswith(("href", "src"))]


def test_the_owners_copy_holds_the_months_and_the_course(home: Home, tmp_path: Path) -> None:
    home.opened("assess", "--answers", "-", given=json.dumps({asked(home)[0]: {"mark": 3, "example": "Liste."}}))
    copy = tmp_path / "copy"
    assert home.opened("takeout", "--output", copy).code == 0
    assert (copy / "course.svg").exists()
    assert asked(home)[0] in (copy / "course.md").read_text("utf-8")
    assert any("Liste." in path.read_text("utf-8") for path in (copy / "assessments").iterdir())


def test_without_a_terminal_the_screen_is_not_asked_for(home: Home) -> None:
    done = home.started("assess", "--password-file", home.secret)
    assert done.code == 2
    assert "Traceback" not in done.err
