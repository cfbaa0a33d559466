"""`reflect onboarding`: to read, to print on one sheet, to answer by line, to sign by two."""

import json

import pytest

from reflect.library.catalogue import Catalogue
from reflect.workflows.onboarding import rows
from tests.cli.test_formats import fits
from tests.cli.world import Home

FIRST = "vignette-begleitung-zum-termin"
VIGNETTES = [row.id for row in rows(Catalogue(), "de") if row.id.startswith("vignette-")]
SHEET_ROWS = 60


@pytest.fixture
def planned(home: Home) -> Home:
    """A home with a plan that has a first day."""
    home.wrote({"erster-tag": "2020-01-06", "kuerzel": "LM"}, "einarbeitung")
    return home


def test_plan_and_vignettes_are_listed_without_a_vault(empty_home: Home) -> None:
    done = empty_home.reflect("onboarding", "list", "--json")
    fits("onboarding list", done.out)
    kinds = [row["kind"] for row in done.json]
    assert kinds == ["plan", *["vignette"] * (len(kinds) - 1)]
    assert done.json[1]["id"] == FIRST
    assert FIRST in empty_home.reflect("onboarding", "list").out


@pytest.mark.parametrize("spoken", ["de", "en"])
@pytest.mark.parametrize("vignette", VIGNETTES)
def test_a_vignette_fits_on_one_sheet(empty_home: Home, vignette: str, spoken: str) -> None:
    done = empty_home.reflect("--lang", spoken, "onboarding", "vignette", vignette)
    lines = done.out.splitlines()
    assert len(lines) <= SHEET_ROWS
    assert max(map(len, lines)) <= 80
    shown = empty_home.reflect("--lang", spoken, "onboarding", "vignette", vignette, "--json")
    fits("onboarding vignette", shown.out)
    words = " ".join(done.out.split())
    for text in (*shown.json["situation"], *shown.json["questions"], shown.json["talk"], *shown.json["red_lines"]):
        assert text in words
    assert words.index(shown.json["questions"][3]) < words.index(shown.json["answers"][0]["verb"] + " ")


def test_by_line_the_own_answer_comes_first_and_is_kept(home: Home) -> None:
    given = "mitgehen\n\n\n\nRede mit Karin\n\n"
    done = home.opened("onboarding", "vignette", FIRST, "--linear", given=given)
    assert done.code == 0, done.err
    assert done.err.index("Was tust du?") < done.err.index("Drei aus dem Haus") < done.err.index("Rote Linie: Niemand")
    assert done.err.count("Der Preis: ") == 3
    [entry] = home.opened("list", "--json").json
    assert home.opened("show", entry["id"], "--json").json["answers"]["antwort"] == "mitgehen"


def test_two_sign_and_the_plan_shows_it(planned: Home) -> None:
    signed = planned.opened("onboarding", "sign", "notfallkarte", "--step", "2", "--json", given="lm\nkb\n\n")
    assert signed.code == 0, signed.err
    fits("onboarding sign", signed.out)
    [signature] = signed.json["signatures"]
    assert (signature["step"], signature["new"], signature["trainer"]) == (2, "LM", "KB")
    asked = planned.opened("onboarding", "sign", given="verschwiegenheit\n1\nLM\nKB\n7.1.2020\n")
    assert asked.code == 0, asked.err
    shown = planned.opened("onboarding", "show", "--json")
    fits("onboarding show", shown.out)
    assert shown.json["first_day"] == "2020-01-06"
    assert shown.json["phases"][1]["talk"]["due"] == "2020-01-10"
    assert "gezeigt, 7. Januar 2020, LM, KB" in planned.opened("onboarding", "show").out


