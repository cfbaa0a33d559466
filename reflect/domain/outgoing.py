"""The outgoing page, line by line, as its receiver will read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reflect.domain.release import Passage

ROWS_A_PAGE = 46
CELLS_A_ROW = 88


@dataclass(frozen=True, slots=True)
class OutgoingLine:
    """One line.

    Attributes:
        place: `title`, `heading`, `text`, or the `footer` that the program adds.
        text: What the receiver reads.
        passage: Index of its passage; -1 for the title.
        number: Index in the passage's text; -1 for title and headings.
        withdrawn: Taken out by the writer; it stays visible to the writer alone.
    """

    place: Literal["title", "heading", "text", "footer"]
    text: str
    passage: int = -1
    number: int = -1
    withdrawn: bool = False

    @property
    def can_be_withdrawn(self) -> bool:
        """Words can; a heading goes with the last of its words, the title stays."""
        return self.place == "text" and bool(self.text.strip())


def lines(
    title: str,
    passages: Iterable[Passage],
    withdrawn: frozenset[tuple[int, int]] = frozenset(),
    *,
    footer: str = "",
) -> tuple[OutgoingLine, ...]:
    """Every line in the receiver's order.

    Args:
        title: As it would leave.
        passages: As they would leave, withdrawn lines still in place.
        withdrawn: Passage and line of what is taken out.
        footer: What the program adds; nothing that leaves is hidden.
    """
    found = [OutgoingLine("title", title)]
    for index, passage in enumerate(passages):
        texts = [
            OutgoingLine("text", text, index, number, (index, number) in withdrawn)
            for number, text in enumerate(passage.text.split("\n"))
        ]
        gone = all(line.withdrawn or not line.text.strip() for line in texts)
        if passage.heading:
            found.append(OutgoingLine("heading", passage.heading, index, withdrawn=gone))
        found.extend(texts)
    found += [OutgoingLine("footer", footer)] if footer else []
    return tuple(found)


def pages(page: Iterable[OutgoingLine]) -> int:
    """How many A4 pages it fills, estimated from 46 rows of 88 characters; at least one."""
    rows = 0
    for line in page:
        if not line.withdrawn:
            rows += max(1, -(-len(line.text) // CELLS_A_ROW)) + (line.place != "text")
    return max(1, -(-rows // ROWS_A_PAGE))
