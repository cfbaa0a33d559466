"""Line by line: every type of question, the commands, leaving, and the same entry as from answers."""

import json
from typing import Any

import pytest

from tests.cli.world import FELT, Home

KURZ = ["Selam Tesfay kam am 3. Dezember zu spät.", "Ich war laut.", "", "Ich schäme mich.", ""]
STEP = ["Ich rufe Selam Tesfay an, 030 23125 417, und sage es ihr.", "", "nein", "", ""]
PASSING = {"created", "changed", "finished", "id"}

EVERY_TYPE = """---
id: alles
kind: reflection
version: 1
title: Alles
summary: Jede Art von Frage.
minutes: 5
---
# Alles

Wozu das dient.

{#eins}
## Eins

{#zeile type="line"}
- Eine Zeile?

{#liste type="list"}
- Eine Liste?

{#skala type="scale"}
- Wie sehr?
  1. kaum
  2. etwas
  3. sehr

{#wahl type="choice"}
- Welches?
  - ja
  - nein

{#wahlen type="choices"}
- Welche?
  - rot
  - blau
  - grün

{#zahl type="number"}
- Wie viele?

{#leute type="people"}
- Wer?

{#raster type="grid"}
- Was?

  {#ich}
  - Ich

  {#andere}
  - Andere

  {#getan}
  1. getan

  {#gefuehlt}
  2. gefühlt

{#zwei stop="self-harm"}
## Zwei

{#probe type="line"}
- Was probierst du?

{#tag type="date"}
- Wann schaust du nach?
"""


@pytest.fixture
def trained(home: Home) -> Home:
    """A home with a protocol that asks everything."""
    file = home.root / "config/reflect/prompts/de/reflection/alles.md"
    file.parent.mkdir(parents=True)
    file.write_text(EVERY_TYPE, "utf-8")
    checked = home.reflect("prompts", "check", file)
    assert checked.code == 0, checked.out
    return home


def shown(home: Home, entry: str) -> dict[str, Any]:
    found: dict[str, Any] = home.opened("show", entry, "--json").json
    return found


def test_the_entry_is_the_same_as_from_answers(home: Home) -> None:
    spoken = home.told([*KURZ, *STEP], "kurzreflexion")
    assert spoken.code == 0, spoken.err
    by_line, by_file = shown(home, spoken.out.strip()), shown(home, home.wrote())
    assert {key: value for key, value in by_line.items() if key not in PASSING} == {
        key: value for key, value in by_file.items() if key not in PASSING
    }
    assert by_line["answers"] == FELT
    assert by_line["finished"]


def test_help_and_numbers_come_before_the_first_question(home: Home) -> None:
    said = home.told([*KURZ, *STEP], "kurzreflexion").err
    order = [said.index(part) for part in ("112", "Bist du in Sicherheit?", "Was war?")]
    assert order == sorted(order)
    assert "\x1b" not in said


def test_every_type_of_question_can_be_answered(trained: Home) -> None:
    day = "2026-12-24"
    lines = [
        "Ein Satz",
        "erstens",
        "zweitens",
        "",
        "5",
        "2",
        "nein",
        "1, 3",
        "2,5",
        "S., Schwester",
        "",
        "a",
        "",
        "c",
        "d",
    ]
    done = trained.told([*lines, "Weniger reden", "nie", day, "", ""], "alles")
    assert done.code == 0, done.err
    entry = shown(trained, done.out.strip())
    assert entry["answers"] == {
        "zeile": "Ein Satz",
        "liste": ["erstens", "zweitens"],
        "skala": 2,
        "wahl": 2,
        "wahlen": [1, 3],
        "zahl": 2.5,
        "leute": [{"code": "S.", "role": "Schwester"}],
        "raster": [["a", "c"], ["", "d"]],
        "probe": "Weniger reden",
        "tag": day,
    }
    assert [(step["text"], step["due"]) for step in entry["next_steps"]] == [("Weniger reden", day)]
    assert "Nimm eine Zahl von 1 bis 3" in done.err
    assert "Diesen Tag gibt es nicht" in done.err
    assert done.err.index("0800 1110111") < done.err.index("Was probierst du?")
    assert trained.wrote(entry["answers"], "alles")
    assert "Ein nächster Schritt?" not in done.err


def test_back_skip_and_help_work_anywhere(trained: Home) -> None:
    lines = ["Erster", "/zurück", "Zweiter", "/hilfe", "/auslassen", "/skip", *([""] * 20)]
    done = trained.told(lines, "alles")
    entry = shown(trained, done.out.strip())
    assert entry["answers"] == {"zeile": "Zweiter"}
    assert {"liste", "skala"} <= set(entry["skipped"])
    assert "/aufhören" in done.err


