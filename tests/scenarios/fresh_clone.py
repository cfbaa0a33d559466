"""Runs the README's two commands in a fresh clone, as a stranger would, and prints how long each took (JSON).

By hand: `python tests/scenarios/fresh_clone.py`. Needs the package registry, git and pexpect.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pexpect

ROOT = Path(__file__).resolve().parents[2]
MINUTES = 60
FIRST_SCREEN = "Deutsch"


def commands() -> list[str]:
    """The `sh` blocks of the README, in order."""
    return re.findall(r"^```sh\n(.+?)\n```$", (ROOT / "README.md").read_text("utf-8"), flags=re.MULTILINE)


def starts(command: str, clone: Path, home: Path) -> float:
    """Seconds until the first command shows the first screen of the program; then leaves it with Ctrl+Q."""
    env = {"HOME": str(home), "PATH": "/usr/local/bin:/usr/bin:/bin:" + str(Path(sys.base_prefix) / "bin")}
    began = time.monotonic()
    child = pexpect.spawn(
        "/bin/sh",
        ["-c", command],
        cwd=clone,
        env={**env, "TERM": "xterm-256color"},
        timeout=15 * MINUTES,
        dimensions=(24, 80),
    )
    child.expect(FIRST_SCREEN)
    seconds = time.monotonic() - began
    child.send("\x11")
    child.expect(pexpect.EOF)
    return seconds


def passes(command: str, clone: Path, home: Path) -> tuple[float, str]:
    """Seconds the second command took, and the last line it printed."""
    env = {"HOME": str(home), "PATH": "/usr/local/bin:/usr/bin:/bin:" + str(Path(sys.base_prefix) / "bin")}
    began = time.monotonic()
    done = subprocess.run(command, shell=True, cwd=clone, env=env, capture_output=True, text=True, check=False)  # noqa: S602 - the README's own line
    if done.returncode != 0:
        sys.exit(done.stdout[-4000:] + done.stderr[-4000:])
    return time.monotonic() - began, done.stdout.strip().splitlines()[-1]


def main() -> None:
    """Clone, run both, print."""
    first, second = commands()[:2]
    folder = Path(tempfile.mkdtemp(prefix="reflect-clone-"))
    try:
        clone, home = folder / "clone", folder / "home"
        home.mkdir()
        subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
        start = starts(first, clone, home)
        tests, said = passes(second, clone, home)
    finally:
        shutil.rmtree(folder)
    print(json.dumps({"start_seconds": round(start, 1), "tests_seconds": round(tests, 1), "tests_said": said}))


if __name__ == "__main__":
    main()
