"""The demo: an invented case in a vault that lives in memory, months of self-assessment, and a released summary."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from reflect.domain.assessment.mark import Hindrance, Mark
from reflect.domain.audience import Audience
from reflect.domain.case import Case
from reflect.domain.decision import Action, Decision
from reflect.domain.entry import new_id
from reflect.domain.finding import Tier
from reflect.domain.registry import KnownName, Registry
from reflect.domain.release import Gate, Review
from reflect.exchange.page import PageWords
from reflect.workflows import releasing
from reflect.workflows.answering import fill
from reflect.workflows.assessing import Assessing
from reflect.workflows.handing_over import HandingOver
from reflect.workflows.opening import in_memory
from reflect.workflows.sitting import Sitting
from reflect.workflows.surroundings import Surroundings
from reflect.workflows.writing import Writing

FICTION = Path(__file__).with_name("fiction")
NEUTRAL_NAME = Path("summary.md")


class _Clock:
    """The clock while the past is written down; afterwards it is the real one again."""

    def __init__(self, surroundings: Surroundings) -> None:
        self.surroundings = surroundings
        self.back = timedelta()

    def __call__(self) -> datetime:
        return self.surroundings.now() - self.back


def told(language: str) -> dict[str, Any]:
    """The invented case, as its file tells it.

    Args:
        language: `de` or `en`.
    """
    story: dict[str, Any] = json.loads((FICTION / f"{language}.json").read_text("utf-8"))
    return story


def open_demo(surroundings: Surroundings) -> Sitting:
    """A sitting with the invented case; nothing of it touches a disk.

    Args:
        surroundings: Gives language, protocols and clock.
    """
    story, clock = told(surroundings.config.language), _Clock(surroundings)
    sitting = in_memory(surroundings, now=clock)
    case = new_id()
    registry = Registry(names=tuple(KnownName.model_validate(name) for name in story["names"]))
    clock.back = timedelta(days=story["entries"][0]["days_ago"], hours=1)
    releasing.save_case(sitting, Case(id=case, name=story["case"], registry=registry))
    for scene in story["entries"]:
        clock.back = timedelta(days=scene["days_ago"], minutes=scene["minutes"])
        _write(sitting, scene, case if scene.get("of_the_case", True) else "", clock)
    for months_ago, said in zip(range(len(story["months"]), 0, -1), story["months"], strict=True):
        clock.back = _since_first_day(surroundings.now(), months_ago)
        _assess(sitting, said)
    clock.back = timedelta()
    return sitting


def _since_first_day(now: datetime, months_ago: int) -> timedelta:
    """How long ago the first day of an earlier month was: four weeks lie between two of them, always."""
    count = now.year * 12 + now.month - 1 - months_ago
    return now - now.replace(year=count // 12, month=count % 12 + 1, day=1)


def _assess(sitting: Sitting, said: dict[str, Any]) -> None:
    """One month of the self-assessment: marks in the order the statements are asked."""
    assessing = Assessing.begin(sitting)
    ratings: dict[str, dict[str, object]] = {
        item.statement: {
            "mark": Mark(mark),
            "example": said["examples"].get(item.statement, ""),
            "hindrances": tuple(map(Hindrance, said["hard"].get(item.statement, ()))),
        }
        for item, mark in zip(assessing.items, said["marks"], strict=False)
    }
    assessing.say(ratings, observation=said["house"])


def _write(sitting: Sitting, scene: dict[str, Any], case: str, clock: _Clock) -> None:
    writing = Writing.begin(sitting, scene["protocol"], case=case)
    writing.entry.principles = list(scene.get("principles", []))
    today = clock.surroundings.now().date()
    answers = {
        key: (today + timedelta(days=value["in_days"])).isoformat() if isinstance(value, dict) else value
        for key, value in scene["answers"].items()
    }
    clock.back = timedelta(days=scene["days_ago"])
    if scene.get("begun"):
        for key, value in answers.items():
            writing.answer(key, value)
        writing.leave()
    else:
        fill(writing, answers)
        writing.finish()


def summary(sitting: Sitting, title: str, headings: Mapping[str, str], words: PageWords) -> str:
    """The released page of the invented case: searched, decided, gated and looked at again like any other.

    Args:
        sitting: From `open_demo`.
        title: First heading.
        headings: The receiver's, by topic and by question.
        words: Footer in the receiver's language.

    Raises:
        Undecided, Leak: The story's stored decisions leave something open; nothing is handed over.
    """
    story = told(sitting.config.language)["release"]
    entries = sorted(sitting.vault.records("entries").items(), key=lambda row: row[1]["created"])
    handing = HandingOver.begin(
        sitting, [entries[number][0] for number in story["entries"]], Audience(story["audience"])
    )
    handing.choose(one.key for one in handing.answers() if one.question in story["choose"])
    review = handing.fresh_review(title, headings)
    _decide(review, story)
    released = releasing.release(sitting, review)
    known = frozenset(name.surface for name in handing.names().names)
    return releasing.render(released, words, path=NEUTRAL_NAME, known=known).decode()


def _decide(review: Review, story: dict[str, Any]) -> None:
    """Carry the stored decisions out; what is certain is replaced, whatever the story forgot."""
    suspects = Action(story["suspects"])
    for finding in review.findings:
        if finding.tier is Tier.ADVICE:
            continue
        kept = finding.surface in story["keep"] or (finding.tier is Tier.SUSPECT and suspects is Action.KEEP)
        text = story["texts"].get(finding.surface)
        decision = Decision(action=Action.KEEP if kept and not text else Action.REPLACE, text=text)
        review.decide(finding.id, decision, group=False)
    review.keep_all_advice()
    review.answer_gate(Gate.model_validate(story["gate"]))
