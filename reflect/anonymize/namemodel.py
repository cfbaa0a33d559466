"""Our own small name model: a conditional random field over words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from reflect.anonymize.features import Seen, features
from reflect.anonymize.lists import Lists
from reflect.anonymize.tokens import Token

LABELS = ("PER", "LOC", "ORG")


@dataclass(frozen=True, slots=True)
class Score:
    """How likely a word is part of a name.

    Attributes:
        person: Probability of a person's name.
        place: Probability of a place's name.
        organisation: Probability of an organisation's name.
    """

    person: float = 0.0
    place: float = 0.0
    organisation: float = 0.0

    @property
    def any(self) -> float:
        """Probability that the word is part of any name."""
        return self.person + self.place + self.organisation


@lru_cache(maxsize=1)
def _tagger() -> Any:
    """The shipped model; read once."""
    import pycrfsuite  # noqa: PLC0415 - only when a text is searched

    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_model())
    return tagger


@lru_cache(maxsize=1)
def _model() -> bytes:
    """The bytes of the model; kept, because the tagger reads them in place."""
    return files(__package__).joinpath("data", "names.crfsuite").read_bytes()


def sentences(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Cut a text's tokens where a sentence or a line opens."""
    start = 0
    for at, token in enumerate(tokens):
        if token.first and at > start:
            yield tokens[start:at]
            start = at
    if start < len(tokens):
        yield tokens[start:]


def scores(tokens: Sequence[Token], lists: Lists, tagger: Any = None) -> list[Score]:
    """The score of every token.

    Args:
        tokens: Of a whole text.
        lists: The shipped lists.
        tagger: A `pycrfsuite.Tagger`; the shipped one by default.

    Returns:
        As many scores as tokens; signs and numbers get one, too.
    """
    tagger = tagger or _tagger()
    known = set(tagger.labels())
    found: list[Score] = []
    seen: Seen = {}
    for sentence in sentences(tokens):
        tagger.set(features(sentence, lists, seen=seen))
        for at, token in enumerate(sentence):
            if not token.is_word:
                found.append(Score())
                continue
            found.append(Score(*(tagger.marginal(label, at) if label in known else 0.0 for label in LABELS)))
    return found
