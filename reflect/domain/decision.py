"""What a person decided about a finding."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Action(StrEnum):
    """The keys of the review: E, B, I, A, V."""

    REPLACE = "replace"
    KEEP = "keep"
    ALWAYS_KEEP = "always-keep"
    SAME_AS = "same-as"
    GENERALISE = "generalise"


class Decision(BaseModel):
    """One decision; it holds no words of the text but those the person chose to put there.

    Attributes:
        action: What happens.
        text: For `replace` and `generalise`: what stands instead; empty takes the proposal (generalise: leaves it out).
        same_as: For `same-as`: id of a finding of the same person or thing.
    """

    model_config = ConfigDict(frozen=True)

    action: Action
    text: str | None = None
    same_as: str = ""
