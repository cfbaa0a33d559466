"""The organisation's Leitbild: numbered statements that entries and protocols can touch."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date as Date  # noqa: N812 - a field below is called `date`
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from reflect.domain.fault import NotFound

WORDS, LEAD = 5, 40
"""Words that stand for a statement in a list, and letters of a lead such as `Respekt:` that does so."""


class Statement(BaseModel):
    """One statement.

    Attributes:
        id: Section and number, with a letter for a part: `5.4`, `5.4a`.
        text: The wording.
        short: Three or four words for lists; empty where the organisation gave none.
        parts: Its lettered parts, where it says several things; each is judged on its own.
        number: What stands before it in this version, where it is not the id: ids stay, numbers move.
        stands_for: Ids of the shipped statements it says the same as; protocols and older entries name those.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    text: str
    short: str = ""
    parts: tuple["Statement", ...] = ()
    number: str = ""
    stands_for: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The number a person reads."""
        return self.number or self.id

    @property
    def words(self) -> str:
        """A few words for lists: the short ones, else what stands before a colon, else how the wording begins."""
        lead, colon, _ = self.text.partition(": ")
        if self.short or (colon and len(lead) <= LEAD):
            return self.short or lead
        beginning = self.text.split()
        return " ".join(beginning[:WORDS]) + (" …" if len(beginning) > WORDS else "")


class Caption(NamedTuple):
    """What a person reads for a statement in a list.

    Attributes:
        number: As the text that counts numbers it, with the letter of a part.
        title: A few words; empty where nobody has any.
    """

    number: str
    title: str

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class Section(BaseModel):
    """A numbered chapter.

    Attributes:
        id: Its number.
        title: Its heading.
        text: Paragraphs before the statements.
        statements: In order.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    title: str
    text: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()


class Tension(BaseModel):
    """Statements that pull in different directions; a text means both.

    Attributes:
        statements: Ids of shipped statements.
        words: One sentence about it.
    """

    model_config = ConfigDict(frozen=True)

    statements: tuple[str, ...]
    words: str


class Gap(BaseModel):
    """Something that such a text may leave out.

    Attributes:
        topic: What it is called.
        words: Beginnings or parts of words, in small letters, of which one stands in a text that speaks of it.
    """

    model_config = ConfigDict(frozen=True)

    topic: str
    words: tuple[str, ...]


class Leitbild(BaseModel):
    """A whole text in one version.

    Attributes:
        title: Its name.
        version: As the organisation counts; a date where it does not.
        date: When it was adopted, if known.
        preamble: Paragraphs before the first section.
        sections: In order.
        closing: Paragraphs after the last section.
        tensions: Known ones; the shipped text brings them for every other.
        gaps: What to ask for in any text; the shipped one brings them.
    """

    model_config = ConfigDict(frozen=True)

    title: str
    version: str
    date: Date | None = None
    preamble: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[str, ...] = ()
    tensions: tuple[Tension, ...] = ()
    gaps: tuple[Gap, ...] = ()

    def statements(self) -> Iterator[Statement]:
        """Every statement in order."""
        for section in self.sections:
            yield from section.statements

    def statement(self, statement_id: str) -> Statement:
        """The statement or part with this id, or the one that covers it (`5.4` covers `5.4a`).

        In an organisation's own text the id of a shipped statement leads to the one that says the same.

        Raises:
            NotFound: There is none.
        """
        found = self.meant(statement_id)
        if found:
            return found[0]
        raise NotFound("statement", statement_id)

    def numbered(self, number: str) -> Statement:
        """The statement or part with this number, as a person reads it in this version.

        Raises:
            NotFound: There is none.
        """
        found = self._named(number, lambda one: one.label)
        if found is None:
            raise NotFound("statement", number)
        return found

    def meant(self, statement_id: str) -> tuple[Statement, ...]:
        """Every statement that an id means: the one that has it, else the own ones that stand for a shipped one.

        An own text may say in two statements what the shipped one says in one; then both are meant.
        """
        found = self._named(statement_id, lambda one: one.id)
        if found is not None:
            return (found,)
        return self._standing(lambda shipped: covers(shipped, statement_id)) or self._standing(
            lambda shipped: covers(statement_id, shipped)
        )

    def _named(self, wanted: str, name: Callable[[Statement], str]) -> Statement | None:
        """The statement or part of this name, else the statement that covers it."""
        every = [one for statement in self.statements() for one in (statement, *statement.parts)]
        covering = (one for one in self.statements() if covers(name(one), wanted))
        return next((one for one in every if name(one) == wanted), next(covering, None))

    def _standing(self, fits: Callable[[str], bool]) -> tuple[Statement, ...]:
        return tuple(one for one in self.statements() if any(map(fits, one.stands_for)))


def covers(parent: str, child: str) -> bool:
    """Whether a statement id stands for another: itself or one of its lettered parts."""
    return parent == child or (child.startswith(parent) and child[len(parent) :].isalpha())


def order(statement_ids: Iterable[str]) -> list[str]:
    """Ids in the order of the Leitbild: by section, number, letter; 5.10 comes after 5.9."""

    def key(statement_id: str) -> tuple[str, int, str]:
        section, _, rest = statement_id.partition(".")
        digits = rest.rstrip("abcdefghijklmnopqrstuvwxyz")
        return section, int(digits or 0) if digits.isdigit() or not digits else 0, rest[len(digits) :]

    return sorted(statement_ids, key=key)
