"""Doors that the screen library leaves open by default, and how they are closed; imports nothing of it."""

import os
import traceback
from collections.abc import MutableMapping
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]


def strip_environment(environment: MutableMapping[str, str] = os.environ) -> None:
    """Remove every variable that could make Textual log, take pictures or talk to developer tools.

    Args:
        environment: Changed in place.
    """
    for name in [name for name in environment if name == "TEXTUAL" or name.startswith("TEXTUAL_")]:
        del environment[name]


def where(error: BaseException) -> str:
    """Kind and places of an error, without its message and without values: both could hold what a person wrote.

    Returns:
        `KeyError   tui/app.py:12  workflows/keeping.py:40`, the frames of this program only, innermost last.
    """
    cause = error.__cause__ or error.__context__
    inner = cause if cause is not None and not _places(error) else error
    return "   ".join([type(inner).__name__, "  ".join(_places(inner))]).rstrip()


def _places(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)
    paths = [(Path(frame.filename).resolve(), frame.lineno) for frame in frames]
    return [f"{path.relative_to(HOUSE).as_posix()}:{line}" for path, line in paths if path.is_relative_to(HOUSE)]