def test_leaving_keeps_everything_and_resume_goes_on_there(trained: Home) -> None:
    left = trained.told(["Ein Satz", "erstens", "/aufhören"], "alles")
    assert left.code == 0
    entry = left.out.strip()
    begun = shown(trained, entry)
    assert begun["answers"] == {"zeile": "Ein Satz", "liste": ["erstens"]}
    assert begun["finished"] is None
    assert f"reflect resume {entry}" in left.err
    again = trained.opened("resume", "--linear", given="\n" * 30)
    assert "Eine Zeile?" not in again.err
    assert "erstens" in again.err
    finished = shown(trained, entry)
    assert finished["finished"]
    assert finished["answers"] == begun["answers"]


def test_the_end_of_the_input_keeps_what_was_typed(trained: Home) -> None:
    left = trained.opened("new", "alles", "--linear", given="Ein Satz\nerstens\nzwei")
    assert shown(trained, left.out.strip())["answers"] == {"zeile": "Ein Satz", "liste": ["erstens", "zwei"]}


def test_statements_and_a_next_step_are_asked_at_the_end(home: Home) -> None:
    lines = [*KURZ, STEP[0], "", "nein", "9.9", "?", "4.3 5.4a", "Mina fragen", "bald", "in einer Woche"]
    done = home.told(lines, "kurzreflexion")
    entry = shown(home, done.out.strip())
    assert entry["principles"] == ["4.3", "5.4a"]
    (step,) = entry["next_steps"]
    assert step["text"] == "Mina fragen"
    assert "Diese Nummer gibt es nicht: 9.9" in done.err
    assert "Diesen Tag gibt es nicht" in done.err


def test_a_next_step_without_a_day_is_due_in_a_week(home: Home) -> None:
    from datetime import date, datetime, timedelta  # noqa: PLC0415 - only this test counts days

    done = home.told([*KURZ, STEP[0], "", "nein", "", "Mina fragen"], "kurzreflexion")
    entry = shown(home, done.out.strip())
    due = date.fromisoformat(entry["next_steps"][0]["due"])
    assert due - datetime.fromisoformat(entry["created"]).astimezone().date() == timedelta(weeks=1)


def test_nothing_said_is_nothing_stored(home: Home) -> None:
    done = home.told([""] * 12, "kurzreflexion")
    assert (done.code, done.out) == (0, "")
    assert home.opened("list", "--json").json == []


def test_an_optional_step_is_offered_and_can_be_taken(home: Home) -> None:
    done = home.told([*KURZ, STEP[0], "", "ja", "Sie war müde.", "", "Zeit geben", "", ""], "kurzreflexion")
    answers = shown(home, done.out.strip())["answers"]
    assert (answers["andere-sicht"], answers["mitnehmen"]) == ("Sie war müde.", "Zeit geben")


def test_what_is_asked_for_is_asked_once_more_and_forces_nobody(home: Home) -> None:
    lines = ["Der Flur", *["/auslassen"] * 8, "Es war laut.", "", "", ""]
    done = home.told(lines, "rueckblick")
    assert "Das ist noch offen" in done.err
    assert shown(home, done.out.strip())["answers"]["verlauf"] == "Es war laut."
    left = home.told(["Der Flur", *["/auslassen"] * 8, "", "", ""], "rueckblick")
    assert "verlauf" not in shown(home, left.out.strip())["answers"]
    assert shown(home, left.out.strip())["finished"]


def test_english_commands_and_words(home: Home) -> None:
    done = home.reflect(
        *("new", "kurzreflexion", "--linear", "--lang", "en", "--password-file", home.secret),
        given="It was loud.\n\n/skip\n/stop\n",
    )
    assert "/stop" in done.err
    assert json.loads(home.opened("show", done.out.strip(), "--json").out)["answers"] == {"was": "It was loud."}


def test_a_statement_is_noted_for_checking_in_one_line(home: Home) -> None:
    lines = [*KURZ, STEP[0], "", "nein", "9.9! weg", "4.3! meint zwei Dinge", "", ""]
    done = home.told(lines, "kurzreflexion")
    entry = shown(home, done.out.strip())
    assert [(one["statement"], one["why"]) for one in entry["doubts"]] == [("4.3", "meint zwei Dinge")]
    assert entry["principles"] == ["4.3"]
    assert "Diese Nummer gibt es nicht: 9.9" in done.err
    page = home.opened("show", entry["id"]).out
    assert "Leitbild prüfen\n  4.3  meint zwei Dinge" in page
