"""What was read before: parsed protocols in a folder that may be thrown away at any time.

It holds questions, never answers. A file counts as unchanged while its path, size and time of change are the same.
"""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING, Any

from reflect.domain.protocol import Protocol

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1


def stamp(found: os.stat_result) -> str:
    """What must stay the same for a file to count as unchanged."""
    return f"{found.st_mtime_ns:x}-{found.st_size:x}"


class Cache:
    """Parsed protocols and catalogue rows; with no folder it remembers nothing.

    Args:
        folder: Made when first written to. What cannot be read or written there is simply read again.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def rows(self) -> dict[str, Any]:
        """Kept catalogue rows: path -> `[stamp, row]`."""
        if self._folder is None:
            return {}
        try:
            kept = json.loads((self._folder / "rows.json").read_bytes())
        except (OSError, ValueError):
            return {}
        fits = isinstance(kept, dict) and kept.get("format") == FORMAT and isinstance(kept.get("rows"), dict)
        return dict(kept["rows"]) if fits else {}

    def keep_rows(self, rows: dict[str, Any]) -> None:
        """Keep catalogue rows."""
        self._write("rows.json", json.dumps({"format": FORMAT, "rows": rows}, ensure_ascii=False))

    def protocol(self, path: Path, found: os.stat_result) -> Protocol | None:
        """The protocol as it was read from this very state of the file."""
        if self._folder is None:
            return None
        try:
            state, _, body = (self._folder / _name(path)).read_bytes().partition(b"\n")
            return Protocol.model_validate_json(body) if state.decode() == stamp(found) else None
        except (OSError, ValueError):
            return None

    def keep_protocol(self, path: Path, found: os.stat_result, protocol: Protocol) -> None:
        """Keep a protocol in place of older states of its file."""
        if self._folder is not None:
            self._write(_name(path), f"{stamp(found)}\n{protocol.model_dump_json(exclude_defaults=True)}")

    def _write(self, name: str, text: str) -> None:
        if self._folder is None:
            return
        try:
            if not self._folder.is_dir():
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (self._folder / name).write_bytes(text.encode())
        except OSError:  # a full disk or a read-only place costs speed, not work; a torn file is read past
            return


def _name(path: Path) -> str:
    return f"{FORMAT}-{hashlib.sha256(os.fsencode(path)).hexdigest()[:24]}"
