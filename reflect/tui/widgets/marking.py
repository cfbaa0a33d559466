"""A text with marks, broken into rows: sign and words of every mention, at words and paragraphs."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from rich.cells import get_character_cell_size

from reflect.domain.mention import Mention, State, words_in
from reflect.domain.release import Review

SIGNS = {State.OPEN: "?", State.REPLACED: "■", State.GENERALISED: "■", State.LEFT_OUT: "–", State.KEPT: ""}
ADVICE_SIGN = "~"
LEAK_SIGN = "!"


def sign_of(mention: Mention) -> str:
    """The sign before a mention: what became of it, by shape."""
    if mention.is_leak and mention.is_open:
        return LEAK_SIGN
    return ADVICE_SIGN if mention.is_open and mention.is_advice else SIGNS[mention.state]


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one row that look alike.

    Attributes:
        text: The characters.
        mention: Id of the mention they belong to; empty for plain text.
        part: `sign`, `words` or (when they stay) `kept` of a mention, `heading`, or `text`.
    """

    text: str
    mention: str = ""
    part: str = "text"


def pieces(review: Review, mentions: Sequence[Mention]) -> Iterator[Run]:
    """The page from top to bottom, headings apart from their text by a line, passages by a blank one.

    Args:
        review: Whose draft is shown; its title is left out unless something in it was found.
        mentions: As they stand now.
    """
    owner = {finding.id: mention for mention in mentions for finding in mention.findings}
    begun = False
    for start, end, _passage, place in review.draft.spans():
        inside = [finding for finding in review.findings if start <= finding.start and finding.end <= end]
        if start == end or (place == "title" and not inside):
            continue
        if begun:
            yield Run("\n" if place == "text" else "\n\n")
        begun = True
        part = "text" if place == "text" else "heading"
        at = start
        for finding in inside:
            yield Run(review.draft.text[at : finding.start], part=part)
            mention = owner[finding.id]
            yield Run(sign_of(mention), mention.id, "sign")
            yield Run(words_in(mention, finding), mention.id, "kept" if mention.state is State.KEPT else "words")
            at = finding.end
        yield Run(review.draft.text[at:end], part=part)


def rows(runs: Iterable[Run], width: int) -> list[list[Run]]:
    """The same broken into rows of at most `width` cells, at spaces; a word that is too long is cut."""
    parts = [run for run in runs if run.text]
    text = "".join(run.text for run in parts)
    starts = [0, *accumulate(len(run.text) for run in parts)]
    return [list(_cut(parts, starts, start, end)) for start, end in _breaks(text, max(1, width))]


def _cut(parts: Sequence[Run], starts: Sequence[int], start: int, end: int) -> Iterator[Run]:
    """The runs of one row."""
    number = bisect_right(starts, start) - 1
    while start < end:
        stop = min(end, starts[number + 1])
        yield replace(parts[number], text=parts[number].text[start - starts[number] : stop - starts[number]])
        start, number = stop, number + 1


def _breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Start and end of every row."""
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        yield from _wrapped(text, at, end, width)
        at = end + 1


def _wrapped(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    cells = 0
    space = -1
    at = start
    while at < end:
        cells += get_character_cell_size(text[at])
        if text[at] == " ":
            space = at
        elif cells > width and at > start:
            stop = space if space > start else at
            yield start, stop
            start = at = stop + (space > start)
            cells, space = 0, -1
            continue
        at += 1
    yield start, max(start, end)
