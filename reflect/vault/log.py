"""The log: reads every frame of a generation, proves the chain, and tells a torn tail from damage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from reflect.vault.frame import BASE, FIRST, HEAD_SIZE, MARK, MORE, TAG_SIZE, Frame, Head, read_frame, read_head
from reflect.vault.header import FRAMES_START
from reflect.vault.index import Index
from reflect.vault.keys import Keys
from reflect.vault.system import System

NO_TAG = bytes(16)
_WINDOW = 1 << 20

Place = tuple[int, datetime | None]


class Source(NamedTuple):
    """An open vault file and what it takes to read it.

    Attributes:
        system: The machine.
        handle: The file.
        keys: Its keys.
        salt: Generation salt.
        size: Bytes that are there to be read.
    """

    system: System
    handle: int
    keys: Keys
    salt: bytes
    size: int


class Gap(NamedTuple):
    """A stretch of the file that is no genuine frame.

    Attributes:
        start: Its first byte.
        end: The byte after.
        head: The head of the frame that was there, when that much is whole.
    """

    start: int
    end: int
    head: Head | None


@dataclass(slots=True)
class Log:
    """What a generation's frames say.

    Attributes:
        index: The documents.
        frames: How many genuine frames there are.
        sequence: Number of the last one; 0 without any.
        tag: Its tag.
        offset: Where it starts in the file.
        tag_at: Where its tag is in the file.
        end: Where the next one will be written.
        torn: Bytes after `end` that are no frame.
        damage: Places where frames are missing, changed or moved, with the time of the last readable frame before.
        header_sequence: Highest header number any frame was written under.
        witnessed: Tag at the sequence number that was asked for, if it is there.
        last: Time of the last frame.
        created: Time of the generation's first frame, which carries the vault's beginning through every rewriting.
    """

    index: Index = field(default_factory=Index)
    frames: int = 0
    sequence: int = 0
    tag: bytes = NO_TAG
    offset: int = 0
    tag_at: int = 0
    end: int = FRAMES_START
    torn: int = 0
    damage: list[Place] = field(default_factory=list)
    header_sequence: int = 0
    witnessed: bytes | None = None
    last: int | None = None
    created: int | None = None

    def take(self, frame: Frame) -> None:
        """Carry out a genuine frame and make it the last one."""
        self.index.apply(frame)
        self.frames += 1
        self.sequence, self.tag, self.last = frame.sequence, frame.tag, frame.time
        self.offset, self.tag_at, self.end = frame.offset, frame.bodies - TAG_SIZE, frame.end
        if frame.flags & FIRST:
            self.created = frame.time
        self.header_sequence = max(self.header_sequence, frame.header_sequence)


def moment(microseconds: int | None) -> datetime | None:
    """Return a frame's time, or None when there is none or the clock was absurd."""
    if microseconds is None:
        return None
    try:
        return datetime.fromtimestamp(microseconds / 1_000_000, UTC)
    except (OverflowError, ValueError, OSError):
        return None


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


def read_parts(source: Source) -> Iterator[Frame | Gap]:
    """Walk through the file from the first frame to its end."""
    offset = FRAMES_START
    system, handle, keys, salt, size = source
    while offset < size:
        found = read_frame(system, handle, keys, salt, offset, size)
        if isinstance(found, Frame):
            yield found
            offset = found.end
            continue
        end = _resume(source, offset, found)
        yield Gap(offset, end, found)
        offset = end


def _resume(source: Source, offset: int, head: Head | None) -> int:
    """Find where the next genuine frame starts; the size of the file when there is none."""
    if head is not None:
        following = offset + HEAD_SIZE + head.operations_size + head.bodies_size
        if following == source.size or _is_frame(source, following):
            return following
    at = offset + 1
    while at < source.size:
        window = source.system.pread(source.handle, _WINDOW, at)
        hit = window.find(MARK)
        while hit >= 0:
            if _is_frame(source, at + hit):
                return at + hit
            hit = window.find(MARK, hit + 1)
        if len(window) < _WINDOW:
            break
        at += _WINDOW - len(MARK) + 1
    return source.size


def _is_frame(source: Source, offset: int) -> bool:
    """Whether a frame starts here; a whole head is enough, so that two damaged neighbours stay two."""
    probe = source.system.pread(source.handle, HEAD_SIZE, offset)
    return read_head(probe, offset, source.size) is not None


def read_log(source: Source, witness: int | None) -> Log:
    """Read all frames in one pass; where anything is irregular, put them in order by number instead.

    Args:
        source: The file.
        witness: A sequence number whose tag the caller wants to compare (the anchor's).
    """
    log = Log()
    with quiet_collector():
        more = False
        for part in read_parts(source):
            if isinstance(part, Gap):
                if part.end == source.size and log.frames and not more:
                    log.torn = part.end - part.start
                    return log
                return _rearranged(source, witness)
            if not _follows(log, part, more=more):
                return _rearranged(source, witness)
            if log.frames == 0 and witness == part.sequence - 1:
                log.witnessed = part.previous
            log.take(part)
            if part.sequence == witness:
                log.witnessed = part.tag
            more = bool(part.flags & MORE)
    if more or not log.frames:
        log.damage.append((log.sequence + 1, moment(log.last)))
        log.torn = source.size - log.end
    return log


def _follows(log: Log, frame: Frame, *, more: bool) -> bool:
    """Whether a frame is the one that must come next."""
    if log.frames == 0:
        return frame.kind == BASE and bool(frame.flags & FIRST)
    if frame.sequence != log.sequence + 1 or frame.previous != log.tag:
        return False
    return (frame.kind == BASE) == more and not frame.flags & FIRST


def _rearranged(source: Source, witness: int | None) -> Log:
    """Salvage: every genuine frame in the order of its number, and a note at every place that is not as written."""
    log, starts, seen = Log(), dict[int, int](), dict[int, Frame]()
    moved: set[int] = set()
    foreign: list[int] = []
    highest = 0
    for part in read_parts(source):
        if isinstance(part, Gap):
            if part.head is not None:
                starts[part.head.sequence] = part.start + HEAD_SIZE + part.head.operations_size
            log.torn = part.end - part.start if part.end == source.size else 0
            foreign.append(highest + 1)
            continue
        if part.sequence in seen or part.sequence < highest:
            moved.add(part.sequence)
        seen.setdefault(part.sequence, part)
        starts[part.sequence] = part.bodies
        highest = max(highest, part.sequence)
        log.end = max(log.end, part.end)
    lost: dict[int, datetime | None] = {}
    expected, previous, more = None, NO_TAG, False
    for sequence, frame in sorted(seen.items()):
        before = moment(log.last)
        if expected is None:
            if not (frame.kind == BASE and frame.flags & FIRST):
                lost[max(sequence - 1, 0)] = None
        elif sequence != expected:
            lost.update((number, before) for number in range(expected, min(sequence, expected + 1000)))
        elif frame.previous != previous or (frame.kind == BASE) != more:
            lost[sequence] = moment(frame.time)
        if sequence in moved:
            lost[sequence] = moment(frame.time)
        end = log.end
        log.take(frame)
        log.end = end
        if sequence == witness:
            log.witnessed = frame.tag
        expected, previous, more = sequence + 1, frame.tag, bool(frame.flags & MORE)
    if more or log.torn or not seen:
        lost[(expected or 1)] = moment(log.last)
    if not lost:  # bytes were put between frames that are all there
        lost.update((number, None) for number in foreign)
    log.index.locate(starts)
    log.damage = sorted(lost.items())
    return log
