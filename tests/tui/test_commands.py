"""Commands: every key of the key row also works by mouse; help, palette and key map are drawn from them."""

from itertools import pairwise
from pathlib import Path

import pytest

from reflect.language import gettext as _
from reflect.language.keys import key_name
from reflect.tui.commands.command import Command
from reflect.tui.commands.commanding import Commanding
from reflect.tui.commands.everywhere import APP_WIDE
from reflect.tui.screens.entries import Entries
from reflect.tui.screens.help import HelpSheet
from reflect.tui.screens.home import Home
from reflect.tui.screens.page import Page
from reflect.tui.screens.palette import PaletteSheet
from reflect.tui.screens.settings import Settings
from reflect.tui.screens.trash import Trash
from reflect.tui.screens.unlock import Unlock
from reflect.tui.widgets.keyrow import KeyRow, layout
from reflect.workflows import keeping
from tests.tui.world import click_words, closed_app, first_run, lines, open_app, settle, shown, top

WAYS: dict[str, tuple[str, ...]] = {
    "home": (),
    "entries": ("e",),
    "reading": ("e", "end", "enter"),
    "trash": ("t",),
    "search": ("s",),
    "protocols": ("v",),
    "agenda": ("g",),
    "agenda-filled": ("e", "end", "enter", "g", "enter", "escape", "escape", "g"),
    "lookback": ("down", "enter"),
    "proof": ("p",),
    "danger": ("t", "delete"),
}


def name_of(command: Command) -> str:
    """The words of a command in the key row."""
    return f"{key_name(command.key)} {_(command.text)}".strip()


@pytest.mark.parametrize("way", list(WAYS.values()), ids=list(WAYS))
async def test_every_key_of_the_row_works_by_mouse(
    tmp_path: Path, way: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        assert app.sitting is not None
        keeping.put_away(app.sitting, "AAAAAAAAA2")
        await pilot.press(*way)
        await settle(pilot)
        done: list[str] = []

        async def note(_screen: Commanding[object], command: Command) -> None:
            done.append(command.id)

        monkeypatch.setattr(Commanding, "carry_out", note)
        row = app.screen.query_one(KeyRow)
        wanted = [place.command for place in row.places]
        assert wanted
        for command in wanted:
            await click_words(pilot, name_of(command))
        assert done == [command.id for command in wanted]


@pytest.mark.parametrize("way", list(WAYS.values()), ids=list(WAYS))
async def test_every_available_command_has_a_key_that_does_it(tmp_path: Path, way: tuple[str, ...]) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        assert app.sitting is not None
        keeping.put_away(app.sitting, "AAAAAAAAA2")
        await pilot.press(*way)
        await settle(pilot)
        page = app.page
        assert page is not None
        for command in page.usable_commands():
            assert callable(page._method(command)), command.id
            everywhere = command.id in {wide.id for wide in APP_WIDE}
            keys = app._bindings.key_to_bindings if everywhere else page.active_bindings
            assert command.key in keys, command.id


async def test_help_lists_every_command_of_the_page(tmp_path: Path) -> None:
    async with open_app(tmp_path, size=(80, 48)) as (app, pilot, _clock):
        wanted = [_(command.tooltip or command.text) for command in app.screen.usable_commands()]  # type: ignore[attr-defined]  # Home
        await pilot.press("f1")
        await settle(pilot)
        top(app, HelpSheet)
        page = " ".join(" ".join(line.rpartition("▌")[2] for line in lines(app)).split())
        for heading in ("Hilfe", "Hier", "Überall", "Alles geht auch mit der Maus."):
            assert heading in page
        for words in wanted:
            assert words in page, words


async def test_help_closes_with_f1_with_esc_and_by_a_click_beside(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        for key in ("f1", "escape"):
            await pilot.press("f1")
            await settle(pilot)
            top(app, HelpSheet)
            await pilot.press(key)
            await settle(pilot)
            top(app, Home)
        await pilot.press("f1")
        await settle(pilot)
        top(app, HelpSheet)
        await pilot.click(offset=(5, 20))
        await settle(pilot)
        top(app, Home)


async def test_a_line_of_the_help_can_be_clicked(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await click_words(pilot, "F1 Hilfe")
        await click_words(pilot, "Papierkorb")
        top(app, Trash)


async def test_palette_finds_by_a_few_letters(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("ctrl+p")
        await settle(pilot)
        top(app, PaletteSheet)
        await pilot.press(*"papier", "enter")
        await settle(pilot)
        top(app, Trash)


async def test_palette_walks_with_arrows_and_takes_a_click(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("ctrl+p", *"einst")
        await settle(pilot)
        await pilot.press("down", "up", "enter")
        await settle(pilot)
        top(app, Settings)
        await pilot.press("escape", "ctrl+p")
        await settle(pilot)
        await click_words(pilot, "alle Einträge")
        top(app, Entries)


async def test_f1_works_on_the_locked_page_and_in_the_first_run(tmp_path: Path) -> None:
    async with closed_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("f1")
        await settle(pilot)
        assert "sperren und beenden" in shown(app)
        assert "sperren und verbergen" not in shown(app)
        await pilot.press("escape")
        top(app, Unlock)
    async with first_run(tmp_path) as (app, pilot):
        await pilot.press("f1")
        await settle(pilot)
        top(app, HelpSheet)


async def test_an_unavailable_command_says_why(tmp_path: Path) -> None:
    class Reasoned(Page[None]):
        commands = (
            Command(
                id="team", key="b", text="Beratung", action="team", available=lambda _: False, reason="ab drei Personen"
            ),
        )

    async with open_app(tmp_path) as (app, pilot, _clock):
        await app.push_screen(Reasoned())
        await pilot.press("b")
        await settle(pilot)
        assert "ab drei Personen" in shown(app)
        await pilot.press("x")
        await settle(pilot)
        assert "ab drei Personen" not in shown(app)


def test_row_drops_from_the_right_and_keeps_help() -> None:
    commands = [Command(id=str(number), key="f6", text="nächste Frage", action="x") for number in range(5)]
    for width in range(9, 120):
        places = layout(commands, width)
        assert places[-1].command.id == "help"
        assert places[-1].end == width
        assert [place.command.id for place in places[:-1]] == [str(number) for number in range(len(places) - 1)]
        assert all(left.end < right.start for left, right in pairwise(places))


async def test_key_row_never_wraps(tmp_path: Path) -> None:
    for size in ((60, 20), (80, 24), (100, 30), (120, 40)):
        async with open_app(tmp_path, size=size) as (app, _pilot, _clock):
            row = app.screen.query_one(KeyRow)
            assert row.size.height == 1
            assert lines(app)[row.region.y].rstrip().endswith("F1 Hilfe")
