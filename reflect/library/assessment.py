"""What an instrument of self-assessment must keep to: one statement each, own words, and no marks for the mandate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.protocol import QuestionType, Share
from reflect.library.flaw import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reflect.domain.protocol import Protocol, Question

RATED = QuestionType.CHOICES
TOLD = (QuestionType.LINE, QuestionType.TEXT)
MANDATE = "1."
"""Section 1 says what the house was asked to do: nobody is rated by it."""


def flaws(protocol: Protocol, file: Path, lines: dict[str, int]) -> Iterator[Flaw]:
    """What is wrong in a protocol of kind `assessment` beyond what every protocol keeps to.

    Args:
        protocol: The instrument.
        file: Named in the flaws.
        lines: Line of each question, as `question/ID`.
    """
    seen: dict[tuple[bool, str], int] = {}
    for question in protocol.questions():
        line = lines[f"question/{question.id}"]
        for what, facts in _of(question):
            yield Flaw(file, line, what, facts)
        for statement in question.principles:
            first = seen.setdefault((question.type is RATED, statement), line)
            if first != line:
                yield Flaw(file, line, "assessment-twice", {"found": statement, "line": str(first)})


def _of(question: Question) -> Iterator[tuple[str, dict[str, str]]]:
    if question.type is not RATED and question.type not in TOLD:
        yield "assessment-type", {"found": question.type.value}
    if len(question.principles) != 1:
        yield "assessment-statement", {"found": " ".join(question.principles) or "–"}
    if question.type is RATED and any(one.startswith(MANDATE) for one in question.principles):
        yield "assessment-mandate", {"found": question.principles[0]}
    if question.share is not Share.NEVER:
        yield "assessment-shared", {"found": question.share.value}
