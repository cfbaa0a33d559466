"""A month of self-assessment from answers that are already there: all of them, or nothing."""

from collections.abc import Mapping
from typing import Any

from reflect.domain.assessment.mark import Hindrance, Mark
from reflect.domain.fault import WrongUsage
from reflect.workflows.assessing import EXAMPLE_LENGTH, Assessing

OBSERVATION = "observation"
FIELDS = frozenset({"mark", "example", "hindrances", "frame"})


def fill(assessing: Assessing, answers: Mapping[str, Any]) -> None:
    """Take answers in; a statement that is not asked this month is the freely chosen one.

    Args:
        assessing: This month.
        answers: By statement a mark (`4`, `"G"`) or an object with `mark`, `example`, `hindrances`, `frame`; under
            `observation` what is told about the house.

    Raises:
        NotFound: A statement is not rated at all.
        WrongUsage: `answers-empty`, `assess-mark`, `assess-hindrance`, `assess-shape`, `assess-full`; nothing is kept.
        ReadOnly, NotSaved: Nothing is kept.
    """
    said = {statement: _fields(statement, value) for statement, value in answers.items() if statement != OBSERVATION}
    told = answers.get(OBSERVATION)
    if told is not None and not isinstance(told, str):
        raise WrongUsage("assess-shape", statement=OBSERVATION)
    if not said and not (told or "").strip():
        raise WrongUsage("answers-empty")
    before = assessing.month
    assessing.month = before.model_copy(deep=True)
    try:
        for statement in said:
            assessing.choose(statement)
        assessing.say(said, observation=told)
    except Exception:
        assessing.month = before
        raise


def mark_of(value: object) -> Mark:
    """A mark as it is typed: a digit, a letter, or `?`.

    Raises:
        WrongUsage: `assess-mark`.
    """
    try:
        return Mark(str(value).strip().upper())
    except ValueError:
        raise WrongUsage("assess-mark", found=str(value)[:20]) from None


def hindrance_of(value: object) -> Hindrance:
    """What made it hard, by its name.

    Raises:
        WrongUsage: `assess-hindrance`.
    """
    try:
        return Hindrance(str(value))
    except ValueError:
        raise WrongUsage("assess-hindrance", found=str(value)[:20], right=", ".join(Hindrance)) from None


def _fields(statement: str, value: object) -> dict[str, object]:
    whole = value if isinstance(value, Mapping) else {"mark": value}
    example, frame, hard = whole.get("example", ""), whole.get("frame", ""), whole.get("hindrances", [])
    if set(whole) - FIELDS or not (isinstance(example, str) and isinstance(frame, str) and isinstance(hard, list)):
        raise WrongUsage("assess-shape", statement=statement)
    fields: dict[str, object] = {}
    if whole.get("mark") is not None:
        fields["mark"] = mark_of(whole["mark"])
    if example:
        fields["example"] = " ".join(example.split())[:EXAMPLE_LENGTH]
    if frame:
        fields["frame"] = " ".join(frame.split())
    if hard:
        named = {hindrance_of(one) for one in hard}
        fields["hindrances"] = tuple(one for one in Hindrance if one in named)
    return fields
