"""Decisions carried out in tidy German."""

import pytest

from reflect.anonymize.detection import detect
from reflect.anonymize.replacement import apply, safe_text
from reflect.domain.decision import Action, Decision
from reflect.domain.finding import Finding
from reflect.domain.registry import KnownName

MARYAM = KnownName(surface="Maryam Haile", role="Klientin")


def safe(text: str, *names: KnownName) -> str:
    return safe_text(text, detect(text, names))


def by_surface(text: str, surface: str, *names: KnownName) -> Finding:
    return next(f for f in detect(text, names) if f.surface == surface)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maryams Antrag", "Klientin As Antrag"),
        ("Maryam’s Antrag", "Klientin As Antrag"),
        ("Frau Haile kam.", "Klientin A kam."),
        ("mit Fr. Haile", "mit Klientin A"),
        ("Familie Haile kam.", "Familie A kam."),
        ("Mit der Familie Haile ging es.", "Mit der Familie A ging es."),
        ("Familie Hailes Brief lag da.", "Familie As Brief lag da."),
        ("Herr und Frau Haile kamen.", "Eheleute A kamen."),
        ("Das Ehepaar Haile kam.", "Das Ehepaar A kam."),
        ("Der Brief der Hailes lag da.", "Der Brief von Klientin A und Familie lag da."),
        ("Wir waren bei Hailes.", "Wir waren bei Klientin A und Familie."),
        ("Klientin Maryam Haile kam.", "Klientin A kam."),
        ("Mit der Klientin Maryam ging es.", "Mit der Klientin A ging es."),
        ("Die Hailes kamen.", "Klientin A und Familie kamen."),
        ("maryam rief an", "Klientin A rief an"),
    ],
)
def test_names_become_roles(text: str, expected: str) -> None:
    assert safe(text, MARYAM) == expected


def test_undecided_and_kept_findings_stay() -> None:
    text = "Frau Özdemir und Herr Koch"
    first, second = detect(text)
    assert apply(text, (first, second), {}) == text
    kept = {first.id: Decision(action=Action.KEEP), second.id: Decision(action=Action.ALWAYS_KEEP)}
    assert apply(text, (first, second), kept) == text


def test_own_words_win() -> None:
    text = "Frau Özdemir rief an."
    finding = detect(text)[0]
    assert (
        apply(text, (finding,), {finding.id: Decision(action=Action.REPLACE, text="eine Kollegin")})
        == "eine Kollegin rief an."
    )


def test_same_as_takes_the_others_role_even_in_a_circle() -> None:
    text = "Özdemir kam. Yonas ging."
    first, second = detect(text)
    same = {first.id: Decision(action=Action.REPLACE), second.id: Decision(action=Action.SAME_AS, same_as=first.id)}
    assert apply(text, (first, second), same) == "Person A kam. Person A ging."
    circle = {
        first.id: Decision(action=Action.SAME_AS, same_as=second.id),
        second.id: Decision(action=Action.SAME_AS, same_as=first.id),
    }
    assert "Özdemir" not in apply(text, (first, second), circle)


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("Sie kommt aus Eritrea.", "Eritrea", "Sie kommt aus …"),
        ("Sohn (4) schläft.", "4", "Sohn schläft."),
        ("Eritrea ist weit.", "Eritrea", "… ist weit."),
        ("Die 34-jährige Frau kam.", "34-jährige", "Die Frau kam."),
        ("Eine syrische Familie kam.", "syrische", "Eine Familie kam."),
    ],
)
def test_what_is_left_out_leaves_no_hole(text: str, surface: str, expected: str) -> None:
    findings = detect(text)
    finding = next(f for f in findings if f.surface == surface)
    assert apply(text, findings, {finding.id: Decision(action=Action.GENERALISE)}) == expected


