"""The writer's own strain never leaves; what a case stirs up reaches individual supervision only."""

import pytest

from reflect.domain.audience import Audience
from reflect.domain.protocol import Share
from reflect.domain.strain import concerns_the_writer, is_resonance, narrowed


@pytest.mark.parametrize(
    ("question_id", "text"),
    [
        ("belastung", "Wie viel?"),
        ("meine-belastung", "Wie viel?"),
        ("gesundheit-heute", "Wie?"),
        ("strain", "How much?"),
        ("frei", "Wie schläfst du?"),
        ("frei", "Was belastet dich daran?"),
        ("frei", "Bist du erschöpft?"),
        ("frei", "What does this do to your health?"),
        ("frei", "Are you exhausted?"),
        ("frei", "Wie geht es dir damit?"),
        ("frei", "Wie hast du geschlafen?"),
        ("frei", "Ich bin müde, stimmt das?"),
        ("frei", "Wie fühlst du dich nach der Schicht?"),
        ("frei", "How are you today?"),
        ("frei", "How did you sleep, and were you tired?"),
    ],
)
def test_questions_about_the_writer_are_recognised(question_id: str, text: str) -> None:
    assert concerns_the_writer(question_id, text)
    assert narrowed(question_id, text, Share.OFFER, (Audience.TEAM,))[0] is Share.NEVER


@pytest.mark.parametrize(
    ("question_id", "text"),
    [
        ("was", "Was war?"),
        ("frei", "Was belastet die Person und ihr Kind?"),
        ("frei", "Somebody was upset; what did you see?"),
        ("kraftakt", "Was war schwer?"),
    ],
)
def test_other_questions_keep_their_share(question_id: str, text: str) -> None:
    assert narrowed(question_id, text, Share.OFFER, (Audience.TEAM,)) == (Share.OFFER, (Audience.TEAM,))


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("Was trifft auf dich zu?", ("schlecht geschlafen", "nichts davon")),
        ("Was ist anders als sonst?", ("mein Schlaf", "Bilder, die wiederkommen")),
        ("Was trifft zu?", ("ich bin schneller gereizt",)),
        ("Welche Stufe?", ("Wie geht es dir heute?",)),
        ("Which applies?", ("I am exhausted",)),
    ],
)
def test_what_stands_around_a_question_can_say_what_it_asks(text: str, around: tuple[str, ...]) -> None:
    assert concerns_the_writer("frei", text, around)
    assert narrowed("frei", text, Share.OFFER, (), around)[0] is Share.NEVER


def test_the_health_of_others_may_be_spoken_about() -> None:
    assert not concerns_the_writer("frei", "Was braucht die Person?", ("Ruhe", "eine Ärztin, weil sie krank ist"))


@pytest.mark.parametrize(
    ("share", "kept"), [(Share.OFFER, Share.ASK), (Share.ASK, Share.ASK), (Share.NEVER, Share.NEVER)]
)
def test_resonance_is_asked_for_and_for_one_audience(share: Share, kept: Share) -> None:
    assert is_resonance("resonanz-danach")
    assert narrowed("resonanz", "Was?", share, ()) == (kept, (Audience.INDIVIDUAL,))
