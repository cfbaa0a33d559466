"""What receivers open a page with: LibreOffice, a PDF reader, a browser. Skipped where it is missing."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reflect.domain.audience import Audience
from reflect.domain.release import Gate, Passage, ReleasedText
from reflect.exchange import docx
from reflect.exchange import html as page_html
from reflect.exchange.page import PageWords
from tests.scenarios.browser import Browser

WORDS = PageWords(footer="Pseudonymisiert und geprüft, November 2026.", footer_label="Hinweis")
TITLE, HEADING, TEXT = "Vorlage für die Teamsupervision", "Was war", "Klientin A kam – „zu spät“."
PAGE = ReleasedText(
    audience=Audience.TEAM,
    title=TITLE,
    passages=(Passage(heading=HEADING, text=f"{TEXT}\n\n- eins\n- zwei"),),
    month=date(2026, 11, 1),
    replaced=frozenset(),
    kept=frozenset(),
    gate=Gate(),
)
PATIENCE = 120


def tool(*names: str) -> str:
    """The first of some programs that is here.

    Raises:
        Skipped: None of them is installed.
    """
    found = next((path for name in names if (path := shutil.which(name)) is not None), None)
    if found is None:
        pytest.skip(f"none of these is installed here: {', '.join(names)}")
    return found


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_word_pages_open_in_libreoffice(tmp_path: Path) -> None:
    office = tool("soffice", "libreoffice")
    (tmp_path / "seite.docx").write_bytes(docx.render(PAGE, words=WORDS))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run(tmp_path, office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "seite.docx")
    read = (tmp_path / "seite.txt").read_text("utf-8-sig")
    for words in (TITLE, HEADING, TEXT, "eins", WORDS.footer):
        assert words in read


def test_word_pages_are_one_page_of_paper_in_libreoffice(tmp_path: Path) -> None:
    office = tool("soffice", "libreoffice")
    pikepdf = pytest.importorskip("pikepdf", reason="pikepdf is not installed")
    (tmp_path / "seite.docx").write_bytes(docx.render(PAGE, words=WORDS))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run(tmp_path, office, profile, "--headless", "--convert-to", "pdf", "seite.docx")
    with pikepdf.open(tmp_path / "seite.pdf") as printed:
        (sheet,) = printed.pages
        assert [round(float(side)) for side in sheet.mediabox] == [0, 0, 595, 842]


def test_pdf_says_that_it_is_accessible_and_has_structure() -> None:
    pytest.importorskip("typst", reason="the extra [pdf] is not installed")
    pikepdf = pytest.importorskip("pikepdf", reason="pikepdf is not installed; the compiler checks UA-1 by itself")
    import io  # noqa: PLC0415 - with pikepdf

    from reflect.exchange import pdf  # noqa: PLC0415 - an extra

    with pikepdf.open(io.BytesIO(pdf.render(PAGE, words=WORDS))) as opened:
        root = opened.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "de"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert b"pdfuaid:part" in root.Metadata.read_bytes()
        assert structure(root.StructTreeRoot) == ["Document", "H1", "H2", "P", "L", "LI", "LI", "P"]
        assert all(font_is_embedded(font) for sheet in opened.pages for font in sheet.Resources.Font.values())


def structure(element: Any) -> list[str]:
    """The kinds of the blocks of a tagged PDF, in reading order."""
    kinds = [str(element.S)[1:]] if "/S" in element.keys() else []  # noqa: SIM118 - a PDF dictionary is none of Python's
    below = element.get("/K", [])
    for one in [below] if hasattr(below, "keys") and below.keys() else below:
        if hasattr(one, "keys") and one.keys():
            kinds += structure(one)
    return [kind for kind in kinds if kind in {"Document", "H1", "H2", "P", "L", "LI"}]


def font_is_embedded(font: Any) -> bool:
    return any(key.startswith("/FontFile") for key in font.DescendantFonts[0].FontDescriptor)


def test_the_pdf_claims_ua_1_in_plain_bytes() -> None:
    pytest.importorskip("typst", reason="the extra [pdf] is not installed")
    from reflect.exchange import pdf  # noqa: PLC0415 - an extra

    content = pdf.render(PAGE, words=WORDS)
    assert re.search(rb"<pdfuaid:part>1</pdfuaid:part>", content)
    assert b"/Author" not in content


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    with Browser(tool("chromium", "chromium-browser", "google-chrome"), tmp_path / "profile") as opened:
        yield opened


@pytest.fixture
def address(tmp_path: Path) -> str:
    file = tmp_path / "seite.html"
    file.write_bytes(page_html.render(PAGE, words=WORDS))
    return file.as_uri()


CONTRAST = """(() => {
  const shine = colour => { const part = colour.match(/[\\d.]+/g).slice(0, 3).map(Number).map(value => value / 255)
      .map(value => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2]; };
  const paper = shine(getComputedStyle(document.body).backgroundColor);
  return Math.min(...[...document.querySelectorAll('h1,h2,p,li')].map(one => {
    const ink = shine(getComputedStyle(one).color);
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05); })); })()"""


def test_html_is_heard_as_it_is_read(browser: Browser, address: str) -> None:
    browser.open(address)
    heard = browser.heard()
    assert [(name, level) for role, name, level in heard if role == "heading"] == [(TITLE, 1), (HEADING, 2)]
    assert {"main", "contentinfo", "list"} <= {role for role, _, _ in heard}
    assert [role for role, _, _ in heard].count("listitem") == 2
    assert ("RootWebArea", TITLE, 0) in heard
    assert ("contentinfo", WORDS.footer_label, 0) in heard
    assert not {"image", "img", "button", "link", "Iframe"} & {role for role, _, _ in heard}
    assert browser.value("document.documentElement.lang") == "de"


def test_html_is_read_by_weak_eyes_and_on_a_telephone(browser: Browser, address: str) -> None:
    browser.open(address, width=320)
    assert browser.value(CONTRAST) >= 7 - 0.1, "ink on paper, the footer included"
    assert browser.value("document.documentElement.scrollWidth") <= 320, "nobody scrolls sideways"
    assert browser.value("parseFloat(getComputedStyle(document.querySelector('p')).fontSize)") >= 16


def test_html_asks_nobody_for_anything(browser: Browser, address: str) -> None:
    browser.open(address)
    assert browser.requests == [address]
