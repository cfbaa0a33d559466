"""The plan: phases with tasks to sign and a talk at the end of each, counted from the first day."""

from collections.abc import Iterator
from datetime import date, timedelta

from reflect.domain.entry import Entry, NextStep
from reflect.domain.onboarding.task import Task
from reflect.domain.protocol import Protocol, Question, QuestionType, Step

FIRST_DAY = "erster-tag"
"""The question for the first day; every talk is counted from its answer."""
INITIALS = "kuerzel"
"""The question for what the new colleague signs with."""
TALK = "talk/"
"""How the source of a next step begins that is a talk of the plan."""


def is_plan(protocol: Protocol) -> bool:
    """Whether a protocol is a plan: some of its steps have a day for a talk."""
    return any(step.day is not None for step in protocol.steps)


def first_day(entry: Entry) -> date | None:
    """The first working day; None while it was not said."""
    value = entry.answers.get(FIRST_DAY)
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def talks(entry: Entry) -> list[NextStep]:
    """The talk at the end of each phase with its day; none before the first day is known."""
    begin = first_day(entry)
    if begin is None:
        return []
    known = {step.source: step for step in entry.next_steps}
    found = []
    for step in entry.protocol.steps:
        if step.day is not None:
            due = _working_day(begin + timedelta(days=step.day - 1))
            fresh = NextStep(text=f"{entry.protocol.title}: {step.title}", due=due, source=f"{TALK}{step.id}")
            before = known.get(fresh.source)
            found.append(before.model_copy(update={"text": fresh.text, "due": due}) if before else fresh)
    return found


def tasks(step: Step) -> tuple[Question, ...]:
    """The tasks of a phase."""
    return tuple(question for question in step.questions if question.type is QuestionType.SIGNED)


def every_task(protocol: Protocol) -> Iterator[Question]:
    """Every task of the plan in order."""
    for step in protocol.steps:
        yield from tasks(step)


def task(entry: Entry, question: Question) -> Task:
    """Where a task stands in an entry."""
    return Task.read(entry.answers.get(question.id), len(question.options))


def _working_day(day: date) -> date:
    """The day itself, on a weekend the Friday before."""
    return day - timedelta(days=max(0, day.weekday() - 4))
