"""A task is signed by two, and what was not opened is not read by anybody else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.domain.answer import WrongAnswer, as_text, checked, is_empty
from reflect.domain.onboarding.task import Signature, Task, are_initials
from reflect.domain.protocol import Question, QuestionType

STEPS = ("gezeigt", "begleitet", "selbständig")
QUESTION = Question(id="notfallkarte", type=QuestionType.SIGNED, text="Notfallkarte", options=STEPS)
DAY = date(2026, 11, 24)
SHOWN = Signature(step=1, day=DAY, new="LM", trainer="KB")

signatures = st.builds(
    Signature,
    step=st.integers(1, 3),
    day=st.dates(),
    new=st.sampled_from(["LM", "Ö", "ABCD"]),
    trainer=st.sampled_from(["KB", "Ü"]),
)
states = st.builds(
    lambda signed, own, seen, opened: _signed(Task(own=own, seen=seen, opened=opened), signed),
    st.lists(signatures, max_size=4),
    st.integers(0, 3),
    st.integers(0, 3),
    st.booleans(),
)


def _signed(task: Task, every: list[Signature]) -> Task:
    for one in every:
        task = task.signed(one)
    return task


@given(states)
def test_what_is_kept_is_read_again(task: Task) -> None:
    assert Task.of(task.kept(), 3) == task
    assert checked(QUESTION, task.kept()) == task.kept()


@given(states)
def test_a_closed_task_tells_nothing_of_the_views(task: Task) -> None:
    closed = task.model_copy(update={"opened": False})
    without = closed.model_copy(update={"own": 0, "seen": 0})
    assert as_text(QUESTION, checked(QUESTION, closed.kept())) == as_text(QUESTION, checked(QUESTION, without.kept()))


def test_signing_again_replaces_and_taking_back_removes() -> None:
    task = Task().signed(SHOWN).signed(SHOWN.model_copy(update={"trainer": "MZ"}))
    assert [one.trainer for one in task.signatures] == ["MZ"]
    assert task.signature(1) is not None
    assert task.unsigned(1) == Task()


def test_it_is_read_step_by_step() -> None:
    task = Task(own=2, opened=True).signed(SHOWN.model_copy(update={"step": 3})).signed(SHOWN)
    words = as_text(QUESTION, checked(QUESTION, task.kept()))
    assert words == "gezeigt: 24.11.2026, LM, KB\nselbständig: 24.11.2026, LM, KB\nLM: begleitet | KB: –"


@pytest.mark.parametrize(
    "row",
    [
        {"step": "4", "day": "2026-11-24", "new": "LM", "trainer": "KB"},
        {"step": "eins", "day": "2026-11-24", "new": "LM", "trainer": "KB"},
        {"step": "1", "day": "2026-11-31", "new": "LM", "trainer": "KB"},
        {"step": "1", "day": "2026-11-24", "new": "LM", "trainer": ""},
        {"step": "1", "day": "2026-11-24", "new": "LM", "trainer": "LM"},
        {"step": "1", "day": "2026-11-24", "new": "Lena Maier", "trainer": "KB"},
        {"own": "5", "seen": "", "opened": ""},
        "gezeigt",
    ],
)
def test_what_no_two_people_signed_is_refused(row: object) -> None:
    with pytest.raises(WrongAnswer):
        checked(QUESTION, [row])


def test_nothing_said_is_empty() -> None:
    assert is_empty(checked(QUESTION, []))
    assert not is_empty(checked(QUESTION, Task(own=1).kept()))


def test_initials_are_letters_and_no_name() -> None:
    assert [text for text in ("L", "LM", "ÖZ", "ABCD", "", "L M", "L2", "Lenas", "L.M") if are_initials(text)] == [
        "L",
        "LM",
        "ÖZ",
        "ABCD",
    ]


def test_a_person_forgotten_from_the_initials_breaks_nothing() -> None:
    kept = [{"step": "1", "day": "2026-11-24", "new": "LM", "trainer": "Klientin A"}, {"step": "9"}, "?", {"own": "8"}]
    task = Task.read(kept, 3)
    assert [one.trainer for one in task.signatures] == ["Klientin A"]
    assert as_text(QUESTION, kept) == "gezeigt: 24.11.2026, LM, Klientin A"
