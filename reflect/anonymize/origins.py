"""Hand-written name lists, one file for each origin.

Format: a line starts with `f:` (forenames of women), `m:` (of men) or `s:` (surnames); names are separated by
spaces, spellings of one name by `/`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """The names of one origin, every spelling its own entry."""

    female: tuple[str, ...] = ()
    male: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()


def origin_from(source: str) -> Origin:
    """Read one list."""
    groups: dict[str, list[str]] = {"f": [], "m": [], "s": []}
    for line in source.splitlines():
        group, colon, names = line.partition(":")
        if colon and group in groups:
            groups[group].extend(spelling for name in names.split() for spelling in name.split("/") if spelling)
    return Origin(tuple(groups["f"]), tuple(groups["m"]), tuple(groups["s"]))
