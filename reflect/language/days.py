"""Days as people type them, in German or English: `24.11.`, `morgen`, `in einer Woche`, `Freitag`, `2026-11-24`."""

import re
from datetime import date, timedelta

_NEAR = {
    "heute": 0,
    "today": 0,
    "morgen": 1,
    "tomorrow": 1,
    "übermorgen": 2,
    "uebermorgen": 2,
    "the day after tomorrow": 2,
    "nächste woche": 7,
    "naechste woche": 7,
    "next week": 7,
}
_NUMBERS = {
    "ein": 1,
    "einem": 1,
    "einer": 1,
    "a": 1,
    "an": 1,
    "one": 1,
    "zwei": 2,
    "two": 2,
    "drei": 3,
    "three": 3,
    "vier": 4,
    "four": 4,
    "fünf": 5,
    "fuenf": 5,
    "five": 5,
    "sechs": 6,
    "six": 6,
    "sieben": 7,
    "seven": 7,
    "acht": 8,
    "eight": 8,
    "zehn": 10,
    "ten": 10,
}
_WEEKDAYS = (
    ("montag", "mo", "monday"),
    ("dienstag", "di", "tuesday"),
    ("mittwoch", "mi", "wednesday"),
    ("donnerstag", "do", "thursday"),
    ("freitag", "fr", "friday"),
    ("samstag", "sa", "sonnabend", "saturday"),
    ("sonntag", "so", "sunday"),
)
_DOTTED = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.?\s*(\d{4}|\d{2})?")
_AHEAD = re.compile(r"in\s+(\w+)\s+(tag|tagen|day|days|woche|wochen|week|weeks|monat|monaten|month|months)")
_MONTHS = (
    ("januar", "january", "jan"),
    ("februar", "february", "feb"),
    ("märz", "maerz", "march", "mar", "mär"),
    ("april", "apr"),
    ("mai", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("august", "aug"),
    ("september", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("dezember", "december", "dez", "dec"),
)
_NAMED = re.compile(r"(\d{1,2})(?:\.|th|st|nd|rd)?\s+([a-zä]+)\.?(?:\s+(\d{4}))?")
_MONTH_LENGTH = 12
_CENTURY = 2000


def read_day(typed: str, today: date) -> date | None:
    """The day somebody means; None when it is no day.

    A day without a year is the next one of that name, today included.

    Args:
        typed: As typed.
        today: The day it is typed on.
    """
    words = " ".join(typed.strip().casefold().split())
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    try:
        return date.fromisoformat(words)
    except ValueError:
        pass
    try:
        return _dotted(words, today) or _named(words, today) or _ahead(words, today) or _on_weekday(words, today)
    except (ValueError, OverflowError):  # 31.2., a year beyond the calendar
        return None


def read_past_day(typed: str, today: date) -> date | None:
    """The day somebody means who looks back; None when it is no day, or still ahead.

    A day without a year, and a weekday, is the last one of that name, today included.

    Args:
        typed: As typed.
        today: The day it is typed on.
    """
    day = read_day(typed, today)
    if day is None or day <= today:
        return day
    words = " ".join(typed.strip().casefold().split())
    if _DOTTED.fullmatch(words) or _NAMED.fullmatch(words):
        said_a_year = day.year > today.year + 1 or str(day.year) in words or f".{day.year % 100:02}" in words
        return None if said_a_year or (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)
    return day - timedelta(days=7) if _on_weekday(words, today) == day and words not in _NEAR else None


def _dotted(words: str, today: date) -> date | None:
    match = _DOTTED.fullmatch(words)
    return _with_year(int(match[1]), int(match[2]), match[3], today) if match else None


def _named(words: str, today: date) -> date | None:
    match = _NAMED.fullmatch(words)
    if not match:
        return None
    month = next((number for number, names in enumerate(_MONTHS, 1) if match[2] in names), None)
    return _with_year(int(match[1]), month, match[3], today) if month else None


def _with_year(day: int, month: int, year: str | None, today: date) -> date:
    if year is not None:
        number = int(year)
        return date(number if number >= _CENTURY else _CENTURY + number, month, day)
    try:
        this_year = date(today.year, month, day)
    except ValueError:  # 29.2. in a common year
        return date(today.year + 1, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _ahead(words: str, today: date) -> date | None:
    match = _AHEAD.fullmatch(words)
    if not match:
        return None
    count = int(match[1]) if match[1].isdigit() else _NUMBERS.get(match[1])
    if count is None:
        return None
    if match[2].startswith(("monat", "month")):
        return _months_on(today, count)
    return today + timedelta(days=count * (7 if match[2].startswith(("woche", "week")) else 1))


def _months_on(today: date, count: int) -> date:
    """The same day so many months on; the last of a shorter month."""
    years, month = divmod(today.month - 1 + count, _MONTH_LENGTH)
    first = date(today.year + years, month + 1, 1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(today.day, last.day))


def _on_weekday(words: str, today: date) -> date | None:
    name = words.removeprefix("am ").removeprefix("on ").removeprefix("nächsten ").removeprefix("next ").rstrip(".")
    wanted = next((number for number, names in enumerate(_WEEKDAYS) if name in names), None)
    if wanted is None:
        return None
    return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
