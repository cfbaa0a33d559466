"""Every format says the same words, and betrays nothing else."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date

import pytest

from reflect.anonymize.leakcheck import check
from reflect.anonymize.pages import parts
from reflect.domain.audience import Audience
from reflect.domain.release import Gate, Passage, ReleasedText
from reflect.exchange import docx, html, markdown, pdf, plain
from reflect.exchange.page import PageWords

WORDS = PageWords(footer="Pseudonymisiert und geprüft, Sozialarbeit, November 2026.", footer_label="Hinweis")
FORMATS: dict[str, Callable[..., bytes]] = {
    "md": markdown.render,
    "txt": plain.render,
    "html": html.render,
    "docx": docx.render,
    "pdf": pdf.render,
}


def released(
    title: str = "Für die Teamsupervision", heading: str = "Was ist passiert?", text: str = "Klientin A kam."
) -> ReleasedText:
    return ReleasedText(
        audience=Audience.TEAM,
        title=title,
        passages=(Passage(heading=heading, text=text), Passage(heading="Leer", text=" ")),
        month=date(2026, 11, 1),
        replaced=frozenset(),
        kept=frozenset(),
        gate=Gate(),
    )


def render(format_name: str, page: ReleasedText, words: PageWords = WORDS) -> bytes:
    if format_name == "pdf":
        pytest.importorskip("typst", reason="the extra [pdf] is not installed")
    return FORMATS[format_name](page, words=words)


def read(content: bytes, format_name: str) -> str:
    return " ".join(" ".join(text for place, text in parts(content, format_name) if place == "text").split())


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_holds_title_heading_text_and_footer(format_name: str) -> None:
    shown = read(
        render(format_name, released(text="Äußerst müde – „ruhig“.\n\n- eins\n- zwei\n\nEnde\nZeile")), format_name
    )
    for words in (
        "Für die Teamsupervision",
        "Was ist passiert?",
        "Äußerst müde – „ruhig“.",
        "eins",
        "zwei",
        "Zeile",
        "Pseudonymisiert und geprüft",
    ):
        assert words in shown
    assert "Leer" not in shown


@pytest.mark.parametrize("format_name", FORMATS)
def test_the_same_page_gives_the_same_bytes(format_name: str) -> None:
    assert render(format_name, released()) == render(format_name, released())


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_clean_page_passes_the_leak_check(format_name: str) -> None:
    content = render(format_name, released())
    assert (
        check(content, format=format_name, file_name="zusammenfassung", forbidden=["Maryam Haile", "Beelitz"], kept=[])
        == ()
    )


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize(
    "form", ["{}", "mit {}s Sohn", "M-A-R-Y-A-M", "an maryam:", "MARYAM", "Mary\u00adam", "Mary\u200bam", "Mary-\nam"]
)
@pytest.mark.parametrize("field", ["title", "heading", "text"])
def test_a_planted_name_is_caught_in_every_field(format_name: str, field: str, form: str) -> None:
    content = render(format_name, released(**{field: f"Vorher {form.format('Maryam')} nachher"}))
    hits = check(content, format=format_name, file_name="zusammenfassung", forbidden=["Maryam"], kept=[])
    assert any(hit.endswith(":known") for hit in hits)


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_planted_name_is_caught_in_the_footer_and_the_file_name(format_name: str) -> None:
    content = render(format_name, released(), PageWords(footer="von Tesfay"))
    assert "text:known" in check(content, format=format_name, file_name="x", forbidden=["Tesfay"], kept=[])
    assert "name:known" in check(content, format=format_name, file_name="tesfay.md", forbidden=["Tesfay"], kept=[])


@pytest.mark.parametrize("format_name", FORMATS)
def test_numbers_and_addresses_are_caught_without_being_named(format_name: str) -> None:
    text = "0176 5553 4182 und m.x@example.org und 8345671-475 und DE89 3704 0044 0532 0130 00"
    hits = check(render(format_name, released(text=text)), format=format_name, file_name="x", forbidden=[], kept=[])
    assert {"text:phone", "text:mail", "text:file-number", "text:account"} <= set(hits)


def test_what_a_person_kept_is_spared() -> None:
    content = render("md", released(text="Tafel: hilfe@example.org, Frau Vogel"))
    assert check(content, format="md", file_name="x", forbidden=["Vogel"], kept=["Vogel", "hilfe@example.org"]) == ()


def test_docx_holds_no_author_no_time_and_no_program() -> None:
    with zipfile.ZipFile(io.BytesIO(render("docx", released()))) as package:
        core = package.read("docProps/core.xml").decode()
        assert "python-docx" not in core
        assert set(re.findall(r"\d{4}-\d\d-\d\d", core)) == {"1980-01-01"}
        assert re.search(r"<dc:creator>[^<]+</dc:creator>", core) is None
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "docProps/app.xml" not in package.namelist()


def test_docx_opens_again_with_headings_and_lists() -> None:
    import docx as library  # noqa: PLC0415 - the same name as our module

    document = library.Document(io.BytesIO(render("docx", released(text="- eins\n- zwei"))))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None]
    assert styles == ["Heading 1", "Heading 2", "List Bullet", "List Bullet", "Intense Quote"]


def test_html_asks_for_nothing() -> None:
    source = render("html", released(text="<script>alert(1)</script> & <b>")).decode()
    assert "<script" not in source
    assert "default-src 'none'" in source
    assert not re.search(r"(?:src|href)\s*=|url\(|@import", source)


def test_markdown_keeps_the_writers_signs_from_becoming_markup() -> None:
    source = render("md", released(text="# kein Titel\n1. keine Liste\n*kein* <b>_Fett_</b> [x](y) `z`")).decode()
    assert "\\# kein Titel" in source
    assert "1\\. keine Liste" in source
    assert "\\*kein\\* \\<b\\>\\_Fett\\_" in source


def test_pdf_claims_pdf_ua_and_has_no_author() -> None:
    content = render("pdf", released())
    properties = " ".join(text for place, text in parts(content, "pdf") if place == "property")
    assert b"pdfuaid" in content or "1" in properties.split()
    assert b"/Author" not in content
    assert b"/CreationDate" not in content


@pytest.mark.parametrize("format_name", ["docx", "pdf"])
def test_bytes_of_another_kind_are_refused(format_name: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        check(b"nothing", format=format_name, file_name="x", forbidden=[], kept=[])


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown"):
        check(b"", format="odt", file_name="x", forbidden=[], kept=[])
