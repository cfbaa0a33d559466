"""`reflect agenda`: what is to be talked about, on the command line."""

import pytest

from tests.cli.test_formats import fits
from tests.cli.world import Home

POINT = {"anliegen": "Wer darf den Waschraum öffnen?", "art": 2, "ergebnis": 3, "minuten": 15, "dringend": 1}


def test_points_are_listed_for_each_meeting(home: Home) -> None:
    empty = home.opened("agenda")
    assert (empty.code, empty.out) == (0, "")
    assert "reflect new teamrunde" in empty.err
    point = home.wrote(POINT, "teamrunde")
    marked = home.opened(
        "agenda", "mark", home.wrote({"was": "Es war laut."}), "--for", "team", "--minutes", "50", "--json"
    )
    fits("agenda mark", marked.out)
    assert (marked.json["occasion"], marked.json["minutes"], marked.json["urgency"]) == ("team", 50, "next")
    listed = home.opened("agenda", "--for", "team", "--minutes", "60", "--json")
    fits("agenda", listed.out)
    [team] = listed.json
    assert (team["minutes"], team["taken"]) == (60, 15)
    assert [(one["text"], one["kind"], one["wanted"]) for one in team["planned"]] == [
        ("Wer darf den Waschraum öffnen?", "organisation", "decision")
    ]
    assert [one["text"] for one in team["left"]] == ["Es war laut."]
    assert [one["occasion"] for one in home.opened("agenda", "--json").json] == ["team", "individual", "authority"]
    told = home.opened("agenda", "--minutes", "60").out
    assert "Teamrunde   15 von 60 Minuten sind belegt." in told
    assert f"○ {point}   Organisation: Wer darf den Waschraum öffnen?" in told
    assert "Entscheidung, 15 Minuten, dringend" in told
    assert "Supervision" not in told, "a list with nothing on it says nothing"
    plain = home.opened("agenda", "--plain", "--minutes", "60").out.splitlines()
    assert plain[0].split("\t") == ["team", "planned", point, "15", "Wer darf den Waschraum öffnen?"]


def test_what_was_talked_about_is_ticked_off_and_the_rest_put_off(home: Home) -> None:
    done, waits = home.wrote(POINT, "teamrunde"), home.wrote(POINT | {"anliegen": "Wann?"}, "teamrunde")
    assert home.opened("agenda", "done", done).code == 0
    over = home.opened("agenda", "close", "--for", "team")
    assert "1 Punkt wartet auf das nächste Mal." in over.err
    [team] = home.opened("agenda", "--for", "team", "--json").json
    assert [one["entry"] for one in team["dealt"]] == [done]
    assert [(one["entry"], len(one["postponed"])) for one in team["planned"]] == [(waits, 1)]
    assert "verschoben am" in home.opened("agenda").out
    assert home.opened("agenda", "done", done, "--undo").code == 0
    assert home.opened("agenda", "drop", waits).code == 0
    [team] = home.opened("agenda", "--for", "team", "--json").json
    assert [one["entry"] for one in team["planned"]] == [done]
    assert home.opened("show", waits).code == 0, "the entry stays"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("agenda", "--minutes", "0"), 2, "1 bis 480"),
        (("agenda", "--for", "alle"), 2, "team, individual, authority"),
        (("agenda", "mark", "NICHTDA000", "--for", "team"), 4, ""),
        (("agenda", "mark", "NICHTDA000"), 2, "--for"),
        (("agenda", "close"), 2, "--for"),
        (("agenda", "Selam"), 2, "mark, done, drop, close"),
    ],
)
def test_what_does_not_fit_is_said(home: Home, words: tuple[str, ...], code: int, told: str) -> None:
    found = home.opened(*words)
    assert (found.code, told in found.err, "Selam" in found.err) == (code, True, False)


def test_nothing_is_ticked_when_one_of_several_is_missing(home: Home) -> None:
    point, other = home.wrote(POINT, "teamrunde"), home.wrote({"was": "Es war laut."})
    assert home.opened("agenda", "done", point, "NICHTDA000").code == 4
    assert home.opened("agenda", "done", other).code == 2
    [team] = home.opened("agenda", "--for", "team", "--json").json
    assert (len(team["planned"]), team["dealt"]) == (1, [])
