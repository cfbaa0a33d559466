"""Which version of the own Leitbild is in force, and since when: an explicit choice, kept with its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Adoption:
    """A choice of a version.

    Attributes:
        version: Its name; empty stands for the shipped Leitbild.
        since: First day it counts.
    """

    version: str
    since: date


def adoptions(rows: object) -> tuple[tuple[Adoption, ...], str]:
    """The choices from raw values, the earliest first, and the key that does not fit or the empty text.

    Args:
        rows: As TOML gives them.
    """
    found: list[Adoption] = []
    for place, row in enumerate(rows if isinstance(rows, list) else [None], 1):
        if not isinstance(row, dict) or row.keys() != {"version", "since"}:
            return (), f"leitbild.{place}"
        version, since = row["version"], row["since"]
        if not isinstance(version, str):
            return (), f"leitbild.{place}.version"
        if not isinstance(since, date) or isinstance(since, datetime):
            return (), f"leitbild.{place}.since"
        found.append(Adoption(version, since))
    return tuple(sorted(found, key=lambda one: one.since)), ""


def in_force(chosen: tuple[Adoption, ...], day: date) -> str:
    """Name of the version that counts on a day; empty for the shipped Leitbild."""
    return next((one.version for one in reversed(chosen) if one.since <= day), "")


def adopted(chosen: tuple[Adoption, ...], version: str, day: date) -> tuple[Adoption, ...]:
    """The choices with one more from a day on; a choice made for the same day is replaced."""
    earlier = tuple(one for one in chosen if one.since < day)
    return earlier if in_force(earlier, day) == version else (*earlier, Adoption(version, day))
