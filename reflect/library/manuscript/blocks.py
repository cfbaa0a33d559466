"""Blocks of a text: paragraphs, bullets, numbered lines and headings, with wrapped lines joined."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["paragraph", "bullet", "numbered", "heading"]

_BULLET = re.compile(r"[•‣◦▪▫●○■□·∙⁃➢➤✓→\uf0b7\uf0a7*+–—-]\s+(?=\S)|o\s{2,}(?=\S)")
_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_DEEP = re.compile(r"(\d{1,2}\.\d{1,2}[a-z]?)[.)]?\s+(?=\S)")
_LETTERED = re.compile(r"(?:[a-z]|\([a-z\d]{1,2})\)\s+(?=\S)")
_NUMBERED = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_MONTH = re.compile(r"\d{1,2}\.\s+(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")


@dataclass(frozen=True, slots=True)
class Block:
    """One block.

    Attributes:
        kind: What it looks like.
        text: Its words on one line, without the sign in front.
        number: What stood before the point of a numbered line; for a heading its level; else 0.
        mark: The whole number of a statement that carries its own, such as `5.4a`; else empty.
    """

    kind: Kind
    text: str
    number: int = 0
    mark: str = ""


def blocks(text: str) -> list[Block]:
    """The blocks of a text, in order. A line goes on with the one before unless a blank line or a sign parts them.

    Args:
        text: With any line ends, tabs and hard spaces.
    """
    found: list[Block] = []
    joins = False
    for raw in text.splitlines():
        line = " ".join(raw.replace("**", "").split()) if "o  " not in raw else raw.strip()
        if not line:
            joins = False
            continue
        block = _block(line)
        if block.kind == "paragraph" and joins:
            before = found.pop()
            found.append(Block(before.kind, f"{before.text} {block.text}", before.number, before.mark))
        else:
            found.append(block)
        joins = found[-1].kind != "heading"
    return found


def _block(line: str) -> Block:
    if heading := _HEADING.fullmatch(line):
        return Block("heading", heading[2].rstrip("#").rstrip() or heading[2], len(heading[1]))
    if sign := _BULLET.match(line) or _LETTERED.match(line):
        return Block("bullet", " ".join(line[sign.end() :].split()))
    if sign := _DEEP.match(line):
        return Block("bullet", " ".join(line[sign.end() :].split()), mark=sign[1])
    if (sign := _NUMBERED.match(line)) and not _MONTH.match(line):
        return Block("numbered", line[sign.end() :], int(sign[1]))
    return Block("paragraph", line)
