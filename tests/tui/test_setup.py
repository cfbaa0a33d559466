"""The first run: five short steps, by keyboard and by mouse."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect.tui.app import ReflectApp
from reflect.tui.screens.home import Home
from reflect.tui.screens.setup.belonging import Belonging, leaflet
from reflect.tui.screens.setup.done import DoneStep
from reflect.tui.screens.setup.first_run import FirstRun
from reflect.tui.screens.setup.key import KeyStep, drawn, same
from reflect.tui.screens.setup.passphrase import PassphraseStep
from reflect.tui.screens.unlock import Unlock
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import recovery
from tests.tui.world import click_words, first_run, settle, shown


async def to_the_key(app: ReflectApp, pilot: Pilot[int]) -> KeyStep:
    """Walk to the fourth step."""
    await pilot.press("enter")
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)
    for name in ("first", "second"):
        app.screen.query_one(f"#{name}", TypedLine).set_text("vier blaue Tassen")
    await pilot.press("tab", "enter")
    await settle(pilot)
    assert isinstance(app.screen, KeyStep)
    return app.screen


async def type_groups(app: ReflectApp, pilot: Pilot[int], groups: tuple[str, ...]) -> None:
    """Copy the asked groups from paper."""
    assert isinstance(app.screen, KeyStep)
    for place in app.screen.asked:
        app.screen.query_one(f"#group-{place}", TypedLine).set_text(groups[place - 1].lower())
    await pilot.press("enter", "enter", "enter")
    await settle(pilot)


async def test_the_whole_way_by_keyboard(tmp_path: Path) -> None:
    async with first_run(tmp_path) as (app, pilot):
        assert isinstance(app.screen, FirstRun)
        await pilot.press("enter")
        await settle(pilot)
        assert "nicht die Akte" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*"eins", "enter", *"eins", "enter")
        await settle(pilot)
        step = app.screen
        assert isinstance(step, KeyStep)
        groups = step.beginning.groups
        assert all(group in shown(app) for group in groups)
        await pilot.press("enter")
        await settle(pilot)
        assert not any(group in shown(app) for group in groups)
        await type_groups(app, pilot, groups)
        assert isinstance(app.screen, DoneStep)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Home)
        assert app.sitting is not None
        assert recovery.is_confirmed(app.sitting)
        assert "Notfallschlüssel noch nicht" not in shown(app)


async def test_the_whole_way_by_mouse(tmp_path: Path) -> None:
    async with first_run(tmp_path) as (app, pilot):
        await click_words(pilot, "English")
        assert "What belongs here" in shown(app) or "Einrichten" in shown(app)
        await click_words(pilot, "F5")
        assert isinstance(app.screen, FirstRun)
        await click_words(pilot, "Deutsch")
        await click_words(pilot, "verstanden, weiter")
        for name in ("first", "second"):
            app.screen.query_one(f"#{name}", TypedLine).set_text("vier blaue Tassen")
        await click_words(pilot, "weiter")
        await settle(pilot)
        await click_words(pilot, "später prüfen")
        await click_words(pilot, "los")
        assert isinstance(app.screen, Home)
        assert "! Notfallschlüssel noch nicht geprüft." in shown(app)


async def test_two_different_passphrases_make_no_vault(tmp_path: Path) -> None:
    async with first_run(tmp_path) as (app, pilot):
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*"eins", "enter", *"zwei", "enter")
        await settle(pilot)
        assert isinstance(app.screen, PassphraseStep)
        assert "! Die beiden sind nicht gleich." in shown(app)
        assert not app.surroundings.has_vault


async def test_keys_typed_ahead_reach_the_second_line(tmp_path: Path) -> None:
    async with first_run(tmp_path) as (app, pilot):
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        first, second = app.screen.query(TypedLine)
        first.focus()
        await pilot.pause()
        for key in ("a", "enter", "b"):
            app.simulate_key(key)
        await settle(pilot)
        assert (first.text, second.text) == ("a", "b")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Vier Wörter"),
        ("ab", "Schnell zu raten"),
        ("vier blaue tassen", "Geht."),
        ("vier blaue tassen singen am fenster", "Lang genug."),
    ],
)
async def test_a_word_about_the_length(tmp_path: Path, typed: str, words: str) -> None:
    async with first_run(tmp_path) as (app, pilot):
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*typed)
        await settle(pilot)
        assert words in shown(app)


async def test_wrong_group_is_named_and_the_key_can_be_seen_again(tmp_path: Path) -> None:
    async with first_run(tmp_path) as (app, pilot):
        step = await to_the_key(app, pilot)
        groups = step.beginning.groups
        await pilot.press("enter")
        await settle(pilot)
        wrong = step.asked[0]
        await type_groups(app, pilot, tuple("00000" if place == wrong else g for place, g in enumerate(groups, 1)))
        assert f"! Gruppe {wrong} stimmt nicht." in shown(app)
        await pilot.press("f5")
        await settle(pilot)
        assert all(group in shown(app) for group in groups)


async def test_leaflet_goes_to_the_named_file_and_never_over_another(tmp_path: Path) -> None:
    async with first_run(tmp_path) as (app, pilot):
        await pilot.press("enter")
        await settle(pilot)
        target = tmp_path / "blatt.txt"
        for expected in ("Geschrieben:", "gibt es schon"):
            await pilot.press("d")
            await settle(pilot)
            app.screen.query_one(TypedLine).set_text(str(target))
            await pilot.press("enter")
            await settle(pilot)
            assert expected in shown(app)
        assert target.read_text("utf-8") == leaflet()


async def test_language_holds_from_the_next_step(tmp_path: Path) -> None:
    async with first_run(tmp_path) as (app, pilot):
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, Belonging)
        assert app.surroundings.config.language == "en"


async def test_lock_while_the_key_is_shown(tmp_path: Path) -> None:
    async with first_run(tmp_path) as (app, pilot):
        step = await to_the_key(app, pilot)
        groups = step.beginning.groups
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert isinstance(app.screen, Unlock)
        assert not any(group in shown(app) for group in groups)
        assert app.sitting is None


async def test_quit_while_the_key_is_shown_leaves_a_vault_that_opens(tmp_path: Path) -> None:
    async with first_run(tmp_path) as (app, pilot):
        await to_the_key(app, pilot)
        sitting = app.sitting
        await pilot.press("ctrl+q")
        await settle(pilot)
        assert sitting is not None
        assert app.sitting is None
    assert app.surroundings.has_vault


def test_three_different_groups_are_asked() -> None:
    asked = {drawn(number, 7) for number in range(210)}
    assert len(asked) == 35
    assert all(len(set(groups)) == 3 and groups == tuple(sorted(groups)) for groups in asked)


def test_look_alikes_are_read_as_meant() -> None:
    assert same(" o1l2x ", "0112X")
    assert not same("0112Y", "0112X")
