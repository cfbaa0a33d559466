"""Faults, keys, days and numbers in words."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from reflect.domain import fault as faults
from reflect.domain.answer import WrongAnswer
from reflect.domain.contact import PUBLIC
from reflect.domain.fault import Fault
from reflect.domain.protocol import StopKind
from reflect.language import use
from reflect.language.contacts import contact_line, stop_sentence
from reflect.language.dates import ago, lately, long_day, month, since
from reflect.language.days import read_day
from reflect.language.faults import sentence
from reflect.language.keys import key_name
from reflect.language.usage import SENTENCES, usage_sentence

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 17, 41, tzinfo=UTC)
HERE = Path("/home/a/vault.reflect")
EVERY_FAULT: list[Fault] = [
    faults.WrongPassphrase(),
    *(faults.NotFound(noun, "X") for noun in ("entry", "protocol", "vault", "case", "question", "file", "other")),
    faults.AlreadyThere(HERE),
    *(faults.NotAVault(HERE, look) for look in ("empty", "html", "text", "folder", "unknown")),
    faults.NewerFormat(3, 1),
    faults.VaultDamaged(((0, None),)),
    faults.VaultDamaged(((4, None),), 1),
    faults.VaultDamaged(((4, None), (5, NOW)), 2),
    faults.RolledBack(3, 5),
    faults.VaultInUse(NOW, 12),
    faults.VaultInUse(None, None),
    *(faults.ReadOnly(why) for why in ("in-use", "damaged", "rolled-back", "newer", "media", "backup", "asked")),
    *(faults.NotSaved(why, HERE) for why in ("no-space", "not-allowed", "io", "replaced")),
    faults.Undecided(0),
    faults.Undecided(1),
    faults.Undecided(4),
    faults.Leak(("text:known", "name:phone")),
    *(WrongAnswer("was", what, 3) for what in ("text", "line", "position", "choices", "day", "number", "rows")),
    faults.Fault(),
]


@pytest.fixture(autouse=True)
def _german_afterwards() -> Iterator[None]:
    yield
    use("de")


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("fault", EVERY_FAULT, ids=lambda fault: f"{type(fault).__name__}{fault.args}"[:40])
def test_every_fault_is_said_in_whole_sentences(fault: Fault, language: str) -> None:
    use(language)
    words = sentence(fault)
    assert words
    assert "{" not in words
    assert words[0].isupper() or words[0].isdigit() or words.startswith(("„", "“", "/"))


def test_every_kind_of_fault_has_a_sentence_of_its_own() -> None:
    kinds = [kind for kind in vars(faults).values() if isinstance(kind, type) and issubclass(kind, Fault)]
    said = {type(fault) for fault in EVERY_FAULT} | {faults.WrongUsage}
    assert set(kinds) <= said


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("what", SENTENCES)
def test_wrong_usage_is_said_with_its_facts(what: str, language: str) -> None:
    use(language)

    places = re.findall(r"(?<!{){(\w+)}(?!})", SENTENCES[what])
    words = usage_sentence(what, dict.fromkeys(places, "X"))
    assert words[0].isupper() or words.startswith(("„", "“"))
    assert words.count("X") >= len(places)


def test_mistyped_groups_are_named() -> None:
    assert "Gruppe 2 " in usage_sentence("recovery-mistyped", {"groups": (2,)})
    assert "Gruppen 2, 5 " in usage_sentence("recovery-mistyped", {"groups": (2, 5)})


@pytest.mark.parametrize(
    ("key", "german", "english"),
    [
        ("ctrl+l", "Strg+L", "Ctrl+L"),
        ("enter", "Eingabe", "Enter"),
        ("escape", "Esc", "Esc"),
        ("pageup", "Bild auf", "Page up"),
        ("f6", "F6", "F6"),
        ("shift+tab", "Umschalt+Tab", "Shift+Tab"),
        ("r", "R", "R"),
        ("", "", ""),
    ],
)
def test_keys_have_the_names_on_the_keyboard(key: str, german: str, english: str) -> None:
    assert key_name(key) == german
    use("en")
    assert key_name(key) == english


def test_days_are_said_as_people_say_them() -> None:
    assert long_day(MONDAY) == "Montag, 23. November"
    assert month(MONDAY) == "November 2026"
    assert since(date(2026, 11, 9), MONDAY) == "seit 9. November"
    assert since(MONDAY, MONDAY) == "heute"
    assert since(date(2026, 12, 9), MONDAY) == "am 9. Dezember"
    assert since(date(2025, 11, 9), MONDAY) == "seit 9. November 2025"
    assert [ago(MONDAY - timedelta(days=days), MONDAY) for days in (0, 1, 6)] == ["heute", "gestern", "vor 6 Tagen"]
    assert lately(NOW - timedelta(hours=1), NOW) == "16:41"
    assert lately(NOW - timedelta(days=3), NOW) == "Freitag"
    assert lately(NOW - timedelta(days=30), NOW) == "24. Oktober"
    use("en")
    assert long_day(MONDAY) == "Monday, 23 November"
    assert ago(MONDAY - timedelta(days=6), MONDAY) == "6 days ago"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("24.11.", date(2026, 11, 24)),
        ("24.11", date(2026, 11, 24)),
        ("23. 11.", MONDAY),
        ("22.11.", date(2027, 11, 22)),
        ("24.11.2027", date(2027, 11, 24)),
        ("24.11.27", date(2027, 11, 24)),
        ("2026-12-01", date(2026, 12, 1)),
        ("3. Dezember", date(2026, 12, 3)),
        ("3 December 2026", date(2026, 12, 3)),
        ("heute", MONDAY),
        (" Morgen ", date(2026, 11, 24)),
        ("tomorrow", date(2026, 11, 24)),
        ("übermorgen", date(2026, 11, 25)),
        ("in einer Woche", date(2026, 11, 30)),
        ("in 10 Tagen", date(2026, 12, 3)),
        ("in two weeks", date(2026, 12, 7)),
        ("in einem Monat", date(2026, 12, 23)),
        ("in 3 Monaten", date(2027, 2, 23)),
        ("Freitag", date(2026, 11, 27)),
        ("am Montag", date(2026, 11, 30)),
        ("nächsten Mittwoch", date(2026, 11, 25)),
        ("29.2.", None),
        ("31.4.", None),
        ("bald", None),
        ("", None),
        ("99.99.", None),
        ("in vielen Jahren", None),
    ],
)
def test_days_are_read_as_people_type_them(typed: str, day: date | None) -> None:
    assert read_day(typed, MONDAY) == day


def test_a_month_from_its_last_day_ends_in_the_shorter_one() -> None:
    assert read_day("in einem Monat", date(2027, 1, 31)) == date(2027, 2, 28)
    assert read_day("29.2.", date(2027, 3, 1)) == date(2028, 2, 29)


def test_public_numbers_have_names() -> None:
    lines = [contact_line(one) for one in PUBLIC]
    assert lines[0] == "112   Notruf, Rettung und Feuerwehr"
    assert all(len(line.split("   ")) == 2 for line in lines)
    assert len({stop_sentence(kind) for kind in StopKind}) == len(StopKind)
