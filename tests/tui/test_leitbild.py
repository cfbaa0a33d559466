"""Versions, mapping and workshop on screen, by key and by mouse."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect.domain.audience import Audience
from reflect.tui.app import ReflectApp
from reflect.tui.screens.choose import ChooseAnswers
from reflect.tui.screens.leitbild.mapping import MappingPage
from reflect.tui.screens.leitbild.picking import PickSheet
from reflect.tui.screens.leitbild.text import ComparisonPage, VersionPage
from reflect.tui.screens.leitbild.versions import Versions
from reflect.tui.screens.leitbild.workshop import Workshop
from reflect.tui.screens.reading import Reading
from reflect.tui.screens.statements import StatementsSheet
from reflect.tui.widgets.head import Head
from reflect.tui.widgets.keyrow import KeyRow
from reflect.tui.widgets.rowlist import RowList
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows.mapping import Mapping
from reflect.workflows.writing import Writing
from tests.tui.leitbild import FIRST, SECOND, gathered, take_in
from tests.tui.world import click_words, lines, open_app, settle, shown, top


@asynccontextmanager
async def at_versions(folder: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[ReflectApp, Pilot[int]]]:
    async with open_app(folder, size=size, confirmed=True) as (app, pilot, _clock):
        take_in(app.surroundings)
        app.push_screen(Versions())
        await settle(pilot)
        yield app, pilot


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def test_a_version_is_mapped_and_then_counts(tmp_path: Path) -> None:
    async with at_versions(tmp_path) as (app, pilot):
        assert "5 offen" in shown(app)
        await press(pilot, "w")
        page = top(app, MappingPage)
        assert "3 Aussagen sind wortgleich und behalten ihren Platz." in shown(app)
        assert page.about.endswith("1 von 2")
        assert "Sie steht zum ersten Mal im Text." in shown(app)
        await press(pilot, "m")
        sheet = top(app, PickSheet)
        sheet.query_one(RowList).show(sheet.query_one(RowList).rows, keep="3.1")
        await press(pilot, "space", "f6")
        assert "3.1  Menschen bleiben an Körper und Seele" in shown(app)
        await press(pilot, "enter")
        assert "anders gesagt" in shown(app)
        await press(pilot, "enter")
        assert "Alles ist zugeordnet." in shown(app)
        await press(pilot, "w")
        assert f"Es gilt Fassung {SECOND}." in shown(app)
        assert app.sitting is not None
        assert app.sitting.leitbild.version == SECOND
        assert app.sitting.wording("3.1").text == "Wir schützen Kinder vor Gewalt."
        assert app.sitting.wording("5.4").label == "2.1"
        await press(pilot, "end", "w")
        assert app.sitting.leitbild.version == "1"


async def test_the_mouse_maps_as_well_and_what_is_left_stays_open(tmp_path: Path) -> None:
    async with at_versions(tmp_path) as (app, pilot):
        await click_words(pilot, "zuordnen")
        await click_words(pilot, "später")
        await press(pilot, "f5")
        await click_words(pilot, "vorher")
        await click_words(pilot, "Wir sagen")
        await click_words(pilot, "übernehmen")
        assert "2.2  Wir sagen, was wir nicht wissen." in shown(app)
        await click_words(pilot, "Esc")
        assert "1 offen" in shown(app)
        found = {one.statement.id: one for one in Mapping.of(app.surroundings, SECOND).proposals()}
        assert [one.id for one in found["2.2"].transition.before] == ["2.2"]
        assert not found["2.4"].settled


async def test_every_proposal_can_be_taken_at_once(tmp_path: Path) -> None:
    async with at_versions(tmp_path) as (app, pilot):
        await press(pilot, "z", "a")
        assert top(app, Versions)
        assert not Mapping.of(app.surroundings, SECOND).waiting


async def test_versions_are_read_and_compared(tmp_path: Path) -> None:
    async with at_versions(tmp_path) as (app, pilot):
        await press(pilot, "v")
        assert top(app, ComparisonPage)
        assert "2.3 → 2.4  anders gesagt" in shown(app)
        await press(pilot, "escape", "enter")
        assert top(app, VersionPage)
        assert "Nachbarschaft Weidenau" in shown(app)
        await press(pilot, "escape", "down", "v")
        assert f"Zu Fassung {FIRST} gibt es keine frühere" in shown(app)
        await press(pilot, "end", "z", "v")
        assert top(app, Versions)


async def test_a_statement_is_marked_for_looking_at_again_while_reading(tmp_path: Path) -> None:
    async with open_app(tmp_path, confirmed=True) as (app, pilot, _clock):
        assert app.sitting is not None
        app.push_screen(Reading(app.sitting.entry("AAAAAAAAA3")))
        await settle(pilot)
        await press(pilot, "l")
        assert top(app, StatementsSheet)
        await press(pilot, "p", *"Kein Ort", "enter")
        assert "zu prüfen" in shown(app)
        await press(pilot, "p", "escape")
        assert top(app, StatementsSheet)
        await press(pilot, "escape")
        assert top(app, Reading)
        entry = app.sitting.entry("AAAAAAAAA3")
        assert [one.why for one in entry.doubts] == ["Kein Ort"]
        assert entry.principles == [entry.doubts[0].statement]
        await press(pilot, "end")
        assert "Leitbild prüfen" in shown(app)
        await press(pilot, "l", "p")
        app.screen.query_one("#why", TypedLine).set_text("")
        await press(pilot, "enter", "escape")
        assert app.sitting.entry("AAAAAAAAA3").doubts == []


async def test_the_workshop_gathers_and_leads_to_the_review(tmp_path: Path) -> None:
    async with open_app(tmp_path, confirmed=True) as (app, pilot, _clock):
        app.push_screen(Workshop())
        await settle(pilot)
        assert "Noch liegt nichts bereit." in shown(app)
        assert app.sitting is not None
        gathered(app.sitting)
        top(app, Workshop).reload()
        await press(pilot, "f")
        page = top(app, ChooseAnswers)
        assert page.handing.handover.audience is Audience.WORKSHOP
        for words in ("● 5.4  Einzelgespräche", "● Spannungen im Text", "● Wovon der Text nicht spricht"):
            assert words in shown(app)
        await press(pilot, "escape", "enter")
        assert top(app, Reading)


async def test_the_own_text_is_named_where_an_entry_touches_it(tmp_path: Path) -> None:
    async with at_versions(tmp_path) as (app, pilot):
        assert app.sitting is not None
        await press(pilot, "down", "w")
        gathered(app.sitting)
        writing = Writing.resume(app.sitting, "AAAAAAAAA7")
        app.push_screen(StatementsSheet(writing))
        await settle(pilot)
        keys = [row.key for row in app.screen.query_one("#statements", RowList).rows]
        assert sorted(keys) == ["own:1.1", "own:1.2", "own:2.1", "own:2.2", "own:2.3"]
        row = next(row for row in app.screen.query_one("#statements", RowList).rows if row.key == "own:2.1")
        assert (row.sign, row.title) == ("●", "2.1  Zeit")
        await press(pilot, "escape")
        app.push_screen(Reading(app.sitting.entry("AAAAAAAAA7")))
        await settle(pilot)
        assert "2.1  Zeit: Wir hören zu und fragen nach." in shown(app)
        assert "2.1  Im Haus fehlt ein Ort dafür." in shown(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=["60x20", "80x24", "120x40"])
async def test_every_page_keeps_its_frame(tmp_path: Path, size: tuple[int, int]) -> None:
    columns, rows = size
    outside = 1 if rows >= 28 else 0
    async with at_versions(tmp_path, size) as (app, pilot):
        assert app.sitting is not None
        gathered(app.sitting)
        for way in ((), ("z",), ("v",), ("enter",)):
            await press(pilot, *way)
            page = lines(app)
            assert app.screen.query_one(Head).region.y == outside
            assert app.screen.query_one(KeyRow).region.y == rows - 1 - outside
            assert page[outside].endswith("• nur du   ")
            assert all(len(line.rstrip()) <= columns for line in page)
            if way:
                await press(pilot, "escape")
