"""Editions: the Leitbild in all its versions, and which one counts on a day; who shows a wording asks here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reflect.domain.fault import NotFound, WrongUsage
from reflect.domain.leitbild import Leitbild, Statement
from reflect.domain.succession import identified
from reflect.domain.touching import touched
from reflect.library import leitbild as library
from reflect.settings import leitbild as kept
from reflect.settings.adoption import Adoption, in_force

if TYPE_CHECKING:
    from datetime import date

    from reflect.settings.config import Config
    from reflect.settings.places import Places

OWN = "own:"
"""Stands before the id of an own statement wherever it could be taken for a shipped one."""


@dataclass(frozen=True)
class Editions:
    """The shipped Leitbild, the organisation's own versions, and the choice between them.

    Attributes:
        shipped: Comes with the program; protocols name its ids.
        own: The organisation's versions, the oldest first. An own id begins with `own:` and stays from version to
            version; `Statement.stands_for` names the shipped statements that a person tied it to, `Statement.label`
            is the number a person reads.
        adoptions: Which version counts since when.
    """

    shipped: Leitbild
    own: tuple[Leitbild, ...] = ()
    adoptions: tuple[Adoption, ...] = ()

    def on(self, day: date) -> Leitbild:
        """The text that counts on a day; its `version` is the name to keep beside whatever is measured against it.

        A version that was chosen and is not kept any more gives way to the shipped text.
        """
        name = in_force(self.adoptions, day)
        return next((one for one in self.own if one.version == name), self.shipped)

    def version(self, name: str) -> Leitbild:
        """One own version.

        Raises:
            NotFound: None has this name.
        """
        found = next((one for one in self.own if one.version == name), None)
        if found is None:
            raise NotFound("leitbild-version", name)
        return found

    def wording(self, reference: str, day: date) -> Statement:
        """What a statement says in the text that counts on a day.

        Args:
            reference: Id of a shipped statement, as protocols name it, or any id an entry keeps.
            day: Whose text counts.

        Returns:
            The statement in that text; where nothing in it says the same, the wording of the youngest version that
            did, else the shipped one.

        Raises:
            NotFound: No text knows it.
        """
        for text in (self.on(day), *reversed(self.own), self.shipped):
            try:
                return text.statement(reference)
            except NotFound:
                continue
        raise NotFound("statement", reference)

    def touched(self, references: list[str], day: date) -> tuple[Statement, ...]:
        """The statements an entry's references mean, in the order of the text that counts on a day.

        What this text does not hold follows in its last known wording; what no text knows is left out.
        """
        text = self.on(day)
        found = touched(text, references)
        said = {one for statement in found for one in (statement.id, *statement.stands_for)}
        rest = []
        for reference in references:
            try:
                statement = self.wording(reference, day)
            except NotFound:
                continue
            if statement not in found and not said & {statement.id, *statement.stands_for}:
                rest.append(statement)
        return (*found, *dict.fromkeys(rest))


def editions(places: Places | None, config: Config) -> Editions:
    """The versions as they are on the disk now; read again only after something changed.

    Args:
        places: Where they lie; None knows the shipped text only.
        config: Gives the language of the shipped text and the choice of a version.
    """
    if places is None:
        return Editions(library.shipped(config.language))
    return _editions(places, config.language, config.leitbild, kept.stamp(places))


@lru_cache(maxsize=4)
def _editions(places: Places, language: str, chosen: tuple[Adoption, ...], _stamp: tuple[int, ...]) -> Editions:
    """A file that holds no Leitbild any more is told of by `reflect leitbild check`; here the shipped text counts."""
    try:
        own = identified(kept.editions(places))
    except WrongUsage:
        own = []
    return Editions(library.shipped(language), tuple(map(_own, own)), chosen)


def _own(leitbild: Leitbild) -> Leitbild:
    """The same version with ids that nobody takes for shipped ones."""
    sections = tuple(
        section.model_copy(
            update={
                "statements": tuple(
                    one.model_copy(update={"id": OWN + one.id, "number": one.label}) for one in section.statements
                )
            }
        )
        for section in leitbild.sections
    )
    return leitbild.model_copy(update={"sections": sections})
