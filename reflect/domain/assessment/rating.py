"""A rating: one statement in one month, with the wording it was asked in."""

from pydantic import BaseModel, ConfigDict

from reflect.domain.assessment.mark import Hindrance, Mark
from reflect.domain.leitbild import Leitbild


class Wording(BaseModel):
    """What a statement said when it was asked.

    Attributes:
        version: Of the Leitbild.
        text: The statement.
    """

    model_config = ConfigDict(frozen=True)

    version: str
    text: str

    @classmethod
    def of(cls, leitbild: Leitbild, statement_id: str) -> "Wording":
        """The wording of a statement now.

        Raises:
            NotFound: This Leitbild has no such statement.
        """
        return cls(version=leitbild.version, text=leitbild.statement(statement_id).text)

    def is_same(self, other: "Wording") -> bool:
        """Whether both say the same: a new version that left this statement alone breaks nothing."""
        return self.text.split() == other.text.split()


class Rating(BaseModel):
    """What was said about a statement; it knows its month and no finer time.

    Attributes:
        statement: Id, with the letter of its part.
        wording: As it was asked.
        mark: A level or an exit; None while only something else was noted.
        example: One line, never asked for twice.
        hindrances: What made it hard.
        frame: What changed around the work, where two ratings lie far apart.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    statement: str
    wording: Wording
    mark: Mark | None = None
    example: str = ""
    hindrances: tuple[Hindrance, ...] = ()
    frame: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return self.mark is None and not (self.example.strip() or self.hindrances or self.frame.strip())


class Observation(BaseModel):
    """How something that the organisation answers for is experienced: words, never a mark.

    Attributes:
        statement: Id.
        wording: As it was asked.
        text: "So erlebe ich es."
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    statement: str
    wording: Wording
    text: str
