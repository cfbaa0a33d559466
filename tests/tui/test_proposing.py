"""A choice that looks back on another question: what is missing there is proposed, and nothing more."""

from pathlib import Path

from reflect.tui.screens.home import Home
from reflect.tui.screens.writing import WritingScreen
from reflect.tui.start import Start
from tests.tui.world import open_app, settle, shown, top


async def test_the_missing_rung_is_proposed_and_the_writer_may_choose_otherwise(tmp_path: Path) -> None:
    async with open_app(tmp_path, furnished=False) as (app, pilot, _clock):
        top(app, Home).begin(Start(protocol="reflexionstiefe"))
        await settle(pilot)
        await pilot.press("1", "3", "f6")
        await settle(pilot)
        assert "► ○  begründen: Welches Wissen stützt deine Sicht? · vorgeschlagen" in shown(app)
        page = top(app, WritingScreen)
        assert page.writing.entry.answers == {"sprossen": [1, 3]}, "what is proposed is not said yet"
        await pilot.press("enter")
        await settle(pilot)
        assert page.writing.entry.answers["fehlt"] == 2
        await pilot.press("4", "f6")
        await settle(pilot)
        assert page.writing.entry.answers["fehlt"] == 4
        await pilot.press("f5")
        await settle(pilot)
        assert page.writing.entry.answers["fehlt"] == 4
