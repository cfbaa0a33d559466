"""The bytes of a content file: is it text at all, of a sane size, with spaces and plain line ends?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.library.flaw import Flaw

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 256 * 1024


def text(file: Path) -> tuple[str | None, tuple[Flaw, ...]]:
    """The words of a file, or why there are none, and what a person could not see in it.

    Args:
        file: It is opened here; a byte order mark, as some editors write it, is taken off.

    Returns:
        The text with plain line ends, or None; and the flaws `file-unreadable`, `file-large`, `not-text` and
        `line-ends`, each with the first line it concerns.
    """
    try:
        if file.stat().st_size > MAX_BYTES:
            size = {"found": str(file.stat().st_size // 1024), "right": str(MAX_BYTES // 1024)}
            return None, (Flaw(file, 1, "file-large", size),)
        data = file.read_bytes()
    except OSError:
        return None, (Flaw(file, 1, "file-unreadable"),)
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (Flaw(file, data.count(b"\n", 0, error.start) + 1, "not-text"),)
    if "\0" in words:
        return None, (Flaw(file, words.count("\n", 0, words.index("\0")) + 1, "not-text"),)
    flaws = (Flaw(file, words.count("\n", 0, words.index("\r")) + 1, "line-ends"),) if "\r" in words else ()
    return words.replace("\r\n", "\n").replace("\r", "\n"), flaws
