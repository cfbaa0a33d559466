"""The words around a released text that belong to the page, not to the writer."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from reflect.domain.release import ReleasedText

_UNTITLED = "-"


@dataclass(frozen=True, slots=True)
class PageWords:
    """Words in the receiver's language.

    Attributes:
        footer: What was done with this text, by role and month: one or a few sentences, no name.
        language: BCP 47 tag of the page, for screen readers.
        footer_label: Heading of the footer for those who hear the page; may be empty.
    """

    footer: str
    language: str = "de"
    footer_label: str = ""


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a released text: blocks between empty lines, their own line breaks kept."""
    for block in visible(text.replace("\r\n", "\n")).split("\n\n"):
        stripped = block.strip("\n").rstrip()
        if stripped.strip():
            yield stripped


def title_of(released: ReleasedText) -> str:
    """The first heading; a page always has one."""
    return heading_of(released.title) or _UNTITLED


def heading_of(text: str) -> str:
    """A heading on one line."""
    return " ".join(visible(text).split())


def visible(text: str) -> str:
    """The text without characters nobody sees: they could carry a mark, and they tear words apart in a PDF."""
    return "".join(
        char for char in text if char in "\n\t" or unicodedata.category(char) not in {"Cf", "Cc", "Co", "Cs"}
    )
