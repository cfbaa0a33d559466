"""The locked door."""

import os
from pathlib import Path

import pytest

from reflect.tui.app import ReflectApp
from reflect.tui.screens.home import Home
from reflect.tui.screens.unlock import Unlock
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import opening
from tests.tui.world import (
    NOW,
    PASSPHRASE,
    Clock,
    click_words,
    closed_app,
    settle,
    shown,
    surroundings_in,
)
from tests.tui.world import unlock as type_passphrase


async def test_locked_page_tells_nothing(tmp_path: Path) -> None:
    async with closed_app(tmp_path) as (app, _pilot, _clock):
        page = shown(app)
        assert "Dein Tresor ist verschlossen." in page
        assert "Der laute Flur" not in page
        assert "November" not in page
        assert "wartet" not in page


async def test_passphrase_opens_home(tmp_path: Path) -> None:
    async with closed_app(tmp_path) as (app, pilot, _clock):
        await pilot.press(*PASSPHRASE, "enter")
        await settle(pilot)
        assert isinstance(app.screen, Home)
        assert app.sitting is not None


async def test_passphrase_is_never_shown(tmp_path: Path) -> None:
    async with closed_app(tmp_path) as (app, pilot, _clock):
        await pilot.press(*"Tasse")
        assert "●●●●●" in shown(app)
        assert "Tasse" not in shown(app)


async def test_wrong_passphrase_says_so_and_keeps_the_focus(tmp_path: Path) -> None:
    async with closed_app(tmp_path) as (app, pilot, _clock):
        await type_passphrase(pilot, "falsch")
        assert "! Das war nicht die Passphrase. Nichts ist verloren." in shown(app)
        line = app.screen.query_one(TypedLine)
        assert line.has_focus
        assert line.text == ""
        await type_passphrase(pilot)
        assert isinstance(app.screen, Home)


async def test_mouse_alone_opens(tmp_path: Path) -> None:
    async with closed_app(tmp_path) as (app, pilot, _clock):
        app.screen.query_one(TypedLine).set_text(PASSPHRASE)
        await click_words(pilot, "öffnen")
        await settle(pilot)
        assert isinstance(app.screen, Home)


async def test_recovery_key_opens(tmp_path: Path) -> None:
    clock = Clock()
    surroundings = surroundings_in(tmp_path, clock)
    sitting, key = opening.create_vault(surroundings, "eins zwei")
    sitting.close()
    app = ReflectApp(surroundings, ticks=clock.tick)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("f2")
        app.screen.query_one(TypedLine).set_text(key.text.lower())
        await pilot.pause()
        assert key.text.lower() in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Home)


async def test_mistyped_recovery_key_names_its_group(tmp_path: Path) -> None:
    clock = Clock()
    surroundings = surroundings_in(tmp_path, clock)
    sitting, key = opening.create_vault(surroundings, "eins zwei")
    sitting.close()
    wrong = ("1" if key.text[0] != "1" else "2") + key.text[1:]
    app = ReflectApp(surroundings, ticks=clock.tick)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("f2")
        await type_passphrase(pilot, wrong)
        assert "Gruppe 1" in shown(app)


async def test_f2_goes_back_to_the_passphrase(tmp_path: Path) -> None:
    async with closed_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("f2")
        assert "F2 Passphrase" in shown(app)
        await pilot.press("f2")
        assert "F2 Notfallschlüssel" in shown(app)


async def test_bar_comes_after_two_seconds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with closed_app(tmp_path) as (app, pilot, clock):
        page = app.screen
        assert isinstance(page, Unlock)
        monkeypatch.setattr(Unlock, "_busy", property(lambda _page: True))
        page._say_open()
        clock.ticks = 1.0
        page.show_share()
        await pilot.pause()
        assert "Öffnet …" in shown(app)
        assert "█" not in shown(app)
        clock.ticks = 2.5
        page.show_share()
        await pilot.pause()
        assert "█" in shown(app)
        assert "░" in shown(app)


async def test_a_vault_in_use_is_read_with_enter_alone(tmp_path: Path) -> None:
    """The first Enter says who writes since when, the second one reads."""
    async with closed_app(tmp_path) as (app, pilot, _clock):
        writer = opening.open_vault(app.surroundings, PASSPHRASE)
        await pilot.press(*PASSPHRASE, "enter")
        await settle(pilot)
        since = f"seit Montag, {NOW.astimezone():%H:%M}"
        assert f"{since} in einem anderen Fenster offen" in " ".join(shown(app).split())
        assert f"Prozess {os.getpid()}" in shown(app)
        assert "Eingabe nur lesen" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Home)
        assert f"Nur lesen: Ein anderes Fenster schreibt {since}." in shown(app)
        assert app.sitting is not None
        assert app.sitting.vault.refusal == "in-use"
        writer.close()


async def test_once_the_other_window_is_closed_the_second_enter_writes(tmp_path: Path) -> None:
    async with closed_app(tmp_path) as (app, pilot, _clock):
        writer = opening.open_vault(app.surroundings, PASSPHRASE)
        await pilot.press(*PASSPHRASE, "enter")
        await settle(pilot)
        writer.close()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Home)
        assert app.sitting is not None
        assert app.sitting.vault.refusal is None
