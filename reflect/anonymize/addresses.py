"""Where somebody lives, and the house, school or office that shows it: found by their form."""

# ruff: noqa: E501 - patterns read better on one line

import re
from collections.abc import Iterator
from functools import lru_cache

from reflect.anonymize.lists import Lists, lines
from reflect.anonymize.mark import Mark
from reflect.anonymize.tokens import fold
from reflect.domain.finding import Kind, Tier

_CAP = r"[A-ZÄÖÜ][\w'äöüß-]*"
_HOUSE = r"\d{1,4}(?:\s?[a-h]\b)?(?:\s?[-/+]\s?\d{1,4}(?:\s?[a-h]\b)?)?"
_ENDING = r"(?i:straße|strasse|str\.|str\b|weg|allee|platz|gasse|damm|ufer|chaussee|steig|promenade|stieg|pfad|zeile|graben|winkel|ring|hof|markt|berg|feld|siedlung|tor|steg|kamp|twiete|brücke|wall)"
_STREET = re.compile(
    rf"\b(?:{_CAP}[ -]){{0,3}}(?:{_CAP}-?{_ENDING}|[Ss]traße|Str\.|Weg|Allee|Platz|Gasse|Damm|Ufer|Chaussee|Ring|Steig|Promenade|Markt)\s+{_HOUSE}"
)
_SMALL_STREET = re.compile(rf"\b[\w-]+(?:straße|strasse|str\.|allee|gasse|chaussee)\s+{_HOUSE}")
_LANE = re.compile(
    rf"\b(?:Am|An der|An den|An dem|Auf dem|Auf der|Im|In der|In den|Zum|Zur|Unter den|Hinter dem|Hinter der|Vor dem|Alte|Alter|Straße der|Straße des|Platz der|Platz des)\s(?:{_CAP}\s){{1,3}}{_HOUSE}(?![\d:.,]*\s*(?:Uhr|Euro|€|%|Jahr|Monat|Woche|Tag|Stunde|Minut|Person|Kind|Mal))"
)
# Im Oktober 2026, im Schuljahr 2025: a time, no lane with a house number.
_TIME = re.compile(
    r"\b(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Frühjahr|Frühling|Sommer|Herbst|Winter|\w*[Jj]ahr|\w*[Hh]albjahr|Quartal|Semester|Monat|Kalenderwoche|KW|Absatz|Punkt|Kapitel|Abschnitt|Schritt|Teil|Artikel)\s+\d"
)
_NAMED = re.compile(
    rf"\b((?:{_CAP}[ -]){{0,2}}(?:[A-ZÄÖÜ][\w-]*(?:straße|strasse|str\.|allee|chaussee|gasse)|(?:{_CAP}er) (?:Straße|Str\.|Allee|Weg|Platz|Chaussee|Damm|Ring|Tor)|{_CAP}-(?:Straße|Str\.|Weg|Platz|Allee|Ring)))"
)
# Der Weg, dieser Platz, unser Ring: these words begin no street's name.
_NO_STREET = frozenset(
    ["der", "dieser", "jeder", "jener", "unser", "euer", "einer", "keiner", "welcher", "immer", "weder", "hinter"]
)
_POSTCODE = re.compile(rf"(?<![\d.,])(?:D-)?(\d{{5}})\s+({_CAP}(?:[ -](?:{_CAP}|am|an der|bei|ob der|in der|im))*)")
_RIVERS = (
    r"Havel|Oder|Spree|Elbe|Saale|Main|Rhein|Neckar|Donau|Inn|Isar|Lech|Dosse|Mosel|Lahn|Ruhr|Weser|Leine|Aller|Unstrut"
    r"|Ilm|Mulde|Neiße|Fulda|Werra|Aisch|Ilmenau|Weinstraße|Brenz|Enz|Murr|Rems|Fils|Taunus|Harz|Breisgau|Orla|Tauber"
)
_ALSO_WORDS = frozenset(
    {"brandenburg", "frankfurt", "halle", "rotenburg", "rothenburg", "ludwigshafen", "lauf", "burg"}
)
_ON_A_RIVER = re.compile(
    rf"\b({_CAP})(?: (?:an der|an dem|am|a\. ?d\.|a\.|ob der|im) (?:{_RIVERS})\b| ?\((?:{_RIVERS})\)| ?/ ?(?:{_RIVERS})\b)"
)
_PLZ = re.compile(r"\bPLZ:?\s*(\d{5})\b")
_ROOM = re.compile(
    r"\b((?:Zimmer|Zi\.|Zi|Raum|Wohnung|Whg\.?|Wohneinheit|WE|Apartment|App\.|Container|Haus|Block|Gebäude|Etage|Aufgang)(?:-?(?:nr\.|nummer))?\s*(?:Nr\.?\s*)?\d{1,4}[a-z]?(?:\.\d+)?)\b(?!\s*(?:Uhr|Euro|€|Quadrat|m²|qm))",
    re.IGNORECASE,
)
_QUOTED = r"[\"„“»'‚][^\"„“”»«'’\n]{2,40}[\"“”«'’]"
_FACILITY = (
    r"(?:Kita|Kindergarten|KiTa|Krippe|Hort|Kinderhaus|Tagespflege|(?:Grund|Ober|Gesamt|Haupt|Real|Berufs|Förder|Mittel|Sprach|Volkshoch|Hoch|Gemeinschafts)?[Ss]chule|Gymnasium|OSZ|Oberstufenzentrum"
    r"|(?:Uni|Kinder|Frauen|Reha|Tages)?[Kk]lini(?:k|kum)|Krankenhaus|KH|Hospital|(?:Arzt|Zahnarzt|Kinderarzt|Hausarzt|Frauenarzt|Gemeinschafts|Kinder)?[Pp]raxis|Apotheke|Kanzlei|Anwaltskanzlei|Anwaltsbüro|Frauenhaus|Mädchenhaus"
    r"|(?:Übergangs|Flüchtlings|Asyl|Studenten|Senioren|Alten|Pflege|Kinder|Jugend)?(?:[Ww]ohn)?[Hh]eim|GU|ÜWH|Gemeinschaftsunterkunft|Unterkunft|Notunterkunft|Sammelunterkunft|Flüchtlingsunterkunft|EAE|Erstaufnahme(?:einrichtung)?|AnkER-?Zentrum|Ankerzentrum|Wohnverbund|Wohngruppe|Jugendclub|Jugendzentrum|Familienzentrum|Nachbarschaftszentrum|Begegnungscafé|Begegnungsstätte|Café|Cafe|Pension|Imbiss|Bistro|Salon|Nagelstudio|Autohaus|Sanitätshaus|Kiosk|Bildungsträger|Fachberatung|Dialysezentrum|Sprachschule|Verein|e\. ?V\.|Firma|Fa\.|Betrieb|Restaurant|Hotel|Bäckerei|Fleischerei|Tischlerei|Werkstatt|Spedition|Friseursalon|Hausverwaltung|Moschee|Moscheeverein|Kirche|Kirchengemeinde|Pfarrei|Pfarrgemeinde|Gemeinde|Synagoge|Tafel|Stiftung|Sportverein|Fußballverein|Träger|Beratungsstelle|Praxisgemeinschaft|MVZ|SPZ|Zentrum|Villa|Projekt|Initiative)"
)
# These stay with the name; a kindergarten or a school is told by the word and named by the rest.
_PART_OF_NAME = frozenset({"Klinikum", "Pension", "Hotel", "Restaurant", "Café", "Cafe", "Villa", "Imbiss", "Bistro"})
_OFFICE = r"(?:Jugendamt|Sozialamt|Jobcenter|Ausländerbehörde|ABH|Ausländeramt|Standesamt|Gesundheitsamt|Bürgeramt|Rathaus|Landratsamt|Landkreis|Kreis|Kreisverwaltung|Stadtverwaltung|Amtsgericht|AG|Verwaltungsgericht|VG|OVG|Landgericht|LG|Familiengericht|Sozialgericht|SG|Oberverwaltungsgericht|Oberlandesgericht|OLG|Arbeitsagentur|Agentur für Arbeit|BAMF|BAMF-Außenstelle|Außenstelle|Finanzamt|Polizei|Polizeirevier|Polizeiinspektion|Polizeiwache|Bundespolizei|Staatsanwaltschaft|Schulamt|Wohnungsamt|Wohngeldstelle|Familienkasse|Elterngeldstelle|JVA|Stadt|Gemeinde|Ortsteil|OT|Amt|Bezirksamt|Regierungspräsidium|Bezirksregierung|ZAB|ZABH|LEA|LAF|Diakonie|Caritas|AWO|DRK|Lebenshilfe)"
_HOUSES = re.compile(
    rf"(?<!\w)(?=[A-ZÜ]|[eku]){_FACILITY}(?:s|es)?\s+({_QUOTED}|(?:St\.|Sankt|Dr\.|Am|An der|Zum|Zur|Im)\s{_CAP}(?:[ -]{_CAP})*|{_CAP}(?:[ -]{_CAP})*)"
)
_OFFICES = re.compile(
    rf"(?<!\w)(?=[A-Z])({_OFFICE})\s+(?:in\s+|der\s+Stadt\s+|des\s+Landkreises\s+)?({_CAP}(?:[- /]{_CAP})*)"
)
_QUOTED_NAME = re.compile(
    rf"(?<!\w)(?:{_FACILITY}[\w-]*|Haus|Gruppe|Bündnis|Netzwerk|Treff)\s+({_QUOTED})", re.IGNORECASE
)
_COMPOUND = re.compile(
    rf"\b({_CAP}-(?:Grundschule|Oberschule|Gesamtschule|Schule|Gymnasium|Klinik|Klinikum|Krankenhaus|Haus|Kita|Stift|Stiftung|Kirche|Moschee|Heim|Zentrum))\b"
)
_OWN_NAME = re.compile(
    r"\b(([A-ZÄÖÜ][a-zäöüß]{2,})(kirche|kapelle|klinikum|klinik|krankenhaus|schule|gymnasium|apotheke|moschee|stift|hort|kita|heim|haus))\b"
)
_COMPANY = re.compile(rf"\b((?:{_CAP}[ &-]+){{1,4}}(?:gGmbH|GmbH(?: & Co\. ?KG)?|AG|KG|OHG|GbR|UG|e\. ?V\.|eG))(?!\w)")


