"""The second look: it knows nothing of the detector, and it notices its own mutilation."""

import ast
import inspect
import re
from pathlib import Path

import pytest

from reflect.anonymize import leakcheck, pages, pdftext
from reflect.anonymize.leakcheck import check

CLEAN = "Klientin A kam am Tag 0. Das Gespräch dauerte lange; § 60a AufenthG, SGB VIII § 8a, 14 Uhr, 500 Euro."
PLANTED = (
    ("Maryam", "text:known"),
    ("MARYAM", "text:known"),
    ("maryams Kind", "text:known"),
    ("M a r y a m", "text:known"),
    ("Mary-\nam", "text:known"),
    ("Ma\u00adryam", "text:known"),
    ("Ｍaryam", "text:known"),
    ("Vu kam", "text:known"),
    ("12.03.2024", "text:known"),
    ("Nummer 12 03 2024", "text:known"),
    ("x.y@example.org", "text:mail"),
    ("DE89 3704 0044 0532 0130 00", "text:account"),
    ("8345671-475", "text:file-number"),
    ("0176 5553 4182", "text:phone"),
    ("15070649C103", "text:pension-number"),
    ("A000500015", "text:health-number"),
)
FORBIDDEN = ("Maryam", "Vu", "12.03.2024", "Lange", "34")


def hits(text: str, *, kept: tuple[str, ...] = (), file_name: str = "zusammenfassung.txt") -> tuple[str, ...]:
    return check(text.encode(), format="txt", file_name=file_name, forbidden=FORBIDDEN, kept=kept)


def test_a_clean_page_is_clean() -> None:
    assert hits(CLEAN) == ()


@pytest.mark.parametrize(("words", "hit"), PLANTED)
def test_what_must_not_leave_is_caught(words: str, hit: str) -> None:
    assert hit in hits(f"{CLEAN} Und {words} dazu.")


def test_a_surname_that_is_an_adjective_counts_when_written_large() -> None:
    assert hits("Es ging um Lange.") == ("text:known",)
    assert hits("Es ging lange, eine lange Zeit.") == ()


def test_the_file_name_is_read() -> None:
    assert hits(CLEAN, file_name="maryam.txt") == ("name:known",)


def test_what_was_kept_is_spared() -> None:
    assert hits("Maryam, x.y@example.org", kept=("Maryam", "x.y@example.org")) == ()


def test_hits_hold_no_words() -> None:
    assert all("aryam" not in hit for hit in hits("Maryam und Vu"))


def test_nothing_is_shared_with_detection() -> None:
    for module in (leakcheck, pages, pdftext):
        tree = ast.parse(Path(inspect.getfile(module)).read_text(encoding="utf-8"))
        imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        ours = {name for name in imported if name.startswith("reflect")}
        assert ours <= {"reflect.anonymize.pages", "reflect.anonymize.pdftext"}


def _caught() -> bool:
    return all(hit in hits(f"{CLEAN} Und {words} dazu.") for words, hit in PLANTED)


BUGS: dict[str, tuple[str, object]] = {
    "invisible characters stay": ("_INVISIBLE", re.compile("$^")),
    "only one reading": ("_readings", lambda text: iter([leakcheck._plain(text)])),
    "letters are compared with their case": ("_letters", lambda text: "".join(c for c in text if c.isalnum())),
    "nothing is held": ("_holds", lambda *_: False),
    "no kinds": ("_kinds", lambda *_: iter(())),
    "no patterns": ("_PATTERNS", ()),
    "no endings": ("_ENDINGS", ""),
}


@pytest.mark.parametrize("bug", BUGS)
def test_a_seeded_bug_is_noticed_by_these_cases(bug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _caught()
    name, replacement = BUGS[bug]
    monkeypatch.setattr(leakcheck, name, replacement)
    assert not _caught()
