"""A damaged vault, an older one, a backup brought back, keys made anew, the trash emptied: each by key, on screen."""

from pathlib import Path

from reflect.tui.app import ReflectApp
from reflect.tui.screens.danger import DangerSheet
from reflect.tui.screens.home import Home
from reflect.tui.screens.keys import KeyPaper, NewKeySheet, PassphraseSheet
from reflect.tui.screens.proof import Proof
from reflect.tui.screens.rescue import GoOnSheet, Rescue
from reflect.tui.screens.restore import RestoreSheet
from reflect.tui.screens.takeout import TakeoutSheet
from reflect.tui.screens.trash import Trash
from reflect.tui.screens.unlock import Unlock
from reflect.tui.widgets.group import Group
from reflect.tui.widgets.rowlist import RowList
from reflect.tui.widgets.typedline import TypedLine
from reflect.vault.system import MemorySystem
from reflect.workflows import keeping, upkeep
from reflect.workflows.opening import open_vault
from tests.tui.world import PASSPHRASE, closed_app, open_app, settle, shown, top, unlock

STICK = Path("/media/stick/reflect")


def system_of(app: ReflectApp) -> MemorySystem:
    system = app.surroundings.system
    assert isinstance(system, MemorySystem)
    return system


def vault_bytes(app: ReflectApp) -> bytes:
    system = system_of(app)
    handle = system.open(app.surroundings.places.vault / "vault.reflect")
    try:
        return bytes(system.pread(handle, system.fstat(handle).size, 0))
    finally:
        system.close(handle)


def put(app: ReflectApp, at: int, what: bytes, *, size: int | None = None) -> None:
    system = system_of(app)
    handle = system.open(app.surroundings.places.vault / "vault.reflect", write=True)
    system.pwrite(handle, what, at)
    if size is not None:
        system.ftruncate(handle, size)
    system.close(handle)


def hurt(app: ReflectApp) -> None:
    """Zero some bytes in the middle of the second frame from the end."""
    whole = vault_bytes(app)
    place = whole.rindex(b"FRM1", 0, whole.rindex(b"FRM1"))
    put(app, place + 60, bytes(16))


async def test_a_damaged_vault_opens_with_one_calm_page(tmp_path: Path) -> None:
    async with closed_app(tmp_path) as (app, pilot, _clock):
        hurt(app)
        await unlock(pilot)
        top(app, Rescue)
        page = shown(app)
        assert "Am Tresor ist etwas beschädigt." in page
        assert "! Nummer " in page
        assert "Lesbar sind 2 Einträge." in page
        await pilot.press("escape")
        await settle(pilot)
        top(app, Home)
        assert "! Nur lesen: Am Tresor ist etwas beschädigt." in shown(app)


