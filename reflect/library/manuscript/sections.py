"""Blocks into a Leitbild: title, preamble, numbered sections with statements, closing lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from reflect.domain.fault import WrongUsage
from reflect.domain.leitbild import Leitbild, Section, Statement
from reflect.library.manuscript.adoption import adopted
from reflect.library.manuscript.blocks import Block, blocks

if TYPE_CHECKING:
    from datetime import date

LONGEST_TITLE = 160
"""Characters; what is longer, or ends like a sentence, is a paragraph and no heading."""


@dataclass
class _Chapter:
    title: str
    text: list[str] = field(default_factory=list)
    statements: list[Block] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


def understood(text: str, today: date) -> Leitbild:
    """The Leitbild a text holds; no word of it is lost, numbers and signs in front become ids.

    Args:
        text: The whole text.
        today: Becomes the version where the text names no date.

    Raises:
        WrongUsage: `leitbild-empty`, `leitbild-no-headings` or `leitbild-no-statements`: what is missing.
    """
    found = _with_headings(blocks(text))
    if not found:
        raise WrongUsage("leitbild-empty")
    first = next((at for at, block in enumerate(found) if block.kind == "heading"), None)
    if first is None:
        raise WrongUsage("leitbild-no-headings")
    before = [block.text for block in found[:first]]
    title = before.pop(0) if before and _is_title(found[0]) else ""
    chapters = _chapters(found[first:])
    if not any(chapter.statements for chapter in chapters):
        raise WrongUsage("leitbild-no-statements")
    closing = chapters[-1].after
    day = adopted([*before, *closing])
    return Leitbild(
        title=title,
        version=(day or today).isoformat(),
        date=day,
        preamble=tuple(before),
        sections=tuple(_section(at, chapter, chapter is chapters[-1]) for at, chapter in enumerate(chapters, start=1)),
        closing=tuple(closing),
    )


def _section(number: int, chapter: _Chapter, last: bool) -> Section:  # noqa: FBT001 - a private fact of the place
    return Section(
        id=str(number),
        title=chapter.title,
        text=tuple(chapter.text if last else [*chapter.text, *chapter.after]),
        statements=tuple(
            Statement(id=name, text=block.text)
            for name, block in zip(_ids(number, chapter.statements), chapter.statements, strict=True)
        ),
    )


def _ids(number: int, statements: list[Block]) -> list[str]:
    """The numbers as they stand in the text where every statement has its own, else counted through."""
    marks = [block.mark for block in statements]
    if all(mark.startswith(f"{number}.") for mark in marks) and len(set(marks)) == len(marks):
        return marks
    return [f"{number}.{at}" for at in range(1, len(statements) + 1)]


def _is_title(block: Block) -> bool:
    return block.kind == "paragraph" and len(block.text) <= LONGEST_TITLE and block.text[-1] not in ".;:,!?"


def _chapters(found: list[Block]) -> list[_Chapter]:
    """Each heading with what follows; where no list is anywhere, each paragraph is a statement."""
    listed = any(block.kind in {"bullet", "numbered"} for block in found)
    chapters: list[_Chapter] = []
    for block in found:
        if block.kind == "heading":
            chapters.append(_Chapter(block.text))
        elif block.kind != "paragraph" or not listed:
            chapters[-1].statements.append(block)
        else:
            (chapters[-1].after if chapters[-1].statements else chapters[-1].text).append(block.text)
    return chapters


def _with_headings(found: list[Block]) -> list[Block]:
    """Which blocks open a section: marked ones, else numbered lines that stand alone, else short lines."""
    levels = [block.number for block in found if block.kind == "heading"]
    if levels:
        top = min(levels)
        titled = levels.count(top) == 1 and len(levels) > 1 and found[0].kind == "heading"
        first = Block("paragraph", found[0].text) if titled else found[0]
        return [first, *(_without_number(block) for block in found[1:])]
    numbered = _numbered_headings(found)
    if numbered:
        return [Block("heading", block.text) if at in numbered else block for at, block in enumerate(found)]
    return [
        Block("heading", block.text) if at and _is_title(block) and adopted([block.text]) is None else block
        for at, block in enumerate(found)
    ]


def _without_number(block: Block) -> Block:
    """A marked heading may carry its number in its words: `## 2. Rolle`."""
    if block.kind != "heading":
        return block
    inside = blocks(block.text)[0]
    return Block("heading", inside.text) if inside.kind == "numbered" else block


def _numbered_headings(found: list[Block]) -> set[int]:
    """Places of numbered lines that count on from heading to heading and have something else below them."""
    places: set[int] = set()
    for at, (block, below) in enumerate(pairwise(found)):
        if block.kind != "numbered" or block.number != len(places) + 1:
            continue
        above = found[at - 1] if at and at - 1 not in places else None
        counts_on = above is not None and above.kind == "numbered" and above.number == block.number - 1
        if not counts_on and (below.kind != "numbered" or below.number == 1):
            places.add(at)
    return places
