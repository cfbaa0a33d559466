"""Pages to print: whole in both languages, honest about what is not confirmed, and replaceable by an organisation."""

import re
from pathlib import Path

import pytest

from reflect.domain.fault import NotFound
from reflect.library import handbook
from reflect.library.catalogue import Catalogue
from reflect.library.checker import check
from reflect.library.shipped import folder

UNSURE = {"de": "(nicht bestätigt, bitte prüfen)", "en": "(not confirmed, please check)"}
UNCONFIRMED = ("MVG-EKD", "MAVO", "Abs. 1 Nr. 6 (", "Art. 33", "Art. 30", "Art. 35")
"""Points of law that nobody has confirmed: their mark follows within two lines."""


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", handbook.PAGES)
def test_a_page_prints_on_paper(name: str, language: str) -> None:
    text = handbook.page((folder(),), name, language)
    assert text.startswith("# reflect")
    assert max(len(line) for line in text.splitlines()) <= 84
    assert UNSURE[language].strip("()") in " ".join(text.split())


@pytest.mark.parametrize("name", handbook.PAGES)
def test_both_languages_say_the_same_amount(name: str) -> None:
    german, english = (handbook.page((folder(),), name, language) for language in ("de", "en"))
    for sign in ("^## ", "^- ", "§", "_{4,}", r"^\d+\. "):
        assert len(re.findall(sign, german, re.MULTILINE)) == len(re.findall(sign, english, re.MULTILINE)), sign
    counts = [" ".join(text.split()).count(UNSURE[one]) for text, one in ((german, "de"), (english, "en"))]
    assert counts[0] == counts[1]


@pytest.mark.parametrize("name", handbook.PAGES)
def test_what_is_not_confirmed_says_so(name: str) -> None:
    text = " ".join(handbook.page((folder(),), name, "de").split())
    for point in UNCONFIRMED:
        for found in re.finditer(re.escape(point), text):
            assert UNSURE["de"] in text[found.start() : found.start() + 140], point


def test_the_works_council_finds_what_the_agreement_needs() -> None:
    text = handbook.page((folder(),), "betriebsrat", "de")
    for words in ("Was wo gespeichert", "keine Ansicht für Leitung", "beschlagnahmt", "löschen", "Muster-Vereinbarung"):
        assert words in text
    assert "Verzeichnis von Verarbeitungstätigkeiten" in handbook.page((folder(),), "datenschutz", "de")


def test_an_organisation_has_its_own_page_and_it_is_no_protocol(tmp_path: Path) -> None:
    own = tmp_path / "de" / "help" / "betriebsrat.md"
    own.parent.mkdir(parents=True)
    own.write_text("# Unsere Vereinbarung\n", "utf-8")
    assert handbook.page((tmp_path, folder()), "betriebsrat", "de") == "# Unsere Vereinbarung\n"
    assert check(tmp_path) == ()
    assert Catalogue([tmp_path]).protocols("de") == ()
    own.write_bytes(b"\xff\xfe")
    with pytest.raises(NotFound):
        handbook.page((tmp_path, folder()), "betriebsrat", "de")
    with pytest.raises(NotFound):
        handbook.page((folder(),), "gibtsnicht", "de")
