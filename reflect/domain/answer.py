"""Answers: what a person may put into a field, and what it looks like when kept.

Shapes: text, line -> string; list -> strings; scale, choice -> position from 1; choices -> positions;
date -> ISO day; number -> number; grid -> rows of strings; people -> `[{"code", "role"}]`, where a role alone gets the
next free code name; signed -> rows as `reflect.domain.onboarding.task` keeps them.
Positions instead of words, since words differ by language.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from reflect.domain.codename import named
from reflect.domain.fault import Fault
from reflect.domain.onboarding.task import Task
from reflect.domain.protocol import Question, QuestionType

Answer = str | int | float | list[Any] | None


class WrongAnswer(Fault):
    """A value does not fit its question; what was typed is kept by the caller.

    Attributes:
        question: Id of the question.
        expected: The question's type, or `position`, `day`, `line`, `rows`.
        limit: Highest position or number of rows, where that matters.
    """

    code = 2

    def __init__(self, question: str, expected: str, limit: int = 0) -> None:
        super().__init__(question, expected, limit)
        self.question = question
        self.expected = expected
        self.limit = limit


def is_empty(value: Answer) -> bool:
    """Whether nothing was said: no text, no row with text, no choice."""
    if value is None:
        return True
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, list):
        return all(is_empty(item) if not isinstance(item, Mapping) else _says_nothing(item) for item in value)
    return False


def _says_nothing(row: Mapping[str, Any]) -> bool:
    return not any(row.values())


def is_short(question: Question, value: Answer) -> bool:
    """Whether what a protocol asks for is not there yet: nothing, or fewer lines than a list hopes for."""
    if not question.required:
        return False
    said = [one for one in value if not is_empty(one)] if isinstance(value, list) else []
    return is_empty(value) or len(said) < question.least


def proposed(question: Question, answers: Mapping[str, Answer]) -> int | None:
    """The position a choice is proposed at: the first that was not chosen in the question it looks back on.

    None where it looks back on none, where that was not answered, and where nothing is missing.
    """
    chosen = answers.get(question.missing) if question.missing else None
    if not isinstance(chosen, list) or is_empty(chosen):
        return None
    return next((place for place in range(1, len(question.options) + 1) if place not in chosen), None)


def checked(question: Question, value: Any) -> Answer:
    """The value in its kept shape.

    Raises:
        WrongAnswer: It does not fit the question.
    """
    return None if value is None else _CHECKS[question.type](question, value)


def _text(question: Question, value: Any) -> str:
    if not isinstance(value, str):
        raise WrongAnswer(question.id, question.type.value)
    if question.type is QuestionType.LINE and "\n" in value.strip("\n"):
        raise WrongAnswer(question.id, "line")
    return value


def _strings(question: Question, value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise WrongAnswer(question.id, "list")
    return value


def _position(question: Question, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= len(question.options):
        raise WrongAnswer(question.id, "position", len(question.options))
    return value


def _positions(question: Question, value: Any) -> list[int]:
    if not isinstance(value, list):
        raise WrongAnswer(question.id, "choices", len(question.options))
    return sorted({_position(question, item) for item in value})


def _day(question: Question, value: Any) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        raise WrongAnswer(question.id, "day") from None


def _number(question: Question, value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise WrongAnswer(question.id, "number")
    return value


def _grid(question: Question, value: Any) -> list[list[str]]:
    rows, columns = len(question.rows), len(question.columns)
    if not isinstance(value, list) or len(value) > rows:
        raise WrongAnswer(question.id, "rows", rows)
    grid = [_strings(question, row) for row in value]
    if any(len(row) > columns for row in grid):
        raise WrongAnswer(question.id, "rows", rows)
    filled = [row + [""] * (columns - len(row)) for row in grid]
    return filled + [[""] * columns for _ in range(rows - len(filled))]


def _people(question: Question, value: Any) -> list[dict[str, str]]:
    fits = isinstance(value, list) and all(
        isinstance(item, Mapping) and isinstance(item.get("code"), str) and isinstance(item.get("role"), str)
        for item in value
    )
    if not fits:
        raise WrongAnswer(question.id, "people")
    return named([{"code": item["code"].strip(), "role": item["role"].strip()} for item in value])


def _signed(question: Question, value: Any) -> list[dict[str, str]]:
    try:
        return Task.of(value, len(question.options)).kept()
    except ValueError:
        raise WrongAnswer(question.id, "signed", len(question.options)) from None


_CHECKS: dict[QuestionType, Callable[[Question, Any], Answer]] = {
    QuestionType.TEXT: _text,
    QuestionType.LINE: _text,
    QuestionType.LIST: _strings,
    QuestionType.SCALE: _position,
    QuestionType.CHOICE: _position,
    QuestionType.CHOICES: _positions,
    QuestionType.DATE: _day,
    QuestionType.NUMBER: _number,
    QuestionType.GRID: _grid,
    QuestionType.PEOPLE: _people,
    QuestionType.SIGNED: _signed,
}


def as_text(question: Question, value: Answer) -> str:
    """The answer as a person would read it: choices by name, lists and people line by line, a grid row by row.

    Of a task only what its owner has opened is read.

    Args:
        question: Gives the names of positions, rows and columns.
        value: In kept shape.
    """
    return "" if is_empty(value) else _WORDS[question.type](question, value)


def column_text(question: Question, value: list[Any], column: int) -> str:
    """One column of a grid: its name, then `row: words` for each row that says something."""
    rows = [(row.text, value[index][column]) for index, row in enumerate(question.rows) if index < len(value)]
    said = [f"{name}: {words.strip()}" for name, words in rows if words.strip()]
    return "\n".join([question.columns[column].text, *said]) if said else ""


def _named_positions(question: Question, value: Any) -> str:
    positions = value if isinstance(value, list) else [value]
    return "\n".join(question.options[position - 1] for position in positions)


def _columns(question: Question, value: Any) -> str:
    columns = (column_text(question, value, index) for index in range(len(question.columns)))
    return "\n\n".join(column for column in columns if column)


_WORDS: dict[QuestionType, Callable[[Question, Any], str]] = {
    QuestionType.TEXT: lambda _, value: str(value),
    QuestionType.LINE: lambda _, value: str(value),
    QuestionType.LIST: lambda _, value: "\n".join(item for item in value if item.strip()),
    QuestionType.SCALE: _named_positions,
    QuestionType.CHOICE: _named_positions,
    QuestionType.CHOICES: _named_positions,
    QuestionType.DATE: lambda _, value: date.fromisoformat(value).strftime("%d.%m.%Y"),
    QuestionType.NUMBER: lambda _, value: f"{value:g}",
    QuestionType.GRID: _columns,
    QuestionType.PEOPLE: lambda _, value: "\n".join(f"{person['code']}: {person['role']}" for person in value),
    QuestionType.SIGNED: lambda question, value: "\n".join(
        Task.read(value, len(question.options)).lines(question.options)
    ),
}
