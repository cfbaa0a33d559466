"""Entries: list, read, put away, bring back, delete for good, search, protocols."""

from pathlib import Path

from reflect.tui.screens.danger import DangerSheet
from reflect.tui.screens.entries import Entries
from reflect.tui.screens.home import Home
from reflect.tui.screens.reading import Reading
from reflect.tui.screens.search import Search
from reflect.tui.screens.trash import Trash
from reflect.tui.screens.writing import WritingScreen
from reflect.workflows import casebook, keeping
from tests.tui.world import click_words, lines, open_app, settle, shown, top


async def test_newest_first_with_sign_kind_title_and_day(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("n")
        await settle(pilot)
        rows = lines(app)
        assert rows[2].startswith("   ► Kurzreflexion     ohne Titel")
        assert rows[3].startswith("   … Rückblick         Der laute Flur")
        assert rows[4].startswith("   ● Rückblick         Ich habe viel erklärt")
        assert rows[4].rstrip().endswith("7. November")


async def test_empty_list_says_so(tmp_path: Path) -> None:
    async with open_app(tmp_path, furnished=False) as (app, pilot, _clock):
        await pilot.press("n")
        await settle(pilot)
        assert "Noch nichts geschrieben." in shown(app)
        assert "lesen" not in lines(app)[-1]


async def test_reading_shows_answers_under_their_questions(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("n", "end", "enter")
        await settle(pilot)
        top(app, Reading)
        page = shown(app)
        assert "Ich habe viel erklärt und wenig gefragt." in page
        assert "Vorgenommen" in page
        assert "○ Erst fragen, dann vorschlagen  9. November" in page


async def test_editing_opens_the_desk_and_comes_back(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("n", "end", "enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert top(app, WritingScreen).writing.entry.id == "AAAAAAAAA3"
        assert "Ich habe viel erklärt und wenig gefragt." in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert top(app, Reading).entry.id == "AAAAAAAAA3"


async def test_put_away_and_bring_back(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("n", "down", "delete")
        await settle(pilot)
        top(app, Entries)
        assert "Der laute Flur" not in shown(app)
        assert "In den Papierkorb gelegt." in shown(app)
        await pilot.press("t")
        await settle(pilot)
        top(app, Trash)
        assert "Der laute Flur" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "Hier liegt nichts." in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert "Der laute Flur" in shown(app)


async def test_delete_for_good_needs_the_word(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        assert app.sitting is not None
        keeping.put_away(app.sitting, "AAAAAAAAA1")
        await pilot.press("t", "delete")
        await settle(pilot)
        top(app, DangerSheet)
        assert "! Eintrag endgültig löschen" in shown(app)
        assert "„Der laute Flur“ ist danach weg, auch für dich." in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "Nichts ist gelöscht." in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert len(keeping.records(app.sitting, trash=True)) == 1
        await pilot.press("delete")
        await settle(pilot)
        await pilot.press(*"LÖSCHEN")
        await settle(pilot)
        top(app, Trash)
        assert "Gelöscht." in shown(app)
        assert keeping.records(app.sitting, trash=True) == []


async def test_esc_is_the_only_key_of_a_dangerous_step(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        assert app.sitting is not None
        keeping.put_away(app.sitting, "AAAAAAAAA1")
        await pilot.press("t", "delete")
        await settle(pilot)
        assert lines(app)[-1].split() == ["▌", "Esc", "nichts", "löschen", "F1", "Hilfe"]


async def test_space_chooses_several(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("n", "space", "down", "space")
        await settle(pilot)
        assert "2 gewählt" in shown(app)
        top(app, Entries)
        assert top(app, Entries).chosen == ("AAAAAAAAA2", "AAAAAAAAA1")
        await pilot.press("space")
        await settle(pilot)
        assert top(app, Entries).chosen == ("AAAAAAAAA2",)


async def test_release_starts_with_the_entry_under_the_mark(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("n", "end", "f")
        await settle(pilot)
        assert "Einträge" not in lines(app)[0]
        assert "Freigeben" in lines(app)[0]


async def test_search_finds_a_piece_of_a_word(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("s")
        await settle(pilot)
        await pilot.press(*"ERKLÄ", "enter")
        await settle(pilot)
        top(app, Search)
        assert "Ich habe viel erklärt und wenig gefragt." in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        top(app, Reading)


async def test_search_without_a_hit_says_so(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("s")
        await settle(pilot)
        await pilot.press(*"zebra", "enter")
        await settle(pilot)
        assert "Nichts gefunden." in shown(app)


async def test_letters_are_text_while_searching(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("s")
        await settle(pilot)
        await pilot.press("n", "t", "r", "1")
        await settle(pilot)
        top(app, Search)
        assert "ntr1" in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        top(app, Home)


async def test_protocols_are_listed_and_begun(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("v")
        await settle(pilot)
        assert "Rückblick" in shown(app)
        await click_words(pilot, "Rückblick")
        top(app, WritingScreen)


async def test_an_entry_is_put_into_a_case(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        assert app.sitting is not None
        known = casebook.begin(app.sitting, "Leuchtturm")
        await pilot.press("n", "end", "enter")
        await settle(pilot)
        await pilot.press("z")
        await settle(pilot)
        assert "► Leuchtturm" in shown(app)
        assert "+ neuer Fall: Silberpappel" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        top(app, Reading)
        assert "Gehört jetzt zu Leuchtturm." in shown(app)
        assert app.sitting.entry("AAAAAAAAA3").case == known.id
        await pilot.press("z")
        await settle(pilot)
        assert "1 Eintrag" in shown(app)
        await pilot.press("end", "enter")
        await settle(pilot)
        assert casebook.case(app.sitting, app.sitting.entry("AAAAAAAAA3").case).name == "Silberpappel"
