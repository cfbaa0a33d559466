"""Parts: walks through a vault file and tells genuine frames from everything else.

After bytes that are no frame it finds its way back by the next frame's mark, so one damaged place costs one frame.
"""

from collections.abc import Iterator
from typing import NamedTuple

from reflect.vault.frame import HEAD_SIZE, MARK, Frame, Head, read_frame, read_head
from reflect.vault.header import FRAMES_START
from reflect.vault.source import Source

_WINDOW = 1 << 20


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


def read_parts(source: Source) -> Iterator[Frame | Gap]:
    """Walk from the first frame to the end of the file."""
    offset = FRAMES_START
    while offset < source.size:
        found = read_frame(source, offset)
        if isinstance(found, Frame):
            yield found
            offset = found.end
            continue
        end = _resume(source, offset, found)
        yield Gap(offset, end, found)
        offset = end


def _resume(source: Source, offset: int, head: Head | None) -> int:
    """Find where the next frame starts; the size of the file when there is none."""
    if head is not None:
        following = offset + HEAD_SIZE + head.operations_size + head.bodies_size
        if following == source.size or _starts_frame(source, following):
            return following
    at = offset + 1
    while at < source.size:
        window = source.read(_WINDOW, at)
        hit = window.find(MARK)
        while hit >= 0:
            if _starts_frame(source, at + hit):
                return at + hit
            hit = window.find(MARK, hit + 1)
        if len(window) < _WINDOW:
            break
        at += _WINDOW - len(MARK) + 1
    return source.size


def _starts_frame(source: Source, offset: int) -> bool:
    """Whether a frame starts here; a whole head is enough, so that two damaged neighbours stay two."""
    return read_head(source.read(HEAD_SIZE, offset), offset, source.size) is not None
