"""What is typed is kept: while typing, on a full disk, in the middle of a sentence."""

import asyncio
import os
import signal
from pathlib import Path

import pytest

from reflect.domain.entry import Entry
from reflect.tui.app import ReflectApp
from reflect.tui.screens import desk as desk_module
from reflect.tui.screens.elsewhere import ElsewhereSheet
from reflect.tui.screens.unlock import Unlock
from reflect.tui.screens.writing import WritingScreen
from reflect.tui.start import Start
from reflect.tui.widgets.editor import Editor
from reflect.tui.widgets.message import MessageLine
from reflect.tui.widgets.state_line import StateLine
from reflect.vault.system import MemorySystem
from reflect.workflows.opening import open_vault
from reflect.workflows.sitting import Sitting
from reflect.workflows.surroundings import Surroundings
from reflect.workflows.writing import Writing
from tests.tui.desk import (
    USUAL,
    WIDE,
    DeskApp,
    Disk,
    desk_app,
    desk_of,
    on_top,
    settle,
    sitting_in,
    type_text,
    written_on,
)
from tests.tui.world import PASSPHRASE


def draft(app: DeskApp) -> Entry | None:
    """What a crash now would leave."""
    body = app.writing.sitting.vault.draft.load()
    return None if body is None else Entry.load(body)


def unlocked(around: Surroundings, sitting: Sitting) -> ReflectApp:
    """The whole app, as after the passphrase, with the quick page open."""
    app = ReflectApp(around, start=Start(sitting=sitting, protocol="kurzreflexion"))
    app.demo = None  # a vault like any other: the lock closes it
    return app


def state(app: DeskApp) -> str:
    return str(app.desk.query_one(StateLine).render())


async def test_a_key_arms_the_draft_and_typing_on_does_not_put_it_off(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        await type_text(pilot, "a")
        pace = app.desk._pace
        assert pace is not None
        assert pace._interval == desk_module.KEEP_SECONDS <= 1
        await type_text(pilot, "bc")
        assert app.desk._pace is pace


async def test_the_draft_is_sealed_while_typing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_module, "KEEP_SECONDS", 0.001)
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        await type_text(pilot, "mitten im Sa")
        while (kept := draft(app)) is None or kept.answers.get("text") != "mitten im Sa":
            await settle(pilot)
        assert kept.position.cursor == len("mitten im Sa")
        assert (kept.position.step, kept.position.question) == (1, 0)


async def test_drafts_do_not_pile_up_on_a_slow_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        gate, saved = asyncio.Event(), []
        loop = asyncio.get_running_loop()

        def slow(body: str) -> None:
            saved.append(body)
            asyncio.run_coroutine_threadsafe(gate.wait(), loop).result()

        monkeypatch.setattr(app.writing.sitting.vault.draft, "save", slow)
        await type_text(pilot, "a")
        app.desk.keep()
        await type_text(pilot, "b")
        app.desk.keep()
        app.desk.keep()
        app.desk._show_patience()
        assert state(app).startswith("wird gespeichert …")
        assert app.desk._pace is not None, "later, not twice"
        gate.set()
        await settle(pilot)
        assert len(saved) == 1
        assert state(app).startswith("gespeichert 17:41")


