"""Each type of question: what is typed, clicked or chosen becomes the answer in its kept shape."""

from pathlib import Path
from typing import Any

import pytest

from reflect.tui.widgets.choice import Choices
from reflect.tui.widgets.grid import GridField
from reflect.tui.widgets.number import understood, written
from tests.tui.desk import NARROW, USUAL, desk_app, settle, written_on

NEXT_WEEK = "2026-11-30"


def shown(grid: GridField) -> int | None:
    """The column that is shown alone."""
    return grid.column


@pytest.mark.parametrize(
    ("question", "keys", "answer"),
    [
        ("text", "L a u t enter u n d", "Laut\nund"),
        ("line", "k u r z", "kurz"),
        ("list", "a enter b", ["a", "b"]),
        ("list", "a enter b enter up up x", ["ax", "b"]),
        ("list", "a enter b up home enter c", ["a", "c", "b"]),
        ("list", "a enter b enter c up backspace backspace", ["a", "c"]),
        ("scale", "3", 3),
        ("scale", "down space", 2),
        ("scale", "1 2", 2),
        ("scale", "2 2", None),
        ("choice", "down enter", 2),
        ("choices", "space end space", [1, 3]),
        ("choices", "space end space backspace", None),
        ("date", "2 4 . 1 1 .", "2026-11-24"),
        ("date", "m o r g e n", "2026-11-24"),
        ("date", "i n space e i n e r space W o c h e", NEXT_WEEK),
        ("date", "3 1 . 2 .", None),
        ("number", "2 , 5", 2.5),
        ("number", "3", 3),
        ("number", "v i e l", None),
        ("people", "B a c h tab L e i t u n g", [{"code": "Bach", "role": "Leitung"}]),
        ("people", "tab A m t", [{"code": "Silberpappel", "role": "Amt"}]),
        ("people", "a enter b enter tab c", [{"code": "a", "role": "b"}, {"code": "Silberpappel", "role": "c"}]),
        ("grid", "a tab b tab c", [["a", "b"], ["c", ""], ["", ""], ["", ""]]),
        ("grid", "a down b down c up up x", [["ax", ""], ["b", ""], ["c", ""], ["", ""]]),
    ],
)
async def test_typed_answers(tmp_path: Path, question: str, keys: str, answer: Any) -> None:
    app = desk_app(tmp_path, at=question)
    async with written_on(app) as pilot:
        await pilot.press(*keys.split())
        await settle(pilot)
    assert app.writing.entry.answers.get(question) == answer


@pytest.mark.parametrize(
    "question", ["text", "line", "list", "scale", "choice", "choices", "date", "number", "people", "grid"]
)
async def test_an_answer_comes_back_as_it_was(tmp_path: Path, question: str) -> None:
    keys = {"scale": "2", "choice": "down space", "choices": "space", "date": "morgen", "number": "2,5"}
    app = desk_app(tmp_path, at=question)
    async with written_on(app) as pilot:
        typed = keys.get(question, "abc")
        await pilot.press(*(typed.split() if " " in typed or typed == "space" else typed))
        await settle(pilot)
        before = app.writing.entry.answers[question]
        await pilot.press("f6")
        await settle(pilot)
        if question == "grid":
            await pilot.press("escape")  # the numbers before the next step
            await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        assert app.desk.fields[0].question.id == question
        assert app.desk.fields[0].value == before


async def test_a_day_that_does_not_exist_is_told_and_kept(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="date")
    async with written_on(app) as pilot:
        await pilot.press(*"31.2.")
        await pilot.press("f6")
        await settle(pilot)
        field = app.desk.fields[0]
        assert "Diesen Tag gibt es nicht." in str(field.query_one(".remark").render())
        assert field.query_one("Editor").has_class("-wrong")
        await pilot.press("f6")
        await settle(pilot)
        assert app.desk.fields[0].question.id == "number", "nobody is held"
        await pilot.press("f5")
        await settle(pilot)
        assert app.desk.fields[0].unclear == "31.2."
    assert app.writing.entry.unclear == {"date": "31.2."}


async def test_choices_follow_the_mouse(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="choices")
    async with written_on(app) as pilot:
        await pilot.click(Choices, offset=(6, 1))
        await pilot.click(Choices, offset=(6, 2))
        await settle(pilot)
    assert app.writing.entry.answers["choices"] == [2, 3]


async def test_a_long_anchor_wraps_and_every_row_of_it_can_be_clicked(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="scale")
    async with written_on(app) as pilot:
        choices = app.desk.query_one(Choices)
        choices.options = ("kaum", "so sehr, dass ich abends noch daran denke und " * 3, "gar nicht")
        choices.refresh(layout=True)
        await settle(pilot)
        await pilot.click(Choices, offset=(8, 2))
        await settle(pilot)
    assert app.writing.entry.answers["scale"] == 2


async def test_narrow_the_columns_take_turns(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="grid")
    async with written_on(app, NARROW) as pilot:
        grid = app.desk.query_one(GridField)
        await pilot.press("a", "f6")
        await settle(pilot)
        assert shown(grid) == 1, "the same page, the other column"
        await pilot.press("b")
        await pilot.resize_terminal(*USUAL)
        await settle(pilot)
        assert shown(grid) is None
        assert app.writing.entry.answers["grid"] == [["a", "b"], *[["", ""]] * 3]
        await pilot.resize_terminal(*NARROW)
        await settle(pilot)
        assert shown(grid) == 1, "the column that is written in stays"
        await pilot.press("f5")
        await settle(pilot)
        assert shown(grid) == 0


@pytest.mark.parametrize(
    ("typed", "number"), [("3", 3), (" 2,5 ", 2.5), ("2.50", 2.5), ("−1", -1), ("drei", None), ("1e9", None)]
)
def test_numbers_as_people_write_them(typed: str, number: float | None) -> None:
    assert understood(typed) == number
    if number is not None:
        assert understood(written(number)) == number
