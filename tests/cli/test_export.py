"""Export: nothing leaves while anything is undecided; what leaves holds none of it."""

import json
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

from reflect.anonymize.pages import parts
from reflect.workflows import formats
from tests.cli.world import PASSPHRASE, Home

STEP = {
    "was": "Das bleibt hier.",
    "schritt": "Ich rufe Selam Tesfay an, 030 23125 417, Az. 6842917-224. Sie ist Krankenschwester aus Eritrea.",
}
WORDS = ("Selam", "Tesfay", "23125", "6842917")


@pytest.fixture
def entry(home: Home) -> str:
    """An entry with a name, two numbers and two hints."""
    return home.wrote(STEP)


def held(home: Home, entry: str, *words: str | Path) -> Any:
    done = home.opened("export", entry, "--for", "team", "--format", "md", "--output", "page.md", "--json", *words)
    assert done.code == 7, done.err
    assert not (home.root / "page.md").exists()
    return done.json


def deciding(home: Home, raw: Any) -> Path:
    path = home.root / "decisions.json"
    path.write_text(json.dumps(raw), "utf-8")
    return path


def test_undecided_findings_hold_the_page_back(home: Home, entry: str) -> None:
    found = held(home, entry)
    assert {finding["tier"] for finding in found["findings"]} == {"certain", "advice"} | {
        finding["tier"] for finding in found["findings"] if finding["tier"] == "suspect"
    }
    for finding in found["findings"]:
        assert found["text"][finding["start"] : finding["end"]] == finding["surface"]
    assert set(found["undecided"]) == {finding["id"] for finding in found["findings"]}
    assert found["advice"]["decided"] is False
    assert "Das bleibt hier" not in found["text"]
    plain = home.opened("export", entry, "--for", "team", "--output", "page.md")
    assert (plain.code, len(plain.out.splitlines())) == (7, len(found["undecided"]))


@pytest.mark.parametrize("shape", ["words", "objects", "list", "wrapped"])
def test_a_decided_page_is_written_and_holds_none_of_it(home: Home, entry: str, shape: str) -> None:
    found = held(home, entry)["findings"]
    ids = [finding["id"] for finding in found if finding["tier"] != "advice"]
    hints = [finding["id"] for finding in found if finding["tier"] == "advice"]
    raw: Any = dict.fromkeys(ids, "replace") | {"advice": "keep"}
    if shape == "objects":
        raw = {finding: {"action": "replace", "text": "jemand"} for finding in ids} | {"advice": {"action": "keep"}}
    elif shape == "list":
        raw = [{"id": finding, "action": "replace"} for finding in ids]
        raw += [{"id": finding, "action": "generalise", "text": "Pflege"} for finding in hints]
    elif shape == "wrapped":
        raw = {"decisions": [{"id": finding, "action": "replace"} for finding in ids], "advice": "keep"}
    done = home.opened(
        "export", entry, "--for", "team", "--output", "page.md", "--decisions", deciding(home, raw), "--json"
    )
    assert done.code == 0, done.err
    assert done.json == {"written": True, "audience": "team", "file": "page.md", "pages": 1}
    page = (home.root / "page.md").read_text("utf-8")
    assert page.startswith("# Vorlage für die Teamsupervision")
    assert not any(word in page for word in WORDS)
    assert ("jemand" in page) is (shape == "objects")
    assert ("Pflege" in page) is (shape == "list")


def test_advice_needs_one_decision(home: Home, entry: str) -> None:
    found = held(home, entry)["findings"]
    raw = {finding["id"]: "replace" for finding in found if finding["tier"] != "advice"}
    left = held(home, entry, "--decisions", deciding(home, raw))
    assert left["undecided"] == left["advice"]["findings"] != []
    hint = left["advice"]["findings"][0]
    raw[hint] = "keep"
    done = home.opened("export", entry, "--for", "team", "--output", "page.md", "--decisions", deciding(home, raw))
    assert done.code == 0


def test_a_stale_decision_decides_nothing(home: Home, entry: str) -> None:
    raw = {"pe999-4": "replace", "advice": "keep"}
    assert held(home, entry, "--decisions", deciding(home, raw))["undecided"]


def test_the_gate_can_hold_the_page_back(home: Home, entry: str) -> None:
    found = held(home, entry)["findings"]
    raw: Any = {finding["id"]: "replace" for finding in found} | {"gate": {"recognisable": True}}
    done = home.opened("export", entry, "--for", "team", "--output", "page.md", "--decisions", deciding(home, raw))
    assert (done.code, (home.root / "page.md").exists()) == (7, False)


@pytest.mark.parametrize(
    ("raw", "part"),
    [
        ("nonsense", "falsche Form"),
        ([{"action": "keep"}], "falsche Form"),
        ({"decisions": 3}, "falsche Form"),
        ({"pe0-1": "vanish"}, "pe0-1"),
        ({"pe0-1": 3}, "replace, keep"),
        ({"gate": {"outside": "vielleicht"}}, "outside, basis"),
        ({"gate": 3}, "outside, basis"),
    ],
)
def test_a_wrong_decisions_file_is_named(home: Home, entry: str, raw: Any, part: str) -> None:
    done = home.opened("export", entry, "--for", "team", "--output", "page.md", "--decisions", deciding(home, raw))
    assert done.code == 2
    assert part in done.err
    (home.root / "decisions.json").write_text("{\n\n")
    broken = home.opened("export", entry, "--for", "team", "--output", "page.md", "--decisions", "decisions.json")
    assert (broken.code, "Zeile 3" in broken.err) == (2, True)


