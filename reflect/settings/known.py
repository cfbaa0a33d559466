"""Vaults that this computer knows: a neutral name and a folder each, never what is in one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

NAME_LIMIT = 24


@dataclass(frozen=True, slots=True)
class KnownVault:
    """One of several vaults, as on a duty-room computer.

    Attributes:
        name: Neutral, chosen by the owner; anybody at this computer sees it.
        folder: Where it lies; `~` is the home folder.
    """

    name: str
    folder: str

    @property
    def place(self) -> Path:
        """The folder on disk."""
        return Path(self.folder).expanduser()


def proper_name(typed: str) -> str:
    """A name as it is kept; empty when it is none: blank, too long for a row, or with control characters."""
    name = " ".join(typed.split())
    return name if len(name) <= NAME_LIMIT and name.isprintable() else ""


def known_vaults(rows: object) -> tuple[tuple[KnownVault, ...], str]:
    """The vaults from raw values, and the key that does not fit or the empty text.

    Args:
        rows: As TOML gives them.
    """
    found: list[KnownVault] = []
    for place, row in enumerate(rows if isinstance(rows, list) else [None], 1):
        if not isinstance(row, dict) or row.keys() != {"name", "folder"}:
            return (), f"vaults.{place}"
        name, folder = row["name"], row["folder"]
        if not isinstance(name, str) or not isinstance(folder, str) or not name.strip() or not folder:
            return (), f"vaults.{place}"
        if any(one.name == name for one in found):
            return (), f"vaults.{place}.name"
        found.append(KnownVault(name, folder))
    return tuple(found), ""
