"""From a protocol of the onboarding to a vignette, and what is wrong with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.onboarding.vignette import (
    ANSWERS,
    HEAD_CELLS,
    QUESTIONS,
    SITUATION_WORDS,
    Colleague,
    Vignette,
)
from reflect.domain.protocol import Part, ProtocolKind, QuestionType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reflect.domain.protocol import Protocol, Question, Step

PRICE = {"de": "Der Preis: ", "en": "The price: "}
"""How the second paragraph of an answer begins."""

Fault = tuple[str, str, dict[str, str]]
"""Where (as the reader notes lines), key of the flaw, facts."""


def is_vignette(protocol: Protocol) -> bool:
    """Whether a protocol of the onboarding is a vignette."""
    return any(step.part is not None for step in protocol.steps)


def read(protocol: Protocol) -> Vignette | None:
    """The vignette a protocol holds; None when it is none, or lacks a part."""
    if not is_vignette(protocol) or any(True for _fault in faults(protocol)):
        return None
    (talk,) = _parts(protocol, Part.TALK)
    return Vignette(
        title=protocol.title,
        situation=protocol.intro,
        questions=tuple(_asked(protocol)),
        answers=tuple(_colleague(step, protocol.language) for step in _parts(protocol, Part.ANSWER)),
        talk=" ".join(talk.read_aloud),
        note=talk.questions[0],
        lines=tuple(line for step in _parts(protocol, Part.LINES) for line in step.guidance),
    )


def faults(protocol: Protocol) -> Iterator[Fault]:
    """Everything that keeps a protocol from being a vignette; a protocol that is none has no faults here."""
    if protocol.kind is not ProtocolKind.ONBOARDING:
        for step in protocol.steps:
            if step.part is not None or step.day is not None:
                yield f"step/{step.id}", "part-unexpected", {}
    elif is_vignette(protocol):
        yield from _of_asking(protocol)
        yield from _of_answers(protocol)
        yield from _of_the_talk(protocol)


def _of_asking(protocol: Protocol) -> Iterator[Fault]:
    words = sum(len(paragraph.split()) for paragraph in protocol.intro)
    if not 0 < words <= SITUATION_WORDS:
        yield "title", "situation-length", {"found": str(words), "right": str(SITUATION_WORDS)}
    asked = list(_asked(protocol))
    if len(asked) != QUESTIONS or asked[0].type is not QuestionType.LINE:
        yield "title", "vignette-questions", {"found": str(len(asked)), "right": str(QUESTIONS)}


def _of_answers(protocol: Protocol) -> Iterator[Fault]:
    answers = _parts(protocol, Part.ANSWER)
    if len(answers) != ANSWERS:
        yield "title", "vignette-answers", {"found": str(len(answers)), "right": str(ANSWERS)}
    price = PRICE[protocol.language]
    for step in answers:
        if len(step.title) > HEAD_CELLS:
            yield f"step/{step.id}", "vignette-head", {"found": step.title, "right": str(HEAD_CELLS)}
        if len(step.guidance) != 2 or not step.guidance[1].startswith(price):  # noqa: PLR2004 - reason and price
            yield f"step/{step.id}", "vignette-price", {"right": price}


def _of_the_talk(protocol: Protocol) -> Iterator[Fault]:
    talks = _parts(protocol, Part.TALK)
    if len(talks) != 1 or not talks[0].read_aloud or len(talks[0].questions) != 1:
        yield (f"step/{talks[0].id}" if talks else "title"), "vignette-talk", {}
    if not any(step.guidance for step in _parts(protocol, Part.LINES)):
        yield "title", "vignette-lines", {}


def _parts(protocol: Protocol, part: Part) -> list[Step]:
    return [step for step in protocol.steps if step.part is part]


def _asked(protocol: Protocol) -> Iterator[Question]:
    for step in protocol.steps:
        if step.part is None:
            yield from step.questions


def _colleague(step: Step, language: str) -> Colleague:
    reason, price = step.guidance
    return Colleague(id=step.id, verb=step.title, reason=reason, price=price.removeprefix(PRICE[language]))
