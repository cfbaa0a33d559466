"""A step of the ladder in the place of exact words: what comes out is German."""

import pytest

from reflect.anonymize.detection import detect
from reflect.anonymize.replacement import apply
from reflect.domain.decision import Action, Decision
from reflect.domain.finding import Tier


def widened(text: str, step: int = 0) -> str:
    """Every advice made more general by the same step, or by the last one that says something."""
    findings = [one for one in detect(text) if one.tier is Tier.ADVICE]
    steps = {one.id: [words for words in one.ladder if words] for one in findings}
    decisions = {
        one.id: Decision(action=Action.GENERALISE, text=steps[one.id][min(step, len(steps[one.id]) - 1)])
        for one in findings
    }
    return apply(text, findings, decisions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie kommt aus Syrien.", "Sie kommt aus dem Nahen Osten."),
        ("Sie ist aus dem Irak.", "Sie ist aus dem Nahen Osten."),
        ("Er will nach Syrien.", "Er will in den Nahen Osten."),
        ("Er will nach Eritrea.", "Er will nach Ostafrika."),
        ("Er lebte im Irak.", "Er lebte im Nahen Osten."),
        ("Er fuhr in die Türkei.", "Er fuhr in den Nahen Osten."),
        ("Sie ist Eritreerin.", "Sie ist aus Ostafrika."),
        ("Die 34-jährige Eritreerin weinte.", "Die erwachsene Frau aus Ostafrika weinte."),
        ("Mit dem Syrer sprach ich.", "Mit dem Mann aus dem Nahen Osten sprach ich."),
        ("Die Zimmer der Eritreerinnen sind klein.", "Die Zimmer der Frauen aus Ostafrika sind klein."),
        ("Viele Afghanen waren da.", "Viele Menschen aus dem Mittleren Osten waren da."),
        ("Eine syrische Familie zog ein.", "Eine Familie aus dem Nahen Osten zog ein."),
        ("Er ist syrisch.", "Er ist aus dem Nahen Osten."),
        ("Sie spricht Arabisch.", "Sie spricht eine Sprache aus dem Nahen Osten."),
        ("Wir redeten auf Arabisch.", "Wir redeten in einer Sprache aus dem Nahen Osten."),
        ("Sie ist orthodox.", "Sie ist religiös."),
        ("Die Muslimin betet leise.", "Die religiöse Frau betet leise."),
        ("Ein Muslim kam.", "Ein religiöser Mann kam."),
        ("Sie ist schwanger.", "Sie ist gesundheitlich belastet."),
        ("Die schwangere Frau ging.", "Die gesundheitlich belastete Frau ging."),
        ("Er hat HIV.", "Er hat eine Erkrankung."),
        ("Wegen ihrer Depression blieb sie.", "Wegen ihrer gesundheitlichen Belastung blieb sie."),
        ("Er sprach von seinem Trauma.", "Er sprach von seiner gesundheitlichen Belastung."),
        ("Sie arbeitet als Krankenschwester.", "Sie arbeitet in einem Beruf."),
        ("Er war Lehrer.", "Er war berufstätig."),
        ("Sie hat fünf Kinder.", "Sie hat mehrere Kinder."),
        ("Sie lebt mit sieben Kindern hier.", "Sie lebt mit mehreren Kindern hier."),
        ("Ihre fünf Kinder schlafen.", "Ihre Kinder schlafen."),
        ("Sie hat vier Brüder.", "Sie hat mehrere Geschwister."),
        ("Der Brief kam im Oktober.", "Der Brief kam im Herbst."),
        ("Er floh 2019.", "Er floh vor einiger Zeit."),
        ("Das war im Jahr 2019.", "Das war vor einiger Zeit."),
        ("Er ist seit 2019 hier.", "Er ist seit einiger Zeit hier."),
        ("Um 14 Uhr kam sie.", "Nachmittags kam sie."),
        ("Das 7 Monate alte Baby schrie.", "Das kleine Baby schrie."),
        ("Die Abschiebung ist am Montag.", "Das laufende Verfahren ist am Montag."),
        ("Er hat Angst vor der Abschiebung am Montag.", "Er hat Angst vor dem laufenden Verfahren am Montag."),
    ],
)
def test_the_first_step_is_german(text: str, expected: str) -> None:
    assert widened(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie kommt aus Eritrea.", "Sie kommt aus einem anderen Land."),
        ("Er will nach Syrien.", "Er will in ein anderes Land."),
        ("Er lebte im Irak.", "Er lebte in einem anderen Land."),
        ("Sie spricht Arabisch.", "Sie spricht eine andere Sprache."),
        ("Sie ist Eritreerin.", "Sie ist aus einem anderen Land."),
        ("Der Brief kam im Oktober.", "Der Brief kam in dieser Zeit."),
        ("Sie ist seit Oktober hier.", "Sie ist seit dieser Zeit hier."),
    ],
)
def test_the_next_step_is_german(text: str, expected: str) -> None:
    assert widened(text, 1) == expected


def test_own_words_stay_as_they_were_typed() -> None:
    text = "Sie kommt aus Eritrea."
    finding = next(one for one in detect(text) if one.surface == "Eritrea")
    chosen = {finding.id: Decision(action=Action.GENERALISE, text="der Ferne")}
    assert apply(text, (finding,), chosen) == "Sie kommt aus der Ferne."


def test_every_step_of_every_word_leaves_a_whole_sentence() -> None:
    places = ("Sie ist {}.", "Die {} Frau kam.", "Er sprach von der {} dort.", "{} war wichtig.", "Wegen {} kam er.")
    words = "Syrien syrische Syrerin Tigrinya muslimisch Moschee schwanger Krebs lesbisch verwitwet Zwillinge 2019 Roma"
    for place in places:
        for word in words.split():
            for step in range(3):
                made = widened(place.format(word), step)
                assert "  " not in made
                assert made.endswith((".", "…"))