def find(text: str, lists: Lists) -> Iterator[Mark]:
    """Marks for addresses and named houses in a normalised text."""
    for pattern in (_STREET, _LANE, _SMALL_STREET):
        for match in pattern.finditer(text):
            if pattern is _LANE and _TIME.search(match.group()):
                continue
            start = _first_of_name(match.start(), match.group(), lists) if pattern is _STREET else match.start()
            yield Mark(start, match.end(), Kind.PLACE, Tier.CERTAIN, 62, role="Adresse")
    generic = _generic()
    for match in _NAMED.finditer(text):
        if fold(match.group(1)) not in generic and fold(match.group(1).split(" ")[0]) not in _NO_STREET:
            start = _first_of_name(match.start(1), match.group(1), lists)
            yield Mark(start, match.end(1), Kind.PLACE, Tier.SUSPECT, 50, role="Adresse")
    for match in _POSTCODE.finditer(text):
        yield Mark(match.start(1), match.end(2), Kind.PLACE, Tier.CERTAIN, 61)
    for match in _ON_A_RIVER.finditer(text):
        first = fold(match.group(1))
        if lists.is_place(first) or first in _ALSO_WORDS or first not in lists.words:
            yield Mark(match.start(), match.end(), Kind.PLACE, Tier.SUSPECT, 60)
    for match in (*_PLZ.finditer(text), *_ROOM.finditer(text)):
        yield Mark(match.start(1), match.end(1), Kind.PLACE, Tier.CERTAIN, 48, role="Adresse")
    yield from _houses(text, lists, generic)


