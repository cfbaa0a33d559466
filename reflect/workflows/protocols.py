"""Protocols as files: checking them, and making one's own from the example or from a shipped one."""

from pathlib import Path

from reflect.domain.fault import AlreadyThere
from reflect.domain.protocol import ProtocolKind
from reflect.library import example
from reflect.library.checker import check
from reflect.library.flaw import Flaw, Unreadable
from reflect.library.listing import LANGUAGES
from reflect.workflows.surroundings import Surroundings

__all__ = ["Unreadable", "begin", "copy", "flawed", "flaws"]


def flaws(surroundings: Surroundings, folder: Path | None = None) -> tuple[Flaw, ...]:
    """Every flaw of a folder, or of every folder protocols are taken from.

    Nobody has to translate what they wrote for themselves: outside the shipped folder, and unless a folder is named,
    a protocol may have one language.

    Raises:
        NotFound: There is no such folder or file.
    """
    if folder is not None:
        return check(folder)
    *own, shipped = surroundings.prompt_folders
    return (*(flaw for one in own for flaw in _own_flaws(one)), *check(shipped))


def flawed(surroundings: Surroundings) -> tuple[Path, ...]:
    """Files of one's own or of the organisation that have flaws."""
    *own, _shipped = surroundings.prompt_folders
    return tuple(dict.fromkeys(flaw.file for one in own for flaw in _own_flaws(one)))


def _own_flaws(folder: Path) -> list[Flaw]:
    return [flaw for flaw in check(folder) if flaw.what != "language-missing"]


def copy(surroundings: Surroundings, protocol_id: str) -> tuple[Path, ...]:
    """Copy a protocol, in every language it has, to the person's own ones, where it is used first.

    Returns:
        The new files.

    Raises:
        NotFound: No file has this id.
        AlreadyThere: The person has it already; nothing is written.
        NotSaved: The disk refused.
    """
    catalogue, own = surroundings.catalogue, surroundings.places.prompts
    catalogue.load(protocol_id, surroundings.config.language)
    spoken = [one for one in LANGUAGES if one in catalogue.origin(protocol_id, one).parts]
    there = [path for one in spoken for path in own.glob(f"{one}/*/{protocol_id}.md")]
    if there:
        raise AlreadyThere(there[0])
    return tuple(example.copy(catalogue, protocol_id, one, own) for one in spoken)


def begin(surroundings: Surroundings, protocol_id: str, kind: ProtocolKind) -> Path:
    """Write the example of `prompts/README.md` under a new id; a person goes on with it.

    Args:
        surroundings: Says where own protocols lie, and the language.
        protocol_id: Its id and file name.
        kind: What it is for, and its folder.

    Raises:
        WrongUsage: `protocol-id`: the id does not fit.
        AlreadyThere: The person has one with this id.
        NotSaved: The disk refused.
    """
    path = example.new(protocol_id, surroundings.places.prompts, surroundings.config.language, kind)
    surroundings.catalogue.refresh()
    return path
