"""Without a protocol three questions propose one: on the screen, and line by line."""

import sys
from unittest.mock import patch

import pytest

from reflect.cli.going import Going
from reflect.workflows.surroundings import Surroundings
from tests.cli.world import Home


@pytest.mark.parametrize(
    ("answers", "protocol"),
    [
        (["3", "1", "1", "", "Wir standen im Flur."], "rueckblick"),
        (["1", "", "laut"], "nach-belastendem-ereignis"),
        (["", "laut"], "kurzreflexion"),
        (["vier", "9", "2", "/zurück", "3", "1", "1", "freie-seite", "laut"], "freie-seite"),
        (["3", "1", "1", "gibtsnicht", "freie-seite", "laut"], "freie-seite"),
    ],
)
def test_three_numbers_lead_to_a_protocol(home: Home, answers: list[str], protocol: str) -> None:
    done = home.told(answers)
    assert done.code == 0, done.err
    assert [row["protocol"] for row in home.opened("list", "--json").json] == [protocol]


@pytest.mark.parametrize("answers", [["/aufhören"], ["3", "/aufhören"], ["3", "1", "1", "/aufhören"], []])
def test_leaving_writes_nothing(home: Home, answers: list[str]) -> None:
    done = home.told(answers)
    assert done.code == 0, done.err
    assert home.opened("list", "--json").json == []


def test_whoever_is_shaken_hears_the_numbers_first(home: Home) -> None:
    file = home.root / "config/reflect/config.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('[[contacts]]\nname = "Bereitschaft"\nnumber = "0151 0000001"\n', "utf-8")
    told = home.told(["1", "", "laut"]).err
    assert told.index("0151 0000001   Bereitschaft") < told.index("Vorschlag: Nach einem belastenden Ereignis")
    again = home.told(["3", "2", "2", "/aufhören"]).err
    assert "Vorschlag: Nach einem belastenden Ereignis" in again, "no long form on the same day"


def test_on_a_terminal_the_screen_asks(home: Home) -> None:
    went: list[Going] = []

    def screen(_surroundings: Surroundings, going: Going) -> int:
        went.append(going)
        return 0

    with patch("tests.cli.world._no_screen", screen), patch.object(sys, "argv", ["reflect"]):
        assert home.opened("new").code == 0
        assert home.opened("new", "rueckblick").code == 0
    assert went == [Going(effort=True), Going(protocol="rueckblick")]
