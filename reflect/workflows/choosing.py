"""Choosing: which answers of which entries may stand on a page, and why others may not."""

from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict

from reflect.domain.answer import as_text, is_empty
from reflect.domain.audience import Audience
from reflect.domain.entry import Entry
from reflect.domain.protocol import Label, Question, QuestionType, Share
from reflect.workflows.sitting import Sitting

Reason = Literal["", "never", "audience"]


class Candidate(BaseModel):
    """An answer that may be chosen for the page, or is named as one that may not.

    Attributes:
        entry: Id of the entry.
        question: Id of the question; a grid's column is `question/column`, a row of its own `question/column/row`.
        heading: The question.
        text: The answer; empty when it may not leave.
        offered: Preselected, because its protocol says `offer`.
        reason: Why it cannot be chosen: `never` leaves, or not for this `audience`; empty when it can.
    """

    model_config = ConfigDict(frozen=True)

    entry: str
    question: str
    heading: str
    text: str
    offered: bool
    reason: Reason = ""

    @property
    def key(self) -> str:
        """`entry-id/question-id`."""
        return f"{self.entry}/{self.question}"


def answers(sitting: Sitting, entry_ids: Iterable[str], audience: Audience) -> tuple[Candidate, ...]:
    """Every answer that says something, in the order of the entries; what may not leave comes without its words.

    Raises:
        NotFound: One of the ids names no entry.
    """
    return tuple(one for entry_id in entry_ids for one in _of_entry(sitting.entry(entry_id), audience))


def candidates(sitting: Sitting, entry_ids: Iterable[str], audience: Audience) -> tuple[Candidate, ...]:
    """Every answer whose `share` lets it reach this audience, in the order of the entries.

    Raises:
        NotFound: One of the ids names no entry.
    """
    return tuple(one for one in answers(sitting, entry_ids, audience) if not one.reason)


def _of_entry(entry: Entry, audience: Audience) -> Iterator[Candidate]:
    for question in entry.protocol.questions():
        if is_empty(entry.answers.get(question.id)):
            continue
        if not question.may_reach(audience):
            reason: Reason = "never" if question.share is Share.NEVER else "audience"
            yield _held_back(entry, question.id, question.text, reason)
        elif question.type is QuestionType.GRID:
            yield from _of_grid(entry, question)
        else:
            text = _on_a_page(question, as_text(question, entry.answers[question.id]))
            if text:  # a task whose views stay closed has nothing to say
                yield _candidate(entry, question.id, question.text, text, question.share)


def _on_a_page(question: Question, text: str) -> str:
    """Several rows as a list, and of a day its month: nothing finer is anybody else's business."""
    if question.type is QuestionType.DATE:
        return text[3:].replace(".", "/")
    rows = [row for row in text.split("\n") if row.strip()]
    is_list = question.type in {QuestionType.LIST, QuestionType.CHOICES, QuestionType.PEOPLE} and len(rows) > 1
    return "\n".join(f"- {row}" for row in rows) if is_list else text


def _of_grid(entry: Entry, question: Question) -> Iterator[Candidate]:
    """A grid is chosen column by column; a row that lets less through than its column is chosen on its own."""
    for index, column in enumerate(question.columns):
        share = _narrower(question.share, column.share)
        said = [(row, words) for row, words in _rows(entry, question, index) if words]
        key = f"{question.id}/{column.id}"
        if said and share is Share.NEVER:
            yield _held_back(entry, key, column.text, "never")
            continue
        together = "\n".join(f"{row.text}: {words}" for row, words in said if _narrower(share, row.share) is share)
        if together:
            yield _candidate(entry, key, column.text, together, share)
        for row, words in said:
            own = _narrower(share, row.share)
            heading = f"{column.text}, {row.text}"
            if own is share:
                continue
            if own is Share.NEVER:
                yield _held_back(entry, f"{key}/{row.id}", heading, "never")
            else:
                yield _candidate(entry, f"{key}/{row.id}", heading, words, own)


def _rows(entry: Entry, question: Question, column: int) -> Iterator[tuple[Label, str]]:
    value = entry.answers[question.id]
    for row, words in zip(question.rows, value if isinstance(value, list) else [], strict=False):
        yield row, str(words[column]).strip()


def _candidate(entry: Entry, key: str, heading: str, text: str, share: Share) -> Candidate:
    return Candidate(entry=entry.id, question=key, heading=heading, text=text, offered=share is Share.OFFER)


def _held_back(entry: Entry, key: str, heading: str, reason: Reason) -> Candidate:
    return Candidate(entry=entry.id, question=key, heading=heading, text="", offered=False, reason=reason)


def _narrower(one: Share, other: Share) -> Share:
    """The share that lets less through; `Share` lists them from never to offer."""
    ranks = list(Share)
    return min(one, other, key=ranks.index)
