"""The way through a protocol: forward, back, leave out; pure, so that screen and linear mode walk alike."""

from dataclasses import dataclass

from reflect.domain.entry import Entry, Position
from reflect.domain.protocol import Part, Protocol, Question, QuestionType, Step


@dataclass(frozen=True, slots=True)
class Place:
    """One page of the way: a question of a step, or a whole step whose questions stand together.

    Attributes:
        step_index: From 0.
        question_index: From 0; 0 for a page that holds several or no questions.
        step: The step.
        questions: What is asked on this page; empty for a step that only tells something.
    """

    step_index: int
    question_index: int
    step: Step
    questions: tuple[Question, ...]

    @property
    def number(self) -> tuple[int, int]:
        """This question's number in its step and how many there are, for "Frage 1 von 2"."""
        return self.question_index + 1, max(1, 1 if self.step.together else len(_asked(self.step)))


def places(protocol: Protocol) -> tuple[Place, ...]:
    """Every page in order; tasks are signed elsewhere, and the answers of others are heard in the talk."""
    way: list[Place] = []
    for index, step in enumerate(protocol.steps):
        questions = _asked(step)
        if step.part in {Part.ANSWER, Part.LINES}:
            continue
        if step.together or not questions:
            way.append(Place(index, 0, step, questions))
        else:
            way.extend(Place(index, number, step, (question,)) for number, question in enumerate(questions))
    return tuple(way)


def _asked(step: Step) -> tuple[Question, ...]:
    return tuple(question for question in step.questions if question.type is not QuestionType.SIGNED)


def here(entry: Entry) -> Place:
    """The page an entry stands on; a position beyond the protocol is its last page."""
    way = places(entry.protocol)
    for place in way:
        if (place.step_index, place.question_index) == (entry.position.step, entry.position.question):
            return place
        if place.step.together and place.step_index == entry.position.step:
            return place
    return way[-1]


def following(entry: Entry) -> Place | None:
    """The next page; None after the last."""
    way = places(entry.protocol)
    index = way.index(here(entry)) + 1
    return way[index] if index < len(way) else None


def preceding(entry: Entry) -> Place | None:
    """The page before; None on the first."""
    way = places(entry.protocol)
    index = way.index(here(entry)) - 1
    return way[index] if index >= 0 else None


def at(place: Place, cursor: int = 0) -> Position:
    """The position of a page."""
    return Position(step=place.step_index, question=place.question_index, cursor=cursor)
