"""An entry: what one person wrote along one protocol."""

import secrets
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from reflect.domain.answer import Answer, is_empty
from reflect.domain.doubt import Doubt
from reflect.domain.protocol import Protocol, QuestionType
from reflect.domain.teamround import Point

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ID_LENGTH = 10
SCHEMA = 1
TITLE_WIDTH = 40


def new_id(random: Callable[[int], bytes] = secrets.token_bytes) -> str:
    """A fresh entry id: 10 characters of Crockford's base32 (50 random bits), upper case."""
    number = int.from_bytes(random(7), "big")
    return "".join(CROCKFORD[(number >> (5 * place)) & 31] for place in range(ID_LENGTH))


class NextStep(BaseModel):
    """Something to try, with a day to look back on it.

    Attributes:
        text: What, in the writer's words.
        due: The day.
        source: Id of the date question it came from; empty when it was added by hand.
        done: When it was looked back on; None while it waits.
        outcome: What became of it, in the writer's words.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    text: str
    due: date
    source: str = ""
    done: date | None = None
    outcome: str = ""


class Position(BaseModel):
    """Where the writer is.

    Attributes:
        step: Index of the step, from 0.
        question: Index of the question in it, from 0.
        cursor: Code points before the cursor in that field.
    """

    model_config = ConfigDict(frozen=True)

    step: int = 0
    question: int = 0
    cursor: int = 0


class Entry(BaseModel):
    """One entry, begun or finished. Unknown fields of newer versions are kept.

    Attributes:
        id: See `new_id`.
        protocol: The protocol in the wording it was written with.
        created: When it was begun (with time zone).
        changed: When it was last saved.
        finished: When the writer said it is finished; None while begun.
        trashed: When it was put into the trash; None otherwise.
        answers: By question id, in kept shape (`reflect.domain.answer`).
        skipped: Ids of questions left out on purpose.
        unclear: What was typed but not understood, such as a day that does not exist; by question id, as typed.
        position: Where to resume.
        tags: Free words of the writer.
        principles: Ids of Leitbild statements this touches.
        next_steps: With their days.
        case: Id of the case it belongs to; empty for none.
        doubts: Statements of the Leitbild that should be looked at again.
        point: What it brings to a meeting; None for nothing.
    """

    model_config = ConfigDict(extra="allow", populate_by_name=True)

    schema_version: Literal[1] = Field(default=1, alias="schema")
    id: str
    protocol: Protocol
    created: datetime
    changed: datetime
    finished: datetime | None = None
    trashed: datetime | None = None
    answers: dict[str, Answer] = Field(default_factory=dict)
    skipped: list[str] = Field(default_factory=list)
    unclear: dict[str, str] = Field(default_factory=dict)
    position: Position = Position()
    tags: list[str] = Field(default_factory=list)
    principles: list[str] = Field(default_factory=list)
    next_steps: list[NextStep] = Field(default_factory=list)
    case: str = ""
    doubts: list[Doubt] = Field(default_factory=list)
    point: Point | None = None

    @property
    def title(self) -> str:
        """The answer to a question `titel`, else the first words written; empty when nothing is written yet."""
        named = self.answers.get("titel")
        if isinstance(named, str) and named.strip():
            return named.strip()
        for question in self.protocol.questions():
            value = self.answers.get(question.id)
            if question.type in {QuestionType.TEXT, QuestionType.LINE} and isinstance(value, str) and value.strip():
                return shortened(value)
        return ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written at all."""
        return all(is_empty(value) for value in self.answers.values()) and not self.next_steps

    def record(self) -> dict[str, Any]:
        """The small sealed record that lists and queries read; the body stays closed."""
        return {
            "schema": SCHEMA,
            "protocol": self.protocol.id,
            "protocol_title": self.protocol.title,
            "title": self.title,
            "created": self.created.isoformat(),
            "changed": self.changed.isoformat(),
            "finished": self.finished.isoformat() if self.finished else None,
            "trashed": self.trashed.isoformat() if self.trashed else None,
            "tags": list(self.tags),
            "principles": list(self.principles),
            "step": min(self.position.step, len(self.protocol.steps) - 1) + 1,
            "steps": len(self.protocol.steps),
            "next_steps": [step.model_dump(mode="json") for step in self.next_steps],
            "case": self.case,
            "doubts": len(self.doubts),
            "point": self.point.model_dump(mode="json") if self.point else None,
        }

    def dump(self) -> str:
        """The body as JSON text, under its schema number."""
        return self.model_dump_json(by_alias=True)

    @classmethod
    def load(cls, body: str) -> "Entry":
        """Read a body written by this or an older version."""
        return cls.model_validate_json(body)


def shortened(text: str, width: int = TITLE_WIDTH) -> str:
    """The first line, cut at a word, at most `width` characters, with `…` when something is missing."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if len(line) <= width:
        return line
    head = line[: width - 1]
    return (head[: head.rfind(" ")] if " " in head else head).rstrip(" ,.;:") + "…"


def around(line: str, words: str, before: int = 12, seen: int = 32) -> str:
    """A line cut in front, so that what was searched for is seen although a list shows only its beginning.

    Args:
        line: In which the words stand.
        words: What was searched for; upper and lower case are alike.
        before: At most so many characters stay in front of them, from the beginning of a word on.
        seen: A line whose words end within so many characters stays as it is.
    """
    found = line.casefold().find(words.casefold())
    if found < 0 or found + len(words) <= seen:
        return line
    start = line.find(" ", found - before - 1, found) + 1
    return "… " + line[start or found :]
