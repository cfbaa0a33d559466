"""The console: data to standard output, messages to standard error, answers from standard input."""

import json
import sys
import warnings
from dataclasses import dataclass, field
from getpass import GetPassWarning, getpass
from typing import Any, TextIO

from reflect.domain.fault import WrongUsage

LINE_LIMIT = 4095
"""Bytes of one line that a terminal hands over; more is dropped by the system before anybody can read it."""


@dataclass
class Console:
    """Where words come from and go to.

    Attributes:
        quiet: Messages that are no answers and no faults are left out.
        may_ask: Whether a person may be asked (`--no-input` forbids it).
        given: Standard input.
        data: Standard output.
        messages: Standard error.
    """

    quiet: bool = False
    may_ask: bool = True
    given: TextIO = field(default_factory=lambda: sys.stdin)
    data: TextIO = field(default_factory=lambda: sys.stdout)
    messages: TextIO = field(default_factory=lambda: sys.stderr)

    @property
    def is_terminal(self) -> bool:
        """Whether a person sits in front of it and may be asked."""
        return self.may_ask and self.given.isatty() and self.messages.isatty()

    def write(self, text: str = "") -> None:
        """Hand over a line of data."""
        self.data.write(text + "\n")

    def write_json(self, value: Any) -> None:
        """Hand over data as JSON, readable for people as well."""
        self.write(json.dumps(value, ensure_ascii=False, indent=2))

    def say(self, text: str) -> None:
        """Tell something that may be left out with `-q`."""
        if not self.quiet:
            self.insist(text)

    def insist(self, text: str = "") -> None:
        """Tell something that must not be left out: a fault, a question, a recovery key."""
        self.messages.write(text + "\n")
        self.messages.flush()

    def line(self, prompt: str = "") -> str | None:
        """Ask for one line.

        Args:
            prompt: Stands before the answer, on the same line.

        Returns:
            The line without its end; None at the end of the input.
        """
        if prompt:
            self.messages.write(prompt)
            self.messages.flush()
        line = self.given.readline()
        return line.rstrip("\r\n") if line else None

    def whole(self) -> str:
        """Everything standard input still has."""
        return self.given.read()

    def secret(self, prompt: str) -> str:
        """Ask for a secret without showing it.

        Raises:
            WrongUsage: `no-secret`: nobody can be asked.
        """
        if not self.may_ask:
            raise WrongUsage("no-secret")
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", GetPassWarning)
                return getpass(f"{prompt}: ", stream=self.messages)
        except (GetPassWarning, EOFError, OSError):
            raise WrongUsage("no-secret") from None