async def test_everything_readable_is_taken_out_of_a_damaged_vault(tmp_path: Path) -> None:
    async with closed_app(tmp_path) as (app, pilot, _clock):
        hurt(app)
        await unlock(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        sheet = top(app, TakeoutSheet)
        assert "offen lesbar" in shown(app)
        place = tmp_path / "kopie"
        sheet.query_one("#place", TypedLine).set_text(str(place))
        await pilot.press(*"falsch", "enter")
        await settle(pilot)
        assert "Das war nicht die Passphrase." in shown(app)
        assert not place.exists()
        sheet.query_one("#secret", TypedLine).set_text(PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        top(app, Rescue)
        assert "2 Einträge liegen in" in shown(app)
        assert len(list(place.glob("entries/*.json"))) == 2
        assert "Der laute Flur" in "".join(path.read_text("utf-8") for path in place.glob("entries/*.md"))


async def test_emptying_the_trash_names_the_backups_that_still_hold_it(tmp_path: Path) -> None:
    async with open_app(tmp_path, size=(120, 40), backup_folder=str(STICK)) as (app, pilot, _clock):
        assert app.sitting is not None
        made = upkeep.back_up(app.sitting, STICK)
        keeping.put_away(app.sitting, keeping.records(app.sitting)[0][0])
        await pilot.press("t")
        await settle(pilot)
        await pilot.press("f8")
        await settle(pilot)
        await pilot.press(*"LÖSCHEN")
        await settle(pilot)
        assert f"In 1 Sicherung steht es noch: {made.path.name}" in shown(app)


async def test_a_second_version_beside_the_vault_is_named_and_can_be_looked_at(tmp_path: Path) -> None:
    async with closed_app(tmp_path, confirmed=True) as (app, pilot, _clock):
        name = "vault (conflicted copy 2026-11-20).reflect"
        twin = app.surroundings.places.vault / name
        system = system_of(app)
        whole = vault_bytes(app)
        handle = system.open(twin, create=True)
        system.pwrite(handle, whole, 0)
        system.close(handle)
        sitting = open_vault(app.surroundings, PASSPHRASE)
        keeping.delete(sitting, keeping.records(sitting)[0][0])
        sitting.close()
        await unlock(pilot)
        assert "! Daneben liegt eine zweite Fassung, unvermischt:" in shown(app)
        assert "conflicted copy" in shown(app)
        home = top(app, Home)
        notices = home.query_one("#notices", Group).query_one(RowList)
        notices.focus()
        notices.move(next(at for at, row in enumerate(notices.rows) if row.key == "twins") - notices.index)
        await pilot.press("enter")
        await settle(pilot)
        sheet = top(app, RestoreSheet)
        assert sheet.query_one("#file", TypedLine).text == str(twin)
        await pilot.press(*PASSPHRASE, "enter")
        await settle(pilot)
        assert "Bringt 1, die jetzt fehlen" in shown(app)
        assert vault_bytes(app) != whole, "nothing was mixed"


async def test_a_file_exchanged_under_us_is_said_and_the_text_waits(tmp_path: Path) -> None:
    async with open_app(tmp_path, confirmed=True) as (app, pilot, _clock):
        system = system_of(app)
        exchanged = app.surroundings.places.vault / "exchanged"
        handle = system.open(exchanged, create=True)
        system.pwrite(handle, vault_bytes(app), 0)
        system.close(handle)
        system.replace(exchanged, app.surroundings.places.vault / "vault.reflect")
        before = vault_bytes(app)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*"Laut.", "ctrl+s", "escape")
        await settle(pilot)
        assert "nicht gespeichert, die Datei wurde ausgetauscht." in shown(app)
        assert vault_bytes(app) == before
        await pilot.press("ctrl+l")
        await settle(pilot)
        top(app, Unlock)
        await unlock(pilot)
        assert "Laut." in shown(app)


async def test_going_on_needs_the_word(tmp_path: Path) -> None:
    async with closed_app(tmp_path) as (app, pilot, _clock):
        hurt(app)
        await unlock(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)
        top(app, GoOnSheet)
        assert "Tippe das Wort WEITER." in shown(app)
        await pilot.press("enter")
        assert "Nichts wurde verändert." in shown(app)
        await pilot.press(*"WEITER")
        await settle(pilot)
        top(app, Unlock)
        assert "Der Tresor ist wieder heil." in shown(app)
        await unlock(pilot)
        top(app, Home)
        assert app.sitting is not None
        assert app.sitting.vault.refusal is None
        assert len(keeping.records(app.sitting)) == 2


async def test_an_older_state_is_said_as_such(tmp_path: Path) -> None:
    async with closed_app(tmp_path) as (app, pilot, _clock):
        older = vault_bytes(app)
        sitting = open_vault(app.surroundings, PASSPHRASE)
        keeping.put_away(sitting, keeping.records(sitting)[0][0])
        sitting.close()
        put(app, 0, older, size=len(older))
        await unlock(pilot)
        top(app, Rescue)
        assert "Dieser Tresor ist älter als der letzte Stand." in shown(app)
        assert "zuletzt war er bei" in shown(app)


async def test_a_backup_shows_what_it_brings_and_is_brought_back(tmp_path: Path) -> None:
    async with open_app(tmp_path, backup_folder=str(STICK)) as (app, pilot, _clock):
        assert app.sitting is not None
        upkeep.back_up(app.sitting, STICK)
        gone = keeping.records(app.sitting)[0][0]
        keeping.put_away(app.sitting, gone)
        keeping.delete(app.sitting, gone)
        await app.screen.action_command("restore")  # type: ignore[attr-defined]  # home's
        await settle(pilot)
        sheet = top(app, RestoreSheet)
        await pilot.press("f6")
        await settle(pilot)
        top(app, RestoreSheet)
        sheet.query_one("#secret", TypedLine).set_text(PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert "Bringt 1, die jetzt fehlen" in shown(app)
        await pilot.press("f6")
        await settle(pilot)
        top(app, Unlock)
        assert "Zurückgeholt." in shown(app)
        assert "before-restore" in shown(app)
        await unlock(pilot)
        assert app.sitting is not None
        assert gone in dict(keeping.records(app.sitting))


async def test_emptying_the_trash_is_honest_and_needs_the_word(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        assert app.sitting is not None
        keeping.put_away(app.sitting, keeping.records(app.sitting)[0][0])
        await pilot.press("t")
        await settle(pilot)
        top(app, Trash)
        await pilot.press("f8")
        await settle(pilot)
        top(app, DangerSheet)
        assert "Sicherungen können es noch" in " ".join(shown(app).replace("▌", "").split())
        assert "SSDs" in shown(app)
        await pilot.press(*"LÖSCHEN")
        await settle(pilot)
        assert "1 Eintrag ist weg." in shown(app)
        assert keeping.records(app.sitting, trash=True) == []


async def test_the_passphrase_is_changed_and_everything_is_sealed_anew(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await app.screen.action_command("passphrase")  # type: ignore[attr-defined]  # home's
        await settle(pilot)
        sheet = top(app, PassphraseSheet)
        assert "Könnte jemand die alte kennen?" in shown(app)
        for name, words in (("old", "falsch"), ("new", "neu und lang"), ("again", "neu und lang")):
            sheet.query_one(f"#{name}", TypedLine).set_text(words)
        sheet.query_one(RowList).focus()
        await pilot.press("end", "enter")
        await settle(pilot)
        assert "Das war nicht die alte Passphrase." in shown(app)
        sheet.query_one("#old", TypedLine).set_text(PASSPHRASE)
        sheet.query_one(RowList).focus()
        await pilot.press("enter")
        await settle(pilot)
        paper = top(app, KeyPaper)
        groups = paper.groups
        assert all(group in shown(app) for group in groups)
        await pilot.press("enter")
        await settle(pilot)
        top(app, Proof).query_one(TypedLine).set_text("-".join(groups))
        await pilot.press("enter")
        await settle(pilot)
        assert "Der Notfallschlüssel öffnet diesen Tresor." in shown(app)
        await pilot.press("ctrl+l")
        await settle(pilot)
        await unlock(pilot, PASSPHRASE)
        top(app, Unlock)
        await unlock(pilot, "neu und lang")
        top(app, Home)


async def test_a_new_recovery_key_is_said_to_end_the_old_one(tmp_path: Path) -> None:
    async with open_app(tmp_path, confirmed=True) as (app, pilot, _clock):
        await app.screen.action_command("new-key")  # type: ignore[attr-defined]  # home's
        await settle(pilot)
        top(app, NewKeySheet)
        assert "Der bisherige öffnet danach nicht mehr." in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert top(app, KeyPaper).groups
        await pilot.press("escape")
        await settle(pilot)
        assert "Notfallschlüssel noch nicht geprüft." in shown(app)
