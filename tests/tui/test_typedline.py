"""One line to type in, with the keys of an office."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from reflect.tui.widgets.typedline import TypedLine
from tests.tui.world import closed_app


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (["ctrl+a", "x"], "x"),
        (["ctrl+a", "backspace"], ""),
        (["ctrl+a", "delete"], ""),
        (["ctrl+a", "end", "x"], "Tasse Hutx"),
        (["home", "delete"], "asse Hut"),
        (["left", "backspace"], "Tasse Ht"),
    ],
)
async def test_keys_of_an_office(tmp_path: Path, keys: Sequence[str], text: str) -> None:
    async with closed_app(tmp_path) as (app, pilot, _clock):
        line = app.screen.query_one(TypedLine)
        line.set_text("Tasse Hut")
        await pilot.press(*keys)
        assert line.text == text


async def test_pasting_takes_the_place_of_what_is_marked(tmp_path: Path) -> None:
    async with closed_app(tmp_path) as (app, pilot, _clock):
        line = app.screen.query_one(TypedLine)
        line.set_text("Tasse Hut")
        await pilot.press("ctrl+a")
        app.copy_to_clipboard("Zaun\nBirne")
        await pilot.press("ctrl+v")
        assert line.text == "Zaun"
