"""Who stands for whom: one role for each person or thing in one text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from reflect.anonymize.dates import day
from reflect.anonymize.mark import Mark
from reflect.anonymize.sound import sound_key
from reflect.anonymize.tokens import fold
from reflect.domain.finding import Kind, Tier

_WORDS = {
    Kind.PERSON: "Person", Kind.PLACE: "Ort", Kind.ORGANISATION: "Einrichtung", Kind.IDENTIFIER: "Nummer",
    Kind.CONTACT: "Kontakt", Kind.ACCOUNT: "Konto", Kind.DATE: "Datum", Kind.AGE: "Alter", Kind.ROLE: "Funktion",
}  # fmt: skip
_OFFICES = ("amt", "behörde", "gericht", "polizei", "jobcenter", "bamf", "agentur", "kreisverwaltung")
_MONTH_DAYS = 60
_YEAR_DAYS = 700


@dataclass(slots=True)
class Cast:
    """Hands out letters to people and numbers to things, in the order of the text.

    Attributes:
        roles: Replacement by entity.
        anchor: First exact day of the text; other days are counted from it.
    """

    roles: dict[str, str] = field(default_factory=dict)
    anchor: date | None = None
    _people: int = 0
    _counts: dict[str, int] = field(default_factory=dict)
    _client: str = ""
    _awaited: bool = False
    _reserved: frozenset[str] = frozenset()
    _year: int = 2024

    def reserve(self, letters: frozenset[str]) -> None:
        """Leave out letters and numbers that already stand in the text as roles."""
        self._reserved = letters

    def role(self, mark: Mark, surface: str) -> str:
        """What stands instead of a mark's words."""
        if mark.tier is Tier.ADVICE:
            return mark.ladder[0] if mark.ladder else ""
        if mark.kind is Kind.DATE:
            return self._day(mark, surface)
        if mark.entity not in self.roles:
            self.roles[mark.entity] = self._person(mark) if mark.kind is Kind.PERSON else self._thing(mark, surface)
        return self.roles[mark.entity]

    def _person(self, mark: Mark) -> str:
        word = mark.role or "Person"
        if word.endswith(" von"):
            if not self._client:
                self._client, self._awaited = self._letter(), True
            return self._numbered(f"{word} {self._client}", again=True)
        is_client = word.startswith("Klient") and ":client" not in self.roles
        letter = self._client if is_client and self._awaited else self._letter()
        if not self._client or is_client:
            self._client = letter
            if is_client:
                self.roles[":client"] = letter
        return f"{word} {letter}"

    def _letter(self) -> str:
        while True:
            number, self._people = self._people, self._people + 1
            letter = chr(65 + number % 26) if number < 26 else chr(64 + number // 26) + chr(65 + number % 26)  # noqa: PLR2004 - the alphabet
            if letter not in self._reserved:
                return letter

    def _numbered(self, phrase: str, *, again: bool = False) -> str:
        while True:
            self._counts[phrase] = number = self._counts.get(phrase, 0) + 1
            if again:
                return phrase if number == 1 else phrase.replace(" von ", f" {number} von ", 1)
            if f"{phrase} {number}" not in self._reserved:
                return f"{phrase} {number}"

    def _thing(self, mark: Mark, surface: str) -> str:
        word = mark.role or _WORDS.get(mark.kind, "Angabe")
        if mark.kind is Kind.ORGANISATION and not mark.role and any(part in surface.casefold() for part in _OFFICES):
            word = "Behörde"
        return self._numbered(word)

    def reckon(self, surfaces: Iterable[str]) -> None:
        """Look at the days of the text beforehand: days without a year are read beside the first that names one."""
        self._year = next((found.year for one in surfaces if (found := day(one)) is not None), self._year)

    def _day(self, mark: Mark, surface: str) -> str:
        """Tag 0 for the first exact day, Tag +3 three days later; birthdays and what is no day by their kind."""
        if mark.role:
            return mark.role
        found = day(surface) or self._nearest(surface)
        if found is None:
            key = f"date:{fold(surface)}"
            if key not in self.roles:
                self._counts["day"] = number = self._counts.get("day", 0) + 1
                self.roles[key] = f"Tag {chr(64 + (number - 1) % 26 + 1)}"
            return self.roles[key]
        if self.anchor is None:
            self.anchor = found
        distance = (found - self.anchor).days
        side = "nach" if distance > 0 else "vor"
        if abs(distance) < _MONTH_DAYS:
            sign = "+" if distance > 0 else "−" if distance < 0 else ""
            return f"Tag {sign}{abs(distance)}"
        if abs(distance) < _YEAR_DAYS:
            return f"etwa {round(abs(distance) / 30.44)} Monate {side} Tag 0"
        return f"etwa {round(abs(distance) / 365.25)} Jahre {side} Tag 0"

    def _nearest(self, surface: str) -> date | None:
        """A day without a year, in the year that brings it nearest to the first day of the text."""
        about = self.anchor.year if self.anchor is not None else self._year
        days = [one for year in (about, about - 1, about + 1) if (one := day(surface, year)) is not None]
        return min(days, key=lambda one: abs((one - (self.anchor or one)).days), default=None)


def entities(text: str, marks: Sequence[Mark]) -> list[str]:
    """The entity of each mark: given by the registry, or found from the words.

    Two names are one person when one holds a word of the other and nothing speaks against it.
    """
    known: dict[str, str] = {}
    full: dict[str, str] = {}
    for mark in marks:
        if mark.kind is Kind.PERSON and not mark.entity:
            words = _name_words(text[mark.start : mark.end])
            if len(words) > 1:
                for word in words:
                    full.setdefault(word, "-".join(words))
    found: list[str] = []
    for mark in marks:
        surface = text[mark.start : mark.end]
        if mark.entity or mark.tier is Tier.ADVICE:
            found.append(mark.entity or f"advice:{mark.kind}:{fold(surface)}")
        elif mark.kind is Kind.PERSON:
            words = _name_words(surface)
            key = full.get(words[0], words[0]) if len(words) == 1 else full.get(words[0], "-".join(words))
            found.append(known.setdefault(_sounds(key), f"person:{key}"))
        else:
            found.append(f"{mark.kind}:{_thing_key(surface)}")
    return found


def _sounds(key: str) -> str:
    """One key for the spellings of a name; short names have only one."""
    least = 4
    return "-".join(sound_key(word) if len(word) >= least else word for word in key.split("-"))


def _name_words(surface: str) -> list[str]:
    """The words of a name, folded, the genitive ending off."""
    words = [fold(word) for word in surface.replace("-", " ").replace(".", " ").split()]
    return [_base(word) for word in words if word] or [fold(surface)]


def _base(word: str) -> str:
    least = 4
    return word[:-1] if word.endswith("s") and len(word) >= least and word[-2] not in "aius" else word


def _thing_key(surface: str) -> str:
    folded = "".join(char for char in fold(surface) if char.isalnum())
    return _base(folded) if folded.isalpha() else folded
