"""A person's home for the command line: a vault whose key costs nothing to derive, and `reflect` as a process."""

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from reflect import language
from reflect.cli.going import Going
from reflect.cli.program import run
from reflect.settings.places import Places
from reflect.vault.policy import KdfPolicy
from reflect.workflows.opening import create_vault
from reflect.workflows.surroundings import Surroundings

PASSPHRASE = "vier kurze Worte hier"
FELT = {
    "was": "Selam Tesfay kam am 3. Dezember zu spät.\nIch war laut.",
    "bewegt": "Ich schäme mich.",
    "schritt": "Ich rufe Selam Tesfay an, 030 23125 417, und sage es ihr.",
}
"""Answers to `kurzreflexion`, with a name and a number."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left behind.

    Attributes:
        code: Exit code.
        out: Standard output.
        err: Standard error.
    """

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


class Home:
    """One person's folders, and the program in them.

    Args:
        root: An empty folder.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.env = {name: value for name, value in os.environ.items() if not name.startswith(("REFLECT_", "LC_"))}
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            self.env[f"XDG_{name}_HOME"] = str(root / name.lower())
        self.env |= {"HOME": str(root), "LANG": "C.UTF-8", "TERM": "xterm-256color"}
        self.secret = root / "passphrase"
        self.secret.write_text(PASSPHRASE + "\n", "utf-8")

    @property
    def vault(self) -> Path:
        """Folder of the vault."""
        return self.root / "data/reflect/vault"

    def furnish(self) -> "Home":
        """Make the vault, in this process and cheaply; the command line itself cannot."""
        surroundings = Surroundings(Places.find(self.env), policy=KdfPolicy.for_tests())
        sitting, _key = create_vault(surroundings, PASSPHRASE)
        sitting.close()
        return self

    def reflect(self, *words: str | Path, given: str | bytes = "", env: dict[str, str] | None = None) -> Done:
        """Run a command line in this process, without a terminal.

        Args:
            words: The command line.
            given: Standard input.
            env: More environment.
        """
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
        raw = given if isinstance(given, bytes) else given.encode()
        with (
            patch.dict(os.environ, self.env | (env or {}), clear=True),
            patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), "utf-8")),
            patch.object(sys, "stdout", out),
            patch.object(sys, "stderr", err),
            contextlib.chdir(self.root),
        ):
            try:
                code = run([str(word) for word in words], _no_screen)
            finally:
                language.use(language.SOURCE)
        return Done(code, _told(out), _told(err))

    def started(self, *words: str | Path, given: str | bytes = "", env: dict[str, str] | None = None) -> Done:
        """The same in a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "reflect", *map(str, words)],
            input=given if isinstance(given, bytes) else given.encode(),
            env=self.env | (env or {}),
            cwd=self.root,
            capture_output=True,
            check=False,
            start_new_session=True,
            timeout=60,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def opened(self, *words: str | Path, given: str | bytes = "", started: bool = False) -> Done:
        """Run the program with the passphrase at hand."""
        call = self.started if started else self.reflect
        return call(*words, "--password-file", self.secret, "--no-input", given=given)

    def wrote(self, answers: Any = None, protocol: str = "kurzreflexion") -> str:
        """Write an entry and give its id."""
        given = json.dumps(FELT if answers is None else answers)
        done = self.opened("new", protocol, "--answers", "-", given=given)
        assert done.code == 0, done.err
        return done.out.strip()

    def told(self, answers: Sequence[str], *words: str) -> Done:
        """Write an entry line by line and answer with these lines."""
        return self.opened("new", *words, "--linear", given="\n".join(answers) + "\n")


def _told(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


def _no_screen(_surroundings: Surroundings, _going: Going) -> int:
    raise AssertionError("the screen is not asked for")
