"""The Leitbild that comes with the program: a paraphrase in our own words, numbered like the statements people know."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reflect.domain.fault import NotFound
from reflect.domain.leitbild import Gap, Leitbild, Section, Statement, Tension
from reflect.library import front, sheet
from reflect.library.sheet import plain
from reflect.library.shipped import folder

if TYPE_CHECKING:
    from reflect.library.sheet import Block

SECTION = 2


@lru_cache(maxsize=4)
def shipped(language: str) -> Leitbild:
    """The shipped Leitbild: 5 sections, 23 statements with their lettered parts.

    Args:
        language: `de` or `en`.

    Raises:
        NotFound: There is none in this language.
    """
    file = folder() / language / "leitbild.md"
    try:
        return read(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NotFound("leitbild", language) from None


def read(text: str) -> Leitbild:
    """From Markdown: sections are `##`, statements list items, parts nested items, each under a line with id and short.

    Args:
        text: The whole file.
    """
    above = front.split(text) or ""
    head = front.mapping(above, front.Front()) or {}
    preamble: list[str] = []
    sections: list[Section] = []
    line: dict[str, str] = {}
    for block in sheet.parse(front.blanked(text, above)):
        match block.kind:
            case "attributes":
                line = block.attributes
            case "heading" if block.level == SECTION:
                sections.append(Section(id=line.get("id", ""), title=plain(block.text)))
            case "paragraph" if sections:
                sections[-1] = _grown(sections[-1], text=plain(block.text))
            case "paragraph":
                preamble.append(plain(block.text))
            case "list" if sections:
                sections[-1] = _grown(sections[-1], statement=_statement(line, block.items[0]))
    return Leitbild(
        title=head["title"],
        version=head["version"],
        preamble=tuple(preamble),
        sections=tuple(sections),
        tensions=tuple(_tension(line) for line in head.get("tensions", ())),
        gaps=tuple(_gap(line) for line in head.get("gaps", ())),
    )


def _tension(line: str) -> Tension:
    """`2.1a 2.2a: one sentence`."""
    ids, _, words = line.partition(": ")
    return Tension(statements=tuple(ids.split()), words=words)


def _gap(line: str) -> Gap:
    """`Topic: words that would speak of it`."""
    topic, _, words = line.partition(": ")
    return Gap(topic=topic, words=tuple(words.split()))


def _grown(section: Section, text: str = "", statement: Statement | None = None) -> Section:
    return section.model_copy(
        update={
            "text": (*section.text, text) if text else section.text,
            "statements": (*section.statements, statement) if statement else section.statements,
        }
    )


def _statement(line: dict[str, str], item: list[Block]) -> Statement:
    parts = tuple(
        _statement(before.attributes, block.items[0]) for before, block in pairwise(item) if block.kind == "list"
    )
    return Statement(id=line["id"], text=plain(item[0].text), short=line.get("short", ""), parts=parts)