def test_generalising_takes_the_chosen_step() -> None:
    text = "Er ist 34 Jahre alt."
    finding = detect(text)[0]
    assert (
        apply(text, (finding,), {finding.id: Decision(action=Action.GENERALISE, text=finding.ladder[0])})
        == "Er ist Mitte 30."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ihre Schwester Selam kam.", "Die Schwester von A kam."),
        ("Mit ihrer Schwester Selam und Frau Haile.", "Mit der Schwester von A und Klientin A."),
        ("Er besuchte seine Schwester Selam in der Küche.", "Er besuchte die Schwester von A in der Küche."),
        ("Das Zimmer meines Bruders Yonas ist leer.", "Das Zimmer meines Bruders A ist leer."),
        ("Schwester Selam war da.", "Schwester von A war da."),
        ("Ihre Tochter Maryam kam.", "Ihre Tochter (Klientin A) kam."),
    ],
)
def test_a_kin_word_before_a_name_is_not_said_twice(text: str, expected: str) -> None:
    assert safe(text, MARYAM, KnownName(surface="Selam", role="Schwester von")) == expected


@pytest.mark.parametrize(
    "town", ["Brandenburg an der Havel", "Frankfurt (Oder)", "Halle a. d. Saale", "Frankfurt/Main"]
)
def test_a_town_on_a_river_is_one_place(town: str) -> None:
    assert safe(f"Wir fuhren gestern nach {town} und zurück.") == "Wir fuhren gestern nach Ort 1 und zurück."


YONAS = KnownName(surface="Yonas", role="Bruder von")
AHMAD = KnownName(surface="Ahmad Karimi", role="Klient")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ich ging zu Yonas.", "Ich ging zum Bruder von A."),
        ("Ich kam mit Yonas.", "Ich kam mit dem Bruder von A."),
        ("Das ist für Yonas.", "Das ist für den Bruder von A."),
        ("Wegen Yonas blieb ich.", "Wegen des Bruders von A blieb ich."),
        ("Das Bett des Yonas ist da.", "Das Bett des Bruders von A ist da."),
        ("Der große Yonas lachte.", "Der große Bruder von A lachte."),
        ("Wir sahen Yonas' neue Schuhe an.", "Wir sahen neue Schuhe des Bruders von A an."),
        ("Maryams Bruder Yonas kam.", "Klientin As Bruder kam."),
        ("Maryam und Yonas Haile kamen.", "Klientin A und Bruder von A kamen."),
        ("Mit dem Herrn Karimi ging es.", "Mit dem Klienten A ging es."),
        ("Das ist der Ahmad.", "Das ist der Klient A."),
        ("Ich traf den Ahmad dort.", "Ich traf den Klienten A dort."),
        ("Karimis Frau Leila kam.", "Klient As Frau B kam."),
        ("Seine Frau Leila kam.", "Seine Frau A kam."),
        ("Unsere Leiterin Frau Berger kam.", "Unsere Leiterin A kam."),
    ],
)
def test_roles_take_the_case_and_the_article_that_german_wants(text: str, expected: str) -> None:
    assert safe(text, MARYAM, YONAS, AHMAD) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am 12.10.2026 kam sie, am 15.10.2026 ging sie.", "Am Tag 0 kam sie, am Tag +3 ging sie."),
        ("Am 30. Dezember kam sie, am 2. Januar ging sie.", "Am Tag 0 kam sie, am Tag +3 ging sie."),
        ("Am 12.10. kam sie, am 12.10.2026 war das.", "Am Tag 0 kam sie, am Tag 0 war das."),
        ("Am 14.10.2026 war er da, nicht am 2.9.2025.", "Am Tag 0 war er da, nicht etwa 13 Monate vor Tag 0."),
        ("Am 14.10.2026 war er da, seit dem 2.9.2025.", "Am Tag 0 war er da, seit etwa 13 Monaten vor Tag 0."),
        ("Sie ist geboren am 3.4.1992.", "Sie ist geboren am …"),
    ],
)
def test_days_are_counted_from_the_first_one(text: str, expected: str) -> None:
    assert safe(text) == expected


def test_a_name_in_a_compound_is_joined_with_hyphens() -> None:
    text = "Die Haile-Akte war weg."
    findings = detect(text, [MARYAM])
    name = next(one for one in findings if one.surface == "Haile")
    assert apply(text, (name,), {name.id: Decision(action=Action.REPLACE)}) == "Die Klientin-A-Akte war weg."
