"""Values fit their question, or say why not."""

from typing import Any

import pytest

from reflect.domain.answer import WrongAnswer, as_text, checked, is_empty, is_short, proposed
from reflect.domain.protocol import Label, Question, QuestionType

GRID = {
    "rows": (Label(id="getan", text="getan"), Label(id="gefuehlt", text="gefühlt")),
    "columns": (Label(id="ich", text="Ich"), Label(id="andere", text="Die andere Person")),
}


def test_the_first_missing_choice_is_proposed() -> None:
    rungs = ("a", "b", "c")
    asked = Question(id="next", type=QuestionType.CHOICE, text="?", options=rungs, missing="done")
    said = ((1,), (1, 3), (2, 3), (1, 2, 3), ())
    assert [proposed(asked, {"done": list(done)}) for done in said] == [2, 2, 1, None, None]
    assert proposed(asked, {}) is None
    assert proposed(asked.model_copy(update={"missing": ""}), {"done": [1]}) is None


def question(kind: str) -> Question:
    options = ("kaum", "etwas", "sehr") if kind in {"scale", "choice", "choices"} else ()
    extra: dict[str, Any] = GRID if kind == "grid" else {}
    return Question(id="q", type=QuestionType(kind), text="Was?", options=options, **extra)


@pytest.mark.parametrize(
    ("kind", "value", "kept", "words"),
    [
        ("text", "Ein\nZwei", "Ein\nZwei", "Ein\nZwei"),
        ("line", "Ein Satz", "Ein Satz", "Ein Satz"),
        ("list", ["eins", "", "zwei"], ["eins", "", "zwei"], "eins\nzwei"),
        ("scale", 2, 2, "etwas"),
        ("choice", 1, 1, "kaum"),
        ("choices", [3, 1, 3], [1, 3], "kaum\nsehr"),
        ("date", "2026-12-01", "2026-12-01", "01.12.2026"),
        ("number", 4, 4, "4"),
        ("grid", [["erklärt"]], [["erklärt", ""], ["", ""]], "Ich\ngetan: erklärt"),
        (
            "people",
            [{"code": "Ahorn", "role": "Kollegin", "x": 1}],
            [{"code": "Ahorn", "role": "Kollegin"}],
            "Ahorn: Kollegin",
        ),
        ("text", None, None, ""),
    ],
)
def test_a_fitting_value_is_kept_and_can_be_read(kind: str, value: Any, kept: Any, words: str) -> None:
    assert checked(question(kind), value) == kept
    assert as_text(question(kind), kept) == words


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("text", 3, "text"),
        ("line", "Ein\nZwei", "line"),
        ("list", "eins", "list"),
        ("scale", 4, "position"),
        ("scale", 0, "position"),
        ("choice", "kaum", "position"),
        ("choice", True, "position"),
        ("choices", 1, "choices"),
        ("date", "2026-02-31", "day"),
        ("date", 3, "day"),
        ("number", "vier", "number"),
        ("number", True, "number"),
        ("grid", [["a"], ["b"], ["c"]], "rows"),
        ("grid", [["a", "b", "c"]], "rows"),
        ("people", [{"code": "Ahorn"}], "people"),
    ],
)
def test_a_value_that_does_not_fit_says_what_would(kind: str, value: Any, expected: str) -> None:
    with pytest.raises(WrongAnswer) as wrong:
        checked(question(kind), value)
    assert wrong.value.expected == expected
    assert wrong.value.code == 2


@pytest.mark.parametrize("value", [None, "", "  \n", [], ["", " "], [["", ""], [""]], [{"code": "", "role": ""}]])
def test_nothing_said_is_empty(value: Any) -> None:
    assert is_empty(value)


@pytest.mark.parametrize("value", ["a", 0, 3, ["", "a"], [["", "a"]], [{"code": "A", "role": ""}]])
def test_something_said_is_not_empty(value: Any) -> None:
    assert not is_empty(value)


@pytest.mark.parametrize(
    ("required", "least", "value", "short"),
    [
        (False, 3, None, False),
        (True, 0, None, True),
        (True, 0, ["eins"], False),
        (True, 3, ["eins", "zwei"], True),
        (True, 3, ["eins", "", "zwei", " "], True),
        (True, 3, ["eins", "zwei", "drei"], False),
    ],
)
def test_a_list_can_hope_for_several_lines(*, required: bool, least: int, value: Any, short: bool) -> None:
    asked = question("list").model_copy(update={"required": required, "least": least})
    assert is_short(asked, value) is short
