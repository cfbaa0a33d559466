"""Who may read what stands on a screen: the mark in its top right corner."""

from dataclasses import dataclass

from reflect.language import N_


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of reader.

    Attributes:
        sign: One dot for each circle of people, an arrow for what leaves.
        words: A German msgid.
        leaves: Filled with the band; then the screen holds no other band.
    """

    sign: str
    words: str
    leaves: bool = False


ONLY_YOU = Reader("•", N_("nur du"))
WITH_GUIDANCE = Reader("••", N_("du und deine Anleitung"))
ROOM = Reader("•••", N_("alle im Raum"))


def leaving(words: str) -> Reader:
    """The mark of a page that leaves the device.

    Args:
        words: For whom, already in the reader's language: "geht an die Supervision".
    """
    return Reader("→", words, leaves=True)
