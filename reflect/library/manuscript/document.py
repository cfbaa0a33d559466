"""The words of a file: plain text, Markdown, or the paragraphs of a Word document as lines of the same kind."""

from __future__ import annotations

import codecs
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from reflect.domain.fault import WrongUsage

BULLET = "• "


def text_of(content: bytes, suffix: str) -> str:
    """The text in a file's bytes.

    Args:
        content: The whole file.
        suffix: How its name ends: `.txt`, `.md` or `.docx`, in any case.

    Raises:
        WrongUsage: `leitbild-format`: another kind of file; `leitbild-unreadable`: its bytes are no text.
    """
    match suffix.lower():
        case ".docx":
            return _word(content)
        case ".txt" | ".md" | ".markdown" | "":
            return _decoded(content)
        case _:
            raise WrongUsage("leitbild-format")


def _decoded(content: bytes) -> str:
    """UTF-8 where the bytes allow it, else Windows-1252, as older editors write it; UTF-16 says so in front."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            raise WrongUsage("leitbild-unreadable") from None
    if b"\0" in content:
        raise WrongUsage("leitbild-unreadable")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError:
            raise WrongUsage("leitbild-unreadable") from None


def _word(content: bytes) -> str:
    """Headings as `#` lines, list paragraphs and rows of tables as bullets, everything else as a paragraph."""
    import docx  # noqa: PLC0415 - heavy, and only for this format
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - the same

    try:
        document = docx.Document(BytesIO(content))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        raise WrongUsage("leitbild-unreadable") from None
    lines: list[str] = []
    for part in document.iter_inner_content():
        lines += _rows(part) if hasattr(part, "rows") else [_line(part)]
    return "\n\n".join(line for line in lines if line)


def _line(paragraph: Any) -> str:
    """A paragraph by its style; Word names styles in the language it speaks."""
    style = ((paragraph.style.name if paragraph.style is not None else "") or "").casefold()
    words = " ".join(paragraph.text.split())
    properties = paragraph._p.pPr  # noqa: SLF001 - python-docx offers no other way to a list's numbering
    if not words:
        return ""
    if style in {"title", "titel"}:
        return f"# {words}"
    if style.startswith(("heading", "überschrift")):
        return f"## {words}"
    listed = style.startswith(("list", "aufzählung")) or (properties is not None and properties.numPr is not None)
    return f"{BULLET}{words}" if listed else words


def _rows(table: Any) -> Iterator[str]:
    """Each row as one statement; cells that reach over several columns count once."""
    for row in table.rows:
        words = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)
        if line := " ".join(filter(None, words)):
            yield f"{BULLET}{line}"
