"""What the moderation says and watches: sentences and lists under a line such as `{say="good"}`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reflect.library import attributes, question

if TYPE_CHECKING:
    from reflect.library.sheet import Block

SENTENCES = ("closes", "counter")
LISTS = ("good", "bad", "allowed", "later")

Report = Callable[[int, str, dict[str, str]], None]


def is_said(line: Block | None, block: Block) -> bool:
    """Whether a block is a sentence or a list of the moderation."""
    return line is not None and "say" in line.attributes and block.kind in {"quote", "list"}


def read(line: Block, block: Block, report: Report) -> dict[str, Any]:
    """The field of `Moderation` that a block fills, by name; empty when the line is wrong.

    Args:
        line: The attribute line: `say` alone.
        block: A quote (`closes`, `counter`) or a bullet list (`good`, `bad`, `allowed`, `later`).
        report: Called with line, key and facts for every flaw.
    """
    known = SENTENCES if block.kind == "quote" else LISTS
    name = line.attributes["say"]
    if not attributes.is_whole(line):
        report(line.line, "attributes-in-text", {})
    for attribute in line.attributes:
        if attribute != "say":
            report(line.line, "attribute-unknown", {"attribute": attribute, "right": "say"})
    if name not in known:
        report(line.line, "value-unknown", {"attribute": "say", "found": name, "right": ", ".join(known)})
        return {}
    if block.kind == "quote":
        return {name: question.words(block, report)}
    for item in block.items:
        for extra in item[1:]:
            report(extra.line, "block-unexpected", {})
    return {name: tuple(question.words(item[0], report) for item in block.items)}
