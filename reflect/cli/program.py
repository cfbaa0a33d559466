"""The program on the command line: from words to a verb, from faults to sentences and exit codes."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reflect import language
from reflect.cli.going import Going
from reflect.domain.fault import Fault, WrongUsage
from reflect.settings import organisation
from reflect.settings.places import Places
from reflect.workflows.surroundings import Surroundings

if TYPE_CHECKING:
    import argparse

    from reflect.cli.arguments import Arguments
    from reflect.cli.verb import Verb

INTERRUPTED = 130
DAMAGED = 5
DAMAGED_REASONS = frozenset({"damaged", "rolled-back", "newer"})
WITH_VALUE = frozenset({"--vault", "--lang", "--password-file"})

Screen = Callable[[Surroundings, Going], int]


def run(words: Sequence[str], screen: Screen) -> int:
    """Carry a command line out; every fault becomes a sentence and a code.

    Args:
        words: Without the program's name.
        screen: Opens the screen.

    Returns:
        The exit code.
    """
    _settle_streams()
    language.use(_asked_language(words) or os.environ.get("REFLECT_LANG", ""))
    try:
        code = _carried_out(words, screen)
        sys.stdout.flush()
    except Fault as fault:
        return _told(fault, debug="--debug" in words)
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough; nothing more can be said to it
        _close_output()
        return 0
    except OSError as error:
        if error.filename is not None:
            raise
        from reflect.vault.failure import not_saved  # noqa: PLC0415 - only when the output is refused

        _close_output()
        return _told(not_saved(error, Path(language.gettext("Standardausgabe"))), debug="--debug" in words)
    except UnicodeDecodeError:
        return _told(WrongUsage("input-not-utf8"), debug="--debug" in words)
    return code


def _settle_streams() -> None:
    """Speak UTF-8 into files and pipes; let a terminal that lacks a sign show `?` instead of failing.

    A stream that the caller closed is an empty one.
    """
    sys.stdin = sys.stdin or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - lives as long as the program
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - the same
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - the same
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8")
    if isinstance(sys.stdin, io.TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")


def _close_output() -> None:
    """Let what is still unwritten vanish, so that the interpreter does not fail over it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _carried_out(words: Sequence[str], screen: Screen) -> int:
    if not words:  # the screen opens without the parser
        return screen(_surroundings(None, None), Going())
    from reflect.cli.arguments import Arguments, add_common  # noqa: PLC0415 - the screen alone needs no parser

    verb, rest = _verb(words)
    arguments = Arguments(verb.name if verb else "")
    add_common(arguments)
    if verb:
        verb.arguments(arguments)
    if verb and any(word in {"-h", "--help"} for word in rest):
        return _helped(arguments, verb)
    return _with(arguments.parsed(rest), verb, screen)


def _helped(arguments: Arguments, verb: Verb) -> int:
    from reflect.cli.help import page  # noqa: PLC0415 - only when asked for

    sys.stdout.write(page(arguments, verb))
    return 0


def _with(options: argparse.Namespace, verb: Verb | None, screen: Screen) -> int:
    if getattr(options, "version", False):
        from reflect import __version__  # noqa: PLC0415 - only when asked for

        sys.stdout.write(f"reflect {__version__}\n")
        return 0
    if verb is None and getattr(options, "help", False):
        from reflect.cli.help import overview  # noqa: PLC0415 - only when asked for

        sys.stdout.write(overview())
        return 0
    surroundings = _surroundings(getattr(options, "vault", None), getattr(options, "lang", None))
    if verb is None:
        return screen(surroundings, Going())
    from reflect.cli.console import Console  # noqa: PLC0415 - the screen alone has a console of its own
    from reflect.cli.request import Request  # noqa: PLC0415 - the same

    console = Console(quiet=getattr(options, "quiet", False), may_ask=not getattr(options, "no_input", False))
    request = Request(options, console, surroundings, screen)
    return verb.run(request) or request.code


def _surroundings(vault: str | None, lang: str | None) -> Surroundings:
    """Places and choices, in the order of the contract: option, environment, settings, default.

    Raises:
        WrongUsage: A settings file cannot be read.
    """
    places = Places.find(vault=Path(vault).expanduser() if vault else None)
    config = organisation.choices(places)
    for one in config.vaults:
        if vault == one.name:  # `--vault` takes a known name as well as a folder
            places = replace(places, vault=one.place)
    if config.vaults and not vault and not os.environ.get("REFLECT_VAULT") and not places.vault.exists():
        places = replace(places, vault=config.vaults[0].place)
    named = lang or os.environ.get("REFLECT_LANG", "")
    if named in language.LANGUAGES:
        config = config.changed(language=named)
    language.use(config.language)
    return Surroundings(places, config)


def _asked_language(words: Sequence[str]) -> str:
    """The language of `--lang`, before anything is parsed, so that the first fault speaks it."""
    for word, following in zip(words, [*words, ""][1:], strict=True):
        if word == "--lang":
            return following
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return ""


def _verb(words: Sequence[str]) -> tuple[Verb | None, list[str]]:
    """The verb, and the words without it.

    Raises:
        WrongUsage: There is no such verb.
    """
    from reflect.cli import verbs  # noqa: PLC0415 - the screen alone needs no verbs

    rest = list(words)
    places = list(_bare(rest))
    if not places:
        return None, rest
    name = rest.pop(places[0])
    if name in verbs.GROUPS:
        second = places[1] - 1 if len(places) > 1 else -1
        known = second >= 0 and f"{name} {rest[second]}" in verbs.MODULES
        is_value = second > 0 and rest[second - 1].startswith("-")  # such as `team` in `agenda --for team`
        if name in verbs.MODULES and not known and (second < 0 or is_value):
            return verbs.load(name), rest
        if not known:
            if "-h" in rest or "--help" in rest:
                return verbs.load("help"), [word for word in rest if word not in {"-h", "--help"}]
            raise WrongUsage("group-alone", group=name, verbs=", ".join(verbs.GROUPS[name]))
        name = f"{name} {rest.pop(second)}"
    if name not in verbs.MODULES:
        import difflib  # noqa: PLC0415 - only for a slip

        near = difflib.get_close_matches(name, verbs.MODULES, n=1)
        raise WrongUsage("unknown-verb-near", near=near[0]) if near else WrongUsage("unknown-verb")
    return verbs.load(name), rest


def _bare(words: Sequence[str]) -> list[int]:
    """Places of words that are neither options nor the values of common options."""
    found, skip = [], False
    for place, word in enumerate(words):
        if skip:
            skip = False
        elif word in WITH_VALUE:
            skip = True
        elif not word.startswith("-"):
            found.append(place)
    return found


def _told(fault: Fault, *, debug: bool) -> int:
    from reflect.domain.fault import ReadOnly  # noqa: PLC0415 - with the first fault
    from reflect.language.faults import sentence  # noqa: PLC0415 - with the first fault

    sys.stderr.write(sentence(fault) + "\n")
    if debug:
        sys.stderr.write(f"({type(fault).__name__})\n")
    damaged = isinstance(fault, ReadOnly) and fault.reason in DAMAGED_REASONS
    return DAMAGED if damaged else fault.code
