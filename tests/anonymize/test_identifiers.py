"""Numbers by form and check digit; a wrong check digit lowers the tier and does not free the number."""

import pytest

from reflect.anonymize import checkdigits
from reflect.anonymize.detection import detect
from reflect.domain.finding import Kind, Tier


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("AZR 150901 123456 notiert", "150901 123456", Kind.IDENTIFIER),
        ("Az. beim BAMF 1234567-423", "1234567-423", Kind.IDENTIFIER),
        ("BAMF 1234567 / 423 kam", "1234567 / 423", Kind.IDENTIFIER),
        ("Pass Nr. L01X00T47 liegt vor", "L01X00T47", Kind.IDENTIFIER),
        ("Steuer-ID 36 574 261 809", "36 574 261 809", Kind.IDENTIFIER),
        ("die 86095742719 stand drauf", "86095742719", Kind.IDENTIFIER),
        ("SV 15070649C103", "15070649C103", Kind.IDENTIFIER),
        ("RV-Nr. 65 170839 J 003", "65 170839 J 003", Kind.IDENTIFIER),
        ("Karte A000500015 gültig", "A000500015", Kind.IDENTIFIER),
        ("IBAN DE41 5001 0517 0123 4567 89", "DE41 5001 0517 0123 4567 89", Kind.ACCOUNT),
        ("Klage VG 1 K 123/24.A", "1 K 123/24.A", Kind.IDENTIFIER),
        ("Kundennummer 123A456789", "123A456789", Kind.IDENTIFIER),
        ("BG 12345//0012345", "12345//0012345", Kind.IDENTIFIER),
        ("Auto PM-AB 123 vor dem Haus", "PM-AB 123", Kind.IDENTIFIER),
        ("Kontonummer 1234567890", "1234567890", Kind.ACCOUNT),
    ],
)
def test_a_number_is_certain(text: str, number: str, kind: Kind) -> None:
    hits = [f for f in detect(text) if number in f.surface]
    assert [(f.kind, f.tier) for f in hits] == [(kind, Tier.CERTAIN)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Anzeige Tgb.-Nr. ST/0045678/2024 erstattet", "ST/0045678/2024"),
        ("Antrag WG-2024-00713 läuft", "WG-2024-00713"),
        ("Rechnung RE-2024-118 offen", "RE-2024-118"),
    ],
)
def test_numbers_of_unknown_offices_are_found(text: str, number: str) -> None:
    assert [f.surface for f in detect(text) if f.kind is Kind.IDENTIFIER] == [number]


def test_a_wrong_check_digit_lowers_the_tier_only() -> None:
    findings = detect("Das hier DE41 5001 0517 0123 4567 88 stand im Brief.")
    assert [(f.kind, f.tier) for f in findings] == [(Kind.ACCOUNT, Tier.SUSPECT)]


@pytest.mark.parametrize(
    "text",
    [
        "500 Euro",
        "um 14 Uhr",
        "§ 60a AufenthG",
        "5.4a im Leitbild",
        "B1 Kurs",
        "SGB II",
        "12 qm",
        "BVerwG 1 C 10.19",
        "100 %",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert [f for f in detect(text) if f.tier is not Tier.ADVICE] == []


def test_check_digits() -> None:
    assert checkdigits.pension_insurance("10010490A443")
    assert not checkdigits.pension_insurance("10010490A444")
    assert not checkdigits.pension_insurance("short")
    assert checkdigits.health_insurance("C000500021")
    assert not checkdigits.health_insurance("C000500022")
    assert not checkdigits.health_insurance("")
    assert checkdigits.travel_document("L01X00T471")
    assert checkdigits.travel_document("C01X00T478")
    assert not checkdigits.travel_document("Y701001V38")
    assert not checkdigits.travel_document("?")
    assert checkdigits.tax("36574261809")
    assert not checkdigits.bank_account("DE41")


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Ruf an: +93 70 123 4567 abends", "+93 70 123 4567"),
        ("Handy 0176/5553-4182", "0176/5553-4182"),
        ("Tel. 555 210", "555 210"),
        ("schreib an haile (at) example (punkt) org", "haile (at) example (punkt) org"),
        ("siehe www.example.org/haile.", "www.example.org/haile"),
        ("insta: maryam_h98", "maryam_h98"),
        ("folgt @tesfay.h", "@tesfay.h"),
    ],
)
def test_ways_of_contact(text: str, surface: str) -> None:
    assert [f.surface for f in detect(text) if f.kind is Kind.CONTACT] == [surface]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("am 3. März war er da", "3. März"),
        ("am dritten März 2024", "dritten März 2024"),
        ("Termin Mo, 14.5. um zehn", "14.5."),
        ("bis 12/04/2023", "12/04/2023"),
        ("seit Ende Februar", "Februar"),
        ("im Sommer 2022", "Sommer 2022"),
        ("2024-03-12 erledigt", "2024-03-12"),
        ("geb. 1998 in Homs", "1998"),
        ("seit 2015 hier", "2015"),
        ("um 21.30 Uhr", "21.30 Uhr"),
        ("Frist läuft am 22. ab", "22."),
        ("Bescheid vom 11. d. M. liegt vor", "11. d. M."),
        ("am elften Elften ist Hochzeit", "elften Elften"),
        ("Termin Mo 9.30.", "9.30"),
        ("verschoben auf 8/10.", "8/10"),
    ],
)
def test_dates(text: str, surface: str) -> None:
    assert surface in [f.surface for f in detect(text) if f.kind is Kind.DATE]


@pytest.mark.parametrize(
    ("text", "surface", "first"),
    [
        ("die 34-jährige Frau", "34-jährige", "erwachsene"),
        ("ihr siebenjähriger Sohn", "siebenjähriger", "minderjähriger"),
        ("er ist 17", "17", "jugendlich"),
        ("Tochter (4) schläft", "4", "Kind"),
        ("mit 16 Jahren allein", "16 Jahren", "jugendlich"),
        ("vierunddreißig Jahre alt", "vierunddreißig Jahre alt", "Mitte 30"),
        ("das Baby, 7 Monate alt", "7 Monate alt", "Kleinkind"),
        ("mit 61 J. müde", "61 J.", "Anfang 60"),
        ("sie ist siebzehn.", "siebzehn", "jugendlich"),
        ("das Kleinste 8 Monate", "8 Monate", "Kleinkind"),
        ("m, 34, ledig", "34", "Mitte 30"),
    ],
)
def test_ages(text: str, surface: str, first: str) -> None:
    assert [(f.surface, f.ladder[0]) for f in detect(text) if f.kind is Kind.AGE] == [(surface, first)]


@pytest.mark.parametrize(
    "text", ["seit 3 Jahren hier", "eine dreijährige Ausbildung", "vor 2 Jahren", "in 5 Tagen", "es ist zwanzig."]
)
def test_spans_of_time_are_no_ages(text: str) -> None:
    assert [f.surface for f in detect(text) if f.kind is Kind.AGE] == []
