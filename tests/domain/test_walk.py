"""The way through a protocol, for screen and linear mode alike."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from reflect.domain import walk
from reflect.domain.entry import Entry, Position
from reflect.domain.protocol import Protocol, ProtocolKind, Question, QuestionType, Step

NOW = datetime(2026, 11, 23, 17, 41, tzinfo=UTC)


def protocol(shape: list[tuple[int, bool]]) -> Protocol:
    """A protocol with one step per `(number of questions, together)`."""
    steps = tuple(
        Step(
            id=f"s{index}",
            title=f"Schritt {index}",
            together=together,
            questions=tuple(
                Question(id=f"q{index}-{number}", type=QuestionType.TEXT, text="Was war?") for number in range(count)
            ),
        )
        for index, (count, together) in enumerate(shape)
    )
    return Protocol(
        id="probe",
        kind=ProtocolKind.REFLECTION,
        version=1,
        language="de",
        title="Probe",
        summary="",
        minutes=5,
        steps=steps,
    )


def entry(shape: list[tuple[int, bool]]) -> Entry:
    return Entry(id="0000000000", protocol=protocol(shape), created=NOW, changed=NOW)


SHAPES = st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=1, max_size=5)


@given(SHAPES)
def test_forward_visits_every_question_once_and_back_returns(shape: list[tuple[int, bool]]) -> None:
    one = entry(shape)
    visited = [walk.here(one)]
    while (following := walk.following(one)) is not None:
        one.position = walk.at(following)
        visited.append(following)
    assert [q.id for place in visited for q in place.questions] == [q.id for q in one.protocol.questions()]
    while (preceding := walk.preceding(one)) is not None:
        one.position = walk.at(preceding)
        assert visited.pop() != preceding
    assert visited == [walk.here(one)]


@given(SHAPES, st.integers(0, 20), st.integers(0, 20))
def test_every_position_is_a_page(shape: list[tuple[int, bool]], step: int, question: int) -> None:
    one = entry(shape)
    one.position = Position(step=step, question=question)
    assert walk.here(one) in walk.places(one.protocol)


def test_questions_that_stand_together_are_one_page() -> None:
    places = walk.places(protocol([(3, True), (2, False)]))
    assert [len(place.questions) for place in places] == [3, 1, 1]
    assert places[0].number == (1, 1)
    assert places[2].number == (2, 2)
