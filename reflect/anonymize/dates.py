"""Days, months and years: exact days are replaced by days counted from the first one, vaguer ones are advice."""

# ruff: noqa: E501 - patterns read better on one line

import re
from collections.abc import Iterator
from datetime import date

from reflect.anonymize.mark import Mark
from reflect.domain.finding import Kind, Tier

MONTHS = {
    "januar": 1, "jänner": 1, "jan": 1, "februar": 2, "feber": 2, "feb": 2, "märz": 3, "maerz": 3, "mrz": 3, "mär": 3, "april": 4, "apr": 4,
    "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "oktober": 10, "okt": 10, "november": 11, "nov": 11, "dezember": 12, "dez": 12,
}  # fmt: skip
_ABBREVIATION = 4
_MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:(?:19|20)\d{2}|'\d{2})"
_ORDINAL = (
    r"(?:ersten?|zweiten?|dritten?|vierten?|fünften?|sechsten?|siebten?|siebenten?|achten?|neunten?|zehnten?|elften?|zwölften?"
    r"|(?:drei|vier|fünf|sech|sieb|acht|neun)zehnten?|(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?(?:zwanzig|dreißig)sten?)"
)
_DAY_MONTH = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMERIC = re.compile(
    rf"(?<![\d.,/-])({_DAY_MONTH})\. ?(0?[1-9]|1[0-2])(?:\. ?((?:19|20)\d{{2}}|'?\d{{2}}(?!\d|\s?(?:Uhr|h)\b))|\.(?!\d))(?![\d])"
)
_SLASHED = re.compile(rf"(?<![\w./-])({_DAY_MONTH})([/-])(0?[1-9]|1[0-2])\2((?:19|20)\d{{2}}|\d{{2}})(?![\w/-])")
_SHORT = re.compile(
    rf"(?:\b(?:am|vom|bis|zum|ab|seit|den|der|dem|auf|spätestens|termin|frist|fällig|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so)\b[.,]?\s+(?:den\s+)?)({_DAY_MONTH})[./](0?[1-9]|1[0-2])(?!\d|[./]\d)(?!\s*(?:%|Prozent|km|Stunden|Euro|€))",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<![\w-])((?:19|20)\d{2})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\w-])")
_WORDS = re.compile(
    rf"(?<![\w.])((?:{_DAY_MONTH})\. ?(?:/ ?{_DAY_MONTH}\. ?|(?:-|–|bis|und|auf den) ?{_DAY_MONTH}\. ?)?|{_ORDINAL} )({_MONTH})(?:[ ,]*({_YEAR}))?(?!\w)",
    re.IGNORECASE,
)
_LEADERS = (
    r"(?:im|seit|ab|bis|anfang|mitte|ende|vom|letzte[nr]?|vergangene[nr]?|nächste[nr]?|kommende[nr]?|diese[nmrs]?|vorige[nr]?|des|jeden|monat|"
    r"frühjahr|sommer|herbst|winter|zum|spätestens|gegen|für|von|und|oder|in)"
)
_MONTHLY = re.compile(
    rf"\b(?:(?:anfang|mitte|ende)\s+)?({_MONTH})[ ,/]*({_YEAR})(?!\w)|\b{_LEADERS}\s+({_MONTH})(?!\w)|(?<![\d./])(0?[1-9]|1[0-2])/((?:19|20)\d{{2}})(?![\d/])",
    re.IGNORECASE,
)
_SEASON = re.compile(
    rf"\b(?:frühjahr|frühling|sommer|herbst|winter|ostern|weihnachten|silvester)\s+{_YEAR}(?:/\d{{2,4}})?\b",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"(?<![\d.,/:§+-])(?<!§ )(?<!Nr\. )((?:19[3-9]\d|20[0-4]\d)(?:/(?:\d{4}|\d{2}))?)(?![\d:%/]|,\d|\.\d)(?!\s*(?:€|euro|eur|stück|meter|km|uhr|gramm|kcal))",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d.,:])((?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?\s?Uhr(?:\s?[0-5]\d)?|(?:[01]?\d|2[0-3]):[0-5]\d)(?![\d:])",
    re.IGNORECASE,
)
# A day of the month without its month, or with the month in words of its own (am 22. läuft, 11. d. M., am elften Elften).
_BARE_DAY = re.compile(
    rf"\b(?:am|zum|vom|bis|ab|seit|den)\s+(?:den\s+|dem\s+|zum\s+)?((?:{_DAY_MONTH})\.)(?=\s+(?:(?-i:[a-zäöü])|\d{{1,2}}:)|\s*[,;)!?\n]|\s*$)"
    rf"|\b(?:am|zum|vom|bis)\s+({_ORDINAL}\s+{_ORDINAL}n?)\b",
    re.IGNORECASE,
)
_THIS_MONTH = re.compile(
    rf"\b({_DAY_MONTH}\.\s?(?:d|dieses|des|nächsten|letzten|vorigen)\.?\s?(?:M|J|Mts|Monats)\b\.?)"
)
_WEEKDAY_TIME = re.compile(
    r"\b(?:montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|mo|di|mi|do|fr|sa|so)\b[.,]?\s+(?:um\s+|ab\s+)?((?:[01]?\d|2[0-3])[.:][0-5]\d)(?!\d|\.\d)",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    rf"(?:\*|\bgeb(?:oren)?\b\.?(?:\s+am)?|\bgeburtsdatum\b:?|\bgebdat\b\.?:?|\bjg\b\.?|\bjahrgang\b)\s*(\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{2,4}}|{_YEAR}|\d{{2}}\b)",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Mark]:
    """Marks for dates in a normalised text."""
    for pattern in (_NUMERIC, _SLASHED, _ISO, _WORDS):
        for match in pattern.finditer(text):
            yield Mark(match.start(), _end(match), Kind.DATE, Tier.CERTAIN, 76)
    for match in _SHORT.finditer(text):
        yield Mark(match.start(1), match.end(), Kind.DATE, Tier.CERTAIN, 74)
    for match in _BIRTH.finditer(text):
        yield Mark(match.start(1), match.end(1), Kind.DATE, Tier.CERTAIN, 77, role="Geburtsdatum")
    yield from _bare_days(text)
    yield from _vague(text)


