"""Finished pages taken apart: every text and every property that their bytes hold."""

import html
import io
import re
import zipfile
from collections.abc import Iterator

_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(
    r"\b(?:content|title|alt|lang|name|id|class|href|src|data-[\w-]+|aria-[\w-]+)\s*=\s*\"([^\"]*)\""
)
_WORDY = re.compile(r"[G-Zg-zÄÖÜäöüß@ ]")  # measures, colours and serial numbers of Word are left aside
_APART = " \u241e "  # a sign that no number runs across
_VALUE = re.compile(r"=\"([^\"]*)\"")
_INLINE = re.compile(r"</?(?:b|i|em|strong|span|a|u|small|mark|code)\b[^>]*>")


def parts(content: bytes, format: str) -> Iterator[tuple[str, str]]:  # noqa: A002 - the word of the command line
    """The places and texts of a page: `text` for what is read, `property` for what is not seen.

    Args:
        content: The bytes of the page.
        format: `md`, `txt`, `html`, `docx` or `pdf`.

    Raises:
        ValueError: The format is unknown, or the bytes are not of that format.
    """
    if format in {"md", "txt"}:
        text = content.decode("utf-8")
        yield "text", text
        if format == "md":
            yield "text", re.sub(r"\\([^\w\s])", r"\1", text).replace("*", "").replace("_", "")
    elif format == "html":
        yield from _html(content.decode("utf-8"))
    elif format == "docx":
        yield from _docx(content)
    elif format == "pdf":
        from reflect.anonymize.pdftext import pdf_parts  # noqa: PLC0415 - only for this format

        yield from pdf_parts(content)
    else:
        raise ValueError("unknown format")


def _html(source: str) -> Iterator[tuple[str, str]]:
    """What a browser shows, then attributes and comments."""
    yield "text", html.unescape(_TAG.sub(" ", _INLINE.sub("", source)))
    for match in _ATTRIBUTE.finditer(source):
        yield "property", html.unescape(match.group(1))
    for comment in re.findall(r"<!--(.*?)-->", source, re.DOTALL):
        yield "property", html.unescape(comment)


def _docx(content: bytes) -> Iterator[tuple[str, str]]:
    """Every part of the package: runs are joined within a paragraph, other parts are properties."""
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile:
        raise ValueError("not a package") from None
    with package:
        yield "property", package.comment.decode("utf-8", "replace")
        for name in package.namelist():
            yield "property", name
            body = package.read(name)
            if not name.endswith((".xml", ".rels")):
                continue
            source = body.decode("utf-8")
            place = "text" if name.startswith("word/") and "/_rels/" not in name else "property"
            paragraphs = re.split(r"</w:p>|</dc:\w+>|</cp:\w+>|<w:br/>", source)
            yield place, "\n".join(html.unescape(_TAG.sub("", paragraph)) for paragraph in paragraphs)
            yield (
                "property",
                _APART.join(html.unescape(value) for value in _VALUE.findall(source) if _WORDY.search(value)),
            )
