"""A verb: one thing the command line can do; parser, help page and list of verbs are drawn from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reflect.cli.arguments import Arguments
    from reflect.cli.request import Request


def no_arguments(_arguments: Arguments) -> None:
    """The verb takes the common options only."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb.

    Attributes:
        name: One word, or two for a verb of a group: `list`, `prompts check`.
        summary: What it does, a German msgid.
        run: Does it and returns the exit code.
        arguments: Declares what it takes beyond the common options.
    """

    name: str
    summary: str
    run: Callable[[Request], int]
    arguments: Callable[[Arguments], None] = no_arguments
