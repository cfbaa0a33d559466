"""Protocols, Leitbild and choices on the command line, for people and for other tools."""

from pathlib import Path

import pytest

from tests.cli.world import Home


def test_protocols_are_listed_for_people_and_for_tools(home: Home) -> None:
    rows = {row["id"]: row for row in home.reflect("prompts", "list", "--json").json}
    assert {"kurzreflexion", "rueckblick", "abwaegung-begleitung"} <= set(rows)
    assert rows["kurzreflexion"]["shipped"] is True
    assert Path(rows["kurzreflexion"]["file"]).is_file()
    plain = home.reflect("prompts", "list", "--plain").out.splitlines()
    assert len(plain) == len(rows)
    assert "5 Minuten" in home.reflect("prompts", "list").out
    assert "5 minutes" in home.reflect("prompts", "list", "--lang", "en").out


def test_the_list_says_whose_file_is_used_and_which_has_flaws(home: Home) -> None:
    german = Path(home.reflect("prompts", "copy", "rueckblick").out.splitlines()[0])
    listed = home.reflect("prompts", "list")
    [row] = [line for line in listed.out.splitlines() if line.startswith("rueckblick ")]
    assert row.endswith("deine Fassung")
    assert "hat Fehler" not in listed.err
    german.write_text("---\nid: rueckblick\n", "utf-8")
    broken = home.reflect("prompts", "list")
    assert f"! {german} hat Fehler." in broken.err
    assert "rueckblick " in broken.out, "the shipped one is used instead"


def test_trying_a_protocol_out_needs_a_screen_and_a_protocol(home: Home) -> None:
    assert home.reflect("prompts", "try", "nichtda").code == 4
    with pytest.raises(AssertionError, match="the screen"):
        home.reflect("prompts", "try", "rueckblick")


def test_a_protocol_is_shown_with_its_questions(home: Home) -> None:
    shown = home.reflect("prompts", "show", "kurzreflexion").out
    assert "Was war?" in shown
    protocol = home.reflect("prompts", "show", "kurzreflexion", "--json").json
    assert list(protocol) == ["id", "kind", "title", "minutes", "steps"]
    assert list(protocol["steps"][0]) == ["id", "title", "minutes", "speaks", "silent", "questions"]
    assert list(protocol["steps"][0]["questions"][0]) == ["id", "type", "text", "share"]


def test_an_own_version_comes_first_and_stays(home: Home) -> None:
    copied = home.reflect("prompts", "copy", "kurzreflexion")
    assert copied.code == 0
    german = next(Path(line) for line in copied.out.splitlines() if "/de/" in line)
    german.write_text(german.read_text("utf-8").replace("- Was war?", "- Was ist dir begegnet?"), "utf-8")
    assert "Was ist dir begegnet?" in home.reflect("prompts", "show", "kurzreflexion").out
    assert home.reflect("prompts", "copy", "kurzreflexion").code == 2
    assert home.reflect("prompts", "check").code == 0
    entry = home.wrote()
    german.unlink()
    assert "Was ist dir begegnet?" in home.opened("show", entry).out


def test_a_new_protocol_is_whole(home: Home) -> None:
    made = home.reflect("prompts", "new", "mein-rueckblick")
    assert made.code == 0, made.err
    assert home.reflect("prompts", "check", made.out.strip()).code == 0
    assert home.reflect("prompts", "show", "mein-rueckblick").code == 0


def test_a_fault_in_a_file_is_named_with_its_line(home: Home) -> None:
    made = Path(home.reflect("prompts", "new", "mein-rueckblick").out.strip())
    lines = made.read_text("utf-8").splitlines()
    wrong = next(number for number, line in enumerate(lines) if 'type="' in line)
    kind = lines[wrong].partition('type="')[2].partition('"')[0]
    lines[wrong] = lines[wrong].replace(f'type="{kind}"', 'type="roman"')
    made.write_text("\n".join(lines) + "\n", "utf-8")
    for language, part in (("de", "gibt es nicht"), ("en", "Possible are")):
        done = home.reflect("prompts", "check", made, "--lang", language)
        assert done.code == 2
        assert f"{made}:{wrong + 1}: " in done.out
        assert part in done.out
    assert home.reflect("prompts", "check", made, "--json").json[0]["line"] == wrong + 1
    refused = home.opened("new", "mein-rueckblick", "--answers", "-", given="{}")
    assert (refused.code, str(made) in refused.err) == (2, True)


def test_the_leitbild_has_its_numbers(home: Home) -> None:
    assert "  5.5 " in home.reflect("leitbild", "show").out
    whole = home.reflect("leitbild", "show", "--json").json
    assert sum(len(section["statements"]) for section in whole["sections"]) == 23


def test_choices_are_shown_and_changed(home: Home) -> None:
    assert home.reflect("config", "idle_minutes", "10").code == 0
    assert home.reflect("config", "idle_minutes").out == "10\n"
    assert "theme           hell" in home.reflect("config").out
    assert "theme\thell" in home.reflect("config", "--plain").out
    for words in (("idle_minutes", "viel"), ("idle_minutes", "999"), ("signs", "viele")):
        assert home.reflect("config", *words).code == 2


def test_an_entry_is_read_with_what_it_touches_and_wants(home: Home) -> None:
    lines = ["Es war laut.", "", "", "", "nein", "4.3", "Mina fragen", "24.12.2099"]
    entry = home.told(lines, "kurzreflexion").out.strip()
    page = home.opened("show", entry).out
    assert "Mina fragen, nachsehen am 24. Dezember 2099" in page
    assert "4.3  Respekt" in page
    begun = home.told(["Noch nicht fertig", "/aufhören"], "kurzreflexion").out.strip()
    assert ", begonnen" in home.opened("show", begun).out
    rows = home.opened("list").out.splitlines()
    assert [row[0] for row in rows] == ["…", "●"]
    assert home.opened("resume", "GIBTSNICHT", "--answers", "-", given="{}").code == 4


def test_nothing_begun_is_said(home: Home) -> None:
    home.wrote()
    done = home.opened("resume", "--linear")
    assert (done.code, "reflect new" in done.err) == (4, True)
    assert "noch nichts" in home.opened("trash").err
