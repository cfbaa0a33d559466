"""Reading: goes through a generation in one pass that proves the chain."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from reflect.vault.arrangement import Arrangement
from reflect.vault.body import binding, open_body
from reflect.vault.damage import Damage
from reflect.vault.frame import BASE, FIRST, MORE, Frame
from reflect.vault.index import has_tag
from reflect.vault.log import Log
from reflect.vault.operation import unpack
from reflect.vault.parts import Gap, read_parts
from reflect.vault.source import Source


@contextmanager
def quiet_collector() -> Iterator[None]:
    """Keep the cyclic garbage collector from walking a growing index again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_log(source: Source, witness: int | None) -> Log:
    """Read all frames; where anything but the end is irregular, arrange them by number instead.

    Args:
        source: The file.
        witness: Number of the last frame known to be acknowledged (the anchor's), whose tag the caller compares.
    """
    with quiet_collector():
        log = _straight(source, witness)
        if log is None:
            log = Arrangement(source).log(witness)
    return log


def _straight(source: Source, witness: int | None) -> Log | None:
    """Read frames that follow one another; None when they do not."""
    log, more = Log(), False
    for part in read_parts(source):
        if isinstance(part, Gap):
            if part.end < source.size or more or not log.frames:
                return None
            log.torn = part.end - part.start
        elif part.end == source.size and (witness or 0) < part.sequence and not _arrived(source, part):
            log.torn = part.end - part.offset
        elif not _follows(log, part, more=more):
            return None
        else:
            log.take(part, witness)
            more = bool(part.flags & MORE)
    if more or not log.frames:
        damage = Damage()
        damage.note(log.sequence + 1, 0, log.last)
        log.damage = damage.places
    return log


def _arrived(source: Source, frame: Frame) -> bool:
    """Whether the bodies of a last frame, of which nobody knows that it was acknowledged, are there too.

    After a power loss its first sectors may have reached the medium and the others not.
    """
    for operation in unpack(frame.operations, frame.operation_count):
        place = operation.body
        if place.sequence == frame.sequence:
            sealed = source.read(place.length, frame.bodies + place.offset)
            bound = binding(source.vault_id, operation.table, operation.doc_id)
            if not has_tag(sealed, place) or open_body(source.keys, bound, sealed) is None:
                return False
    return True


def _follows(log: Log, frame: Frame, *, more: bool) -> bool:
    """Whether a frame is the one that must come next."""
    if not log.frames:
        return frame.kind == BASE and bool(frame.flags & FIRST)
    if frame.sequence != log.sequence + 1 or frame.previous != log.tag or frame.flags & FIRST:
        return False
    return (frame.kind == BASE) == more
