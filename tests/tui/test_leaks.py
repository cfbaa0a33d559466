"""Doors the screen library leaves open are closed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from textual.app import App

from reflect.tui import fatal
from reflect.tui.leaks import strip_environment, where
from tests.tui.world import open_app, settle

SECRET = "Frau Yilmaz hat geweint"


def test_no_variable_of_the_library_is_left() -> None:
    environment = {"TEXTUAL": "devtools", "TEXTUAL_LOG": "x", "TEXTUAL_SCREENSHOT": "1", "TERM": "xterm"}
    strip_environment(environment)
    assert environment == {"TERM": "xterm"}


def test_the_library_writes_no_log(tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    code = (
        "import reflect.tui.app\nfrom textual import constants\n"
        "assert constants.LOG_FILE is None\nassert constants.SCREENSHOT_DELAY == -1"
    )
    environment = {**os.environ, "TEXTUAL_LOG": str(log), "TEXTUAL_SCREENSHOT": "1", "TEXTUAL": "debug,devtools"}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    assert not log.exists()


def failing(secret: str) -> None:
    local = secret * 2
    raise KeyError(local)


def test_fatal_page_holds_no_value_and_no_message() -> None:
    with pytest.raises(KeyError) as caught:
        failing(SECRET)
    page = fatal.page(caught.value, sealed=True).plain
    assert "KeyError" in page
    assert SECRET not in page
    assert "versiegelt" in page


async def break_home(folder: Path) -> None:
    """Let something fail while home is shown."""
    async with open_app(folder) as (app, pilot, _clock):
        app.screen.call_later(failing, SECRET)
        await pilot.pause()


async def test_error_on_the_screen_ends_with_our_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KeyError, match="Yilmaz"):
        await break_home(tmp_path)
    told = capsys.readouterr().err
    assert "reflect hat einen Fehler" in told
    assert "KeyError" in told
    assert SECRET not in told
    assert "Traceback" not in told
    assert "locals" not in told


def test_where_names_places_of_the_program_only() -> None:
    with pytest.raises(KeyError) as caught:
        failing(SECRET)
    assert where(caught.value).strip() == "KeyError"


async def test_copies_stay_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        sent: list[str] = []
        driver = app._driver
        assert driver is not None
        monkeypatch.setattr(driver, "write", sent.append)
        app.copy_to_clipboard(SECRET)
        await pilot.pause()
        assert app.clipboard == SECRET
        assert not any("52;" in chunk for chunk in sent)
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert app.clipboard == ""


def files(folder: Path) -> list[Path]:
    """Everything below a folder."""
    return sorted(folder.rglob("*"))


async def test_no_picture_of_the_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_app(tmp_path) as (app, pilot, _clock):
        assert list(app.get_system_commands(app.screen)) == []
        before = files(tmp_path)
        app.action_screenshot()
        app.save_screenshot()
        await pilot.pause()
        assert files(tmp_path) == before
    assert App.save_screenshot is not type(app).save_screenshot


async def test_stock_toasts_and_palette_do_not_appear(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert not app._notifications
        assert not app.use_command_palette