async def test_a_full_disk_stays_visible_and_costs_nothing(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        app.disk.full = True
        await type_text(pilot, "Laut.")
        await pilot.press("ctrl+s")
        await settle(pilot)
        told = "! nicht gespeichert, kein Platz.  F4 anderer Ort"
        assert state(app).startswith(told)
        await type_text(pilot, " Sehr.")
        assert state(app).startswith(told), "it stays until it is true again"
        await pilot.press("f6")
        await settle(pilot)
        assert state(app).startswith("! nicht gespeichert"), "one can go on writing"
        await pilot.press("escape")
        await settle(pilot)
        assert on_top(app) is WritingScreen, "not away while it lies only in memory"
        assert "Noch einmal Esc" in str(app.desk.query_one(MessageLine).render())
        app.disk.full = False
        app.desk.keep()
        await settle(pilot)
        assert state(app).startswith("gespeichert 17:41")
        kept = draft(app)
        assert kept is not None
        assert kept.answers["text"] == "Laut. Sehr."


async def test_a_failed_save_is_tried_again_by_itself(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        app.disk.full = True
        await type_text(pilot, "a")
        app.desk.keep()
        await settle(pilot)
        assert app.desk._pace is not None
        assert app.desk._pace._interval == desk_module.RETRY_SECONDS


async def test_another_place_takes_the_sealed_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        app.disk.full = True
        await type_text(pilot, "Laut.")
        app.desk.keep()
        await settle(pilot)
        await pilot.press("f4")
        await settle(pilot)
        assert on_top(app) is ElsewhereSheet
        await type_text(pilot, "/stick")
        await pilot.press("enter")
        await settle(pilot)
        assert on_top(app) is ElsewhereSheet, "no room there either, and it says so"
        full = Disk.pwrite
        monkeypatch.setattr(Disk, "pwrite", MemorySystem.pwrite)
        await pilot.press("f6")
        await settle(pilot)
        monkeypatch.setattr(Disk, "pwrite", full)
        assert on_top(app) is WritingScreen
        (path,) = [name for name in app.disk.names if name.startswith("/stick/")]
    sealed = bytes(app.disk.names[path].data)
    assert b"Laut" not in sealed
    found = Writing.unsealed(app.writing.sitting, sealed)
    assert found is not None
    assert found.entry.answers["text"] == "Laut."


async def test_nobody_is_held_on_a_page_that_cannot_be_saved(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        app.disk.full = True
        await type_text(pilot, "Laut.")
        await pilot.press("escape")
        await settle(pilot)
        await type_text(pilot, "x")
        await pilot.press("escape")
        await settle(pilot)
        assert on_top(app) is WritingScreen, "a new word is named anew"
        await pilot.press("escape")
        await settle(pilot)
        assert on_top(app) is not WritingScreen


async def test_a_vault_open_for_reading_says_so_and_lets_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = desk_app(tmp_path, at="text")
    monkeypatch.setattr(type(app.writing.sitting.vault), "refusal", "in-use")
    async with written_on(app) as pilot:
        await type_text(pilot, "a")
        app.desk.keep()
        await settle(pilot)
        assert state(app).startswith("! nicht gespeichert, der Tresor ist nur zum Lesen offen.")
        await pilot.press("backspace", "escape")
        await settle(pilot)
        assert on_top(app) is not WritingScreen, "nothing written, nothing to lose"


async def test_a_resize_in_the_middle_of_a_word_changes_nothing(tmp_path: Path) -> None:
    app = desk_app(tmp_path, "kurzreflexion")
    async with written_on(app) as pilot:
        await type_text(pilot, "mitten im W")
        for size in ((60, 20), WIDE, USUAL):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            await type_text(pilot, "o")
        assert app.desk.fields[0].value == "mitten im Wooo"


async def test_lock_in_the_middle_of_a_sentence(tmp_path: Path) -> None:
    around, sitting = sitting_in(tmp_path)
    app = unlocked(around, sitting)
    async with app.run_test(size=USUAL) as pilot:
        await app.workers.wait_for_complete()
        await settle(pilot)
        await type_text(pilot, "mitten im Sa")
        await pilot.press("ctrl+l")
        assert on_top(app) is Unlock
        assert not app.screen.query(Editor)
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert app.sitting is None
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert on_top(app) is WritingScreen
        await type_text(pilot, "tz")
        assert desk_of(app).fields[0].value == "mitten im Satz"
        await pilot.press("escape")
        await settle(pilot)


async def test_lock_on_a_full_disk_holds_the_text_sealed(tmp_path: Path) -> None:
    around, sitting = sitting_in(tmp_path)
    app = unlocked(around, sitting)
    async with app.run_test(size=USUAL) as pilot:
        await app.workers.wait_for_complete()
        await settle(pilot)
        await type_text(pilot, "mitten")
        assert isinstance(around.system, Disk)
        around.system.full = True
        await pilot.press("ctrl+l")
        await app.workers.wait_for_complete()
        await settle(pilot)
        (held,) = app.held
        assert b"mitten" not in held
        await pilot.press("ctrl+q")
        await settle(pilot)
        assert app.is_running, "named once before it is given up"
        around.system.full = False
        await type_text(pilot, PASSPHRASE)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert on_top(app) is WritingScreen
        assert desk_of(app).fields[0].value == "mitten"
        assert app.sitting is not None
        assert app.sitting.vault.draft.load() is not None, "and on the disk again"
        await pilot.press("escape")
        await settle(pilot)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
async def test_the_end_of_the_terminal_seals_the_last_word(tmp_path: Path, name: str) -> None:
    around, sitting = sitting_in(tmp_path)
    app = unlocked(around, sitting)
    async with app.run_test(size=USUAL) as pilot:
        await app.workers.wait_for_complete()
        await settle(pilot)
        await type_text(pilot, "das letzte Wort")
        os.kill(os.getpid(), getattr(signal, name))
        while app.return_code is None and app.is_running:
            await pilot.pause()
    again = open_vault(around, PASSPHRASE)
    (entry_id,) = again.vault.records("entries")
    assert again.entry(entry_id).answers["was"] == "das letzte Wort"
    again.close()
