"""Settings: each choice holds at once and is written."""

from pathlib import Path

from reflect.tui.screens.home import Home
from reflect.tui.themes import table
from tests.tui.world import click_words, open_app, settle, shown


async def test_theme_holds_at_once_and_is_written(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("f2")
        await settle(pilot)
        await click_words(pilot, "dunkel, für den Abend")
        assert app.theme == "dunkel"
        assert app.screen.query_one("#sheet").styles.background.hex == table("dunkel")["sheet"]
        assert "● dunkel" in shown(app) or "► dunkel" in shown(app)
    assert 'theme = "dunkel"' in (tmp_path / "config.toml").read_text("utf-8")


async def test_language_changes_the_page_below(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("f2")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert app.surroundings.config.language == "en"
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Home)
        assert "Monday" in shown(app)
        assert "Angefangen" not in shown(app)


async def test_idle_minutes(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("f2")
        await settle(pilot)
        await click_words(pilot, "nach 15 Minuten")
        assert app.surroundings.config.idle_minutes == 15


async def test_a_choice_that_cannot_be_written_holds_and_says_so(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        (tmp_path / "config.toml").mkdir()
        await pilot.press("f2")
        await settle(pilot)
        await click_words(pilot, "starker Kontrast")
        assert app.theme == "kontrast"
        assert "!" in shown(app)
