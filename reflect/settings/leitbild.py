"""Every version of the organisation's Leitbild, as plain files beside the settings: it is no secret."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from pydantic import ValidationError

from reflect.domain.fault import AlreadyThere, NotSaved, WrongUsage
from reflect.domain.leitbild import Leitbild

if TYPE_CHECKING:
    from pathlib import Path

    from reflect.settings.places import Places


def folder(places: Places) -> Path:
    """Where the versions lie, beside the person's own protocols."""
    return places.prompts.with_name("leitbild")


def versions(places: Places) -> list[Leitbild]:
    """Every kept version, the oldest first.

    Raises:
        WrongUsage: `leitbild-kept-broken` (fact: path): a file was changed and holds no Leitbild any more.
    """
    return [_read(path) for path in sorted(folder(places).glob("*.json"))]


def keep(places: Places, leitbild: Leitbild) -> Path:
    """Write a version into a file of its own; older ones stay as they are.

    Raises:
        AlreadyThere: This version is kept already.
        NotSaved: The disk refused.
    """
    name = re.sub(r"[^0-9A-Za-z-]", "_", leitbild.version)
    path = folder(places) / f"{name}.json"
    if path.exists():
        raise AlreadyThere(path)
    new = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(leitbild.model_dump_json(indent=2) + "\n", "utf-8")
        new.replace(path)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise NotSaved("not-allowed" if isinstance(error, PermissionError) else "io", path) from error
    return path


def _read(path: Path) -> Leitbild:
    try:
        return Leitbild.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        raise WrongUsage("leitbild-kept-broken", path=path) from None
