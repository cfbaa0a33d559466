"""What the detector promises: exact offsets, stable ids, roles, and no change for the worse by knowing more."""

# ruff: noqa: E501 - sentences read better on one line

import json
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reflect.anonymize.detection import detect
from reflect.anonymize.replacement import safe_text
from reflect.domain.finding import Finding, Kind, Tier
from reflect.domain.registry import KnownName

NOTE = (
    "Heute kam Frau Haile mit ihrem Bruder Tesfay ins Büro. Sie ist 34 Jahre alt und kam am 12.03.2024 nach Bad Belzig. "
    "Am 15.3.2024 rief ich Herrn Koch vom Jobcenter an, Tel. 01523 4567890. Ihr Az. ist 1234567-423, Mail m.haile@example.org. "
    "Sie wohnt Ernst-Thälmann-Straße 14, 14806 Bad Belzig, Konto DE41 5001 0517 0123 4567 89. Sohn Yonas geht in die Kita „Sonnenschein“."
)
LEGAL = (
    "Der Königsteiner Schlüssel und § 60a AufenthG gelten. SGB VIII § 8a beachten. Das BAMF prüft, die Duldung bleibt. "
    "Kollegiale Beratung hilft mir, Nähe und Distanz zu klären. Es hat lange gedauert, bis ein Vogel sang und der Kaffee fertig war."
)


def strong(text: str, *names: KnownName) -> list[Finding]:
    return [finding for finding in detect(text, names) if finding.tier is not Tier.ADVICE]


def found(text: str, kind: Kind) -> list[str]:
    return [finding.surface for finding in detect(text) if finding.kind is kind]


def test_a_note_is_covered_by_kind() -> None:
    assert found(NOTE, Kind.PERSON) == ["Haile", "Tesfay", "Koch", "Yonas"]
    assert found(NOTE, Kind.DATE) == ["12.03.2024", "15.3.2024"]
    assert found(NOTE, Kind.IDENTIFIER) == ["1234567-423"]
    assert found(NOTE, Kind.CONTACT) == ["01523 4567890", "m.haile@example.org"]
    assert found(NOTE, Kind.ACCOUNT) == ["DE41 5001 0517 0123 4567 89"]
    assert found(NOTE, Kind.PLACE) == ["Bad Belzig", "Ernst-Thälmann-Straße 14", "14806 Bad Belzig"]
    assert found(NOTE, Kind.ORGANISATION) == ["„Sonnenschein“"]
    assert found(NOTE, Kind.AGE) == ["34 Jahre alt"]


def test_the_law_and_the_trade_stay_untouched() -> None:
    assert strong(LEGAL) == []


def test_words_that_are_also_names_count_by_context() -> None:
    assert [f.surface for f in strong("Frau Lange fragte, wie lange es dauert.")] == ["Lange"]
    assert [f.surface for f in strong("Im Herbst war der Vogel weg. Herr Vogel nicht.")] == ["Vogel"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("fr. stolz vom amt ruft an", "stolz"),
        ("Attest von Dr. von Wedel liegt vor.", "von Wedel"),
        ("Habe ihm B.s Nummer nicht gegeben.", "B.s"),
        ("mit tekle k. gesprochen", "tekle k."),
        ("Heute kam M.Haile zu mir.", "M"),
        ("Im Dienstbuch steht Karl Richter.", "Karl Richter"),
        ("Islam ist traurig, Islam weint.", "Islam"),
        ("Gespräch mit Andreas Schmalfuß geführt.", "Andreas Schmalfuß"),
    ],
)
def test_names_in_hasty_forms_are_found(text: str, name: str) -> None:
    assert any(name in finding.surface for finding in strong(text) if finding.kind is Kind.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "Die Behörde bat um Nachreichung der Unterlagen.",
        "Krank bis Fr. Er kommt Montag wieder.",
        "Die Schwester. Recht hat sie.",
        "Kopie der Kundennr. beilegen, eigentl. überflüssig.",
        "z. B. im Flur, i. d. R. lange",
        "niederlassungserlaubnis beantragt, einkommensbescheinigung fehlt",
        "Sie sucht eine Lösung.",
        "Az. unklar, AU bis Montag, KV zahlt, FSJ beginnt, MDK kommt, EVTL SPÄTER",
        "Der Weg war lang, dieser Platz ist frei.",
        "Flüchtlingsschutz, Vorrangprüfung, Clearing, Königsteiner Schlüssel, Ermessensduldung, § 25b AufenthG",
        "Der Vogel sang, der Koch kochte, die Stimmung war gut.",
    ],
)
def test_everyday_words_are_left_alone(text: str) -> None:
    assert strong(text) == []


