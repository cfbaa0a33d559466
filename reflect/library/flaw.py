"""A flaw in a content file: where it is and what it is, as facts; `reflect.language.library` words it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reflect.domain.fault import WrongUsage


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing in a file that the program cannot use as it stands.

    Attributes:
        file: The file.
        line: From 1.
        what: Key of the sentence, for instance `type-unknown`.
        facts: Values for that sentence: what was found, what would be right.
    """

    file: Path
    line: int
    what: str
    facts: Mapping[str, str] = field(default_factory=dict)


class Unreadable(WrongUsage):
    """A protocol is there, but its file has flaws, so it is not run: a lost `share` would be a leak.

    Attributes:
        flaws: What is wrong, at least one.
    """

    def __init__(self, flaws: tuple[Flaw, ...]) -> None:
        super().__init__("protocol-unreadable", file=str(flaws[0].file), line=flaws[0].line, count=len(flaws))
        self.flaws = flaws
