"""Two languages of one protocol: the words differ, the bones must not."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, Any

from reflect.library import moderation
from reflect.library.flaw import Flaw

if TYPE_CHECKING:
    from pathlib import Path

    from reflect.domain.protocol import Label, Protocol, Question, Step
    from reflect.library.reader import Reading

OF_PROTOCOL = ("kind", "version", "minutes", "people", "roles", "principles", "repeat")
OF_STEP = (
    *("minutes", "speaks", "silent", "record", "round", "back", "loop", "choose"),
    *("together", "optional", "stop", "day", "part"),
)
OF_QUESTION = ("type", "required", "least", "missing", "share", "audiences", "principles", "stop")


def compare(one: tuple[Path, Reading], other: tuple[Path, Reading]) -> tuple[Flaw, ...]:
    """What differs in the second file, with the line there.

    Args:
        one: The file that sets the measure.
        other: The file in another language.
    """
    if one[1].protocol is None or other[1].protocol is None:
        return ()
    measure, found = bones(one[1].protocol), bones(other[1].protocol)
    file, lines = other[0], other[1].lines
    return tuple(
        Flaw(
            file,
            lines.get(part, lines.get(part.partition(".")[0], 1)),
            "language-differs",
            {"part": part, "found": found[part] or "–", "right": right or "–", "file": str(one[0])},
        )
        for part, right in measure.items()
        if part in found and found[part] != right
    )


def bones(protocol: Protocol) -> dict[str, str]:
    """Everything of a protocol that must be the same in every language: part -> value as text."""
    flat = {name: _shown(getattr(protocol, name)) for name in OF_PROTOCOL}
    flat["steps"] = _shown(step.id for step in protocol.steps)
    for step in protocol.steps:
        flat |= _of_step(step)
    return flat


def _of_step(step: Step) -> dict[str, str]:
    place = f"step/{step.id}"
    flat = {f"{place}.{name}": _shown(getattr(step, name)) for name in OF_STEP}
    flat[f"{place}.questions"] = _shown(question.id for question in step.questions)
    flat[f"{place}.guidance"] = str(len(step.guidance))
    flat[f"{place}.sentences"] = str(len(step.read_aloud))
    flat |= {f"{place}.{name}": str(bool(getattr(step.moderation, name))).lower() for name in moderation.SENTENCES}
    flat |= {f"{place}.{name}": str(len(getattr(step.moderation, name))) for name in moderation.LISTS}
    for question in step.questions:
        flat |= _of_question(question)
    return flat


def _of_question(question: Question) -> dict[str, str]:
    place = f"question/{question.id}"
    flat = {f"{place}.{name}": _shown(getattr(question, name)) for name in OF_QUESTION}
    flat[f"{place}.options"] = str(len(question.options))
    flat[f"{place}.rows"] = _labels(question.rows)
    flat[f"{place}.columns"] = _labels(question.columns)
    return flat


def _labels(labels: tuple[Label, ...]) -> str:
    return " ".join(f"{label.id}:{label.share.value}" for label in labels)


def _shown(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Iterable) and not isinstance(value, str):
        return " ".join(_shown(item) for item in value)
    return str(value)
