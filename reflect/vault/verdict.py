"""The verdict: compares what the file says with what the header and the anchor remember."""

from typing import NamedTuple

from reflect.vault.anchor import Mark
from reflect.vault.damage import Place, moment
from reflect.vault.header import Header
from reflect.vault.log import Log


class Verdict(NamedTuple):
    """What an opening may do with the file.

    Attributes:
        reason: `damaged`, `rolled-back` or None.
        places: Where it is damaged.
        lost: How many frames or bodies are known to be unreadable.
        rollback: `(found, expected)` when it is older than the anchor.
    """

    reason: str | None
    places: tuple[Place, ...] = ()
    lost: int = 0
    rollback: tuple[int, int] | None = None


def judge(log: Log, header: Header, mark: Mark | None, *, genuine: bool) -> Verdict:
    """Tell a healthy file from a damaged and a rolled-back one.

    A torn tail and a flipped bit in the last frame look alike; the anchor tells them apart. A bad end that
    the anchor remembers as a frame is damage; one that it never knew is a write that was never acknowledged.

    Args:
        log: What the frames say.
        header: The header that counts.
        mark: What the anchor remembers.
        genuine: Whether the header's HMAC holds.
    """
    places = list(log.damage)
    promised = 0 if mark is None else mark.sequence - log.sequence
    if not genuine:
        places.insert(0, (0, None))
    if log.torn and promised > 0 and not log.damage:
        places += [(log.sequence + number, moment(log.last)) for number in range(1, min(promised, 1000) + 1)]
    if places:
        missing = len(log.index.missing_bodies())
        return Verdict("damaged", tuple(places), sum(1 for number, _ in places if number) + missing)
    if mark is not None and _older(log, header, mark):
        return Verdict("rolled-back", rollback=(log.sequence, mark.sequence))
    if log.header_sequence > header.sequence:
        return Verdict("rolled-back", rollback=(log.sequence, log.sequence))
    return Verdict(None)


def _older(log: Log, header: Header, mark: Mark) -> bool:
    if mark.sequence > log.sequence or mark.header_sequence > header.sequence:
        return True
    # The same number with another tag: a history that went another way from some older state.
    return log.witnessed is not None and log.witnessed != mark.tag
