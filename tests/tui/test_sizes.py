"""Every screen at every size: margins, the reader's mark at the text's edge, nothing wrapped in head or key row."""

from pathlib import Path

import pytest

from reflect.tui.widgets.head import Head
from reflect.tui.widgets.keyrow import KeyRow
from reflect.tui.widgets.rowlist import RowList
from tests.tui.world import closed_app, lines, open_app, settle, shown

SIZES = ((60, 20), (80, 24), (100, 30), (120, 40))
WAYS: tuple[tuple[str, ...], ...] = ((), ("e",), ("e", "end", "enter"), ("t",), ("s",), ("v",), ("g",))
MARGIN = "   "


@pytest.mark.parametrize("size", SIZES, ids=[f"{columns}x{rows}" for columns, rows in SIZES])
async def test_frame(tmp_path: Path, size: tuple[int, int]) -> None:
    columns, rows = size
    outside = 1 if rows >= 28 else 0
    async with open_app(tmp_path, size=size) as (app, pilot, _clock):
        for way in WAYS:
            await pilot.press(*way)
            await settle(pilot)
            page = lines(app)
            assert app.screen.query_one(Head).region.y == outside
            assert app.screen.query_one(KeyRow).region.y == rows - 1 - outside
            assert page[outside].startswith(MARGIN)
            assert page[outside].endswith("• nur du" + MARGIN)
            assert page[-1 - outside].endswith("F1 Hilfe" + MARGIN)
            under = 3 if rows >= 36 else 1
            assert not "".join(page[outside + 1 : outside + 1 + under]).strip()
            assert all(len(line.rstrip()) <= columns for line in page)
            while "reflect   Montag" not in lines(app)[outside]:
                await pilot.press("escape")
                await settle(pilot)


@pytest.mark.parametrize("size", SIZES, ids=[f"{columns}x{rows}" for columns, rows in SIZES])
async def test_what_matters_on_home_is_whole(tmp_path: Path, size: tuple[int, int]) -> None:
    async with open_app(tmp_path, size=size) as (app, _pilot, _clock):
        page = shown(app)
        for words in ("Etwas aufschreiben", "Eingabe", "Drei Fragen, etwa drei Minuten.", "Heute fällig", "Angefangen"):
            assert words in page
        assert "! Notfallschlüssel noch nicht geprüft." in page
        assert " P" in page


async def test_resizing_moves_the_frame(tmp_path: Path) -> None:
    async with open_app(tmp_path, size=(120, 40)) as (app, pilot, _clock):
        assert app.screen.query_one(Head).region.y == 1
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert app.screen.query_one(Head).region.y == 0
        assert lines(app)[0].endswith("• nur du" + MARGIN)
        assert lines(app)[19].endswith("F1 Hilfe" + MARGIN)


async def test_wide_lists_end_at_a_hundred_cells(tmp_path: Path) -> None:
    async with open_app(tmp_path, size=(120, 40)) as (app, pilot, _clock):
        assert all(listed.region.right <= 103 for listed in app.screen.query(RowList))
        await pilot.press("n")
        await settle(pilot)
        assert app.screen.query_one(RowList).region.right <= 103


@pytest.mark.parametrize(("size", "indent"), [((60, 20), 4), ((80, 24), 14), ((120, 40), 23)])
async def test_the_locked_door_stands_where_the_picture_has_it(
    tmp_path: Path, size: tuple[int, int], indent: int
) -> None:
    async with closed_app(tmp_path, size=size) as (app, _pilot, _clock):
        row = next(line for line in lines(app) if line.strip() == "reflect")
        assert len(row) - len(row.lstrip()) == indent


async def test_long_help_scrolls_with_the_arrow_keys(tmp_path: Path) -> None:
    async with open_app(tmp_path, size=(60, 20)) as (app, pilot, _clock):
        await pilot.press("f1")
        await settle(pilot)
        assert "Alles geht auch mit der Maus." not in shown(app)
        await pilot.press("end")
        await settle(pilot)
        assert "Alles geht auch mit der Maus." in shown(app)
