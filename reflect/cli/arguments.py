"""The arguments of one verb: argparse, with faults in the reader's language and a help page of our own."""

import argparse
import re
from collections.abc import Sequence
from typing import Any, NoReturn

from reflect.domain.fault import WrongUsage
from reflect.language import N_, gettext
from reflect.language import gettext as _

SECRET = re.compile(r"--?(pass|pw|secret|key|recovery|passwor[dt])")
WIDTH = 30


class Arguments(argparse.ArgumentParser):
    """Common options and those of one verb, in any order.

    Args:
        verb: Its name; empty when no verb was given.
    """

    def __init__(self, verb: str = "") -> None:
        super().__init__(
            prog=f"reflect {verb}".strip(), add_help=False, allow_abbrev=False, argument_default=argparse.SUPPRESS
        )
        self.verb = verb

    def parsed(self, words: Sequence[str]) -> argparse.Namespace:
        """What was asked for.

        Raises:
            WrongUsage: An argument is unknown, missing or does not fit.
        """
        found, unknown = self.parse_known_args(list(words))
        if unknown:
            raise self._unknown(unknown[0])
        return found

    def _unknown(self, word: str) -> WrongUsage:
        if SECRET.match(word):
            return WrongUsage("secret-as-value")
        if word.startswith("-"):
            return WrongUsage("unknown-option", option=word.partition("=")[0], prog=self.prog)
        # The word itself is not repeated: somebody may have typed a name.
        return WrongUsage("one-word-too-many", prog=self.prog)

    def error(self, message: str) -> NoReturn:
        """Turn what argparse found into a fault of our own.

        Raises:
            WrongUsage: Always.
        """
        missing = re.match(r"the following arguments are required: (.*)", message)
        if missing:
            raise WrongUsage("argument-missing", missing=missing[1], usage=self.usage_line())
        named = re.match(r"argument ([^:]*): (.*)", message)
        if named and named[2].startswith("expected"):
            raise WrongUsage("value-missing", option=named[1], usage=self.usage_line())
        if named and named[2].startswith("invalid choice"):
            raise WrongUsage("value-unknown", option=named[1], right=self._choices(named[1]))
        if named and named[2].startswith("not allowed with"):
            raise WrongUsage("options-clash", option=named[1], other=named[2].rpartition("argument ")[2])
        raise WrongUsage("arguments-wrong", usage=self.usage_line())

    def _choices(self, name: str) -> str:
        for action in self._actions:
            if action.choices and name in ("/".join(action.option_strings), action.metavar, action.dest):
                return ", ".join(str(choice) for choice in action.choices)
        return "…"

    def usage_line(self) -> str:
        """How the verb is written: `reflect show ID [--json]`."""
        own = [action for action in self._actions if action.dest not in COMMON]
        return " ".join([self.prog, *(_form(action) for action in own if action.help is not argparse.SUPPRESS)])

    def help_lines(self, *, common: bool) -> list[str]:
        """One line for each argument: how it is written, what it does.

        Args:
            common: Those of every verb, or those of this verb alone.
        """
        return [
            _described(_name(action), gettext(action.help))
            for action in self._actions
            if action.help and (action.dest in COMMON) is common
        ]


def _described(name: str, words: str) -> str:
    """Name and meaning on one line; a long name has a line of its own."""
    return f"  {name:<{WIDTH}}{words}" if len(name) < WIDTH else f"  {name}\n  {'':<{WIDTH}}{words}"


def _name(action: argparse.Action) -> str:
    value = _value(action)
    if not action.option_strings:
        return value
    return ", ".join(action.option_strings) + (f" {value}" if value else "")


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    if isinstance(action.metavar, str):
        return action.metavar
    return "|".join(str(choice) for choice in action.choices) if action.choices else action.dest.upper()


def _form(action: argparse.Action) -> str:
    value = _value(action)
    if not action.option_strings:
        return {"?": f"[{value}]", "*": f"[{value} …]", "+": f"{value} …"}.get(str(action.nargs), value)
    words = f"{action.option_strings[0]} {value}".strip()
    return words if action.required else f"[{words}]"


COMMON = frozenset(
    "vault lang password_file password_stdin json plain no_input quiet debug help version".split()  # noqa: SIM905 - short
)


def add_common(arguments: Arguments) -> None:
    """The options that every verb takes, before or after it."""
    add: Any = arguments.add_argument
    add("--vault", metavar=_("ORDNER"), help=N_("Ordner des Tresors"))
    add("--lang", choices=("de", "en"), help=N_("Sprache"))
    add("--password-file", metavar=_("DATEI"), help=N_("Datei, deren erste Zeile die Passphrase ist"))
    add("--password-stdin", action="store_true", help=N_("Passphrase aus der ersten Zeile der Standardeingabe"))
    add("--json", action="store_true", help=N_("Ausgabe als JSON; die Form zeigt: reflect help formats"))
    add("--plain", action="store_true", help=N_("eine Zeile je Eintrag, Spalten mit Tabulator getrennt"))
    add("--no-input", action="store_true", help=N_("nie nachfragen"))
    add("-q", "--quiet", action="store_true", help=N_("nur Daten und Fehler"))
    add("--debug", action="store_true", help=N_("bei Fehlern die Art des Fehlers dazu"))
    add("-h", "--help", action="store_true", help=N_("diese Hilfe"))
    add("--version", action="store_true", help=N_("Version"))
