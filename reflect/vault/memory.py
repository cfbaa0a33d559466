"""Memory hygiene, as far as Python goes: no core dump and no debugger of the same user may read the process.

Keys live in bytearrays and are overwritten at locking (`reflect.vault.keys`). Copies that libraries, the swap or
hibernation made are out of reach; the README says so.
"""

import sys

_PR_SET_DUMPABLE = 4


def harden_process() -> tuple[str, ...]:
    """Forbid core dumps and reading from outside; call it once at the start of the process.

    Returns:
        What took effect: `core-limit`, `not-dumpable`. Empty where the platform offers neither.
    """
    effects = []
    if _forbid_core_files():
        effects.append("core-limit")
    if sys.platform == "linux" and _forbid_dumps():
        effects.append("not-dumpable")
    return tuple(effects)


def _forbid_core_files() -> bool:
    try:
        import resource  # noqa: PLC0415 - absent on Windows
    except ImportError:
        return False
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return False
    return True


def _forbid_dumps() -> bool:
    import ctypes  # noqa: PLC0415 - needed on Linux only

    try:
        prctl = ctypes.CDLL(None, use_errno=True).prctl
    except (OSError, AttributeError):
        return False
    return bool(prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
