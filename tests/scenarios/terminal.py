"""A person at a real terminal: a pseudo-terminal that runs the program, and a screen that is read like eyes do."""

import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

PATIENCE = 40.0
"""Seconds until a scenario says what it saw instead; generous, since two cores may be busy."""

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "backtab": "\x1b[Z",
    "escape": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "backspace": "\x7f",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "ctrl+home": "\x1b[1;5H",
    "ctrl+end": "\x1b[1;5F",
}


class NotSeen(AssertionError):  # noqa: N818 - a failed expectation, read as one
    """The screen did not show what a person waits for; the message holds the screen as it was."""


class Terminal:
    """The program in a terminal of a given size.

    Args:
        arguments: Command line after `reflect`.
        env: The whole environment of the process.
        size: Columns and rows.
        prefix: A command that runs the program, such as a tracer.
        program: What Python is asked to run.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        env: Mapping[str, str],
        *,
        size: tuple[int, int] = (80, 24),
        prefix: Sequence[str] = (),
        program: Sequence[str] = ("-m", "reflect"),
    ) -> None:
        columns, rows = size
        self.display = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.display)
        command = [*prefix, sys.executable, *program, *arguments]
        self.process = pexpect.spawn(
            command[0], command[1:], env=dict(env), dimensions=(rows, columns), timeout=PATIENCE
        )
        self.process.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.close(force=True)

    @property
    def screen(self) -> str:
        """What stands on the screen now."""
        return "\n".join(line.rstrip() for line in self.display.display)

    def _read(self, seconds: float) -> bool:
        try:
            chunk = self.process.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            return False
        self._stream.feed(chunk)
        return True

    def see(self, *words: str, gone: Sequence[str] = ()) -> str:
        """Wait until every one of the words stands on the screen and none of `gone` does.

        Raises:
            NotSeen: It did not come.
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            screen = self.screen
            if all(word in screen for word in words) and not any(word in screen for word in gone):
                return screen
            self._read(0.2)
        raise NotSeen(f"waited for {words} without {gone}, saw:\n{self.screen}")

    def until(self, happened: Callable[[], bool]) -> None:
        """Wait, reading the screen, until something outside it has happened.

        Raises:
            NotSeen: It did not happen.
        """
        end = time.monotonic() + PATIENCE
        while not happened():
            if time.monotonic() > end:
                raise NotSeen(f"it did not happen, saw:\n{self.screen}")
            self._read(0.1)

    def press(self, *keys: str) -> None:
        """Press keys by name (`f6`, `enter`, `ctrl+l`, `a`)."""
        for key in keys:
            self.process.send(_sent(key))
            self._read(0.05)

    def burst(self, *parts: str) -> None:
        """Text and keys by name in one write, faster than any hand."""
        self.process.send("".join(_sent(part) for part in parts))
        self._read(0.05)

    def type(self, text: str) -> None:
        """Type text; a line break is the Enter key."""
        for chunk in (text[start : start + 40] for start in range(0, len(text), 40)):
            self.process.send(chunk.replace("\n", "\r"))
            self._read(0.02)

    def resize(self, columns: int, rows: int) -> None:
        """Drag the window."""
        self.display.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def kill(self) -> None:
        """The power goes: SIGKILL to the program and everything it started."""
        self.process.kill(signal.SIGKILL)
        self.process.wait()

    def leave(self) -> int:
        """Wait until the program ends by itself; its exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.isalive():
            if time.monotonic() > end:
                raise NotSeen(f"did not end, saw:\n{self.screen}")
            self._read(0.1)
        self.process.close()
        return int(
            self.process.exitstatus if self.process.exitstatus is not None else -(self.process.signalstatus or 0)
        )


def _sent(key: str) -> str:
    """What a terminal sends for a key; text stands for itself."""
    if key.startswith("ctrl+") and len(key) == len("ctrl+") + 1:
        return chr(ord(key[-1].upper()) - 64)
    return KEYS.get(key, key)


def fresh_home(folder: Path) -> dict[str, str]:
    """An environment in which every place a program may write to lies below one empty folder."""
    places = {
        "HOME": folder / "home",
        "TMPDIR": folder / "tmp",
        "XDG_CONFIG_HOME": folder / "config",
        "XDG_DATA_HOME": folder / "data",
        "XDG_STATE_HOME": folder / "state",
        "XDG_CACHE_HOME": folder / "cache",
        "XDG_RUNTIME_DIR": folder / "run",
    }
    for place in places.values():
        place.mkdir(parents=True, mode=0o700)
    return {
        **{name: str(place) for name, place in places.items()},
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "TZ": "Europe/Berlin",
    }
