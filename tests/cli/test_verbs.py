"""Every verb that is written can be called, and what the guides name exists."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from reflect.cli.verbs import GROUPS, MODULES, load

ROOT = Path(__file__).parents[2]
COMMAND = re.compile(r"`(?:\.venv/bin/)?reflect ([a-z]+(?: [a-z]+)?)")


def test_no_verb_is_out_of_reach() -> None:
    written = {verb.name for module in set(MODULES.values()) for verb in import_module(f"reflect.cli.{module}").VERBS}
    assert written == set(MODULES)
    assert all(load(name).name == name for name in MODULES)


@pytest.mark.parametrize("guide", ["README.md", "prompts/README.md"])
def test_the_guides_name_verbs_that_exist(guide: str) -> None:
    named = COMMAND.findall((ROOT / guide).read_text("utf-8"))
    assert named
    for words in named:
        assert {words, words.partition(" ")[0]} & {*MODULES, *GROUPS}, words
