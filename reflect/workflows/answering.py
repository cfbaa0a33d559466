"""Answering: a whole entry from answers that are already there, walked through as a person would."""

from collections.abc import Callable, Mapping
from typing import Any

from reflect.domain.answer import checked, is_empty
from reflect.domain.entry import Entry
from reflect.domain.fault import WrongUsage
from reflect.domain.protocol import QuestionType
from reflect.workflows.sitting import Sitting
from reflect.workflows.writing import Writing


def write(sitting: Sitting, protocol_id: str, answers: Mapping[str, Any], *, case: str = "") -> Entry:
    """A new, finished entry.

    Args:
        sitting: The open vault.
        protocol_id: The protocol.
        answers: By question id, in the shapes of `reflect.domain.answer`; what is missing is left out.
        case: Id of the case it belongs to.

    Raises:
        NotFound: No protocol, or no question of it, has this id; nothing is stored.
        WrongAnswer: A value does not fit; nothing is stored.
        WrongUsage: `answers-empty`: nothing is said anywhere.
        ReadOnly, NotSaved: See `Sitting.save`.
    """
    writing = Writing.begin(sitting, protocol_id, case=case)
    fill(writing, answers)
    if writing.entry.is_empty:
        raise WrongUsage("answers-empty")
    writing.finish()
    return writing.entry


def fill(writing: Writing, answers: Mapping[str, Any]) -> None:
    """Take answers in, page by page from the first; nothing goes to the disk before the caller stores it.

    Raises:
        NotFound, WrongAnswer: As `write`; the entry may hold some of the answers then.
    """
    for question_id, value in answers.items():
        checked(writing.question(question_id), value)
    before, writing.hand = writing.hand, _later
    try:
        for question_id, value in answers.items():
            if writing.question(question_id).type is QuestionType.SIGNED:  # signed beside the way, not on it
                writing.answer(question_id, value)
        writing.go_to(0)
        while True:
            given = [one for one in writing.place.questions if not is_empty(answers.get(one.id))]
            for question in given:
                writing.answer(question.id, answers[question.id])
            passed = given or writing.place.step.optional  # what is only offered is not left out by saying nothing
            if (writing.forward() if passed else writing.skip()) is None:
                return
    finally:
        writing.hand = before


def _later(_task: Callable[[], None]) -> None:
    """The finish writes everything at once; the answers lie in the caller's file until then."""
