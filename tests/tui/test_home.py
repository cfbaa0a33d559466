"""Home: what is due, what was begun, one key to writing."""

from datetime import date
from pathlib import Path

import pytest

from reflect.domain.entry import Entry, NextStep
from reflect.tui.app import ReflectApp
from reflect.tui.screens.home import Home
from reflect.tui.screens.lookback import LookBack
from reflect.tui.screens.proof import Proof
from reflect.tui.screens.reading import Reading
from reflect.tui.screens.writing import WritingScreen
from reflect.tui.widgets.band import Band
from reflect.tui.widgets.rowlist import RowList
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import opening
from tests.tui.world import Clock, at, click_words, lines, open_app, settle, shown, surroundings_in, top, unlock


async def test_rows_stand_where_the_picture_has_them(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, _pilot, _clock):
        rows = lines(app)
        assert rows[0].startswith("   reflect   Montag, 23. November")
        assert rows[0].endswith("• nur du   ")
        assert rows[3].startswith(" ►    Etwas aufschreiben")
        assert rows[3].rstrip().endswith("Eingabe")
        assert rows[7].strip() == "Heute fällig"
        assert rows[8] == "   ○ Versuch           Erst fragen, dann vorschlagen         seit 9. November   "
        assert rows[9].rstrip().endswith("heute")
        assert rows[11].strip() == "Angefangen"
        assert "Schritt 3 von 5, Freitag" in rows[13]
        assert rows[15].strip() == "Sicherung  noch keine.  Einen Ordner wählen: F8"
        assert rows[16].strip() == "! Notfallschlüssel noch nicht geprüft.  Eine Minute, jederzeit: P"
        assert rows[23].startswith("   R Rückblick")
        assert rows[23].endswith("F1 Hilfe   ")


async def test_nothing_due_and_nothing_begun_leaves_the_band(tmp_path: Path) -> None:
    async with open_app(tmp_path, furnished=False, confirmed=True) as (app, _pilot, _clock):
        page = shown(app)
        assert "Heute fällig" not in page
        assert "Angefangen" not in page
        assert "!" not in page
        assert "Etwas aufschreiben" in page


@pytest.mark.parametrize("way", ["enter", "click"])
async def test_one_key_to_writing(tmp_path: Path, way: str) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        if way == "enter":
            await pilot.press("enter")
        else:
            await click_words(pilot, "Etwas aufschreiben")
        await settle(pilot)
        top(app, WritingScreen)
        assert top(app, WritingScreen).writing.entry.protocol.id == "kurzreflexion"


@pytest.mark.parametrize(("key", "protocol"), [("r", "rueckblick"), ("R", "rueckblick"), ("a", "abwaegung-begleitung")])
async def test_letters_open_protocols(tmp_path: Path, key: str, protocol: str) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press(key)
        await settle(pilot)
        top(app, WritingScreen)
        assert top(app, WritingScreen).writing.entry.protocol.id == protocol


async def test_begun_entry_is_resumed(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await click_words(pilot, "Der laute Flur")
        top(app, WritingScreen)
        assert top(app, WritingScreen).writing.entry.id == "AAAAAAAAA1"
        await pilot.press("escape")
        await settle(pilot)
        top(app, Home)


async def test_looking_back_takes_the_row_away(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("down", "enter")
        await settle(pilot)
        top(app, LookBack)
        assert "Wie ist es geworden?" in shown(app)
        await pilot.press(*"Es ging.", "enter")
        await settle(pilot)
        assert "Erst fragen, dann vorschlagen" not in shown(app)
        assert app.sitting is not None
        step = app.sitting.entry("AAAAAAAAA3").next_steps[0]
        assert (step.done, step.outcome) == (date(2026, 11, 23), "Es ging.")


async def test_not_yet_keeps_the_row(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("down", "enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "Erst fragen, dann vorschlagen" in shown(app)
        focused = app.screen.focused
        assert isinstance(focused, RowList)


async def test_looking_back_can_open_the_entry(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("down", "enter")
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        top(app, Reading)


async def test_more_than_three_rows_fold(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        sitting = app.sitting
        assert sitting is not None
        entry = sitting.entry("AAAAAAAAA3")
        entry.next_steps += [NextStep(text=f"Versuch {number}", due=date(2026, 11, 10)) for number in range(3)]
        sitting.save(entry)
        top(app, Home)
        top(app, Home).reload()
        await settle(pilot)
        assert "und 2 weitere" in shown(app)
        await click_words(pilot, "und 2 weitere")
        assert "und 2 weitere" not in shown(app)
        assert "Begleitung zum Amt" in shown(app)


async def test_arrows_walk_from_the_band_through_the_lists_and_back(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("down", "down", "down")
        await settle(pilot)
        assert "► Kurzreflexion" in shown(app)
        await pilot.press("up", "up", "up")
        await settle(pilot)
        assert isinstance(app.screen.focused, Band)


async def test_recovery_key_typed_back_takes_the_sign_away(tmp_path: Path) -> None:
    clock = Clock()
    surroundings = surroundings_in(tmp_path, clock)
    sitting, key = opening.create_vault(surroundings, "eins zwei")
    sitting.close()
    app = ReflectApp(surroundings, ticks=clock.tick)
    async with app.run_test() as pilot:
        await settle(pilot)
        await unlock(pilot, "eins zwei")
        await pilot.press("p")
        await settle(pilot)
        top(app, Proof)
        line = app.screen.query_one(TypedLine)
        line.set_text("12345")
        await pilot.press("enter")
        await settle(pilot)
        assert "35 Zeichen" in shown(app)
        line.set_text(key.text)
        await pilot.press("enter")
        await settle(pilot)
        assert "Notfallschlüssel noch nicht" not in shown(app)


async def test_damaged_entry_is_told_and_nothing_breaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reflect.domain.fault import VaultDamaged  # noqa: PLC0415 - only here
    from reflect.workflows.sitting import Sitting  # noqa: PLC0415 - only here

    def broken(_sitting: Sitting, _entry_id: str) -> Entry:
        raise VaultDamaged(((4, at(3)),), 1)

    async with open_app(tmp_path) as (app, pilot, _clock):
        monkeypatch.setattr(Sitting, "entry", broken)
        await click_words(pilot, "Der laute Flur")
        assert "! Der Tresor ist an 1 Stelle beschädigt" in shown(app)
        await pilot.press("down")
        await settle(pilot)
        assert "beschädigt" not in shown(app)