def test_the_name_of_a_person_does_not_swallow_the_noun_behind_it() -> None:
    assert [f.surface for f in strong("Maryams Antrag fehlt, Tesfays Zeugnis auch.")] == ["Maryams", "Tesfays"]


def test_advice_counts_a_word_written_large_only_where_it_must_be() -> None:
    assert [f.kind for f in detect("Die Sucht bleibt.")] == [Kind.HEALTH]
    assert detect("Er sucht weiter.") == ()


def test_a_stage_of_the_procedure_beside_a_date_is_advice() -> None:
    kinds = {f.kind: f.tier for f in detect("Die Duldung läuft bis 31.10. ab.")}
    assert kinds[Kind.PROCEDURE] is Tier.ADVICE
    assert detect("Die Duldung nach § 60a AufenthG bleibt.") == ()


@pytest.mark.parametrize(
    "text", ["Er hat als Fahrer gearbeitet.", "Sie ist gelernte Näherin.", "Von Beruf Imker.", "Er jobbt als Kurier."]
)
def test_a_profession_is_told_by_the_words_around_it(text: str) -> None:
    assert [(f.kind, f.tier) for f in detect(text)] == [(Kind.OCCUPATION, Tier.ADVICE)]


def test_offsets_are_code_points_of_the_input() -> None:
    text = unicodedata.normalize("NFD", "Hä? Frau Özdemir 🙂 und T e s f a y, Mo\u200bhammed Ham-\nza")
    for finding in detect(
        text, [KnownName(surface="Mohammed"), KnownName(surface="Hamza"), KnownName(surface="Tesfay")]
    ):
        assert text[finding.start : finding.end] == finding.surface
    surfaces = [
        f.surface
        for f in detect(text, [KnownName(surface="Mohammed"), KnownName(surface="Hamza"), KnownName(surface="Tesfay")])
    ]
    assert "T e s f a y" in surfaces
    assert "Mo\u200bhammed" in surfaces
    assert "Ham-\nza" in surfaces


def test_one_person_is_one_entity_with_one_replacement() -> None:
    names = [KnownName(surface="Maryam Haile", role="Klientin", gender="f")]
    findings = detect("Maryam kam. Hailes Antrag, Mariam, MARYAM HAILE und maryams Kind.", names)
    assert {finding.entity for finding in findings} == {"known:maryam-haile"}
    assert {finding.replacement for finding in findings} == {"Klientin A"}


def test_spellings_of_an_unknown_name_are_one_entity() -> None:
    findings = strong("Herr Mohammed war da. Herr Muhammad auch.")
    assert len({finding.entity for finding in findings}) == 1


def test_ids_hold_no_words_and_the_same_text_gives_the_same_findings() -> None:
    first, second = detect(NOTE), detect(NOTE)
    assert first == second
    assert all(finding.id.isascii() and finding.surface.casefold() not in finding.id for finding in first)
    assert len({finding.id for finding in first}) == len(first)


def test_what_is_kept_stays() -> None:
    assert "Koch" not in [finding.surface for finding in detect(NOTE, keep=["Koch"])]
    assert "Koch" not in [finding.surface for finding in detect(NOTE, keep=["koch"])]


