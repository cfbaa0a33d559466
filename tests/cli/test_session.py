"""`session list` and `session plan`: shapes that other tools rely on, and refusals that help."""

import json
from pathlib import Path

import pytest

from reflect.cli.going import Going
from reflect.cli.program import run
from reflect.workflows.surroundings import Surroundings


def no_screen(_surroundings: Surroundings, _going: Going) -> int:
    raise AssertionError("the screen is not asked for")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.delenv("REFLECT_LANG", raising=False)


def called(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = run(["session", *words], no_screen)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_list_has_the_promised_shape(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = called(capsys, "list", "--json")
    rows = json.loads(out)
    assert code == 0
    assert {"id": "neun", "title": "Neun Phasen", "minutes": 55, "people": [4, 9]} in rows
    assert {tuple(row) for row in rows} == {("id", "title", "minutes", "people")}


def test_a_plan_has_the_promised_shape(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = called(capsys, "plan", "neun", "--people", "6", "--minutes", "40", "--json")
    plan = json.loads(out)
    assert code == 0
    assert (plan["method"], plan["total"], sum(phase["minutes"] for phase in plan["phases"])) == ("neun", 40, 40)
    assert plan["phases"][4] == {
        "id": "beraten",
        "title": "Beratung untereinander",
        "minutes": 7,
        "speaks": ["advisors"],
        "silent": ["presenter"],
        "records": "list",
    }


def test_text_speaks_the_language_that_was_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Situation schildern" in called(capsys, "plan", "neun")[1]
    assert "Presentation" in called(capsys, "plan", "neun", "--lang", "en")[1]
    assert "Neun Phasen" in called(capsys, "list")[1]
    assert called(capsys, "plan", "troika", "--plain")[1].splitlines()[0] == "besinnen\tBesinnen\t1"
    assert called(capsys, "list", "--plain")[1].splitlines()[0] == "troika\tDreierberatung\t12\t3-4"


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (("plan", "neun", "--minutes", "10"), 2, "weise_menge"),
        (("plan", "neun", "--minutes", "3"), 2, "Kürzer geht es mit keiner Methode"),
        (("plan", "neun", "--minutes", "120"), 2, "2 Fälle zu je 60 Minuten"),
        (("plan", "troika", "--people", "3", "--minutes", "240"), 2, "20 Fälle"),
        (("plan", "neun", "--people", "1"), 2, "mehr Menschen"),
        (("plan", "rueckblick"), 4, "reflect session list"),
        (("plan", "neun", "--minutes", "viele"), 2, ""),
    ],
)
def test_a_refusal_says_what_would_fit(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, part: str
) -> None:
    found, out, err = called(capsys, *words)
    assert (found, out) == (code, "")
    assert part in err


def test_an_unusual_size_is_a_warning_and_no_block(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = called(capsys, "plan", "sechs", "--people", "3", "--json")
    assert (code, json.loads(out)["total"]) == (0, 45)
    assert "5 bis 10 Personen" in err
    assert "stille Beobachtung" in called(capsys, "plan", "sechs", "--people", "14")[2]


def test_the_rescue_version_takes_twenty_minutes(capsys: pytest.CaptureFixture[str]) -> None:
    plan = json.loads(called(capsys, "plan", "neun", "--people", "5", "--rescue", "--json")[1])
    assert (plan["method"], plan["total"]) == ("neun", 20)
