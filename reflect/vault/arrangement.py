"""Arrangement: a damaged file's genuine frames in the order of their numbers, and a note of what is not as written.

This is the salvage reading. It is slower than the one pass of `reflect.vault.log` and keeps all frames in memory.
"""

from reflect.vault.damage import Damage
from reflect.vault.frame import BASE, FIRST, HEAD_SIZE, MORE, Frame
from reflect.vault.header import FRAMES_START
from reflect.vault.log import Log
from reflect.vault.parts import Gap, read_parts
from reflect.vault.source import Source


class Arrangement:
    """Puts a file's frames in order.

    Args:
        source: The file.
    """

    def __init__(self, source: Source) -> None:
        self._frames: dict[int, Frame] = {}
        self._starts: dict[int, int] = {}
        self._moved: list[Frame] = []
        self._foreign: list[int] = []
        self._torn = 0
        self._end = FRAMES_START
        highest = 0
        for part in read_parts(source):
            if isinstance(part, Gap):
                self._pass_over(part, highest, source.size)
                continue
            if part.sequence <= highest:
                self._moved.append(part)
            self._frames.setdefault(part.sequence, part)
            self._starts[part.sequence] = part.bodies
            highest = max(highest, part.sequence)
            self._end = part.end

    def _pass_over(self, gap: Gap, highest: int, size: int) -> None:
        """Remember a gap; a body can outlive the frame that names it, when a later frame names it too."""
        if gap.head is not None:
            self._starts.setdefault(gap.head.sequence, gap.start + HEAD_SIZE + gap.head.operations_size)
        if gap.end == size:
            self._torn = size - gap.start
        self._foreign.append(highest + 1)

    def log(self, witness: int | None) -> Log:
        """Carry out the frames in order.

        Args:
            witness: A sequence number whose tag the caller wants to compare.
        """
        log, damage = Log(), Damage()
        more = False
        for _, frame in sorted(self._frames.items()):
            self._compare(log, damage, frame, more=more)
            log.take(frame, witness)
            more = bool(frame.flags & MORE)
        for frame in self._moved:
            damage.note(frame.sequence, 0, frame.time)
        if more or self._torn or not self._frames:
            damage.note(log.sequence + 1, 0, log.last)
        if not damage.places:  # bytes were put between frames that are all there
            for sequence in self._foreign:
                damage.note(sequence, 0, log.last)
        log.index.locate(self._starts)
        log.damage, log.torn, log.end = damage.places, self._torn, self._end
        return log

    @staticmethod
    def _compare(log: Log, damage: Damage, frame: Frame, *, more: bool) -> None:
        """Note what is missing or wrong between the last frame and this one."""
        if not log.frames:
            if not (frame.kind == BASE and frame.flags & FIRST):
                damage.note(max(frame.sequence - 1, 0), 0, None)
        elif frame.sequence != log.sequence + 1:
            damage.note(log.sequence + 1, frame.sequence, log.last)
        elif frame.previous != log.tag or (frame.kind == BASE) != more:
            damage.note(frame.sequence, 0, frame.time)
