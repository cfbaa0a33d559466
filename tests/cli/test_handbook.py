"""`reflect help betriebsrat` and `datenschutz`: the page as it stands in its file."""

import re

from reflect.cli.help import HANDBOOK
from reflect.library import handbook
from reflect.library.shipped import folder
from tests.cli.world import Home


def test_every_command_on_the_pages_exists(home: Home) -> None:
    for name in handbook.PAGES:
        for command in set(re.findall(r"`reflect ([a-z ]+)`", handbook.page((folder(),), name, "de"))):
            assert home.reflect("help", *command.removeprefix("help ").split()).code == 0, command


def test_the_command_prints_the_page(empty_home: Home) -> None:
    assert HANDBOOK == handbook.PAGES
    german = empty_home.reflect("help", "betriebsrat")
    assert (german.code, german.out) == (0, handbook.page((folder(),), "betriebsrat", "de"))
    english = empty_home.reflect("--lang", "en", "help", "datenschutz")
    assert english.out.startswith("# reflect and data protection")
