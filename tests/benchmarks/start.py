"""From the command to the first visible paint, and to the answer of `--version`.

    python -m tests.benchmarks.start

prints JSON: median milliseconds and ratios. Everything runs in turn in the same pseudo-terminals, so that the machine's
mood hits all alike: bare python, `--version`, Textual's smallest app, reflect before its vault is opened.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pexpect
import pyte

from tests.cli.world import Home

ROUNDS = 9
SIZE = (24, 80)
HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("hello")
Hello().run()
"""


def paint(command: Sequence[str], env: dict[str, str]) -> float:
    """Milliseconds until the screen shows a first letter."""
    screen = pyte.Screen(SIZE[1], SIZE[0])
    stream = pyte.ByteStream(screen)
    begin = time.perf_counter()
    process = pexpect.spawn(command[0], list(command[1:]), env=env, dimensions=SIZE, timeout=30)
    process.delaybeforesend = None
    while not any(line.strip() for line in screen.display):
        stream.feed(process.read_nonblocking(65536, timeout=30))
    taken = (time.perf_counter() - begin) * 1000
    process.close(force=True)
    return taken


def answer(command: Sequence[str], env: dict[str, str]) -> float:
    """Milliseconds until a command has ended."""
    begin = time.perf_counter()
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - begin) * 1000


def measured(home: Home) -> dict[str, float]:
    """Median milliseconds of each, run in turn."""
    env = {name: value for name, value in home.env.items() if not name.startswith("TEXTUAL")} | {
        "COLORTERM": "truecolor"
    }
    python = sys.executable
    script = str(Path(python).parent / "reflect")
    ways: dict[str, Callable[[], float]] = {
        "bare_python": lambda: answer([python, "-c", "pass"], env),
        "version": lambda: answer([script, "--version"], env),
        "textual_hello": lambda: paint([python, "-c", HELLO], env),
        "reflect": lambda: paint([script], env),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():  # once for the disk's cache
        way()
    for _ in range(ROUNDS):
        for name, way in ways.items():
            times[name].append(way())
    return {name: round(statistics.median(found), 1) for name, found in times.items()}


def main() -> None:
    """Measure and print JSON."""
    with tempfile.TemporaryDirectory() as folder:
        figures = measured(Home(Path(folder)).furnish())
    report = {
        "milliseconds": figures,
        "version_to_bare_python": round(figures["version"] / figures["bare_python"], 2),
        "paint_to_textual_hello": round(figures["reflect"] / figures["textual_hello"], 2),
        "rounds": ROUNDS,
        "processors": os.cpu_count(),
    }
    sys.stdout.write(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main()
