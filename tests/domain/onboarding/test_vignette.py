"""Three answers of equal weight: no place on the screen is the first for everybody."""

from collections import Counter

from reflect.domain.onboarding.vignette import Colleague, Vignette
from reflect.domain.protocol import Question, QuestionType

NOTE = Question(id="notiz", type=QuestionType.TEXT, text="Was willst du sagen?")
VIGNETTE = Vignette(
    title="Begleitung",
    situation=("Herr K. bittet dich.",),
    questions=(),
    answers=tuple(
        Colleague(id=verb, verb=verb, reason="Weil.", price="Zeit.") for verb in ("mitgehen", "üben", "verbinden")
    ),
    talk="Welche liegt dir fern?",
    note=NOTE,
    lines=("Niemand erfährt etwas.",),
)


def test_the_order_stays_for_one_person_and_differs_between_people() -> None:
    assert VIGNETTE.answers_for("AAAAAAAAA1") == VIGNETTE.answers_for("AAAAAAAAA1")
    first = Counter(VIGNETTE.answers_for(f"person {number}")[0].verb for number in range(300))
    assert set(first) == {"mitgehen", "üben", "verbinden"}
    assert min(first.values()) > 60, first
    assert set(VIGNETTE.answers_for("x")) == set(VIGNETTE.answers)
