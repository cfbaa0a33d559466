"""What receivers open a page with: LibreOffice, a PDF reader, a browser. Skipped where it is missing."""

import html.parser
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from reflect.domain.audience import Audience
from reflect.domain.release import Gate, Passage, ReleasedText
from reflect.exchange import docx
from reflect.exchange import html as page_html
from reflect.exchange.page import PageWords

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
        assert "/StructTreeRoot" in root


def test_the_pdf_claims_ua_1_in_plain_bytes() -> None:
    pytest.importorskip("typst", reason="the extra [pdf] is not installed")
    from reflect.exchange import pdf  # noqa: PLC0415 - an extra

    content = pdf.render(PAGE, words=WORDS)
    assert re.search(rb"<pdfuaid:part>1</pdfuaid:part>", content)
    assert b"/Author" not in content


class Outline(html.parser.HTMLParser):
    """What a screen reader moves by: language, title, headings, landmarks, pictures without words."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.tags: list[str] = []
        self.language = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag == "html":
            self.language = dict(attrs).get("lang") or ""


def accessible(markup: str) -> None:
    """One first heading, no level left out, a language, a main part, nothing that loads or runs."""
    outline = Outline()
    outline.feed(markup)
    assert outline.language == "de"
    assert outline.levels[0] == 1
    assert outline.levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(outline.levels, outline.levels[1:], strict=False))
    assert {"title", "main"} <= set(outline.tags)
    assert not {"script", "img", "iframe", "link"} & set(outline.tags)


def test_html_is_accessible_as_written() -> None:
    accessible(page_html.render(PAGE, words=WORDS).decode())


def test_html_is_accessible_in_a_browser(tmp_path: Path) -> None:
    browser = tool("chromium", "chromium-browser", "google-chrome")
    file = tmp_path / "seite.html"
    file.write_bytes(page_html.render(PAGE, words=WORDS))
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    shown = run(tmp_path, browser, "--headless", "--no-sandbox", "--disable-gpu", profile, "--dump-dom", file.as_uri())
    accessible(shown)
    assert TEXT in shown
