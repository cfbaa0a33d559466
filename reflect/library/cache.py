"""What was read before: parsed protocols in a folder that may be thrown away at any time.

It holds questions, never answers. A file counts as unchanged while its path, size and time of change are the same.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reflect import __version__
from reflect.domain.protocol import Protocol

if TYPE_CHECKING:
    import os
    from pathlib import Path

FORMAT = f"{__version__}-4"
"""A newer program may read more from a file than an older one kept, so each version has a cache of its own."""
ROWS = f"rows-{FORMAT}"
PROTOCOLS = f"protocols-{FORMAT}"
MAX_HEAD = 8 * 1024
MAX_BYTES = 8 * 1024 * 1024
"""Beyond this size the file is begun anew; it would hold dozens of old states of each protocol."""


def stamp(found: os.stat_result) -> str:
    """What must stay the same for a file to count as unchanged."""
    return f"{found.st_mtime_ns:x}-{found.st_size:x}"


class Cache:
    """Parsed protocols and catalogue rows; with no folder it remembers nothing.

    Protocols stand one after the other in one file, the newest state of each last: adding to a file costs a tenth of
    making one. A record is a line `[path, stamp, bytes]` and as many bytes of JSON.

    Args:
        folder: Made when first written to. What cannot be read or written there is simply read again.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._kept: dict[str, tuple[str, bytes]] | None = None
        self._sound = False

    def rows(self) -> dict[str, Any]:
        """Kept catalogue rows: path -> `[stamp, row]`."""
        try:
            kept = json.loads(self._read(ROWS))
        except ValueError:
            return {}
        fits = isinstance(kept, dict) and kept.get("format") == FORMAT and isinstance(kept.get("rows"), dict)
        return dict(kept["rows"]) if fits else {}

    def keep_rows(self, rows: dict[str, Any]) -> None:
        """Keep catalogue rows."""
        self._write(ROWS, json.dumps({"format": FORMAT, "rows": rows}).encode(), "wb")

    def protocol(self, path: Path, found: os.stat_result) -> Protocol | None:
        """The protocol as it was read from this very state of the file."""
        state, body = self._protocols().get(str(path), ("", b""))
        if state != stamp(found):
            return None
        try:
            return Protocol.model_validate_json(body)
        except ValueError:
            return None

    def keep_protocol(self, path: Path, found: os.stat_result, protocol: Protocol) -> None:
        """Keep a protocol; older states of its file do not count any more."""
        if self._folder is None:
            return
        body = protocol.model_dump_json(exclude_defaults=True).encode()
        self._protocols()[str(path)] = (stamp(found), body)
        head = json.dumps([str(path), stamp(found), len(body)]).encode()
        self._write(PROTOCOLS, head + b"\n" + body, "ab" if self._sound else "wb")
        self._sound = True

    def _protocols(self) -> dict[str, tuple[str, bytes]]:
        if self._kept is None:
            data = self._read(PROTOCOLS)
            self._kept, self._sound = _records(data)
            self._sound = self._sound and 0 < len(data) < MAX_BYTES
        return self._kept

    def _read(self, name: str) -> bytes:
        if self._folder is None:
            return b""
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            return b""

    def _write(self, name: str, data: bytes, mode: str) -> None:
        if self._folder is None:
            return
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with (self._folder / name).open(mode, buffering=0) as file:
                file.write(data)
            if mode == "wb":
                self._forget_other_versions(name)
        except OSError:  # a full disk or a read-only place costs speed, not work; a torn file is read past
            return

    def _forget_other_versions(self, name: str) -> None:
        if self._folder is not None:
            for old in self._folder.glob(name.partition("-")[0] + "-*"):
                if old.name != name:
                    old.unlink(missing_ok=True)


def _records(data: bytes) -> tuple[dict[str, tuple[str, bytes]], bool]:
    """The records of the file, and whether it is whole to its end; what follows a torn record is not read."""
    kept: dict[str, tuple[str, bytes]] = {}
    place = 0
    while place < len(data):
        head, _, _ = data[place : place + MAX_HEAD].partition(b"\n")
        start = place + len(head) + 1
        try:
            path, state, size = json.loads(head)
            body = data[start : start + int(size)]
            kept[path] = (state, body)
        except (TypeError, ValueError):
            return kept, False
        if len(body) != size:
            return kept, False
        place = start + size
    return kept, place == len(data)
