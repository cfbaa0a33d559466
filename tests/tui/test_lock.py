"""Lock at once, and lock by itself."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import MouseMove

from reflect.domain.entry import Entry
from reflect.tui.screens.home import Home
from reflect.tui.screens.unlock import Unlock
from reflect.tui.screens.writing import WritingScreen
from reflect.workflows.keeping import agenda
from reflect.workflows.opening import open_vault
from tests.tui.world import PASSPHRASE, open_app, settle, shown, unlock

WAYS: dict[str, tuple[str, ...]] = {
    "home": (),
    "entries": ("e",),
    "reading": ("e", "end", "enter"),
    "trash": ("t",),
    "search": ("s",),
    "protocols": ("v",),
    "settings": ("f2",),
    "proof": ("p",),
    "help": ("f1",),
    "palette": ("ctrl+p",),
    "lookback": ("down", "enter"),
}


@pytest.mark.parametrize("way", list(WAYS.values()), ids=list(WAYS))
async def test_ctrl_l_hides_everything_from_anywhere(tmp_path: Path, way: tuple[str, ...]) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press(*way)
        sitting = app.sitting
        assert sitting is not None
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert isinstance(app.screen, Unlock)
        assert app.sitting is None
        assert len(app.screen_stack) == 1
        assert "Der laute Flur" not in shown(app)
        assert "wartet" not in shown(app)
        await unlock(pilot)
        assert isinstance(app.screen, Home)


async def test_unfinished_text_waits_sealed_and_is_resumed_exactly_there(tmp_path: Path) -> None:
    async with open_app(tmp_path, furnished=False) as (app, pilot, _clock):
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*"Er rief laut")
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert "Ein angefangener Text wartet, versiegelt." in shown(app)
        assert "Er rief laut" not in shown(app)
        await unlock(pilot)
        await settle(pilot)
        assert isinstance(app.screen, WritingScreen)
        assert "Er rief laut" in shown(app)


async def test_idle_lock_after_the_minutes_of_the_settings(tmp_path: Path) -> None:
    async with open_app(tmp_path, idle_minutes=5) as (app, pilot, clock):
        clock.ticks = 299.0
        await app.lock_when_idle()
        await settle(pilot)
        assert isinstance(app.screen, Home)
        clock.ticks = 301.0
        await app.lock_when_idle()
        await settle(pilot)
        assert isinstance(app.screen, Unlock)


async def test_idle_lock_counts_the_time_a_laptop_sleeps(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, clock):
        clock.moment += timedelta(hours=1)
        await app.lock_when_idle()
        await settle(pilot)
        assert isinstance(app.screen, Unlock)


@pytest.mark.parametrize("use", ["key", "mouse"])
async def test_a_key_or_the_mouse_puts_it_off(tmp_path: Path, use: str) -> None:
    async with open_app(tmp_path) as (app, pilot, clock):
        clock.ticks = 299.0
        if use == "key":
            await pilot.press("down")
        else:
            app.post_message(MouseMove(None, 3, 12, 0, 0, 0, shift=False, meta=False, ctrl=False))
            await pilot.pause()
        clock.ticks = 500.0
        await app.lock_when_idle()
        await settle(pilot)
        assert isinstance(app.screen, Home)


async def test_idle_lock_can_be_switched_off(tmp_path: Path) -> None:
    async with open_app(tmp_path, idle_minutes=0) as (app, pilot, clock):
        clock.ticks = 100_000.0
        await app.lock_when_idle()
        await settle(pilot)
        assert isinstance(app.screen, Home)


async def test_quit_seals_and_ends(tmp_path: Path) -> None:
    async with open_app(tmp_path, furnished=False) as (app, pilot, _clock):
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*"Er rief", "ctrl+q")
        await settle(pilot)
        surroundings = app.surroundings
        assert app.sitting is None
    assert app.return_code == 0
    sitting = open_vault(surroundings, PASSPHRASE)
    _due, begun = agenda(sitting)
    assert [Entry.load(sitting.vault.body("entries", one.entry)).title for one in begun] == ["Er rief"]
