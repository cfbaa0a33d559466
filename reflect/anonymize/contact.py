"""How a person is reached: mail, telephone, addresses on the net."""

# ruff: noqa: E501 - patterns read better on one line

import re
from collections.abc import Iterator

from reflect.anonymize.mark import Mark
from reflect.domain.finding import Kind, Tier

_MAIL = re.compile(
    r"[\w.+%-]+ ?(?:@|\(at\)|\[at\]|\{at\}|\(ät\)| at ) ?[\w-]+(?:(?:\.| ?\(dot\) ?| ?\[dot\] ?| ?\(punkt\) ?| dot | punkt )[\w-]+)*"
    r"(?:\.| ?\(dot\) ?| ?\[dot\] ?| ?\(punkt\) ?| dot | punkt )[a-z]{2,10}\b",
    re.IGNORECASE,
)
_URL = re.compile(
    r"\b(?:https?://|www\.)[^\s<>\"„“()]+|(?<![\w@.])(?:[\w-]+\.)+(?:de|com|org|net|info|eu|at|ch|io|app|me|ua|ru|tr)\b(?:/[^\s<>\"„“()]*)?",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.@])@[A-Za-z_][\w.]{1,30}")
_ACCOUNT_NAME = re.compile(
    r"\b(?:insta(?:gram)?|facebook|fb|tiktok|telegram|snap(?:chat)?|skype|discord|twitter|signal|viber|imo|nick(?:name)?|username|benutzername|profil)"
    r"(?:-?(?:name|account|profil|nutzer))?(?:\s+(?:als|unter|heißt sie|heißt er|ist|name|account))?\s*[:=]?\s*"
    r"[\"„']?(?=[\w.]*[\d_.])([A-Za-z_][\w.]{2,30}\w)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w/.,+-])(?:\+|00|\(?0)[\d(][\d\s()/.–-]{4,20}\d(?![\w])")
_LOCAL_PHONE = re.compile(
    r"\b(?:tel(?:efon)?(?:-?(?:nr|nummer))?|handy(?:-?(?:nr|nummer))?|mobil(?:nummer)?|fax|durchwahl|whatsapp(?:-?nummer)?|rufnummer|erreichbar unter"
    r"|nummer|nr)\b\.?\s*(?:ist|lautet|von \w+)?\s*[:.]?\s*(\+?\d[\d /()-]{3,}\d)",
    re.IGNORECASE,
)
_DIGITS = (7, 15)
_DATE_LIKE = re.compile(r"\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?\s*$|\d{1,2}\.\s*(?:-|bis)\s*\d{1,2}\.\d{1,2}\.")


def find(text: str) -> Iterator[Mark]:
    """Marks for ways of contact in a normalised text."""
    for match in _MAIL.finditer(text):
        yield Mark(match.start(), match.end(), Kind.CONTACT, Tier.CERTAIN, 99)
    for match in _URL.finditer(text):
        end = match.end()
        while end > match.start() + 1 and text[end - 1] in ".,;:!?":
            end -= 1
        yield Mark(match.start(), end, Kind.CONTACT, Tier.SUSPECT, 60)
    for match in _HANDLE.finditer(text):
        yield Mark(match.start(), match.end(), Kind.CONTACT, Tier.CERTAIN, 98)
    for match in _ACCOUNT_NAME.finditer(text):
        yield Mark(match.start(1), match.end(1), Kind.CONTACT, Tier.CERTAIN, 84)
    yield from _phones(text)


def _phones(text: str) -> Iterator[Mark]:
    for match in _PHONE.finditer(text):
        number = match.group()
        digits = sum(char.isdigit() for char in number)
        if "\n" in number or not _DIGITS[0] <= digits <= _DIGITS[1] or _DATE_LIKE.match(number):
            continue
        tier = Tier.CERTAIN if _possible(number) else Tier.SUSPECT
        yield Mark(match.start(), match.end(), Kind.CONTACT, tier, 82)
    for match in _LOCAL_PHONE.finditer(text):
        if sum(char.isdigit() for char in match.group(1)) > 4:  # noqa: PLR2004 - shorter ones are extensions or rooms
            yield Mark(match.start(1), match.end(1), Kind.CONTACT, Tier.CERTAIN, 66)


def _possible(number: str) -> bool:
    """Whether a telephone could have this number, in Germany unless a country code says otherwise."""
    import phonenumbers  # noqa: PLC0415 - heavy, and most texts hold no number

    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(number, "DE"))
    except phonenumbers.NumberParseException:
        return False
