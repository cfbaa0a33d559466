"""Every answer of the three keys has words."""

from reflect.domain.effort import CHOICES
from reflect.language.effort import ANSWERS, QUESTIONS, answer, question


def test_every_choice_has_a_question_and_answers() -> None:
    assert [choice.id for choice in CHOICES] == list(QUESTIONS)
    assert {one for choice in CHOICES for one in choice.answers} == set(ANSWERS)
    for choice in CHOICES:
        assert question(choice.id).endswith("?")
        assert len({answer(one) for one in choice.answers}) == len(choice.answers)
