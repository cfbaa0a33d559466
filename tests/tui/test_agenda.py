"""The list of what is to be talked about, on the screen: fitted, ticked off, put off, released."""

from pathlib import Path

import pytest

from reflect.domain.teamround import Occasion
from reflect.tui.app import ReflectApp
from reflect.tui.screens.agenda import Agenda
from reflect.tui.screens.choose import ChooseAudience
from reflect.tui.screens.home import Home
from reflect.tui.screens.reading import Reading
from reflect.tui.screens.writing import WritingScreen
from reflect.workflows import teamround
from reflect.workflows.answering import write
from tests.tui.desk import on_top
from tests.tui.desk import settle as saved
from tests.tui.world import click_words, open_app, settle, shown, top

POINTS = (
    {"anliegen": "Wer darf den Waschraum öffnen?", "art": 2, "ergebnis": 3, "minuten": 15, "dringend": 1},
    {"anliegen": "Wie reden wir über Familie im Nordhaus?", "art": 1, "ergebnis": 2, "minuten": 30, "dringend": 2},
    {"anliegen": "Dienstplan im Dezember", "art": 3, "ergebnis": 1, "minuten": 20, "dringend": 3},
)


def bring(app: ReflectApp) -> None:
    assert app.sitting is not None
    for point in POINTS:
        write(app.sitting, "teamrunde", point)


def titles(app: ReflectApp, part: str) -> list[str]:
    listed = top(app, Agenda).listed
    assert listed is not None
    items = {"planned": listed.arrangement.planned, "left": listed.arrangement.left, "dealt": listed.dealt}
    return [item.text.split()[0] for item in items[part]]


async def test_one_key_from_home_shows_what_fits(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        bring(app)
        await pilot.press("g")
        await settle(pilot)
        assert (titles(app, "planned"), titles(app, "left")) == (["Wer", "Wie"], ["Dienstplan"])
        page = shown(app)
        assert page.index("Diesmal") < page.index("Wer darf") < page.index("Passt diesmal nicht")
        assert "45 von 60 Minuten sind belegt." in page
        assert "Organisation, Entscheidung, 15 Minuten, dringend" in page
        await pilot.press("plus")
        await settle(pilot)
        assert titles(app, "left") == []
        assert "65 von 65 Minuten sind belegt." in shown(app)
        await pilot.press(*["minus"] * 11)
        await settle(pilot)
        assert "! 1 dringender Punkt passt nicht." in shown(app)
        assert "länger als die ganze Runde" in shown(app)


async def test_a_meeting_is_ticked_off_and_the_rest_comes_first_next_time(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, clock):
        bring(app)
        await pilot.press("g", "space")
        await settle(pilot)
        assert (titles(app, "planned"), titles(app, "dealt")) == (["Wie", "Dienstplan"], ["Wer"])
        await pilot.press("space", "f6")
        await settle(pilot)
        assert "1 Punkt wartet auf das nächste Mal." in shown(app)
        clock.moment = clock.moment.replace(day=30)
        bring(app)
        await pilot.press("escape", "g")
        await settle(pilot)
        assert titles(app, "planned")[0] == "Dienstplan"
        assert titles(app, "dealt") == []
        assert "verschoben am 23. November" in shown(app)


async def test_by_mouse_alone(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        bring(app)
        await pilot.press("g")
        await settle(pilot)
        await click_words(pilot, "besprochen")
        assert titles(app, "dealt") == ["Wer"]
        await click_words(pilot, "andere Liste")
        assert top(app, Agenda).occasion is Occasion.SUPERVISION
        await pilot.press("left")
        await settle(pilot)
        await click_words(pilot, "Schluss")
        assert "2 Punkte warten auf das nächste Mal." in shown(app)
        await click_words(pilot, "zurück")
        assert on_top(app) is Home


async def test_urgency_length_and_place_are_changed_by_one_key(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        bring(app)
        await pilot.press("g", "m", "d")
        await settle(pilot)
        here = top(app, Agenda).here
        assert here is not None
        assert (here.point.minutes, here.point.is_urgent) == (20, False)
        await pilot.press("delete")
        await settle(pilot)
        assert "Von der Liste genommen. Der Eintrag bleibt." in shown(app)
        assert "Wer" not in titles(app, "planned") + titles(app, "left")


async def test_any_entry_is_put_on_a_list_while_reading(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("n", "end", "enter", "g", "down", "enter")
        await settle(pilot)
        assert "Steht auf der Liste für die Supervision." in shown(app)
        await pilot.press("escape", "escape", "g", "right")
        await settle(pilot)
        assert titles(app, "planned") == ["Ich"]
        await pilot.press("enter")
        await settle(pilot)
        assert on_top(app) is Reading
        await pilot.press("g", "end", "enter", "escape")
        await settle(pilot)
        assert titles(app, "planned") == []
        assert "Hier steht noch nichts." in shown(app)


async def test_a_new_point_is_written_and_stands_there(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("g", "n")
        await settle(pilot)
        assert on_top(app) is WritingScreen
        await pilot.press(*"Waschplan", "escape")
        await saved(pilot)
        await settle(pilot)
        assert titles(app, "planned") == ["Waschplan"]


async def test_the_list_leaves_only_through_the_choice_of_a_page(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        bring(app)
        await pilot.press("g", "f")
        await settle(pilot)
        assert on_top(app) is ChooseAudience


async def test_a_vault_for_reading_says_so_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        bring(app)
        assert app.sitting is not None
        monkeypatch.setattr(type(app.sitting.vault), "refusal", property(lambda _vault: "in-use"))
        await pilot.press("g", "space")
        await settle(pilot)
        assert titles(app, "dealt") == []
        assert len(teamround.agenda(app.sitting, Occasion.TEAM).arrangement.planned) == 2
