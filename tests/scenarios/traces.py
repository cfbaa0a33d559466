"""Looking for readable traces: any 16-byte window of a secret text, in UTF-8, UTF-16 or base64."""

import base64
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

WINDOW = 16
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{22,}")


def windows(secrets: Iterable[str]) -> frozenset[bytes]:
    """Every 16-byte window of the texts in UTF-8 and UTF-16; a shorter text is one window."""
    found = set()
    for secret in secrets:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            data = secret.encode(encoding)
            found |= {data[at : at + WINDOW] for at in range(max(1, len(data) - WINDOW + 1))}
    return frozenset(found)


def holds(content: bytes, secret: frozenset[bytes]) -> bool:
    """Whether the bytes hold a window, plainly or inside a base64 run at any of its four alignments."""
    return any(_plainly(view, secret) for view in _views(content))


def _views(content: bytes) -> Iterator[bytes]:
    yield content
    for run in _BASE64.findall(content):
        for skip in range(4):
            part = run[skip:].translate(bytes.maketrans(b"-_", b"+/"))
            yield base64.b64decode(part[: len(part) // 4 * 4])


def _plainly(content: bytes, secret: frozenset[bytes]) -> bool:
    lengths = {len(window) for window in secret}
    return any(
        content[at : at + length] in secret for length in lengths for at in range(max(0, len(content) - length + 1))
    )


def files_with(folder: Path, secrets: Iterable[str], *, but: Iterable[Path] = ()) -> list[str]:
    """Files below a folder that hold a readable trace, by relative path; their names are looked at too."""
    secret = windows(secrets)
    left_out = {path.resolve() for path in but}
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.resolve() not in left_out
        and (holds(path.read_bytes(), secret) or holds(str(path.relative_to(folder)).encode(), secret))
    ]


_CALL = re.compile(rb'(?:write|pwrite64|writev|pwritev2?|sendto|sendmsg)\(\d+<([^>]*)>.*?(".*")')
_STRING = re.compile(rb'"((?:\\x[0-9a-f]{2})*)"')


def written_with(trace: Path, secrets: Iterable[str], *, but: Iterable[Path] = ()) -> list[str]:
    """Targets of traced writes (`strace -f -y -xx -s 1000000`) that got a readable trace.

    Terminals are left out: a screen is meant to be read. An unlinked file is not: its name ends in "(deleted)".
    """
    secret = windows(secrets)
    left_out = {str(path).encode() for path in but}
    hits = set()
    for line in trace.read_bytes().splitlines():
        call = _CALL.search(line)
        if call is None:
            continue
        target = bytes.fromhex(call[1].replace(b"\\x", b"").decode()) if call[1].startswith(b"\\x") else call[1]
        if target.startswith((b"/dev/pts", b"/dev/tty", b"/dev/ptmx")) or target in left_out:
            continue
        data = b"".join(bytes.fromhex(part.replace(b"\\x", b"").decode()) for part in _STRING.findall(call[2]))
        if holds(data, secret):
            hits.add(target.decode(errors="replace"))
    return sorted(hits)
