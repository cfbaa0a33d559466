"""A vignette: an invented situation, four questions, three answers that differ, each with its price; none is right."""

from hashlib import sha256

from reflect.domain.protocol import Frozen, Question

QUESTIONS = 4
ANSWERS = 3
SITUATION_WORDS = 120
HEAD_CELLS = 22
"""Widest head of an answer: the narrowest column of a screen of 80 cells."""


class Colleague(Frozen):
    """How somebody of the house would act.

    Attributes:
        id: The same in every language.
        verb: What this colleague does, in a word.
        reason: Why.
        price: What it costs.
    """

    id: str
    verb: str
    reason: str
    price: str


class Vignette(Frozen):
    """One vignette.

    Attributes:
        title: Its name.
        situation: Paragraphs; nobody in it exists.
        questions: What is asked before the others are heard; the first is answered in one line.
        answers: Three, of equal weight.
        talk: The question to talk about.
        note: What can be noted for the talk.
        lines: The red lines.
    """

    title: str
    situation: tuple[str, ...]
    questions: tuple[Question, ...]
    answers: tuple[Colleague, ...]
    talk: str
    note: Question
    lines: tuple[str, ...]

    def answers_for(self, person: str) -> tuple[Colleague, ...]:
        """The answers in an order of this person's own, the same each time: no place is the first for everybody.

        Args:
            person: Anything that differs from person to person, such as the id of an entry.
        """

        def place(answer: Colleague) -> bytes:
            return sha256(f"{person}/{answer.id}".encode()).digest()

        return tuple(sorted(self.answers, key=place))
