"""Names, addresses and houses that the words around them give away."""

import pytest

from reflect.anonymize.detection import detect
from reflect.domain.finding import Kind, Tier


def surfaces(text: str, kind: Kind) -> list[str]:
    return [finding.surface for finding in detect(text) if finding.kind is kind and finding.tier is not Tier.ADVICE]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Er heißt Xhevdet und ist neu.", "Xhevdet"),
        ("Sie hieß früher so, namens Zerezghi.", "Zerezghi"),
        ("frau woldemariam rief an", "woldemariam"),
        ("Dr. Schadebrodt hat angerufen.", "Schadebrodt"),
        ("Familie Vogel zieht um.", "Vogel"),
        ("Eheleute Brinkhoff waren da.", "Brinkhoff"),
        ("Abu Qutaiba grüßt alle.", "Abu Qutaiba"),
        ("Herr K. war wütend.", "K."),
        ("Heute kam M. H. zu mir.", "M. H."),
        ("Rückruf an J. Brinkhoff bitte.", "J. Brinkhoff"),
        ("Danach sprach ich mit Z. darüber.", "Z."),
        ("Frau Al-Khalidi fehlt.", "Al-Khalidi"),
        ("Ihr Sohn Filmon schläft.", "Filmon"),
    ],
)
def test_cues_give_names_away(text: str, name: str) -> None:
    assert name in surfaces(text, Kind.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "Die Frau hat Angst, der Herr am Schalter half.",
        "Die Familie hat Sorgen und braucht Hilfe.",
        "Frau und Kinder warten, z. B. im Flur, i. d. R. lange.",
        "Der Sohn Mahlzeit? Nein, die Kinder essen später.",
    ],
)
def test_words_after_a_cue_are_not_always_names(text: str) -> None:
    assert surfaces(text, Kind.PERSON) in ([], ["Mahlzeit"])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Sie wohnt Lindenallee 4a im dritten Stock.", "Lindenallee 4a"),
        ("Er zog in die Berliner Straße.", "Berliner Straße"),
        ("Adresse: Am Kirchplatz 4", "Am Kirchplatz 4"),
        ("Post an 14806 Bad Belzig geschickt", "14806 Bad Belzig"),
        ("PLZ 14806 notiert", "14806"),
        ("Sie liegt in Zimmer 214 allein.", "Zimmer 214"),
        ("Das Jobcenter Prenzlau lehnt ab.", "Prenzlau"),
        ("er wohnt lindenstr. 4 bei freunden", "lindenstr. 4"),
        ("Anhörung 23.05.24 Eisenhüttenstadt, pünktlich sein!", "Eisenhüttenstadt"),
        ("Er lebt in Berlin-Neukölln.", "Berlin-Neukölln"),
        ("Sie sollen überstellt werden, Warschau.", "Warschau"),
    ],
)
def test_addresses(text: str, place: str) -> None:
    assert place in surfaces(text, Kind.PLACE)


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("Er geht in die Kita „Pusteblume“.", "„Pusteblume“"),
        ("Die Kita Zwergenland ist voll.", "Zwergenland"),
        ("Sie besucht die Theodor-Fontane-Schule.", "Theodor-Fontane-Schule"),
        ("Arbeit bei Elektro Schulze GmbH gefunden.", "Elektro Schulze GmbH"),
        ("Der Pfarrer der Kreuzkirche half.", "Kreuzkirche"),
        ("Sie liegt im Klinikum Westbrandenburg.", "Klinikum Westbrandenburg"),
        ("MUTTER LIEGT IM ERNST-VON-BERGMANN-KLINIKUM, BITTE ANRUFEN", "ERNST-VON-BERGMANN-KLINIKUM"),
        ("Sie putzt in der Pension Seeblick.", "Pension Seeblick"),
        ("FSJ beim ASB begonnen", "ASB"),
        ("Er packt Pakete bei Netto.", "Netto"),
        ("Kontakt zu Pro Asyl hergestellt", "Pro Asyl"),
    ],
)
def test_houses(text: str, house: str) -> None:
    found = surfaces(text, Kind.ORGANISATION) + surfaces(text, Kind.PLACE)
    assert any(house in surface for surface in found)


@pytest.mark.parametrize(
    "text", ["Die Kita hat Termin am Montag.", "Die Schule und das Heim sind zu.", "Er ging zur Grundschule."]
)
def test_kinds_of_houses_are_no_names(text: str) -> None:
    assert surfaces(text, Kind.ORGANISATION) == []


def test_a_noun_before_a_street_is_no_part_of_it() -> None:
    assert surfaces("Wohnung Rosa-Luxemburg-Straße 8 besichtigt", Kind.PLACE) == ["Rosa-Luxemburg-Straße 8"]
