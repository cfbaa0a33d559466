"""The words of a file: plain text, Markdown, or the paragraphs of a Word document as lines of the same kind."""

from __future__ import annotations

import zipfile
from io import BytesIO

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
    """UTF-8 where the bytes allow it, else Windows-1252, as older editors write it."""
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
    """Headings as `#` lines, list paragraphs as bullets, everything else as a paragraph."""
    import docx  # noqa: PLC0415 - heavy, and only for this format
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - the same

    try:
        document = docx.Document(BytesIO(content))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        raise WrongUsage("leitbild-unreadable") from None
    lines = []
    for paragraph in document.paragraphs:
        style = (paragraph.style.name if paragraph.style is not None else "") or ""
        words = " ".join(paragraph.text.split())
        if not words:
            continue
        properties = paragraph._p.pPr  # noqa: SLF001 - python-docx offers no other way to a list's numbering
        listed = style.startswith("List") or (properties is not None and properties.numPr is not None)
        if style == "Title":
            lines.append(f"# {words}")
        elif style.startswith("Heading"):
            lines.append(f"## {words}")
        else:
            lines.append(f"{BULLET}{words}" if listed else words)
    return "\n\n".join(lines)
