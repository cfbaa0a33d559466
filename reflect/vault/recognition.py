"""Recognition: is this file a vault at all, before anything beside it is touched."""

from pathlib import Path

from reflect.domain.fault import NotAVault, NotFound
from reflect.vault.frame import MARK
from reflect.vault.header import COPY_SIZE, FRAMES_START, MAGIC
from reflect.vault.layout import VAULT_NAME
from reflect.vault.medium import read_around
from reflect.vault.system import System

_SAMPLE = 4096


def locate(system: System, place: Path) -> Path:
    """Return the vault file of a folder, or the file itself when a file is named.

    Raises:
        NotFound: There is neither. An empty or missing folder never counts as a deletion.
        NotAVault: A folder has the vault file's name.
    """
    file = place / VAULT_NAME if system.is_dir(place) else place
    if system.is_dir(file):
        raise NotAVault(file, "folder")
    if not system.exists(file):
        raise NotFound("vault", str(place))
    return file


def recognise(system: System, handle: int, path: Path) -> None:
    """Make sure that an open file is a vault.

    A vault whose header is damaged still counts: one copy's magic bytes or the first frame's mark is enough.

    Raises:
        NotAVault: With what it looks like.
    """
    marks = (read_around(system, handle, 8, 0), read_around(system, handle, 8, COPY_SIZE))
    if MAGIC in marks or read_around(system, handle, len(MARK), FRAMES_START) == MARK:
        return
    raise NotAVault(path, appearance(read_around(system, handle, _SAMPLE, 0)))


def appearance(sample: bytes) -> str:
    """Say what the start of a file looks like: `empty`, `html`, `text` or `unknown`."""
    if not sample.strip(b"\0"):
        return "empty"
    start = sample.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    if start.startswith((b"<!doctype", b"<html", b"<head", b"<?xml", b"<body")):
        return "html"
    try:
        # A character may be cut at the sample's end.
        sample[:-3].decode()
    except UnicodeDecodeError:
        return "unknown"
    return "unknown" if b"\0" in sample else "text"
