"""Trials: what an entry wants to try, by which day."""

from datetime import date

from reflect.domain.entry import Entry, NextStep, shortened
from reflect.domain.onboarding.plan import is_plan, talks
from reflect.domain.protocol import QuestionType, Step

WIDTH = 120


def planned(entry: Entry) -> list[NextStep]:
    """The next steps of an entry, those from its date questions brought up to date.

    A date question speaks of the nearest `line` or `text` answer before it in the same step.
    What was added by hand stays; what was looked back on stays as it was. The days of a plan are its talks.
    """
    kept = [step for step in entry.next_steps if not step.source]
    if is_plan(entry.protocol):
        return talks(entry) + kept
    known = {step.source: step for step in entry.next_steps if step.source}
    asked = []
    for step in entry.protocol.steps:
        for source, text, day in _dated(step, entry):
            before = known.get(source)
            fresh = NextStep(text=text or entry.title, due=day, source=source)
            asked.append(before.model_copy(update={"text": fresh.text, "due": day}) if before else fresh)
    return asked + kept


def _dated(step: Step, entry: Entry) -> list[tuple[str, str, date]]:
    found = []
    text = ""
    for question in step.questions:
        value = entry.answers.get(question.id)
        if question.type in {QuestionType.LINE, QuestionType.TEXT}:
            text = shortened(value, WIDTH) if isinstance(value, str) else ""
        elif question.type is QuestionType.DATE and isinstance(value, str) and value:
            found.append((question.id, text, date.fromisoformat(value)))
    return found
