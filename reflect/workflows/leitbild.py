"""Take in an organisation's Leitbild: read a file, show what was understood, keep the version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.fault import NotFound, WrongUsage
from reflect.library.manuscript.document import text_of
from reflect.library.manuscript.sections import understood
from reflect.settings import leitbild as kept

if TYPE_CHECKING:
    from pathlib import Path

    from reflect.domain.leitbild import Leitbild
    from reflect.workflows.surroundings import Surroundings


def read(surroundings: Surroundings, file: Path) -> Leitbild:
    """What a file says; nothing is stored. Without a title in the text the file's name is the title.

    Raises:
        NotFound: There is no such file.
        WrongUsage: It cannot be read, or `reflect.library.manuscript` says what is missing in it.
    """
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        raise NotFound("file", str(file)) from None
    except OSError:
        raise WrongUsage("file-unreadable", path=file) from None
    found = understood(text_of(content, file.suffix), surroundings.now().date())
    return found if found.title else found.model_copy(update={"title": file.stem})


def keep(surroundings: Surroundings, leitbild: Leitbild) -> Path:
    """Store a version beside the older ones.

    Raises:
        AlreadyThere: This version is kept already.
        NotSaved: The disk refused.
    """
    return kept.keep(surroundings.places, leitbild)


def versions(surroundings: Surroundings) -> list[Leitbild]:
    """Every kept version, the oldest first.

    Raises:
        WrongUsage: A kept file is broken.
    """
    return kept.versions(surroundings.places)


def version(surroundings: Surroundings, name: str) -> Leitbild:
    """One kept version.

    Raises:
        NotFound: None has this name.
        WrongUsage: A kept file is broken.
    """
    for one in versions(surroundings):
        if one.version == name:
            return one
    raise NotFound("leitbild-version", name)