def test_only_what_may_be_shared_gets_onto_the_page(home: Home, entry: str) -> None:
    assert "Das bleibt hier" in held(home, entry, "--include", "was")["text"]
    assert "Das bleibt hier" in held(home, entry, "--include", "all")["text"]
    assert home.opened("export", entry, "--for", "team", "--output", "x.md", "--include", "bewegt").code == 4
    silent = home.wrote({"bewegt": "Ich schäme mich."})
    empty = home.opened("export", silent, "--for", "team", "--output", "x.md")
    assert (empty.code, "Keine Antwort darf" in empty.err) == (2, True)


def test_what_nobody_offered_waits_for_a_person(home: Home) -> None:
    named = home.wrote({"was": "Selam Tesfay hat angerufen."})
    assert home.opened("export", named, "--for", "team", "--output", "x.md").code == 7
    harmless = home.wrote({"was": "Ich habe viel erklärt."})
    assert home.opened("export", harmless, "--for", "team", "--output", "x.md").code == 7
    assert not (home.root / "x.md").exists()


def test_an_existing_file_is_not_overwritten_unasked(home: Home) -> None:
    entry = home.wrote({"schritt": "Erst fragen, dann vorschlagen."})
    (home.root / "page.md").write_text("mine")
    call = ("export", entry, "--for", "team", "--output", "page.md", "--decisions", deciding(home, {"advice": "keep"}))
    assert home.opened(*call).code == 2
    assert (home.root / "page.md").read_text() == "mine"
    assert home.opened(*call, "--replace").code == 0
    assert "Erst fragen" in (home.root / "page.md").read_text()
    assert home.opened(*call[:5], "missing/page.md", *call[6:]).code == 4


def test_a_person_decides_line_by_line(home: Home, entry: str) -> None:
    call = ["-m", "reflect", "export", entry, "--for", "team", "--output", "page.md"]
    env = {**home.env, "COLUMNS": "200"}
    talk = pexpect.spawn(sys.executable, call, cwd=str(home.root), env=env, encoding="utf-8", timeout=30)
    talk.expect("Passphrase: ")
    talk.sendline(PASSPHRASE)
    answers = {
        "Worte: ": "V",
        "außer Haus": "nein",
        r"Worauf stützt du dich\? Zahl: ": "3",
        r"anvertraut\?": "nein",
        "ohne mit ihr zu arbeiten": "nein",
        "mit einer früheren": "nein",
        "gefährdet": "nein",
        "Schreiben": "ja",
        "Eingabe für nie": "in zwei Wochen",
    }
    patterns = list(answers)
    for _ in range(20):
        found = talk.expect([*patterns, pexpect.EOF])
        if found == len(patterns):
            break
        talk.sendline(answers[patterns[found]])
    talk.close()
    assert talk.exitstatus == 0
    page = (home.root / "page.md").read_text("utf-8")
    assert not any(word in page for word in WORDS)
    assert "Eritrea" not in page
    steps = home.opened("show", entry, "--json").json["next_steps"]
    assert [step["text"] for step in steps] == ["Teamsupervision: Was ist daraus geworden?"]


def test_a_person_can_leave_without_a_page(home: Home, entry: str) -> None:
    call = ["-m", "reflect", "export", entry, "--for", "team", "--output", "page.md"]
    talk = pexpect.spawn(sys.executable, call, cwd=str(home.root), env=home.env, encoding="utf-8", timeout=30)
    talk.expect("Passphrase: ")
    talk.sendline(PASSPHRASE)
    talk.expect("Worte: ")
    talk.sendline("/aufhören")
    talk.expect(pexpect.EOF)
    talk.close()
    assert (talk.exitstatus, (home.root / "page.md").exists()) == (7, False)


@pytest.mark.parametrize("form", ["md", "docx", "html", "txt", "pdf"])
def test_every_format_is_written_and_looked_at(home: Home, form: str) -> None:
    entry = home.wrote({"schritt": "Erst fragen, dann vorschlagen."})
    decided = ("--decisions", deciding(home, {"advice": "keep"}))
    done = home.opened("export", entry, "--for", "team", "--format", form, "--output", f"page.{form}", *decided)
    assert done.code == 0, done.err
    page = b" ".join(text.encode() for _place, text in parts((home.root / f"page.{form}").read_bytes(), form))
    assert b"Erst fragen" in page


def test_the_ending_names_the_format_and_no_word_does_otherwise(home: Home) -> None:
    entry = home.wrote({"schritt": "Erst fragen, dann vorschlagen."})
    decided = ("--decisions", deciding(home, {"advice": "keep"}))
    assert home.opened("export", entry, "--for", "team", "--output", "page.html", *decided).code == 0
    assert (home.root / "page.html").read_bytes().startswith(b"<!doctype html>")
    assert home.opened("export", entry, "--for", "team", "--output", "seite", *decided).code == 0
    assert (home.root / "seite").read_text("utf-8").startswith("# ")
    wrong = home.opened("export", entry, "--for", "team", "--format", "odt", "--output", "page.odt", *decided)
    assert (wrong.code, "docx" in wrong.err) == (2, True)


def test_without_typst_the_way_to_it_is_named(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = home.wrote({"schritt": "Erst fragen, dann vorschlagen."})
    monkeypatch.setattr(formats, "possible", lambda: ("md", "docx"))
    done = home.opened("export", entry, "--for", "team", "--output", "page.pdf")
    assert (done.code, "typst" in done.err, (home.root / "page.pdf").exists()) == (2, True, False)


def test_a_known_name_in_the_file_name_is_a_leak(home: Home, entry: str) -> None:
    found = held(home, entry)["findings"]
    decided = deciding(home, {finding["id"]: "replace" for finding in found})
    done = home.opened("export", entry, "--for", "team", "--output", "Selam.md", "--decisions", decided)
    assert (done.code, (home.root / "Selam.md").exists()) == (7, False)
    assert "im Namen der Datei" in done.err
