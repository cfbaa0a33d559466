"""Soundness: what is wrong with a version of the Leitbild, or not said about it yet."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict

from reflect.domain.leitbild import Leitbild
from reflect.domain.succession import Ties, unsettled

Kind = Literal[
    "number-twice", "wording-twice", "section-empty", "section-text", "undated", "unmapped", "alone", "missing"
]


class Flaw(BaseModel):
    """One flaw.

    Attributes:
        kind: `number-twice`: two statements have this number. `wording-twice`: two say the same. `section-empty`: a
            section holds nothing. `section-text`: it holds words, but none was understood as a statement. `undated`:
            the text names no day. `unmapped`: nobody said what these statements continue and stand for. `alone`:
            they stand for no shipped statement, so protocols do not find them. `missing`: the chosen version is
            not kept.
        version: Where.
        place: Number of the section, or of the statements with blanks between; empty for the whole version.
    """

    model_config = ConfigDict(frozen=True)

    kind: Kind
    version: str
    place: str = ""

    @property
    def is_fault(self) -> bool:
        """Whether something has to be done; else it is only good to know."""
        return self.kind not in {"alone", "undated"}


def flaws(leitbild: Leitbild, ties: Ties) -> Iterator[Flaw]:
    """Everything that is wrong with a version or open about it.

    Args:
        leitbild: As it was taken in.
        ties: What was settled about it.
    """
    version = leitbild.version
    if leitbild.date is None:
        yield Flaw(kind="undated", version=version)
    for section in leitbild.sections:
        if not section.statements:
            yield Flaw(kind="section-text" if section.text else "section-empty", version=version, place=section.id)
    for kind, place in (*_twice(leitbild), *_open(leitbild, ties)):
        yield Flaw(kind=kind, version=version, place=place)


def _twice(leitbild: Leitbild) -> Iterator[tuple[Kind, str]]:
    statements = list(leitbild.statements())
    for number, times in Counter(one.id for one in statements).items():
        if times > 1:
            yield "number-twice", number
    said: set[str] = set()
    for one in statements:
        words = " ".join(one.text.split()).casefold()
        if words in said:
            yield "wording-twice", one.id
        said.add(words)


def _open(leitbild: Leitbild, ties: Ties) -> Iterator[tuple[Kind, str]]:
    """What waits, and what stands alone; all numbers of a kind together."""
    if waiting := [one.id for one in unsettled(leitbild, ties)]:
        yield "unmapped", " ".join(waiting)
    if alone := [one.id for one in leitbild.statements() if (link := ties.link(one.id)) and not link.counterparts]:
        yield "alone", " ".join(alone)
