"""Lock at once, and lock by itself."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import MouseMove

from reflect.domain.entry import Entry
from reflect.tui.app import ReflectApp
from reflect.tui.screens.home import Home
from reflect.tui.screens.unlock import Unlock
from reflect.tui.screens.writing import WritingScreen
from reflect.tui.start import Start
from reflect.workflows.keeping import agenda
from reflect.workflows.opening import in_memory, open_vault
from tests.tui.world import PASSPHRASE, Clock, open_app, settle, shown, surroundings_in, top, unlock

WAYS: dict[str, tuple[str, ...]] = {
    "home": (),
    "entries": ("n",),
    "reading": ("n", "end", "enter"),
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
        top(app, Unlock)
        assert app.sitting is None
        assert len(app.screen_stack) == 1
        assert "Der laute Flur" not in shown(app)
        assert "wartet" not in shown(app)
        await unlock(pilot)
        top(app, Home)


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
        top(app, WritingScreen)
        assert "Er rief laut" in shown(app)


async def test_idle_lock_after_the_minutes_of_the_settings(tmp_path: Path) -> None:
    async with open_app(tmp_path, idle_minutes=5) as (app, pilot, clock):
        clock.ticks = 299.0
        await app.lock_when_idle()
        await settle(pilot)
        top(app, Home)
        clock.ticks = 301.0
        await app.lock_when_idle()
        await settle(pilot)
        top(app, Unlock)


async def test_idle_lock_counts_the_time_a_laptop_sleeps(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, clock):
        clock.moment += timedelta(hours=1)
        await app.lock_when_idle()
        await settle(pilot)
        top(app, Unlock)


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
        top(app, Home)


async def test_idle_lock_can_be_switched_off(tmp_path: Path) -> None:
    async with open_app(tmp_path, idle_minutes=0) as (app, pilot, clock):
        clock.ticks = 100_000.0
        await app.lock_when_idle()
        await settle(pilot)
        top(app, Home)


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


async def test_the_demo_locks_and_opens_again_without_a_passphrase(tmp_path: Path) -> None:
    clock = Clock()
    surroundings = surroundings_in(tmp_path, clock)
    sitting = in_memory(surroundings)
    app = ReflectApp(surroundings, start=Start(sitting=sitting), ticks=clock.tick)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "Vorführung: alles ist erfunden" in shown(app)
        assert "Notfallschlüssel" not in shown(app)
        top(app, Home)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*"Er rief", "ctrl+l")
        await settle(pilot)
        assert "Das ist die Vorführung" in shown(app)
        assert "Er rief" not in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert top(app, WritingScreen).writing.entry.title == "Er rief"
        await pilot.press("ctrl+q")
        await settle(pilot)
    assert not surroundings.has_vault


async def test_what_was_finished_after_a_lock_waits_no_longer(tmp_path: Path) -> None:
    async with open_app(tmp_path, furnished=False) as (app, pilot, clock):
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*"Er rief laut")
        await pilot.press("ctrl+l")
        await settle(pilot)
        await unlock(pilot)
        await settle(pilot)
        clock.moment += timedelta(minutes=1)
        await pilot.press("f6")
        await settle(pilot)
        top(app, Home)
        assert "gespeichert" in shown(app)
        assert "Angefangen" not in shown(app)
