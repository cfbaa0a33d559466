"""A place in a text that may tell who somebody is."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, model_validator


class Kind(StrEnum):
    """What a finding tells about a person; the values are part of the command line's contract."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    DATE = "date"
    AGE = "age"
    IDENTIFIER = "identifier"
    CONTACT = "contact"
    ACCOUNT = "account"
    ORIGIN = "origin"
    FAMILY = "family"
    HEALTH = "health"
    RELIGION = "religion"
    OCCUPATION = "occupation"
    IDENTITY = "identity"
    PROCEDURE = "procedure"
    ROLE = "role"


class Tier(StrEnum):
    """How sure the detector is, and so what a person is asked.

    `certain` is replaced unless somebody says otherwise, `suspect` needs a person's word,
    `advice` is never replaced silently: it offers something more general.
    """

    CERTAIN = "certain"
    SUSPECT = "suspect"
    ADVICE = "advice"


class Finding(BaseModel):
    """One occurrence in one text.

    Attributes:
        id: Stable for the same text and the same known names; letters, digits and `-` only, never the words themselves.
        start: First code point, counted from 0.
        end: Code point after the last.
        kind: What it tells.
        tier: How sure.
        surface: The words as they stand in the text: `text[start:end]`.
        replacement: What would stand there instead (for advice: the first step of the ladder).
        entity: Same person or thing, same entity; internal, never shown and never exported.
        ladder: For advice, from slightly to very general; the last step may be empty (leave out).
    """

    model_config = ConfigDict(frozen=True)

    id: str
    start: int
    end: int
    kind: Kind
    tier: Tier
    surface: str
    replacement: str
    entity: str = ""
    ladder: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _span_is_the_surface(self) -> "Finding":
        if not 0 <= self.start < self.end or self.end - self.start != len(self.surface):
            raise ValueError("a finding spans its surface")
        return self

    def contract(self) -> dict[str, str | int]:
        """The seven keys that `reflect anonymize --json` promises."""
        return {
            "id": self.id,
            "start": self.start,
            "end": self.end,
            "kind": self.kind.value,
            "tier": self.tier.value,
            "surface": self.surface,
            "replacement": self.replacement,
        }
