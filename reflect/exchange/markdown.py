"""A released text as Markdown (CommonMark)."""

import re

from reflect.domain.release import ReleasedText
from reflect.exchange.page import PageWords, heading_of, paragraphs, title_of

# Signs that could turn the writer's words into markup, HTML or a link.
_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|={3,}|-{3,}|~{3,}|\d{1,9}[.)](?=\s|$))")


def render(released: ReleasedText, *, words: PageWords) -> bytes:
    """The page: title, headings, text, and what was done with it.

    Args:
        released: Came through the door.
        words: Footer and labels in the receiver's language.

    Returns:
        UTF-8 with line feeds and one at the end.
    """
    blocks = [f"# {_escaped(title_of(released))}"]
    for passage in released.passages:
        if not passage.text.strip():
            continue
        if heading_of(passage.heading):
            blocks.append(f"## {_escaped(heading_of(passage.heading))}")
        blocks.extend(_paragraph(text) for text in paragraphs(passage.text))
    blocks.append("---")
    blocks.extend(_paragraph(text) for text in paragraphs(words.footer))
    return ("\n\n".join(blocks) + "\n").encode("utf-8")


def _paragraph(text: str) -> str:
    """One paragraph; the writer's own lists stay lists, other line breaks stay line breaks."""
    lines = [line.rstrip() for line in text.split("\n")]
    listed = all(line.lstrip().startswith("- ") for line in lines if line)
    if listed:
        return "\n".join(f"- {_escaped(line.lstrip()[2:])}" for line in lines if line)
    return "  \n".join(_escaped(line.lstrip()) for line in lines)


def _escaped(line: str) -> str:
    """Text that a Markdown reader shows as it was written."""
    escaped = _SPECIAL.sub(r"\\\1", line).replace("&", "&amp;")
    return _LINE_START.sub(lambda match: f"{match.group(1)}{_defused(match.group(2))}", escaped)


def _defused(sign: str) -> str:
    return f"{sign[:-1]}\\{sign[-1]}" if sign[0].isdigit() else f"\\{sign}"
