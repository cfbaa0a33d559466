"""Whereabouts: where each vault lay when it was last opened, so that an empty folder is never taken for a first run."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

_FILE = "places.json"


def last_seen(state: Path) -> dict[str, Path]:
    """Vault id -> folder; empty when nothing is known or the note cannot be read.

    Args:
        state: Folder of the anchors.
    """
    try:
        text = (state / _FILE).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    import json  # noqa: PLC0415 - the first page does without

    try:
        noted = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(noted, dict):
        return {}
    return {vault_id: Path(place) for vault_id, place in noted.items() if isinstance(place, str)}


def note(state: Path, vault_id: str, place: Path) -> None:
    """Note where a vault lies; a disk that refuses costs the hint and nothing else.

    Args:
        state: Folder of the anchors.
        vault_id: 32 hexadecimal digits.
        place: The vault's folder.
    """
    import json  # noqa: PLC0415 - the first page does without

    known = last_seen(state)
    if known.get(vault_id) == place:
        return
    text = json.dumps({key: str(value) for key, value in {**known, vault_id: place}.items()}, indent=1)
    new = state / f"{_FILE}.new"
    with suppress(OSError):
        new.write_text(text + "\n", "utf-8")
        new.replace(state / _FILE)
