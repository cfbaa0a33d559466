"""Forgetting: one person out of everything, and an account of where the name may still stand."""

import json
from pathlib import Path

import pytest

from tests.cli.test_formats import fits
from tests.cli.world import Home

WAS = "Selam Tesfay kam zu spät, ihre Schwester Rahel auch. Selams Kind schlief. Frau Tesfay weinte."
SCHRITT = "Ich rufe Selam an und frage Rahel."
NAMES = "person\tSelam Tesfay\tKlientin\nperson\tRahel\tSchwester von\n"


@pytest.fixture
def story(home: Home) -> list[str]:
    """A case with two entries about somebody, and an entry about nobody."""
    case = home.opened("case", "new", given="Leuchtturm\n").out.strip()
    home.opened("case", "names", case, given=NAMES)
    told = [home.wrote({"was": WAS, "schritt": SCHRITT}), home.wrote({"was": "Mit Sellam am Fenster."})]
    home.opened("case", "add", case, *told)
    return [*told, home.wrote({"was": "Ich war laut."})]


def forgotten(home: Home, *words: str | Path, name: str = "Selam Tesfay") -> dict[str, object]:
    done = home.opened("forget", *words, "--json", given=f"{name}\n")
    assert done.code == 0, done.err
    fits("forget", done.out)
    found: dict[str, object] = done.json
    return found


def everything(home: Home) -> str:
    """All that the program still tells."""
    ids = [row["id"] for row in home.opened("list", "--json").json]
    shown = [home.opened("show", one, "--json").out for one in ids]
    return "\n".join([*shown, home.opened("case", "names", "Leuchtturm", "--show").out])


def test_a_person_goes_out_of_every_entry_and_case(home: Home, story: list[str]) -> None:
    found = forgotten(home)
    assert (set(found["entries"]), found["cases"], found["role"]) == (set(story[:2]), 1, "Klientin A")  # type: ignore[call-overload]  # a list
    left = everything(home)
    for word in ("Selam", "Sellam", "Tesfay"):
        assert word not in left
    shown = home.opened("show", story[0], "--json").json["answers"]
    assert (
        shown["was"]
        == "Klientin A kam zu spät, ihre Schwester Rahel auch. Klientin As Kind schlief. Klientin A weinte."
    )
    assert shown["schritt"] == "Ich rufe Klientin A an und frage Rahel."
    assert "Rahel" in left, "others stay"
    assert home.opened("search", given="selam\n").out == ""


def test_looking_changes_nothing(home: Home, story: list[str]) -> None:
    found = forgotten(home, "--look")
    assert (found["done"], found["places"]) == (False, 5)
    assert "Selam" in home.opened("show", story[0]).out


def test_what_still_holds_the_name_is_told_and_purged(home: Home, story: list[str]) -> None:
    config = home.root / "config/reflect/config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    copies = home.root / "copies"
    config.write_text(f'backup_folder = "{copies}"\n')
    backup = home.opened("backup").out.strip()
    decisions = home.root / "decisions.json"
    held = home.opened("export", story[0], "--for", "team", "--output", "page.md", "--json").json
    decisions.write_text(json.dumps({one["id"]: "replace" for one in held["findings"]}))
    assert home.opened("export", story[0], "--for", "team", "--output", "page.md", "--decisions", decisions).code == 0
    (home.vault / "vault.reflect.torn-3").write_bytes(b"rest")
    (home.vault / "vault.reflect.before-restore").write_bytes(b"old")
    found = forgotten(home, "--look")
    assert backup in found["backups"]  # type: ignore[operator]  # a list
    assert (found["tails"], found["copies"]) == (["vault.reflect.torn-3"], ["vault.reflect.before-restore"])
    assert [one["file"] for one in found["exports"]] == ["page.md"]  # type: ignore[attr-defined]  # a list
    told = home.opened("forget", "--look", given="Selam Tesfay\n").err
    for words in ("Noch in der Sicherung", "Rest neben dem Tresor", "älteren Stand", "Hinausgegangen: page.md"):
        assert words in told
    assert "reflect purge" in home.opened("forget", given="Rahel\n").err
    purged = forgotten(home, "--purge")
    assert (purged["purged"], purged["tails"], (home.vault / "vault.reflect.torn-3").exists()) == (True, [], False)


def test_nobody_is_forgotten_without_a_name_and_a_stranger_changes_nothing(home: Home, story: list[str]) -> None:
    assert home.opened("forget", given="\n").code == 2
    before = [home.opened("show", one).out for one in story]
    assert forgotten(home, name="Wilhelmine Unbekannt")["entries"] == []
    assert [home.opened("show", one).out for one in story] == before


def test_another_role_can_be_chosen(home: Home, story: list[str]) -> None:
    assert forgotten(home, "--role", "Nachbarin")["role"] == "Nachbarin A"
    assert "Nachbarin A kam zu spät" in home.opened("show", story[0]).out
