"""What can go wrong, as facts. `reflect.language.faults` says it in the reader's language.

Each fault has an exit code (`code`), part of the command line's stable contract:
1 failed, 2 wrong usage, 3 wrong passphrase, 4 not found, 5 damaged or rolled back,
6 vault in use, 7 held back because identifying text is undecided.
"""

from datetime import datetime
from pathlib import Path
from typing import ClassVar


class Fault(Exception):  # noqa: N818 - a fault is a fact about the world, not a programming error
    """Base of everything a person can be told about.

    Attributes:
        code: Exit code of the command line.
    """

    code: ClassVar[int] = 1


class WrongUsage(Fault):
    """The request cannot be carried out as it was put.

    Attributes:
        what: Key of the sentence in `reflect.language.faults`.
        facts: Values for that sentence; never entry text.
    """

    code = 2

    def __init__(self, what: str, **facts: object) -> None:
        super().__init__(what)
        self.what = what
        self.facts = facts


class WrongPassphrase(Fault):
    """Neither a passphrase slot nor a recovery slot opened."""

    code = 3


class NotFound(Fault):
    """Something named does not exist.

    Attributes:
        noun: What was looked for: `entry`, `protocol`, `vault`, `case`, `question`, `file`.
        name: The name that was given.
    """

    code = 4

    def __init__(self, noun: str, name: str) -> None:
        super().__init__(noun, name)
        self.noun = noun
        self.name = name


class AlreadyThere(Fault):
    """Something would be overwritten.

    Attributes:
        path: The place that is already taken.
    """

    code = 2

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class NotAVault(Fault):
    """The file is something else: empty, an HTML page, another program's. It stays untouched.

    Attributes:
        path: The file.
        looks_like: `empty`, `html`, `text`, `folder` or `unknown`.
    """

    code = 5

    def __init__(self, path: Path, looks_like: str) -> None:
        super().__init__(path, looks_like)
        self.path = path
        self.looks_like = looks_like


class NewerFormat(Fault):
    """Written by a newer version of reflect.

    Attributes:
        found: Version number in the file.
        known: Highest version this program reads.
    """

    code = 5

    def __init__(self, found: int, known: int) -> None:
        super().__init__(found, known)
        self.found = found
        self.known = known


class VaultDamaged(Fault):
    """Bytes were changed, lost or moved. What is readable stays readable.

    Attributes:
        places: `(sequence number, time written or None)` of every damaged frame; `(0, None)` is the header.
        lost: How many records cannot be read.
    """

    code = 5

    def __init__(self, places: tuple[tuple[int, datetime | None], ...], lost: int = 0) -> None:
        super().__init__(places, lost)
        self.places = places
        self.lost = lost


class RolledBack(Fault):
    """The vault is older than the anchor remembers.

    Attributes:
        found: Sequence number in the file.
        expected: Sequence number in the anchor.
    """

    code = 5

    def __init__(self, found: int, expected: int) -> None:
        super().__init__(found, expected)
        self.found = found
        self.expected = expected


class VaultInUse(Fault):
    """Another process writes to this vault.

    Attributes:
        since: When the other process took the lock, if it says so.
        pid: Its process number, if it says so.
    """

    code = 6

    def __init__(self, since: datetime | None, pid: int | None) -> None:
        super().__init__(since, pid)
        self.since = since
        self.pid = pid


class ReadOnly(Fault):
    """A writing request met a vault that is open for reading only.

    Attributes:
        reason: `in-use`, `damaged`, `rolled-back`, `newer`, `media` or `backup`.
    """

    code = 6

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotSaved(Fault):
    """Something could not be written; what was there before is unchanged.

    Attributes:
        reason: `no-space`, `not-allowed`, `io` or `replaced` (the file was exchanged under us).
        path: The file.
    """

    code = 1

    def __init__(self, reason: str, path: Path) -> None:
        super().__init__(reason, path)
        self.reason = reason
        self.path = path


class Undecided(Fault):
    """Identifying text still waits for a decision, so nothing leaves.

    Attributes:
        count: Number of undecided findings.
    """

    code = 7

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class Leak(Fault):
    """The leak check found something in the final bytes; nothing was written.

    Attributes:
        kinds: Kind of each hit, without its words.
    """

    code = 7

    def __init__(self, kinds: tuple[str, ...]) -> None:
        super().__init__(kinds)
        self.kinds = kinds
