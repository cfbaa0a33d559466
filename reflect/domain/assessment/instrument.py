"""The instrument: which statements are rated, which are observed, and what helps to remember; content, not code."""

from dataclasses import dataclass

from reflect.domain.fault import NotFound
from reflect.domain.protocol import Protocol, Question, QuestionType


@dataclass(frozen=True, slots=True)
class Item:
    """One statement as the instrument asks it.

    Attributes:
        statement: Id, with the letter of its part.
        title: Three or four words.
        indicators: What I would have done, in sentences that begin with me; for an observation what it is about.
    """

    statement: str
    title: str
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A protocol of kind `assessment`, read for rating.

    Attributes:
        version: Of the protocol.
        rated: Items with levels, in the order of the file.
        observed: Items that are only told about.
    """

    version: int
    rated: tuple[Item, ...]
    observed: tuple[Item, ...]

    @classmethod
    def of(cls, protocol: Protocol) -> "Instrument":
        """Choices are indicators of a rated statement; a line or a text asks for an observation."""
        questions = tuple(protocol.questions())
        return cls(
            version=protocol.version,
            rated=tuple(_item(one, one.options) for one in questions if one.type is QuestionType.CHOICES),
            observed=tuple(_item(one, (one.help,)) for one in questions if one.type in _TOLD),
        )

    def item(self, statement_id: str) -> Item:
        """The rated item of a statement.

        Raises:
            NotFound: It is not rated.
        """
        for item in self.rated:
            if item.statement == statement_id:
                return item
        raise NotFound("statement", statement_id)

    def observation(self, statement_id: str) -> Item:
        """The observed item of a statement.

        Raises:
            NotFound: It is not observed.
        """
        for item in self.observed:
            if item.statement == statement_id:
                return item
        raise NotFound("statement", statement_id)


_TOLD = {QuestionType.LINE, QuestionType.TEXT}


def _item(question: Question, indicators: tuple[str, ...]) -> Item:
    statement = question.principles[0] if question.principles else ""
    return Item(statement, question.text, tuple(words for words in indicators if words))
