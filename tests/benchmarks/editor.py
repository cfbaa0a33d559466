"""Key to paint in the editor beside Textual's own text area, in a real pseudo-terminal; prints JSON.

    python tests/benchmarks/editor.py [--keys N]

Both run in the same program with the same text and receive the same keys in turn. Measured is the time from writing
a key to the terminal until the first bytes of the answer, and how many bytes the answer has. Only the ratios mean
something: the milliseconds belong to the machine and to what else runs on it.
"""

import argparse
import fcntl
import json
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time
from pathlib import Path

ROWS, COLUMNS = 24, 80
SIZES = (5_000, 50_000)
LINE = "Sie hat den Brief auf den Tisch gelegt und nichts gesagt. Ich habe"
KEYS = b"abcdefg hijklm nopqr stu"
QUIET_SECONDS = 0.05
START_SECONDS = 20.0


def text_of(size: int) -> str:
    """Lines of prose, about so many characters."""
    return "\n".join([LINE] * (size // len(LINE)))


def long_text_of(size: int) -> str:
    """The same in paragraphs of about 1,000 characters."""
    paragraph = " ".join([LINE] * (1_000 // len(LINE)))
    return "\n".join([paragraph] * (size // len(paragraph)))


def show(kind: str, shape: str, size: int) -> None:
    """Run an app with one text area and nothing else."""
    from textual.app import App, ComposeResult  # noqa: PLC0415 - only the child needs it
    from textual.widgets import TextArea  # noqa: PLC0415 - the same

    from reflect.tui import themes  # noqa: PLC0415 - the same
    from reflect.tui.widgets.editor import Editor  # noqa: PLC0415 - the same

    text = (long_text_of if shape == "paragraphs" else text_of)(size)

    class Alone(App[None]):
        def get_theme_variable_defaults(self) -> dict[str, str]:
            return themes.variables("hell")

        def compose(self) -> ComposeResult:
            area = Editor(text) if kind == "reflect" else TextArea(text)
            area.cursor_blink = False
            yield area

        def on_mount(self) -> None:
            area = self.query_one("TextArea, Editor", TextArea)
            area.focus()
            area.move_cursor(area.document.end)

    Alone().run()


class Terminal:
    """A child process behind a pseudo-terminal.

    Args:
        arguments: What the child shows.
    """

    def __init__(self, *arguments: str) -> None:
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execv(sys.executable, [sys.executable, str(Path(__file__)), "--show", *arguments])  # noqa: S606 - no shell
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def read_until_quiet(self, first_wait: float) -> tuple[float, int]:
        """Seconds until the first bytes, and how many came until it was quiet."""
        started = time.perf_counter()
        wait, arrived, count = first_wait, 0.0, 0
        while select.select([self._handle], [], [], wait)[0]:
            count += len(os.read(self._handle, 1 << 16))
            arrived = arrived or time.perf_counter() - started
            wait = QUIET_SECONDS
        return arrived, count

    def press(self, key: bytes) -> tuple[float, int]:
        """Seconds from a key to its paint, and the bytes of the paint."""
        os.write(self._handle, key)
        return self.read_until_quiet(1.0)

    def close(self) -> None:
        """End the child."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._handle)


def measured(shape: str, size: int, keys: int) -> dict[str, object]:
    """Both editors with the same text, keys in turn."""
    kinds = ("textual", "reflect")
    terminals = {kind: Terminal(kind, shape, str(size)) for kind in kinds}
    seconds: dict[str, list[float]] = {kind: [] for kind in kinds}
    sent: dict[str, list[int]] = {kind: [] for kind in kinds}
    for terminal in terminals.values():
        terminal.read_until_quiet(START_SECONDS)
        while terminal.read_until_quiet(0.5)[1]:
            pass
    for number in range(keys):
        key = KEYS[number % len(KEYS) :][:1]
        for kind, terminal in terminals.items():
            taken, count = terminal.press(key)
            seconds[kind].append(taken)
            sent[kind].append(count)
    for terminal in terminals.values():
        terminal.close()
    rows = {kind: _row(seconds[kind], sent[kind]) for kind in kinds}
    return {
        "shape": shape,
        "characters": size,
        **rows,
        "ratio_key_to_paint": round(statistics.median(seconds["reflect"]) / statistics.median(seconds["textual"]), 2),
        "ratio_bytes": round(statistics.median(sent["reflect"]) / statistics.median(sent["textual"]), 3),
    }


def _row(seconds: list[float], sent: list[int]) -> dict[str, float]:
    return {
        "median_ms": round(statistics.median(seconds) * 1000, 2),
        "p95_ms": round(sorted(seconds)[int(len(seconds) * 0.95)] * 1000, 2),
        "median_bytes": int(statistics.median(sent)),
        "most_bytes": max(sent),
    }


def main() -> None:
    """Measure, or show one editor to the measuring process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=120)
    parser.add_argument("--show", nargs=3)
    options = parser.parse_args()
    if options.show:
        kind, shape, size = options.show
        show(kind, shape, int(size))
        return
    rows = [measured(shape, size, options.keys) for shape in ("lines", "paragraphs") for size in SIZES]
    print(json.dumps({"columns": COLUMNS, "rows": ROWS, "keys": options.keys, "results": rows}, indent=2))


if __name__ == "__main__":
    main()
