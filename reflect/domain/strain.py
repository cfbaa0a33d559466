"""What an answer says about the writer: strain and health never leave, whatever a file of questions says.

A rule of the house, not of a protocol: an organisation may write its own protocols, but it cannot make the strain or
health of its staff exportable. Recognised are ids by convention and questions that speak to the writer about it.
"""

import re
from collections.abc import Iterable

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
    r"\b(belast\w*|überlast\w*|überforder\w*|erschöpf\w*|ausgebrannt|ausgelaugt|gereizt\w*|müde\w*|gesundheit\w*|"
    r"krank\w*|schläfst|schlaf\w*|geschlafen|al[bp]träum\w*|körper\w*|erhol\w*|kräfte|"
    r"strain\w*|stress\w*|exhaust\w*|overwhelm\w*|tired|health\w*|ill|illness|sleep\w*|slept|nightmare\w*|body|burn\w*)\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\bgeht(?:’s|'s| es)(?: \w+)? (?:dir|euch|mir)\b|\bfühlst du dich\b|\bfühle ich mich\b|"
    r"\bhow are you\b|\bhow (?:do|did) you feel\b|\bhow am I\b",
    re.IGNORECASE,
)
_WRITER = re.compile(
    r"\b(du|dich|dir|dein\w*|euch|ich|mich|mir|mein\w*|you|your|yourself|I|me|my|myself)\b", re.IGNORECASE
)


def concerns_the_writer(question_id: str, text: str, around: Iterable[str] = ()) -> bool:
    """Whether an answer would tell how the writer is: strain, health, sleep.

    Args:
        question_id: Parts between hyphens are compared with `STRAIN_IDS`.
        text: The question; it counts when it speaks to or for the writer and names strain or health.
        around: What stands around it and can say the same: its help, its choices, rows and columns, the step's title.
            One that names strain or health counts when it, or the question, speaks to or for the writer.
    """
    if STRAIN_IDS.intersection(question_id.split("-")):
        return True
    asked = bool(_WRITER.search(text))
    every = (text, *around)
    if any(_STATE.search(one) for one in every):
        return True
    return any(_ABOUT.search(one) and (asked or _WRITER.search(one)) for one in every)


def is_resonance(question_id: str) -> bool:
    """Whether an answer says what a case stirs up in the writer: for individual supervision only, after asking."""
    return not RESONANCE_IDS.isdisjoint(question_id.split("-"))


def narrowed(
    question_id: str, text: str, share: Share, audiences: tuple[Audience, ...], around: Iterable[str] = ()
) -> tuple[Share, tuple[Audience, ...]]:
    """The share and audiences that hold, however wide a file sets them."""
    if concerns_the_writer(question_id, text, around):
        return Share.NEVER, audiences
    if is_resonance(question_id):
        return Share.NEVER if share is Share.NEVER else Share.ASK, (Audience.INDIVIDUAL,)
    return share, audiences