def _first_of_name(start: int, surface: str, lists: Lists) -> int:
    """Where a street's name begins: nouns that stand before it (Wohnung Goethestraße 3) are no part of it."""
    while (space := surface.find(" ")) > 0:
        word, rest = fold(surface[:space]), surface[space + 1 :]
        is_noun = word in lists.common and not word.endswith(("e", "er", "en", "em", "es"))
        if "-" in surface[:space] or not is_noun or not rest[:1].isupper() or lists.is_forename(word):
            break
        start, surface = start + space + 1, rest
    return start


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    """Words that follow the name of a kind of house without being its name, and everyday streets."""
    return frozenset(fold(line) for line in lines("generic.txt"))


def _houses(text: str, lists: Lists, generic: frozenset[str]) -> Iterator[Mark]:
    for match in _QUOTED_NAME.finditer(text):
        yield Mark(match.start(1), match.end(1), Kind.ORGANISATION, Tier.CERTAIN, 58)
    for match in _OWN_NAME.finditer(text):
        if fold(match.group(2)) not in generic and (
            match.group(3) not in {"heim", "haus", "hort"} or fold(match.group(1)) not in lists.words
        ):
            yield Mark(match.start(1), match.end(1), Kind.ORGANISATION, Tier.SUSPECT, 40)
    for match in (*_COMPOUND.finditer(text), *_COMPANY.finditer(text)):
        if fold(match.group(1).split("-")[0]) not in generic:
            yield Mark(match.start(1), match.end(1), Kind.ORGANISATION, Tier.CERTAIN, 57)
    for match in _HOUSES.finditer(text):
        span = _named_part(text, match.start(1), match.group(1), lists, generic)
        if span is not None:
            kind_of_house = text[match.start() : match.start(1)].strip()
            start = match.start() if kind_of_house in _PART_OF_NAME else span[0]
            tier = Tier.CERTAIN if span[1] < match.end(1) else Tier.SUSPECT
            yield Mark(start, span[1], Kind.ORGANISATION, tier, 52)
    for match in _OFFICES.finditer(text):
        words = match.group(2).split(" ")
        first = fold(words[0])
        if first in generic or lists.is_forename(first) or (lists.is_german(first) and first not in lists.places):
            continue
        yield Mark(match.start(2), match.start(2) + len(words[0]), Kind.PLACE, Tier.CERTAIN, 54)


def _named_part(text: str, start: int, surface: str, lists: Lists, generic: frozenset[str]) -> tuple[int, int] | None:
    """The words after a kind of house that can be its name; German nouns count for kindergartens and schools only."""
    if not surface[0].isalpha():
        return start, start + len(surface)
    end = start
    for word in surface.split(" "):
        if fold(word) in generic:
            break
        end += len(word) + 1
    end -= 1
    if end <= start:
        return None
    first = fold(surface.split(" ", maxsplit=1)[0])
    before = text[max(0, start - 20) : start]
    named_by_nouns = re.search(
        r"(?:kita|kindergarten|krippe|hort|haus|villa|café|cafe|projekt|verein|apotheke|praxis|wohngruppe|restaurant|hotel|pension|imbiss|bistro|salon|kiosk|jugendclub)\s+$",
        before,
        re.IGNORECASE,
    )
    if lists.is_german(first) and first not in lists.places and not named_by_nouns and first in lists.words:
        return None
    return start, end
