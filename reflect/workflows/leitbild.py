"""Take in an organisation's Leitbild: read a file, show what was understood, keep the version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.fault import NotFound, WrongUsage
from reflect.domain.soundness import Flaw, flaws
from reflect.domain.succession import Edition, Ties
from reflect.library.manuscript.document import text_of
from reflect.library.manuscript.sections import understood
from reflect.settings import leitbild as kept
from reflect.settings.adoption import Adoption, adopted, in_force
from reflect.workflows.mapping import Mapping

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


def misunderstood(leitbild: Leitbild) -> list[Flaw]:
    """What in a text that was just read looks as if it was not understood; nobody could map it yet."""
    return [flaw for flaw in flaws(leitbild, Ties()) if flaw.kind != "unmapped"]


def editions(surroundings: Surroundings) -> list[Edition]:
    """Every kept version with what was settled about it, the oldest first.

    Raises:
        WrongUsage: A kept file is broken.
    """
    return kept.editions(surroundings.places)


def chosen_from_today(surroundings: Surroundings, version: str) -> tuple[Adoption, ...]:
    """The choice of versions with one more that counts from today on; what was measured before keeps its own.

    Args:
        surroundings: Gives the choice and the day.
        version: Its name; empty for the shipped Leitbild.

    Returns:
        To be kept with the other choices, as `leitbild`.

    Raises:
        NotFound: None has this name.
        WrongUsage: `leitbild-unmapped` (facts: version, count): statements wait to be mapped, so ids could not stay.
    """
    if version and (waiting := Mapping.of(surroundings, version).waiting):
        raise WrongUsage("leitbild-unmapped", version=version, count=waiting)
    return adopted(surroundings.config.leitbild, version, surroundings.now().date())


def version_in_force(surroundings: Surroundings) -> str:
    """Name of the own version that was chosen for today; empty for the shipped Leitbild."""
    return in_force(surroundings.config.leitbild, surroundings.now().date())


def checked(surroundings: Surroundings, name: str = "") -> list[Flaw]:
    """What is wrong or open: in one version, or in all of them and in the choice.

    Raises:
        NotFound: None has this name.
        WrongUsage: A kept file is broken, or `leitbild-none` is kept yet.
    """
    editions = kept.editions(surroundings.places)
    chosen = version_in_force(surroundings)
    if not editions and not chosen:
        raise WrongUsage("leitbild-none")
    if name and name not in {leitbild.version for leitbild, _ties in editions}:
        raise NotFound("leitbild-version", name)
    found = [flaw for leitbild, ties in editions if name in {"", leitbild.version} for flaw in flaws(leitbild, ties)]
    if chosen and chosen not in {leitbild.version for leitbild, _ties in editions}:
        found.insert(0, Flaw(kind="missing", version=chosen))
    return found
