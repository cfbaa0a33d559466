"""The front matter of a protocol: everything is text (YAML would turn 5.10 into 5.1), the nouns convert it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from reflect.domain.protocol import ProtocolKind, Repeat, Role

REQUIRED = ("id", "kind", "title", "summary", "minutes")
KNOWN = (*REQUIRED, "version", "people", "roles", "principles", "repeat")
LISTS = ("roles", "principles")
ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
MAX_MINUTES = 600


@dataclass(slots=True)
class Front:
    """What the front matter says, and what is wrong with it.

    Attributes:
        values: Ready for the nouns; only keys that were right.
        lines: Line of each key in the file.
        flaws: `(line, what, facts)` of each flaw.
    """

    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    flaws: list[tuple[int, str, dict[str, str]]] = field(default_factory=list)


def split(text: str) -> str | None:
    """The front matter of a file without its fences, found without parsing the rest; None when there is none."""
    if not text.startswith("---"):
        return None
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return "\n".join(lines[1:number])
    return None


def blanked(text: str, front: str | None) -> str:
    """The file with empty lines where the front matter was, so that the lines keep their numbers.

    Args:
        text: The whole file.
        front: As `split` gave it.
    """
    if front is None:
        return text
    lines = front.count("\n") + 3 if front else 2
    return "\n" * lines + text.split("\n", lines)[-1]


@lru_cache(maxsize=256)  # the catalogue's row and the protocol need the same one, shortly after each other
def read(front: str | None) -> Front:
    """Read and check the front matter (as `split` gives it; its first line is line 2 of the file)."""
    result = Front()
    if front is None:
        result.flaws.append((1, "front-missing", {}))
        return result
    raw = mapping(front, result)
    if raw is None:
        return result
    for key, value in raw.items():
        _take(key, value, result)
    result.flaws.extend((1, "front-key-missing", {"key": key}) for key in REQUIRED if key not in raw)
    return result


def mapping(front: str, result: Front) -> dict[str, Any] | None:
    """Keys and values as text and lists of text; notes lines and flaws; None when it is no mapping."""
    import yaml  # noqa: PLC0415 - a cached catalogue never needs it

    try:
        node = yaml.compose(front, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        result.flaws.append(((mark.line if mark else 0) + 2, "front-broken", {}))
        return None
    if not isinstance(node, yaml.MappingNode):
        result.flaws.append((2, "front-broken", {}))
        return None
    raw: dict[str, Any] = {}
    for key, value in node.value:
        line = key.start_mark.line + 2
        name = str(key.value)
        if name in raw:
            result.flaws.append((line, "front-key-twice", {"key": name}))
        result.lines[name] = line
        raw[name] = [str(item.value) for item in value.value] if isinstance(value, yaml.SequenceNode) else value.value
    return raw


def _take(key: str, value: Any, result: Front) -> None:
    line = result.lines[key]
    if key not in KNOWN:
        result.flaws.append((line, "front-key-unknown", {"key": key, "right": ", ".join(KNOWN)}))
        return
    right = ""
    if key in LISTS:
        right = _list_value(key, value, result)
    elif not isinstance(value, str) or not value.strip():
        right = "…"
    elif key in {"minutes", "version"}:
        right = "" if value.isdigit() and 0 < int(value) <= MAX_MINUTES else f"1–{MAX_MINUTES}"
    elif key == "kind":
        right = "" if value in set(ProtocolKind) else ", ".join(ProtocolKind)
    elif key == "repeat":
        right = "" if value in set(Repeat) else ", ".join(Repeat)
    elif key == "id":
        right = "" if ID.fullmatch(value) else "a-z 0-9 - _"
    elif key == "people":
        pair = _people(value)
        right = "" if pair else "4-9"
        value = pair
    if right:
        shown = value if isinstance(value, str) else ""
        result.flaws.append((line, "front-value-wrong", {"key": key, "found": shown or "–", "right": right}))
    else:
        result.values[key] = value


def _list_value(key: str, value: Any, _result: Front) -> str:
    if not isinstance(value, list):
        return "[…]"
    if key == "roles" and not set(value) <= set(Role):
        return ", ".join(Role)
    return ""


def _people(value: str) -> tuple[int, int] | None:
    low, _, high = value.partition("-")
    high = high or low
    if low.isdigit() and high.isdigit() and 0 < int(low) <= int(high):
        return int(low), int(high)
    return None
