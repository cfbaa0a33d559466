"""What happens to the vault around a sitting: backups, their age, a sentence for each."""

from datetime import timedelta
from pathlib import Path

from reflect.tui.app import ReflectApp
from reflect.tui.screens.backup import BackupSheet
from reflect.tui.screens.home import Home
from reflect.tui.screens.notices import notices
from reflect.tui.widgets.typedline import TypedLine
from reflect.vault.duplicate import copy_range
from reflect.vault.system import MemorySystem
from reflect.workflows.opening import open_vault
from tests.tui.world import (
    PASSPHRASE,
    Clock,
    begun_vault,
    closed_app,
    open_app,
    settle,
    shown,
    surroundings_in,
    top,
    unlock,
)

STICK = "/media/stick/reflect"


def copies(app: ReflectApp) -> list[str]:
    system = app.surroundings.system
    assert isinstance(system, MemorySystem)
    return [name for name in system.listdir(Path(STICK)) if name.endswith(".reflect")]


def plug_in(app: ReflectApp) -> None:
    system = app.surroundings.system
    assert system is not None
    system.makedirs(Path(STICK))


async def test_a_lock_backs_up_when_it_is_due(tmp_path: Path) -> None:
    async with open_app(tmp_path, backup_folder=STICK) as (app, pilot, clock):
        plug_in(app)
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert len(copies(app)) == 1
        await unlock(pilot)
        assert "Sicherung  heute, auf deinem Stick" in shown(app)
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert len(copies(app)) == 1
        clock.moment += timedelta(days=8)
        await unlock(pilot)
        assert "! Sicherung  vor 8 Tagen, auf deinem Stick" in shown(app)
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert len(copies(app)) == 2


async def test_the_end_of_the_program_backs_up(tmp_path: Path) -> None:
    async with open_app(tmp_path, backup_folder=STICK) as (app, pilot, _clock):
        plug_in(app)
        await pilot.press("ctrl+q")
        await settle(pilot)
        assert len(copies(app)) == 1


async def test_a_stick_that_is_missing_is_not_made_up(tmp_path: Path) -> None:
    async with open_app(tmp_path, backup_folder=STICK) as (app, pilot, _clock):
        assert "! Sicherung  keine zu sehen auf deinem Stick." in shown(app)
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert copies(app) == []


async def test_six_days_are_said_without_attention(tmp_path: Path) -> None:
    async with closed_app(tmp_path, backup_folder=STICK) as (app, pilot, clock):
        plug_in(app)
        await unlock(pilot)
        await pilot.press("ctrl+l")
        await settle(pilot)
        clock.moment += timedelta(days=6)
        await unlock(pilot)
        assert "Sicherung  vor 6 Tagen, auf deinem Stick" in shown(app)
        assert "! Sicherung" not in shown(app)


async def test_backup_now_asks_for_the_folder_and_remembers_it(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        assert "Sicherung  noch keine." in shown(app)
        await pilot.press("f8")
        await settle(pilot)
        top(app, BackupSheet).query_one(TypedLine).set_text(STICK)
        await pilot.press("enter")
        await settle(pilot)
        top(app, Home)
        assert "Gesichert und geprüft, auf deinem Stick." in shown(app)
        assert app.surroundings.config.backup_folder == STICK
        assert len(copies(app)) == 1


async def test_who_only_reads_is_told_before_typing(tmp_path: Path) -> None:
    async with closed_app(tmp_path) as (app, pilot, _clock):
        other = open_vault(app.surroundings, PASSPHRASE)
        await unlock(pilot)
        assert "in einem anderen" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        top(app, Home)
        assert "! Nur lesen: Ein anderes Fenster schreibt seit Montag, " in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        top(app, Home)
        assert "anderen Fenster" in shown(app)
        await pilot.press("f8")
        await settle(pilot)
        top(app, Home)
        assert "Der Tresor ist nur zum Lesen offen." in shown(app)
        other.close()


def test_copies_of_a_sync_client_are_named(tmp_path: Path) -> None:
    surroundings = surroundings_in(tmp_path, Clock())
    begun_vault(surroundings).close()
    system, folder = surroundings.system, surroundings.places.vault
    assert isinstance(system, MemorySystem)
    twin = folder / "vault (conflicted copy 2026-11-20).reflect"
    handle = system.open(folder / "vault.reflect")
    copy_range(system, handle, 0, system.fstat(handle).size, twin)
    sitting = open_vault(surroundings, PASSPHRASE)
    assert [row.key for row in notices(sitting.vault.state)] == ["twins", "recovery"]
    assert twin.name in notices(sitting.vault.state)[0].title
    sitting.close()
