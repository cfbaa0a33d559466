"""Answers: what a person may put into a field, and what it looks like when kept.

Shapes: text, line -> string; list -> strings; scale, choice -> position from 1; choices -> positions;
date -> ISO day; number -> number; grid -> rows of strings; people -> `[{"code", "role"}]`.
Positions instead of words, since words differ by language.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from reflect.domain.fault import Fault
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
        return all(is_empty(item) if not isinstance(item, Mapping) else not item.get("code") for item in value)
    return False


def checked(question: Question, value: Any) -> Answer:
    """The value in its kept shape.

    Raises:
        WrongAnswer: It does not fit the question.
    """
    if value is None:
        return None
    match question.type:
        case QuestionType.TEXT | QuestionType.LINE:
            return _text(question, value)
        case QuestionType.LIST:
            return _strings(question, value)
        case QuestionType.SCALE | QuestionType.CHOICE:
            return _position(question, value)
        case QuestionType.CHOICES:
            return _positions(question, value)
        case QuestionType.DATE:
            return _day(question, value)
        case QuestionType.NUMBER:
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise WrongAnswer(question.id, "number")
            return value
        case QuestionType.GRID:
            return _grid(question, value)
        case QuestionType.PEOPLE:
            return _people(question, value)


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
    return [{"code": item["code"], "role": item["role"]} for item in value]
