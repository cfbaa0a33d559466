"""Protocols as files: checking them, and making one's own from a template or from a shipped one."""

import re
from collections.abc import Iterable
from pathlib import Path

from reflect.domain.fault import AlreadyThere, NotFound, NotSaved, WrongUsage
from reflect.domain.protocol import ProtocolKind
from reflect.library.checker import check
from reflect.library.flaw import Flaw
from reflect.library.listing import LANGUAGES
from reflect.workflows.surroundings import Surroundings

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


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
    found = [flaw for one in own for flaw in check(one) if flaw.what != "language-missing"]
    return (*found, *check(shipped))


def copy(surroundings: Surroundings, protocol_id: str) -> tuple[Path, ...]:
    """Copy a protocol, in every language it has, to the person's own ones, where it is used first.

    Returns:
        The new files.

    Raises:
        NotFound: No file has this id.
        AlreadyThere: The person has it already; nothing is written.
        NotSaved: The disk refused.
    """
    protocol = surroundings.catalogue.load(protocol_id, surroundings.config.language)
    texts: dict[Path, str] = {}
    for language in LANGUAGES:
        origin = surroundings.catalogue.origin(protocol_id, language)
        if language in origin.parts:
            texts[_own(surroundings, language, protocol.kind, protocol_id)] = origin.read_text("utf-8-sig")
    if not texts:
        raise NotFound("protocol", protocol_id)
    return _written(surroundings, texts.items())


def begin(surroundings: Surroundings, protocol_id: str, kind: ProtocolKind, template: str) -> Path:
    """Write a template that a person goes on with.

    Args:
        surroundings: Says where own protocols lie, and the language.
        protocol_id: Its id and file name.
        kind: Its folder.
        template: The file's text.

    Raises:
        WrongUsage: `protocol-id`: the id does not fit.
        AlreadyThere: The person has one with this id.
        NotSaved: The disk refused.
    """
    if not _ID.fullmatch(protocol_id):
        raise WrongUsage("protocol-id")
    path = _own(surroundings, surroundings.config.language, kind, protocol_id)
    return _written(surroundings, [(path, template)])[0]


def _own(surroundings: Surroundings, language: str, kind: ProtocolKind, protocol_id: str) -> Path:
    return surroundings.places.prompts / language / kind.value / f"{protocol_id}.md"


def _written(surroundings: Surroundings, texts: Iterable[tuple[Path, str]]) -> tuple[Path, ...]:
    files = dict(texts)
    for path in files:
        if path.exists():
            raise AlreadyThere(path)
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        except OSError as error:
            raise NotSaved("not-allowed" if isinstance(error, PermissionError) else "io", path) from error
    surroundings.catalogue.refresh()
    return tuple(files)
