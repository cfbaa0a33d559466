"""Writing a released page to the file a person named."""

import contextlib
import errno
import os
import secrets
from pathlib import Path

from reflect.domain.fault import NotSaved

_REASONS = {
    errno.ENOSPC: "no-space",
    errno.EDQUOT: "no-space",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.EROFS: "not-allowed",
}


def write(path: Path, content: bytes) -> None:
    """Write all of it or nothing: a new file beside it, flushed, takes its name.

    The file beside it holds released bytes only and is gone afterwards, also when the disk refuses.

    Args:
        path: Where a person wants it; an existing file is replaced.
        content: What passed the leak check.

    Raises:
        NotSaved: The disk refused.
    """
    beside = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise NotSaved(_REASONS.get(error.errno or 0, "io"), path) from error
