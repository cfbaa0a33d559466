"""Every verb, and the module it lives in; only the one that is asked for is loaded."""

from importlib import import_module
from typing import cast

from reflect.cli.verb import Verb

MODULES = {
    "init": "init",
    "new": "new",
    "resume": "new",
    "edit": "new",
    "list": "entries",
    "show": "entries",
    "search": "entries",
    "delete": "trash",
    "trash": "trash",
    "case list": "case",
    "case new": "case",
    "case add": "case",
    "case names": "case",
    "agenda": "agenda",
    "agenda mark": "agenda",
    "agenda done": "agenda",
    "agenda drop": "agenda",
    "agenda close": "agenda",
    "forget": "forget",
    "export": "export",
    "takeout": "takeout",
    "anonymize": "anonymize",
    "assess": "assess",
    "assess course": "assess",
    "leitbild show": "leitbild",
    "leitbild import": "leitbild",
    "leitbild list": "leitbild",
    "leitbild map": "editions",
    "leitbild adopt": "editions",
    "leitbild diff": "editions",
    "leitbild check": "editions",
    "leitbild workshop": "workshop",
    "onboarding list": "onboarding",
    "onboarding show": "onboarding",
    "onboarding vignette": "onboarding",
    "onboarding sign": "onboarding",
    "onboarding proof": "onboarding",
    "import": "intake",
    "session": "session",
    "session list": "session",
    "session plan": "session",
    "prompts check": "prompts",
    "prompts list": "prompts",
    "prompts show": "prompts",
    "prompts try": "prompts",
    "prompts new": "prompts",
    "prompts copy": "prompts",
    "check": "check",
    "backup": "upkeep",
    "restore": "upkeep",
    "compact": "upkeep",
    "purge": "upkeep",
    "passwd": "keys",
    "recovery create": "keys",
    "recovery test": "keys",
    "rekey": "keys",
    "demo": "demo",
    "config": "config",
    "help": "help",
}
"""Name of the verb -> module of this room, in the order of the help."""

GROUPS = {
    group: tuple(name.partition(" ")[2] for name in MODULES if name.startswith(f"{group} "))
    for group in ("agenda", "assess", "case", "leitbild", "onboarding", "prompts", "recovery", "session")
}
"""First words that need a second one."""


def load(name: str) -> Verb:
    """The verb with this name."""
    module = import_module(f"reflect.cli.{MODULES[name]}")
    return next(verb for verb in cast("tuple[Verb, ...]", module.VERBS) if verb.name == name)
