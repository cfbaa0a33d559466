"""Every version of the organisation's Leitbild, as plain files beside the settings: it is no secret."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from reflect.domain.fault import AlreadyThere, NotSaved, WrongUsage
from reflect.domain.leitbild import Leitbild
from reflect.domain.succession import Edition, Ties

if TYPE_CHECKING:
    from pathlib import Path

    from reflect.settings.places import Places

Kept = TypeVar("Kept", bound=BaseModel)
TIES = "ties"
"""Folder beside the versions: what a person settled about each."""


def folder(places: Places) -> Path:
    """Where the versions lie, beside the person's own protocols."""
    return places.prompts.with_name("leitbild")


def folders(places: Places) -> tuple[Path, ...]:
    """Where versions are looked for: the person's own first, then what the organisation proposes."""
    return (folder(places), places.organisation / "leitbild")


def editions(places: Places) -> list[Edition]:
    """Every kept version with what was settled about it, the oldest first; an own file goes before a proposed one.

    Raises:
        WrongUsage: `leitbild-kept-broken` (fact: path): a file was changed and holds no Leitbild any more.
    """
    found: dict[str, Edition] = {}
    for place in folders(places):
        for path in sorted(place.glob("*.json")):
            leitbild = _read(path, Leitbild)
            found.setdefault(leitbild.version, (leitbild, _ties(places, path.name)))
    return [found[version] for version in sorted(found)]


def stamp(places: Places) -> tuple[int, ...]:
    """Changes whenever a version or what was settled about one changes; reads no file."""
    return tuple(_changed(path) for place in folders(places) for path in (place, place / TIES))


def keep(places: Places, leitbild: Leitbild) -> Path:
    """Write a version into a file of its own; older ones stay as they are.

    Raises:
        AlreadyThere: This version is kept already.
        NotSaved: The disk refused.
    """
    path = folder(places) / _file_name(leitbild.version)
    if path.exists():
        raise AlreadyThere(path)
    return _write(path, leitbild)


def settle(places: Places, version: str, ties: Ties) -> Path:
    """Write what was settled about a version.

    Raises:
        NotSaved: The disk refused; what was settled before is unchanged.
    """
    return _write(folder(places) / TIES / _file_name(version), ties)


def _file_name(version: str) -> str:
    return re.sub(r"[^0-9A-Za-z-]", "_", version) + ".json"


def _ties(places: Places, name: str) -> Ties:
    """What was settled, by the person themselves or else by the organisation."""
    for place in folders(places):
        path = place / TIES / name
        if path.exists():
            return _read(path, Ties)
    return Ties()


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _write(path: Path, kept: BaseModel) -> Path:
    new = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(kept.model_dump_json(indent=2, exclude_defaults=True) + "\n", "utf-8")
        new.replace(path)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise NotSaved("not-allowed" if isinstance(error, PermissionError) else "io", path) from error
    return path


def _read(path: Path, kind: type[Kept]) -> Kept:
    try:
        return kind.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        raise WrongUsage("leitbild-kept-broken", path=path) from None
