"""What an answer says about the writer: strain and health never leave, whatever a file of questions says.

A rule of the house, not of a protocol: an organisation may write its own protocols, but it cannot make the strain or
health of its staff exportable. Recognised are ids by convention and questions that speak to the writer about it.
"""

import re

from reflect.domain.audience import Audience
from reflect.domain.protocol import Share

STRAIN_IDS = frozenset(
    {
        "belastung",
        "befinden",
        "erholung",
        "gesundheit",
        "health",
        "koerper",
        "kraft",
        "krankheit",
        "schlaf",
        "sleep",
        "strain",
    }
)
RESONANCE_IDS = frozenset({"resonanz", "resonance"})

_ABOUT = re.compile(
    r"\b(belast\w*|überlast\w*|erschöpf\w*|gesundheit\w*|krank\w*|schläfst|schlaf\w*|körper\w*|erhol\w*|kräfte|"
    r"strain\w*|stress\w*|exhaust\w*|health\w*|ill|illness|sleep\w*|body|burn\w*)\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(du|dich|dir|dein\w*|euch|you|your|yourself)\b", re.IGNORECASE)


def concerns_the_writer(question_id: str, text: str) -> bool:
    """Whether an answer would tell how the writer is: strain, health, sleep.

    Args:
        question_id: Parts between hyphens are compared with `STRAIN_IDS`.
        text: The question; it counts when it speaks to the writer and names strain or health.
    """
    if STRAIN_IDS.intersection(question_id.split("-")):
        return True
    return bool(_ABOUT.search(text) and _YOU.search(text))


def is_resonance(question_id: str) -> bool:
    """Whether an answer says what a case stirs up in the writer: for individual supervision only, after asking."""
    return not RESONANCE_IDS.isdisjoint(question_id.split("-"))


def narrowed(
    question_id: str, text: str, share: Share, audiences: tuple[Audience, ...]
) -> tuple[Share, tuple[Audience, ...]]:
    """The share and audiences that hold, however wide a file sets them."""
    if concerns_the_writer(question_id, text):
        return Share.NEVER, audiences
    if is_resonance(question_id):
        return Share.NEVER if share is Share.NEVER else Share.ASK, (Audience.INDIVIDUAL,)
    return share, audiences
