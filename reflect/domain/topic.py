"""Topics: what an answer is about, whatever its protocol asks, and in which order each receiver wants to read."""

from collections.abc import Mapping
from enum import StrEnum

from reflect.domain.audience import Audience


class Topic(StrEnum):
    """What an answer is about; from `themes` on gathered from several entries and from the Leitbild."""

    SUBJECT = "subject"
    ISSUE = "issue"
    SCENE = "scene"
    TRIED = "tried"
    VIEWS = "views"
    OBSTACLE = "obstacle"
    NEED = "need"
    INSIGHT = "insight"
    STEP = "step"
    PEOPLE = "people"
    EXTENT = "extent"
    EXAMPLE = "example"
    EFFECT = "effect"
    WAYS = "ways"
    GOAL = "goal"
    DECISION = "decision"
    LIMITS = "limits"
    THEMES = "themes"
    STATEMENTS = "statements"
    RECURRING = "recurring"
    DOUBT = "doubt"
    TENSIONS = "tensions"
    GAPS = "gaps"
    NOWHERE = "nowhere"


_WORDS: Mapping[Topic, str] = {
    Topic.SUBJECT: "titel",
    Topic.ISSUE: "anliegen frage schluesselfrage ziel art worum wunsch",
    Topic.SCENE: "was verlauf szene ablauf gesehen anlass irritation seite hintergrund erfahrung",
    Topic.TRIED: "versucht geholfen gemeldet geleistet",
    Topic.VIEWS: "andere andere-sicht andere-erklaerung andere-person gesehen-gedeutet sichten blicke annahme muster "
    "resonanz bewegt",
    Topic.OBSTACLE: "hindernis zu-viel liegen-geblieben ursachen schwer nicht-erreicht verloren",
    Topic.NEED: "brauchen vorschlag hilfe rahmen haus aendern fehlt",
    Topic.INSIGHT: "mitnehmen einsicht naechstes-mal behalten ergebnis entscheidung stolz",
    Topic.STEP: "schritt schritt-was schritt-tag erster-schritt bis-wann versuch-was versuch-tag eigener-beitrag "
    "offen-was offen-tag aendern-tag",
    Topic.PEOPLE: "beteiligte",
    Topic.EXTENT: "haeufigkeit bereich",
    Topic.EXAMPLE: "beispiel",
    Topic.EFFECT: "folge",
    Topic.WAYS: "wege alternativen",
    Topic.GOAL: "woran ziel-woran",
    Topic.DECISION: "nachfragen nachfragen-tag",
    Topic.LIMITS: "nicht",
}
_TOPICS = {question: topic for topic, words in _WORDS.items() for question in words.split()}

_GATHERED = (Topic.THEMES, Topic.STATEMENTS, Topic.RECURRING)
OF_THE_WORKSHOP = frozenset({Topic.DOUBT, Topic.TENSIONS, Topic.GAPS, Topic.NOWHERE})
"""Parts that only the workshop's page has; no answer is about them."""

_ORDERS = {
    Audience.TEAM: "subject issue scene people example tried obstacle effect extent views ways need goal insight step "
    "decision limits themes statements recurring",
    Audience.INDIVIDUAL: "subject issue scene people views tried obstacle ways goal insight need step limits example "
    "effect extent decision themes statements recurring",
    Audience.CONSULTATION: "subject scene people tried views obstacle issue ways need goal insight step limits example "
    "effect extent decision themes statements recurring",
    Audience.APPRAISAL: "subject insight statements obstacle scene views tried need issue goal step decision example "
    "effect extent ways people limits themes recurring",
    Audience.AUTHORITY: "subject recurring obstacle extent example scene effect tried need decision step issue goal "
    "ways views insight people limits themes statements",
    Audience.WORKSHOP: "subject scene issue example obstacle effect extent tried ways views insight need goal step "
    "decision people limits themes statements recurring",
    Audience.TRAINER: "subject issue scene people views tried ways obstacle need goal insight step limits example "
    "effect extent decision themes statements recurring",
}
ORDERS: Mapping[Audience, tuple[Topic, ...]] = {
    audience: tuple(Topic(word) for word in words.split()) for audience, words in _ORDERS.items()
}
"""What comes first for whom; what has no topic comes last."""

PAGES_WANTED: Mapping[Audience, int] = {Audience.TEAM: 1, Audience.CONSULTATION: 1, Audience.AUTHORITY: 1}
"""Pages a receiver wants at most, where they want that."""


def topic_of(question_id: str) -> Topic | None:
    """What the answer to a question is about; None when no receiver has a place of its own for it."""
    name = question_id.partition("/")[0]
    if name in {topic.value for topic in _GATHERED}:
        return Topic(name)
    return _TOPICS.get(name) if name == question_id else None
