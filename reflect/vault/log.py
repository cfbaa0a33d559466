"""The log: what a generation's frames say."""

from dataclasses import dataclass, field

from reflect.vault.damage import Place
from reflect.vault.frame import FIRST, TAG_SIZE, Frame
from reflect.vault.header import FRAMES_START
from reflect.vault.index import Index

NO_TAG = bytes(16)


@dataclass(slots=True)
class Log:
    """Documents and chain.

    Attributes:
        index: The documents.
        frames: How many genuine frames there are.
        sequence: Number of the last one; 0 without any.
        tag: Its tag.
        offset: Where it starts in the file.
        tag_at: Where its tag is in the file.
        end: Where the next one will be written.
        last: Time of the last frame, microseconds since 1970.
        created: Time of the generation's first frame, which carries the vault's beginning through every rewriting.
        header_sequence: Highest header number any frame was written under.
        witnessed: Tag at the sequence number that was asked for, if it is there.
        torn: Bytes after `end` that are no frame.
        damage: Places where frames are missing, changed or moved.
    """

    index: Index = field(default_factory=Index)
    frames: int = 0
    sequence: int = 0
    tag: bytes = NO_TAG
    offset: int = 0
    tag_at: int = 0
    end: int = FRAMES_START
    last: int | None = None
    created: int | None = None
    header_sequence: int = 0
    witnessed: bytes | None = None
    torn: int = 0
    damage: list[Place] = field(default_factory=list)

    def take(self, frame: Frame, witness: int | None = None) -> None:
        """Carry out a genuine frame and make it the last one.

        Args:
            frame: The frame.
            witness: Sequence number whose tag is to be kept in `witnessed`.
        """
        if not self.frames and witness == frame.sequence - 1:
            self.witnessed = frame.previous
        self.index.apply(frame)
        self.frames += 1
        self.sequence, self.tag, self.last = frame.sequence, frame.tag, frame.time
        self.offset, self.tag_at, self.end = frame.offset, frame.bodies - TAG_SIZE, frame.end
        self.header_sequence = max(self.header_sequence, frame.header_sequence)
        if frame.flags & FIRST:
            self.created = frame.time
        if frame.sequence == witness:
            self.witnessed = frame.tag
