"""What an operating system error means for the person who writes."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reflect.domain.fault import NotSaved

_NO_SPACE = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}


def not_saved(error: OSError, path: Path) -> NotSaved:
    """Name the reason: `no-space`, `not-allowed` or `io`."""
    if error.errno in _NO_SPACE:
        return NotSaved("no-space", path)
    return NotSaved("not-allowed" if error.errno in NOT_ALLOWED else "io", path)


@contextmanager
def saving(path: Path) -> Iterator[None]:
    """Raise `NotSaved` for any operating system error within."""
    try:
        yield
    except OSError as error:
        raise not_saved(error, path) from error