@pytest.mark.parametrize(
    ("words", "given", "code", "says"),
    [
        (("sign", "gibtsnicht"), "", 4, "reflect onboarding show"),
        (("sign", "rundgang", "--step", "4"), "", 2, "3 selbständig"),
        (("sign", "rundgang", "--step", "1"), "Lena Maier\nKB\n\n", 2, "ein bis vier Buchstaben"),
        (("sign", "rundgang", "--step", "1"), "LM\nLM\n\n", 2, "für jede Person andere"),
        (("sign", "rundgang", "--step", "1"), "LM\nKB\nmorgen\n", 2, "kein vergangener Tag"),
        (("sign", "rundgang", "--step", "1"), "", 2, "keine zwei Kürzel"),
        (("vignette", "rueckblick"), "", 4, "reflect onboarding list"),
        (("vignette", "einarbeitung"), "", 4, "reflect onboarding list"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(
    planned: Home, words: tuple[str, ...], given: str, code: int, says: str
) -> None:
    before = planned.opened("onboarding", "show", "--json").out
    done = planned.opened("onboarding", *words, given=given)
    assert (done.code, says in done.err) == (code, True), done.err
    assert "Traceback" not in done.err
    assert planned.opened("onboarding", "show", "--json").out == before


def test_without_a_plan_it_says_how_to_begin(home: Home) -> None:
    done = home.opened("onboarding", "show")
    assert (done.code, "reflect new einarbeitung" in done.err) == (4, True)


def test_views_that_are_closed_are_not_printed(planned: Home) -> None:
    [entry] = planned.opened("list", "--json").json
    for opened, expected in (("", None), ("yes", 2)):
        given = json.dumps({"rundgang": [{"own": "2", "seen": "3", "opened": opened}]})
        assert planned.opened("edit", entry["id"], "--answers", "-", given=given).code == 0
        task = planned.opened("onboarding", "show", "--json").json["phases"][1]["tasks"][0]
        assert task["own"] == expected
        assert ("Sicht: du begleitet" in planned.opened("onboarding", "show").out) is bool(opened)


def test_the_page_for_the_trainer_holds_what_was_opened_and_goes_through_the_review(planned: Home) -> None:
    [entry] = planned.opened("list", "--json").json
    given = json.dumps(
        {
            "rundgang": [{"own": "2", "seen": "3", "opened": "yes"}],
            "notruf": [{"own": "1", "seen": "", "opened": ""}],
            "blick-woche-1": ["Im Flur hängt kein Plan auf Arabisch."],
        }
    )
    planned.opened("edit", entry["id"], "--answers", "-", given=given)
    page = ("export", entry["id"], "--for", "trainer", "--include", "all", "--output", "blatt.md", "--json")
    held = planned.opened(*page)
    text = held.json["text"] if held.code == 7 else (planned.root / "blatt.md").read_text("utf-8")
    assert "begleitet | selbständig" in text
    assert "Arabisch" in text
    assert "Hilfe holen" not in text, "a closed view is not even named"
    elsewhere = planned.opened("export", entry["id"], "--for", "appraisal", "--include", "all", "--output", "x.md")
    assert elsewhere.code == 2, "the plan is for the trainer, not for an appraisal"


def test_proof_of_participation_has_no_content(home: Home) -> None:
    done = home.opened("onboarding", "proof", "--json")
    fits("onboarding proof", done.out)
    assert done.json == []


def test_a_trainer_copies_changes_and_uses_a_plan_and_a_vignette(home: Home) -> None:
    for protocol in (FIRST, "einarbeitung"):
        copied = home.reflect("prompts", "copy", protocol)
        assert copied.code == 0, copied.err
        german = copied.out.splitlines()[0]
        assert "/de/onboarding/" in german
    own = home.root / "config/reflect/prompts/de/onboarding"
    vignette, plan = own / f"{FIRST}.md", own / "einarbeitung.md"
    vignette.write_text(vignette.read_text("utf-8").replace("## mitgehen", "## dabeibleiben"), "utf-8")
    plan.write_text(plan.read_text("utf-8").replace("- Notfallkarte", "- Rote Karte"), "utf-8")
    assert home.reflect("prompts", "check").code == 0
    assert "dabeibleiben" in home.reflect("onboarding", "vignette", FIRST).out
    home.wrote({"kuerzel": "LM"}, "einarbeitung")
    assert "Rote Karte" in home.opened("onboarding", "show").out
    vignette.write_text(vignette.read_text("utf-8").replace("Der Preis: Fünf", "Fünf"), "utf-8")
    broken = home.reflect("prompts", "check")
    assert (broken.code, f"{FIRST}.md:" in broken.out) == (2, True)
    assert FIRST in home.reflect("onboarding", "list").out, "it is still named"
