"""A released text as a Word document without author, dates or comments."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

from reflect.domain.release import ReleasedText
from reflect.exchange.docxstyle import FOOTNOTE, dress
from reflect.exchange.page import PageWords, heading_of, paragraphs, title_of

# Word wants a date; this one says nothing (the first a ZIP archive can hold).
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_DROPPED = frozenset(
    (
        "docProps/thumbnail.jpeg",
        "docProps/app.xml",
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
        "customXml/_rels/item1.xml.rels",
        "word/fontTable.xml",
        "word/stylesWithEffects.xml",
        "word/theme/theme1.xml",
        "word/webSettings.xml",
    )
)
"""Parts of the stock template that a page does without; they name fonts and styles that are also people's names."""
_LISTS = frozenset(("_rels/.rels", "[Content_Types].xml", "word/_rels/document.xml.rels"))


def render(released: ReleasedText, *, words: PageWords) -> bytes:
    """The page as a `.docx`.

    Headings and lists use Word's own styles, so that screen readers can move by them. The same text gives the same
    bytes.

    Args:
        released: Came through the door.
        words: Footer and labels in the receiver's language.
    """
    import docx  # noqa: PLC0415 - heavy, and only for this format

    document = docx.Document()
    dress(document)
    _properties(document, released, words)
    document.add_heading(title_of(released), level=1)
    for passage in released.passages:
        if not passage.text.strip():
            continue
        if heading_of(passage.heading):
            document.add_heading(heading_of(passage.heading), level=2)
        for text in paragraphs(passage.text):
            _add(document, text)
    for text in paragraphs(words.footer):
        document.add_paragraph(text.replace("\n", " "), style=FOOTNOTE)
    written = io.BytesIO()
    document.save(written)
    return _bare(written.getvalue())


def _properties(document: Any, released: ReleasedText, words: PageWords) -> None:
    """Title and language for screen readers; everything else about the file is blank."""
    about = document.core_properties
    for name in (
        "author",
        "last_modified_by",
        "comments",
        "category",
        "keywords",
        "subject",
        "content_status",
        "identifier",
        "version",
    ):
        setattr(about, name, "")
    about.title = title_of(released)
    about.language = words.language
    about.created = about.modified = about.last_printed = _NO_DATE
    about.revision = 1
    styles = document.styles.element
    for language in styles.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}lang"):
        language.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val", _locale(words.language))


def _locale(language: str) -> str:
    return {"de": "de-DE", "en": "en-GB"}.get(language, language)


def _add(document: Any, text: str) -> None:
    rows = [row.strip() for row in text.split("\n") if row.strip()]
    if all(row.startswith("- ") for row in rows):
        for row in rows:
            document.add_paragraph(row[2:], style="List Bullet")
        return
    paragraph = document.add_paragraph()
    for number, row in enumerate(rows):
        if number:
            paragraph.add_run().add_break()
        paragraph.add_run(row)


def _bare(content: bytes) -> bytes:
    """The same package without the template's thumbnail and program data, every part without a time."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda part: (part != "[Content_Types].xml", part)):
            if name in _DROPPED:
                continue
            body = old.read(name)
            if name in _LISTS:
                body = _without_dropped(body)
            part = zipfile.ZipInfo(name, _NO_TIME)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, body)
    return written.getvalue()


def _without_dropped(body: bytes) -> bytes:
    """A list of parts without the dropped ones."""
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - comes with python-docx, without types

    root = etree.fromstring(body)
    for element in list(root):
        place = element.get("Target") or element.get("PartName") or ""
        if {place.lstrip("/"), place.removeprefix("../"), f"word/{place}"} & _DROPPED:
            root.remove(element)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
