"""A Markdown file as blocks with line numbers: what a protocol and the Leitbild are read from.

markdown-it-py parses CommonMark; two of its rules are left out on purpose. Inline parsing happens only where a text
contains marks at all, which is rare and makes reading faster than a full parse. And the plugin's step that hangs
attribute lines on the next block stays off: it drops lines that nothing follows, and exactly those must be found.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

INLINE_MARKS = frozenset("*_`\\[]<>&")


@dataclass(slots=True)
class Block:
    """One block of the file.

    Attributes:
        kind: `heading`, `paragraph`, `quote`, `list`, `attributes` or `other`.
        line: Its first line, from 1.
        text: Its words as they stand in the file; for a quote those of all its paragraphs.
        level: Level of a heading, 0 otherwise.
        ordered: Whether a list is numbered.
        attributes: What an attribute line says.
        items: The blocks of each item of a list.
    """

    kind: str
    line: int
    text: str = ""
    level: int = 0
    ordered: bool = False
    attributes: dict[str, str] = field(default_factory=dict)
    items: list[list[Block]] = field(default_factory=list)


def parse(text: str) -> list[Block]:
    """Read Markdown into blocks; never fails.

    Args:
        text: Without front matter; blank lines in its place keep the numbers of the lines right.
    """
    tokens = iter(_parser().parse(text))
    lines = text.split("\n")
    return [_block(token, tokens, lines) for token in tokens]


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - heavy; a cached catalogue never needs it
    from mdit_py_plugins.attrs import attrs_block_plugin  # noqa: PLC0415 - the same

    parser = MarkdownIt("commonmark").use(attrs_block_plugin)
    parser.core.ruler.disable(["attr", "inline", "text_join"])
    parser.block.ruler.disable("reference")  # it would swallow a paragraph that begins like [this]: and say nothing
    return parser


def _block(token: Token, tokens: Iterator[Token], lines: list[str]) -> Block:
    line = token.map[0] + 1 if token.map else 0
    match token.type:
        case "attrs_block":
            attributes: dict[str, Any] = token.attrs
            values = {name: str(value) for name, value in attributes.items()}
            return Block("attributes", line, lines[line - 1], attributes=values)
        case "heading_open":
            return Block("heading", line, _text(tokens, "heading_close"), level=int(token.tag[1:]))
        case "paragraph_open":
            return Block("paragraph", line, _text(tokens, "paragraph_close"))
        case "blockquote_open":
            return Block("quote", line, _quoted(token.level, tokens))
        case "bullet_list_open" | "ordered_list_open":
            return _list(token, line, tokens, lines)
        case _:
            return Block("other", line, token.content)


def _text(tokens: Iterator[Token], end: str) -> str:
    words = ""
    for token in tokens:
        if token.type == end:
            return words
        words = token.content
    return words


def _quoted(level: int, tokens: Iterator[Token]) -> str:
    words = []
    for token in tokens:
        if token.type == "blockquote_close" and token.level == level:
            break
        if token.type == "attrs_block":
            words.append("{#")  # it says nothing there, so the reader shall stumble over it
        elif token.content:
            words.append(token.content)
    return " ".join(words)


def _list(token: Token, line: int, tokens: Iterator[Token], lines: list[str]) -> Block:
    block = Block("list", line, ordered=token.type == "ordered_list_open")
    for item in tokens:
        if item.type.endswith("_list_close"):
            break
        blocks: list[Block] = []
        for inner in tokens:
            if inner.type == "list_item_close":
                break
            blocks.append(_block(inner, tokens, lines))
        block.items.append(blocks or [Block("paragraph", (item.map or [line - 1])[0] + 1)])
    return block


def plain(text: str) -> str:
    """The words of a block as a reader sees them: one line, without emphasis, escapes and entities."""
    line = " ".join(text.split())
    if INLINE_MARKS.isdisjoint(line):
        return line
    tokens: list[Token] = []
    parser = _parser()
    parser.inline.parse(line, parser, {}, tokens)
    return "".join(_words(tokens))


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.children:
            yield from _words(token.children)
        elif token.type in {"softbreak", "hardbreak"}:
            yield " "
        else:
            yield token.content
