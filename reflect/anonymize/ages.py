"""How old somebody is."""

# ruff: noqa: E501 - patterns read better on one line

import re
from collections.abc import Iterator

from reflect.anonymize.mark import Mark
from reflect.domain.finding import Kind, Tier

_UNITS = ("null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
_TENS = {
    "zwanzig": 20,
    "dreißig": 30,
    "dreissig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
}
_WORD = (
    r"(?:(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?(?:zwanzig|drei(?:ß|ss)ig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)"
    r"|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|eine?[rns]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)"
)
# Number words that no clock says, so that "sie ist siebzehn" is an age and "es ist zwölf" is not.
_GROWN = (
    r"(?:(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?"
    r"(?:zwanzig|drei(?:ß|ss)ig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig))"
)
_NUMBER = rf"(?:\d{{1,2}}(?:[,.]5|½)?|1[01]\d|{_WORD})"
_FORMS = (
    rf"({_NUMBER}(?:\s?[-–/]\s?(?:und\s)?{_NUMBER})?\s?-?\s?jähr(?:ig)?(?:e[rnsm]?|en|s)?)\b",
    rf"({_NUMBER}\s?-?\s?(?:monatig|wöchig)(?:e[rnsm]?)?)\b",
    rf"({_NUMBER}(?:\s?(?:und|,|/|-)\s?{_NUMBER})*\s+(?:jahre?n?|j\.?|monate?n?|mon\.?|wochen?|tage?)\s+(?:alt(?:e[rnsm]?)?|jung(?:e[rnsm]?)?))\b",
    (
        rf"\b(?:im\s+alter\s+von|alter:?|mit|als|ist|war|wird|wurde|waren|sind|erst|gerade|schon|noch|inzwischen|jetzt|fast|knapp|bald|ca\.|etwa|angeblich|laut\s+\w+)\s+"
        rf"(?:erst\s+|schon\s+|gerade\s+(?:mal\s+)?|noch\s+|jetzt\s+|ca\.?\s+|etwa\s+|fast\s+|knapp\s+|angeblich\s+)*({_NUMBER}\s+(?:jahre?n?|j\.))(?!\s+(?:her|lang|später|früher|zuvor|gültig|aufenthalt|haft|in|hier|da\b|nach|bei|zu|im|ohne|auf|unter))"
    ),
    rf"\b(?:im\s+alter\s+von|alter:?|altersangabe:?)\s+(?:ca\.?\s+|etwa\s+)?({_NUMBER})\b",
    r"\((?:\w+[,;]\s*)?(?:ca\.\s?)?(\d{1,2})(?:\s?(?:J\.?|Jahre|Mon\.?|Monate|M\.))?(?:\s*(?:,|und|/|u\.)\s*\d{1,2}(?:\s?(?:J\.?|Jahre))?)*\)",
    r"(?<!\d[ .,/])\b(\d{1,2}\s?(?:J\.|j\.|J)(?:\s?alt)?)(?=[\s,;)]|$)",
    rf"\b(?:wird|wurde|ist|war|gerade|schon|erst|jetzt|bald|nun|sei|noch|angeblich|wohl|fast|knapp)\s+(?:(?:gerade|erst|schon|bald|jetzt|nun|morgen|heute|gestern|angeblich|eben|wohl|im\s+\w+|nächste\s+\w+)\s+)*(\d{{1,2}}|{_WORD}(?=\s+geworden))(?=\s*(?:[.,;!?)]|geworden|und\b|oder\b|war\b|wird\b|ist\b|$))",
    r"(?<=[^\W\d_]), ((?:\d{1,2})(?:\s(?:Jahre|J\.|Mon\.|Monate))?)(?=\s*[.,;)](?!\d))",
    r"\b(?:er|sie|beide|vater|mutter)\s+(\d{1,2})(?=\s*[,;.)])",
    r"\b(?:sohn|tochter|kind|bruder|schwester|baby|mädchen|junge|söhne|töchter|kinder|brüder|schwestern|geschwister|enkel|neffe|nichte|frau|mann|jungs)\s+(?:\w+\s+)?\(?((?:\d{1,2})(?:\s?(?:,|und|u\.|/|\+)\s?\d{1,2})*)(?:\s?J\b\.?)?\)?(?=[\s,;.)!?]|$)(?!\s*(?:euro|€|uhr|%|jahr|monat|wochen|tage|stunden|mal|x|km|min))",
    rf"\b(?:mit|unter|über|ab|bis|anfang|mitte|ende|u|ü)\s?({_NUMBER})(?=\s+(?:allein|ohne|geflohen|geheiratet|verheiratet|schwanger|weg|nach|kam|ist|war|mutter|vater)\b)",
    r"\b(Jg\.?\s?\d{2,4}|Jahrgang\s\d{2,4})\b",
    rf"(?<!\bes )\b(?:ist|war|wird|wurde|sei)\s+(?:erst\s+|schon\s+|gerade\s+|bald\s+|jetzt\s+|noch\s+|angeblich\s+)*({_GROWN})(?=\s*(?:[.,;!?)]|und\b|oder\b|$))",
    rf"\b(?:jüngste|kleinste|älteste|größte|kleine|mittlere|große|säugling|baby)[rns]?\s+(?:ist\s+|erst\s+|gerade\s+)*({_NUMBER}\s*(?:jahre?|monate?|wochen?|tage?|j\.|mon\.))",
    r"(?<![\w.])(?:[mw]|männl\.?|weibl\.?)[,/ ]\s?(\d{1,2})(?=\s*[,;.)/]|\s*$)",
)
_PATTERNS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_BEFORE = re.compile(
    r"\b(?:seit|vor|in|für|nach|über|alle|binnen|noch|innerhalb|letzten|nächsten|ersten|je|pro)\s+(?:den\s+)?(?:ca\.?\s+|etwa\s+|fast\s+|rund\s+|über\s+)?$",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"\s*jähr(?:ig)?e[rnsm]?\s+(?:\w+[nrs]?\s+)?(?:Ausbildung|Aufenthalt|Erfahrung|Haft|Frist|Befristung|Wartezeit|Flucht|Vertrag|Mietvertrag|Ehe|Zusammenarbeit|Berufserfahrung|Gefängnis\w*|Trennung|Einreise\w*)",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Mark]:
    """Marks for ages in a normalised text."""
    for number, pattern in enumerate(_PATTERNS):
        for match in pattern.finditer(text):
            before = text[max(0, match.start(1) - 30) : match.start(1)]
            surface = match.group(1)
            if number in {3, 10} and _BEFORE.search(before):
                continue
            if number == 0 and _is_duration(text, match):
                continue
            yield Mark(match.start(1), match.end(1), Kind.AGE, Tier.ADVICE, 40, ladder=_ladder(surface))


def _is_duration(text: str, match: re.Match[str]) -> bool:
    """Whether the adjective speaks of a time span (dreijährige Ausbildung), not of a person."""
    digits = re.match(_NUMBER, match.group(1), re.IGNORECASE)
    return digits is not None and _DURATION.match(text, match.start(1) + digits.end()) is not None


def years(surface: str) -> int | None:
    """The number of years a surface names; None when it counts months or weeks, or is no number."""
    if re.search(r"mon|woch|wöch|tag", surface, re.IGNORECASE):
        return 0
    digits = re.search(r"\d{1,3}", surface)
    if digits:
        return int(digits.group())
    word = re.match(_WORD, surface, re.IGNORECASE)
    if word is None:
        return None
    text = word.group().casefold()
    for tens, value in _TENS.items():
        if text.endswith(tens):
            unit = text.removesuffix(tens).removesuffix("und")
            return value + (_UNITS.index(unit) if unit in _UNITS else 0)
    if text.endswith("zehn") and text != "zehn":
        stem = text.removesuffix("zehn")
        return 10 + next(number for number, unit in enumerate(_UNITS) if number > 2 and unit.startswith(stem))  # noqa: PLR2004 - from three on
    return _UNITS.index("ein" if text.startswith("ein") else text)


def _ladder(surface: str) -> tuple[str, ...]:
    """From about so many years to grown up or not."""
    age = years(surface)
    adult = 18
    ending = re.search(r"(?:jähr(?:ig)?|monatig|wöchig)(e[rnsm]?)?$", surface, re.IGNORECASE)
    if age is None:
        return ("in diesem Alter", "")
    if ending is not None:
        grown = "erwachsen" if age >= adult else "minderjährig"
        return (f"{grown}{ending.group(1) or ''}", "")
    if age < adult:
        stage = "Kleinkind" if age < 4 else "Kind" if age < 13 else "jugendlich"  # noqa: PLR2004 - usual stages
        return (stage, "minderjährig", "")
    tens, unit = divmod(age, 10)
    part = "Anfang" if unit < 4 else "Mitte" if unit < 7 else "Ende"  # noqa: PLR2004 - thirds of a decade
    return (f"{part} {tens}0" if tens > 1 else "um die 20", "erwachsen", "")