def _bare_days(text: str) -> Iterator[Mark]:
    """Days without the number of their month."""
    for match in _BARE_DAY.finditer(text):
        group = 1 if match.group(1) else 2
        yield Mark(match.start(group), match.end(group), Kind.DATE, Tier.SUSPECT, 34)
    for match in _THIS_MONTH.finditer(text):
        yield Mark(match.start(1), match.end(1), Kind.DATE, Tier.SUSPECT, 35)


def _vague(text: str) -> Iterator[Mark]:
    """Months, seasons, years and times of the clock: advice."""
    for match in _MONTHLY.finditer(text):
        group = next(number for number in (1, 3, 4) if match.group(number))
        start = match.start(group)
        yield Mark(start, _end(match), Kind.DATE, Tier.ADVICE, 30, ladder=_month_ladder(text[start : match.end()]))
    for match in _SEASON.finditer(text):
        season = match.group().split()[0]
        yield Mark(match.start(), match.end(), Kind.DATE, Tier.ADVICE, 32, ladder=(season, "in dieser Zeit", ""))
    for match in (*_TIME.finditer(text), *_WEEKDAY_TIME.finditer(text)):
        yield Mark(match.start(1), match.end(1), Kind.DATE, Tier.ADVICE, 15, ladder=(_daytime(match.group(1)), ""))
    for match in _YEARLY.finditer(text):
        yield Mark(match.start(1), match.end(1), Kind.DATE, Tier.ADVICE, 20, ladder=("vor einiger Zeit", ""))


def _end(match: re.Match[str]) -> int:
    """The end of a date, without the point of the sentence after a month spelt out."""
    word = re.search(r"([^\W\d_]+)\.$", match.group())
    return match.end() - 1 if word and len(word.group(1)) > _ABBREVIATION else match.end()


def _daytime(surface: str) -> str:
    """The part of the day a time of the clock falls into."""
    hour = int(re.match(r"\d{1,2}", surface).group()) % 24  # type: ignore[union-attr]  # the pattern starts with the hour
    parts = ((5, "nachts"), (10, "morgens"), (12, "vormittags"), (14, "mittags"), (18, "nachmittags"), (23, "abends"))
    return next((part for end, part in parts if hour < end), "nachts")


def _month_ladder(surface: str) -> tuple[str, ...]:
    """Season, then nothing more exact than a time of the year."""
    word = re.match(r"[^\W\d]+", surface)
    month = MONTHS.get(word.group().casefold(), 0) if word else int(re.match(r"\d+", surface).group())  # type: ignore[union-attr]  # the pattern starts with a month
    season = ("Winter", "Frühjahr", "Sommer", "Herbst")[month % 12 // 3]
    return (season, "in dieser Zeit", "")


def day(surface: str, year: int = 0) -> date | None:
    """The calendar day a surface names.

    Args:
        surface: Normalised, as one of the exact patterns matched it.
        year: Which year to read where the surface names none; 0 reads no day then.

    Returns:
        The first day of a span; None when no day or no year is named.
    """
    if year and re.fullmatch(r"\d{1,2}[./]\d{1,2}", surface):
        surface = surface.replace("/", ".") + "."
    for pattern, order in ((_ISO, (3, 2, 1)), (_NUMERIC, (1, 2, 3)), (_SLASHED, (1, 3, 4)), (_WORDS, (1, 2, 3))):
        match = pattern.fullmatch(surface)
        if match is None:
            continue
        first, second, third = (match.group(number) for number in order)
        number = re.match(r"\d{1,2}", first)
        if number is None or not (third or year):
            return None
        month = MONTHS.get(second.rstrip(".").casefold()) or int(second)
        return _valid(int(third.lstrip("'")) if third else year, month, int(number.group()))
    return None


def _valid(year: int, month: int, number: int) -> date | None:
    century = 0 if year > 99 else (2000 if year < 50 else 1900)  # noqa: PLR2004 - two digits
    try:
        return date(year + century, month, number)
    except ValueError:
        return None
