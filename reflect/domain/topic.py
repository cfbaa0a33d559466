"""Topics: what an answer is about, whatever its protocol asks, and in which order each receiver wants to read."""

from collections.abc import Mapping
from enum import StrEnum

from reflect.domain.audience import Audience


class Topic(StrEnum):
    """What an answer is about; from `themes` on gathered from several entries and from the Leitbild."""

    ISSUE = "issue"
    SCENE = "scene"
    TRIED = "tried"
    VIEWS = "views"
    OBSTACLE = "obstacle"
    NEED = "need"
    INSIGHT = "insight"
    STEP = "step"
    THEMES = "themes"
    STATEMENTS = "statements"
    RECURRING = "recurring"
    DOUBT = "doubt"
    TENSIONS = "tensions"
    GAPS = "gaps"
    NOWHERE = "nowhere"


_WORDS: Mapping[Topic, str] = {
    Topic.ISSUE: "anliegen frage schluesselfrage ziel art worum titel wunsch",
    Topic.SCENE: "was verlauf szene ablauf gesehen anlass irritation seite hintergrund erfahrung",
    Topic.TRIED: "versucht geholfen gemeldet geleistet",
    Topic.VIEWS: "andere-sicht andere-erklaerung andere-person gesehen-gedeutet sichten blicke annahme muster "
    "resonanz bewegt",
    Topic.OBSTACLE: "hindernis zu-viel liegen-geblieben ursachen schwer nicht-erreicht verloren",
    Topic.NEED: "brauchen vorschlag hilfe rahmen haus aendern fehlt",
    Topic.INSIGHT: "mitnehmen einsicht naechstes-mal behalten ergebnis entscheidung stolz",
    Topic.STEP: "schritt schritt-was schritt-tag erster-schritt bis-wann versuch-was versuch-tag eigener-beitrag "
    "offen-was offen-tag aendern-tag",
}
_TOPICS = {question: topic for topic, words in _WORDS.items() for question in words.split()}

_GATHERED = (Topic.THEMES, Topic.STATEMENTS, Topic.RECURRING)
OF_THE_WORKSHOP = frozenset({Topic.DOUBT, Topic.TENSIONS, Topic.GAPS, Topic.NOWHERE})
"""Parts that only the workshop's page has; no answer is about them."""
ORDERS: Mapping[Audience, tuple[Topic, ...]] = {
    Audience.TEAM: (
        Topic.ISSUE, Topic.SCENE, Topic.TRIED, Topic.OBSTACLE, Topic.VIEWS, Topic.NEED, Topic.INSIGHT, Topic.STEP,
        *_GATHERED,
    ),
    Audience.INDIVIDUAL: (
        Topic.ISSUE, Topic.SCENE, Topic.VIEWS, Topic.TRIED, Topic.OBSTACLE, Topic.INSIGHT, Topic.NEED, Topic.STEP,
        *_GATHERED,
    ),
    Audience.CONSULTATION: (
        Topic.SCENE, Topic.TRIED, Topic.VIEWS, Topic.OBSTACLE, Topic.ISSUE, Topic.NEED, Topic.INSIGHT, Topic.STEP,
        *_GATHERED,
    ),
    Audience.APPRAISAL: (
        Topic.INSIGHT, Topic.STATEMENTS, Topic.OBSTACLE, Topic.SCENE, Topic.VIEWS, Topic.TRIED, Topic.NEED, Topic.ISSUE,
        Topic.STEP, Topic.THEMES, Topic.RECURRING,
    ),
    Audience.AUTHORITY: (
        Topic.RECURRING, Topic.OBSTACLE, Topic.SCENE, Topic.TRIED, Topic.NEED, Topic.STEP, Topic.ISSUE, Topic.VIEWS,
        Topic.INSIGHT, Topic.THEMES, Topic.STATEMENTS,
    ),
    Audience.WORKSHOP: (
        Topic.SCENE, Topic.ISSUE, Topic.OBSTACLE, Topic.TRIED, Topic.VIEWS, Topic.INSIGHT, Topic.NEED, Topic.STEP,
        *_GATHERED,
    ),
    Audience.TRAINER: (
        Topic.ISSUE, Topic.SCENE, Topic.VIEWS, Topic.TRIED, Topic.OBSTACLE, Topic.NEED, Topic.INSIGHT, Topic.STEP,
        *_GATHERED,
    ),
}  # fmt: skip
"""What comes first for whom; what has no topic comes last."""

PAGES_WANTED: Mapping[Audience, int] = {Audience.TEAM: 1, Audience.CONSULTATION: 1, Audience.AUTHORITY: 1}
"""Pages a receiver wants at most, where they want that."""


def topic_of(question_id: str) -> Topic | None:
    """What the answer to a question is about; None when no receiver has a place of its own for it."""
    name = question_id.partition("/")[0]
    if name in {topic.value for topic in _GATHERED}:
        return Topic(name)
    return _TOPICS.get(name) if name == question_id else None
