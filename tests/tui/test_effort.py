"""Three keys propose one protocol, from home and from the list; leaving is possible at any time."""

from pathlib import Path

import pytest

from reflect.domain.contact import Contact
from reflect.tui.app import ReflectApp
from reflect.tui.screens.effort import Effort
from reflect.tui.screens.home import Home
from reflect.tui.screens.palette import PaletteSheet
from reflect.tui.screens.protocols import Protocols
from reflect.tui.screens.writing import WritingScreen
from reflect.tui.start import Start
from reflect.tui.widgets.keyrow import KeyRow
from reflect.tui.widgets.rowlist import RowList
from reflect.workflows import repertoire
from tests.tui.desk import on_top
from tests.tui.desk import settle as saved
from tests.tui.world import open_app, settle, shown


def written(app: ReflectApp) -> str:
    """The protocol that is written with, perhaps below the numbers that come first."""
    [page] = [screen for screen in app.screen_stack if isinstance(screen, WritingScreen)]
    return page.writing.entry.protocol.id


@pytest.mark.parametrize(
    ("keys", "protocol"),
    [
        ("3 1 1", "rueckblick"),
        ("3 2 1", "fallbesprechung"),
        ("3 2 2", "ethik-klaerung"),
        ("3 1 3", "vorfall-rueckschau"),
        ("2 1 1", "kurzreflexion"),
        ("1", "nach-belastendem-ereignis"),
        ("down down enter enter enter", "rueckblick"),
        ("2 f5 3 1 1", "rueckblick"),
    ],
)
async def test_three_keys_lead_to_one_protocol(tmp_path: Path, keys: str, protocol: str) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("w", *keys.split())
        await settle(pilot)
        assert isinstance(app.screen, Effort)
        await pilot.press("enter")
        await settle(pilot)
        assert written(app) == protocol


@pytest.mark.parametrize("keys", ["", "3", "3 1 1", "1"])
async def test_it_can_be_left_at_any_time(tmp_path: Path, keys: str) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("w", *keys.split(), "v")
        await settle(pilot)
        assert isinstance(app.screen, Protocols)
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert isinstance(app.screen, Home)
        assert app.sitting is not None
        assert len(app.sitting.vault.records("entries")) == 3, "nothing was begun"


async def test_whoever_is_shaken_sees_the_numbers_first(tmp_path: Path) -> None:
    own = Contact(name="Bereitschaft der Leitung", number="0151 0000001")
    async with open_app(tmp_path, contacts=(own,)) as (app, pilot, _clock):
        await pilot.press("w", "1")
        await settle(pilot)
        page = shown(app)
        assert page.index("0151 0000001   Bereitschaft der Leitung") < page.index("Nach einem belastenden Ereignis")
        assert "112" not in page
        assert "Alles Weitere hat bis zum nächsten Arbeitstag Zeit." in page


async def test_no_long_form_follows_on_the_same_day(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, clock):
        await pilot.press("w", "1", "enter")
        await settle(pilot)
        await pilot.press(*"laut", "escape")
        await saved(pilot)
        await pilot.press("w", *"322")
        await settle(pilot)
        assert isinstance(app.screen, Effort)
        assert app.screen.weighing.proposal == "nach-belastendem-ereignis"
        clock.moment = clock.moment.replace(day=24)
        assert app.sitting is not None
        assert not repertoire.weighing(app.sitting).acute


async def test_the_list_and_the_questions_lead_to_each_other(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("v", "w")
        await settle(pilot)
        assert on_top(app) is Effort
        await pilot.press("v")
        await settle(pilot)
        assert on_top(app) is Protocols
        await pilot.press("w", *"311", "enter")
        await settle(pilot)
        assert written(app) == "rueckblick"
        await pilot.press("escape")
        await saved(pilot)
        assert on_top(app) is Home


async def test_the_palette_knows_the_question(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("ctrl+p", *"Aufwand", "enter")
        await settle(pilot)
        assert not isinstance(app.screen, PaletteSheet)
        assert isinstance(app.screen, Effort)
        assert "R Rückblick" in shown_below(app)


def shown_below(app: ReflectApp) -> str:
    """The key row of the page below."""
    return str(app.screen_stack[-2].query_one(KeyRow).render())


async def test_the_program_can_begin_with_the_questions(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        assert isinstance(app.screen, Home)
        app.screen.begin(Start(effort=True))
        await settle(pilot)
        assert on_top(app) is Effort


async def test_the_list_shows_every_protocol_and_whose_file_it_uses(tmp_path: Path) -> None:
    own = tmp_path / "prompts/de/reflection/rueckblick.md"
    theirs = tmp_path / "organisation/prompts/de/preparation/teamrunde.md"
    shipped = Path(__file__).parents[2] / "prompts/de"
    for path in (own, theirs):
        path.parent.mkdir(parents=True)
        path.write_text((shipped / path.parent.name / path.name).read_text("utf-8"), "utf-8")
    async with open_app(tmp_path, size=(120, 40)) as (app, pilot, _clock):
        await pilot.press("v")
        await settle(pilot)
        rows = app.screen.query_one("#list", RowList).rows
        files = {path.stem for kind in ("reflection", "preparation") for path in (shipped / kind).glob("*.md")}
        assert {row.key for row in rows} == files
        assert all(row.date.endswith(("Minute", "Minuten")) for row in rows)
        assert "Wenn Menschen aus dem Haus geholt wurden" in shown(app), "the first one, before any key"
        notes = {row.key: row.note for row in rows if row.note}
        assert notes == {"rueckblick": "deine Fassung", "teamrunde": "Fassung der Organisation"}
        assert "Esc zurück" in shown(app)
        while app.screen.query_one("#list", RowList).here != next(row for row in rows if row.key == "rueckblick"):
            await pilot.press("down")
        await settle(pilot)
        assert "Für eine Szene, die dir nachgeht" in shown(app)
        assert str(own)[:60] in shown(app).replace("\n", "")
