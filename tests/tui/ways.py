"""One way through a protocol, walked on the screen and line by line by the same person.

A plan says what that person does with each question: answer it, leave it out, look back first, or go away first and
come back later. Both walkers follow it and hand back what was stored.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from reflect.cli.console import Console
from reflect.cli.linear.writing import LinearWriting
from reflect.cli.request import Request
from reflect.domain.entry import Entry
from reflect.domain.protocol import Question, QuestionType
from reflect.tui.screens.closing import OfferSheet, OpenSheet
from reflect.tui.screens.urgent import UrgentSheet
from reflect.tui.screens.writing import WritingScreen, writing_page
from reflect.workflows.sitting import ENTRIES, Sitting
from reflect.workflows.writing import Writing
from tests.tui.desk import DeskApp, settle, sitting_in, written_on

ENOUGH = 400
"""More moves than any way needs."""


class Move(StrEnum):
    """What is done with a question when it is met for the first time."""

    ANSWER = "answer"
    SKIP = "skip"
    BACK = "back"
    LEAVE = "leave"


@dataclass(frozen=True)
class Plan:
    """What one person does.

    Attributes:
        moves: What is done with a question, by its place among all questions of the protocol.
        wants_more: Whether what is optional is taken.
    """

    moves: Callable[[int], Move]
    wants_more: bool = True


@dataclass
class Memory:
    """What the person has met so far, so that each move is made once.

    Attributes:
        plan: What they do.
        order: Ids of the questions in the protocol's order.
        met: Questions met before.
        said: Questions answered or left out.
    """

    plan: Plan
    order: list[str]
    met: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)

    def move(self, question: Question) -> Move | None:
        """What to do now; None to leave it as it is and go on."""
        if question.id in self.said:
            return None
        move = self.plan.moves(self.order.index(question.id))
        first = question.id not in self.met
        self.met.add(question.id)
        if move in {Move.BACK, Move.LEAVE}:
            if first and self.said:
                return move
            move = Move.ANSWER
        self.said.add(question.id)
        return move


def keys(question: Question) -> list[str]:
    """What is pressed in a field that has the focus."""
    typed = {
        QuestionType.LIST: ["a", "enter", "b"],
        QuestionType.SCALE: ["2"],
        QuestionType.CHOICE: ["home", "down", "enter"],
        QuestionType.CHOICES: ["space", "end", "space"],
        QuestionType.DATE: list("1.12."),
        QuestionType.NUMBER: ["3"],
        QuestionType.PEOPLE: ["tab", "M", "u"],
        QuestionType.GRID: ["a"],
    }
    return typed.get(question.type, ["a", "b"])


def lines(question: Question) -> list[str]:
    """The same, line by line."""
    last = len(question.options)
    cells = len(question.rows) * len(question.columns)
    typed = {
        QuestionType.TEXT: ["ab", ""],
        QuestionType.LINE: ["ab"],
        QuestionType.LIST: ["a", "b", ""],
        QuestionType.SCALE: ["2"],
        QuestionType.CHOICE: ["2"],
        QuestionType.CHOICES: [f"1 {last}"],
        QuestionType.DATE: ["1.12."],
        QuestionType.NUMBER: ["3"],
        QuestionType.PEOPLE: ["Mu", ""],
        QuestionType.GRID: ["a", *[""] * (cells - 1)],
    }
    return typed[question.type]


def stored(entry: Entry) -> dict[str, Any]:
    """What counts of an entry: everything but ids, times and the place of the cursor."""
    kept = entry.model_dump(mode="json", exclude={"id", "created", "changed", "position", "protocol"})
    kept["finished"] = entry.finished is not None
    kept["skipped"] = sorted(entry.skipped)
    kept["answers"] = {key: value for key, value in entry.answers.items() if value is not None}
    return kept


class Person(Console):
    """Somebody at the console who follows a plan."""

    def __init__(self, memory: Memory, questions: dict[str, Question]) -> None:
        super().__init__()
        self.memory = memory
        self.questions = questions
        self.waiting: list[str] = []
        self.left = False

    def insist(self, text: str = "") -> None:
        """Hear what is said; a question is recognised by its words."""
        question = self.questions.get(text)
        if question is None:
            return
        move = self.memory.move(question)
        self.left = self.left or move is Move.LEAVE
        commands = {Move.SKIP: ["/auslassen"], Move.BACK: ["/zurück"], Move.LEAVE: ["/aufhören"]}
        self.waiting = lines(question) if move is Move.ANSWER else commands[move] if move is not None else [""]

    def line(self, prompt: str = "") -> str | None:
        """Answer."""
        if "Möchtest du?" in prompt:
            return "ja" if self.memory.plan.wants_more else "nein"
        return self.waiting.pop(0) if self.waiting else ""


def walk_by_line(folder: Path, protocol_id: str, plan: Plan) -> Entry | None:
    """Walk line by line; what the vault holds at the end, None when nothing was said."""
    around, sitting = sitting_in(folder)
    writing = Writing.begin(sitting, protocol_id)
    questions = {question.text: question for question in writing.entry.protocol.questions()}
    person = Person(Memory(plan, [one.id for one in questions.values()]), questions)
    request = Request(options=None, console=person, surroundings=around, screen=None)  # type: ignore[arg-type]  # unused
    for _sitting_down in range(ENOUGH):
        person.left = False
        LinearWriting(request, writing).run()
        if not person.left:
            break
        writing = Writing.resume(sitting, writing.entry.id)
    return _kept(sitting, writing)


async def walk_on_screen(folder: Path, protocol_id: str, plan: Plan) -> Entry | None:
    """Walk on the screen; what the vault holds at the end, None when nothing was said."""
    _around, sitting = sitting_in(folder)
    writing = Writing.begin(sitting, protocol_id)
    memory = Memory(plan, [one.id for one in writing.entry.protocol.questions()])
    app = DeskApp(writing, _around)
    async with written_on(app) as pilot:
        for _move in range(ENOUGH):
            screen = app.screen
            if isinstance(screen, WritingScreen):
                await _page(pilot, screen, memory)
            elif isinstance(screen, UrgentSheet):
                await pilot.press("escape")
            elif isinstance(screen, OpenSheet):
                await pilot.press("f6")
            elif isinstance(screen, OfferSheet):
                await pilot.press("enter" if plan.wants_more else "f6")
            else:
                entry = _kept(sitting, writing)
                if entry is None or entry.finished:
                    return entry
                app.push_screen(writing_page(Writing.resume(sitting, writing.entry.id)))
            await settle(pilot)
    raise AssertionError("the way does not end")


def _kept(sitting: Sitting, writing: Writing) -> Entry | None:
    return sitting.entry(writing.entry.id) if sitting.vault.record(ENTRIES, writing.entry.id) is not None else None


async def _page(pilot: Pilot[int], screen: WritingScreen, memory: Memory) -> None:
    """Do on one page what is done with its questions, and turn it."""
    moves = []
    for written in screen.fields:
        move = memory.move(written.question)
        if move is Move.BACK or move is Move.LEAVE:
            await pilot.press("f5" if move is Move.BACK else "escape")
            return
        if move is Move.ANSWER:
            written.begin(0)
            await pilot.pause()
            await pilot.press(*keys(written.question))
        moves.append(move)
    here, together = screen.place, screen.together is not None
    if Move.SKIP in moves and Move.ANSWER not in moves:
        await pilot.press("f7")
    elif together and screen.has_offer and memory.plan.wants_more:
        await pilot.press("f8")
    else:
        await pilot.press("f6")
    await settle(pilot)
    while pilot.app.screen is screen and screen.is_attached and screen.place == here and screen.fields:
        await pilot.press("f6")  # a grid whose columns take turns
        await settle(pilot)