def test_advice_offers_a_ladder_and_is_not_replaced_silently() -> None:
    text = "Sie ist 34 Jahre alt, kommt aus Eritrea und ist schwanger. Die Abschiebung ist am 12. Mai geplant."
    advice = {finding.kind: finding for finding in detect(text) if finding.tier is Tier.ADVICE}
    assert advice[Kind.AGE].ladder[0] == "Mitte 30"
    assert advice[Kind.ORIGIN].ladder == ("Ostafrika", "anderes Land", "")
    assert Kind.HEALTH in advice
    assert Kind.PROCEDURE in advice
    assert "34 Jahre" in safe_text(text, detect(text))


def test_roles_follow_the_registry() -> None:
    names = [KnownName(surface="Maryam", role="Klientin"), KnownName(surface="Yonas", role="Bruder von")]
    text = "Maryam und Yonas kamen mit Frau Özdemir."
    assert safe_text(text, detect(text, names)) == "Klientin A und Bruder von A kamen mit Person B."


def test_days_become_relative() -> None:
    text = "Am 12.03.2024 kam der Brief, am 15.3.2024 die Antwort, am 10. März 2024 der Anruf."
    assert safe_text(text, detect(text)) == "Am Tag 0 kam der Brief, am Tag +3 die Antwort, am Tag −2 der Anruf."


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_gives_exact_findings(text: str) -> None:
    last = 0
    for finding in detect(text):
        assert text[finding.start : finding.end] == finding.surface
        assert finding.start >= last
        last = finding.end


pieces = st.lists(
    st.sampled_from(
        [
            "Frau Haile",
            "Tesfay",
            "Herr Koch",
            "der Koch",
            "in Aleppo",
            "am 12.03.2024",
            "0176 5553 4182",
            "heute",
            "und",
            ".",
            "\n",
            "müde",
            "Maryam",
            "Kita",
            "Amt",
        ]
    ),
    max_size=14,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(pieces)
def test_a_safe_text_is_safe(text: str) -> None:
    once = safe_text(text, detect(text))
    assert safe_text(once, detect(once)) == once


@settings(max_examples=60, deadline=None)
@given(pieces, st.sampled_from(["Maryam", "Haile", "Koch", "Aleppo", "Amt", "heute"]))
def test_knowing_more_uncovers_nothing(text: str, known: str) -> None:
    def covered(findings: tuple[Finding, ...]) -> set[int]:
        return {at for f in findings for at in range(f.start, f.end) if text[at].isalnum()}

    assert covered(detect(text)) <= covered(detect(text, [KnownName(surface=known)]))


def test_the_detector_is_light_until_it_is_needed() -> None:
    program = (
        "import sys, json, time; begun = time.process_time(); import reflect.anonymize.detection;"
        "print(json.dumps([sorted({'pycrfsuite', 'phonenumbers', 'stdnum', 'docx'} & set(sys.modules)), time.process_time() - begun]))"
    )
    heavy, seconds = json.loads(subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout)
    assert heavy == []
    assert seconds < 3  # a bound against accidents; the benchmark measures


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b"])
def test_nothing_is_found_in_nothing(text: str) -> None:
    assert detect(text) == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ich ging zu Yonas.", "Ich ging zu Person A."),
        ("Der Brief kam von Selam.", "Der Brief kam von Person A."),
        ("Im Oktober 2026 zog sie um.", "Im Oktober 2026 zog sie um."),
        ("Im Schuljahr 2025 war es ruhig.", "Im Schuljahr 2025 war es ruhig."),
        ("Sie spricht Tigrinya.", "Sie spricht Tigrinya."),
        ("Er wohnt Im Winkel 12.", "Er wohnt Adresse 1."),
        ("Wir besuchten Yonas' Schwester.", "Wir besuchten Person As Schwester."),
        ("Frau Peters rief an.", "Person A rief an."),
        ("Frau Hailes Sohn kam.", "Person As Sohn kam."),
        ("Peters Antrag liegt da.", "Person As Antrag liegt da."),
    ],
)
def test_what_stands_beside_a_name_or_a_number_stays(text: str, left: str) -> None:
    assert safe_text(text, detect(text)) == left
