"""The words around a released text that belong to the page, not to the writer."""

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
    for block in text.replace("\r\n", "\n").split("\n\n"):
        stripped = block.strip("\n").rstrip()
        if stripped.strip():
            yield stripped


def title_of(released: ReleasedText) -> str:
    """The first heading; a page always has one."""
    return " ".join(released.title.split()) or _UNTITLED
