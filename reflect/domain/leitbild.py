"""The organisation's Leitbild: numbered statements that entries and protocols can touch."""

from collections.abc import Iterable, Iterator
from datetime import date as Date  # noqa: N812 - a field below is called `date`

from pydantic import BaseModel, ConfigDict

from reflect.domain.fault import NotFound


class Statement(BaseModel):
    """One statement.

    Attributes:
        id: Section and number, with a letter for a part: `5.4`, `5.4a`.
        text: The wording.
        short: Three or four words for lists; empty where the organisation gave none.
        parts: Its lettered parts, where it says several things; each is judged on its own.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    text: str
    short: str = ""
    parts: tuple["Statement", ...] = ()


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


class Leitbild(BaseModel):
    """A whole text in one version.

    Attributes:
        title: Its name.
        version: As the organisation counts; a date where it does not.
        date: When it was adopted, if known.
        preamble: Paragraphs before the first section.
        sections: In order.
        closing: Paragraphs after the last section.
    """

    model_config = ConfigDict(frozen=True)

    title: str
    version: str
    date: Date | None = None
    preamble: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[str, ...] = ()

    def statements(self) -> Iterator[Statement]:
        """Every statement in order."""
        for section in self.sections:
            yield from section.statements

    def statement(self, statement_id: str) -> Statement:
        """The statement or part with this id, or the one that covers it (`5.4` covers `5.4a`).

        Raises:
            NotFound: There is none.
        """
        for statement in self.statements():
            if covers(statement.id, statement_id):
                return next((part for part in statement.parts if part.id == statement_id), statement)
        raise NotFound("statement", statement_id)


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
