"""Cases: neutral names, entries in them, and the people they know."""

from tests.cli.test_formats import fits
from tests.cli.world import Home

NAMES = "person\tSelam Tesfay\tKlientin\nplace\tNordstern\n# beiseite\nYonas\n"


def test_a_case_is_made_filled_and_listed(home: Home) -> None:
    made = home.opened("case", "new", given="Leuchtturm\n")
    assert made.code == 0, made.err
    case = made.out.strip()
    assert home.opened("case", "new", given="leuchtturm\n").code == 2
    first, second = home.wrote({"was": "Laut."}), home.wrote({"was": "Leise."})
    assert home.opened("case", "add", case, first).code == 0
    assert home.opened("case", "add", "leuchtturm", second).code == 0
    listed = home.opened("case", "list", "--json")
    fits("case list", listed.out)
    assert listed.json == [{"id": case, "name": "Leuchtturm", "entries": 2}]
    assert home.opened("show", first, "--json").json["case"] == case
    assert home.opened("case", "add", "NICHTDA000", first).code == 4
    assert home.opened("case", "add", case, "NICHTDA000").code == 4


def test_without_a_name_a_neutral_one_is_drawn(home: Home) -> None:
    made = home.opened("case", "new", "--json")
    fits("case new", made.out)
    assert made.json["name"] == "Silberpappel"
    assert home.opened("case", "new", "--json").json["name"] == "Edeltanne"


def test_names_come_from_standard_input_and_not_from_arguments(home: Home) -> None:
    case = home.opened("case", "new", given="Leuchtturm\n").out.strip()
    assert home.opened("case", "names", case, given=NAMES).code == 0
    shown = home.opened("case", "names", case, "--show", "--json")
    fits("case names", shown.out)
    assert shown.json == [
        {"kind": "person", "name": "Selam Tesfay", "role": "Klientin"},
        {"kind": "place", "name": "Nordstern", "role": ""},
        {"kind": "person", "name": "Yonas", "role": ""},
    ]
    for words in (("case", "names", case, "Yonas"), ("case", "new", "Leuchtturm"), ("forget", "Yonas")):
        done = home.opened(*words)
        assert (done.code, "Yonas" in done.err) == (2, False)
    wrong = home.opened("case", "names", case, given="nixe\tYonas\n")
    assert (wrong.code, "Zeile 1" in wrong.err) == (2, True)


def test_an_entry_is_written_into_a_case_and_the_case_knows_its_people(home: Home) -> None:
    case = home.opened("case", "new", given="Leuchtturm\n").out.strip()
    home.opened("case", "names", case, given="person\tVogelsang\tKlientin\n")
    given = '{"schritt": "Ich rufe vogelsang an."}'
    made = home.opened("new", "kurzreflexion", "--case", "Leuchtturm", "--answers", "-", given=given)
    assert made.code == 0, made.err
    held = home.opened("export", made.out.strip(), "--for", "team", "--output", "page.md", "--json")
    found = {one["surface"]: one["replacement"] for one in held.json["findings"]}
    assert (held.code, found["vogelsang"]) == (7, "Klientin A")
    unknown = home.opened("new", "kurzreflexion", "--case", "Nirgends", "--answers", "-", given=given)
    assert unknown.code == 4
    assert home.opened("new", "kurzreflexion", "--case", "Leuchtturm").code == 2


def test_names_an_entry_knew_alone_come_along(home: Home) -> None:
    entry = home.wrote({"schritt": "Ich rufe Selam Tesfay an."})
    decided = home.root / "decisions.json"
    held = home.opened("export", entry, "--for", "team", "--output", "page.md", "--json")
    decided.write_text("{" + ",".join(f'"{one["id"]}": "replace"' for one in held.json["findings"]) + "}")
    assert home.opened("export", entry, "--for", "team", "--output", "page.md", "--decisions", decided).code == 0
    case = home.opened("case", "new", given="Leuchtturm\n").out.strip()
    home.opened("case", "add", case, entry)
    assert [one["name"] for one in home.opened("case", "names", case, "--show", "--json").json] == ["Selam Tesfay"]
