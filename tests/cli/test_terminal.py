"""The command line with a person at a terminal: secrets unseen, keys typed back, Ctrl+C, faults of the program."""

import os
import signal
import sys
from unittest.mock import patch

import pexpect
import pytest

from reflect import __main__ as door
from reflect import language
from reflect.cli import program
from reflect.tui.start import Start
from reflect.workflows.surroundings import Surroundings
from tests.cli.world import PASSPHRASE, Home


def talk(home: Home, *words: str) -> pexpect.spawn:
    return pexpect.spawn(
        sys.executable, ["-m", "reflect", *words], cwd=str(home.root), env=home.env, encoding="utf-8", timeout=30
    )


def ended(process: pexpect.spawn) -> int:
    process.expect(pexpect.EOF)
    process.close()
    return int(process.exitstatus)


def test_a_first_vault_is_made_in_a_conversation(empty_home: Home) -> None:
    process = talk(empty_home, "init")
    process.expect("Wörter: ")
    process.sendline(PASSPHRASE)
    process.expect("Noch einmal: ")
    process.sendline(PASSPHRASE)
    process.expect("Papier:")
    groups = []
    for number in range(1, 8):
        process.expect(rf"{number}   ([0-9A-Z]{{5}})")
        groups.append(process.match.group(1))
    process.expect("später: ")
    process.sendline("-".join([*groups[:6], "00000"]))
    process.expect("Gruppe 7")
    process.expect("später: ")
    process.sendline("".join(groups).lower())
    process.expect("Er stimmt")
    process.expect("Dein Tresor liegt")
    assert ended(process) == 0
    assert PASSPHRASE not in (process.before or "")
    assert empty_home.opened("list").code == 0


def test_two_different_passphrases_make_no_vault(empty_home: Home) -> None:
    process = talk(empty_home, "init")
    process.expect("Wörter: ")
    process.sendline("eins und zwei")
    process.expect("Noch einmal: ")
    process.sendline("zwei und eins")
    process.expect("verschieden")
    assert ended(process) == 2
    assert not empty_home.vault.exists()


def test_a_passphrase_is_never_shown(home: Home) -> None:
    process = talk(home, "list")
    process.expect("Passphrase: ")
    process.sendline("falsche geheime Worte")
    process.expect("Nichts ist verloren")
    assert "geheime" not in process.before
    assert ended(process) == 3


def test_a_search_word_is_asked_for(home: Home) -> None:
    home.wrote()
    process = talk(home, "search")
    process.expect("Passphrase: ")
    process.sendline(PASSPHRASE)
    process.expect("Suchen nach: ")
    process.sendline("laut")
    process.expect("1 Eintrag gefunden")
    assert ended(process) == 0


def test_ctrl_c_ends_quietly_and_keeps_what_was_typed(home: Home) -> None:
    process = talk(home, "new", "kurzreflexion", "--linear")
    process.expect("Passphrase: ")
    process.sendline(PASSPHRASE)
    process.expect("beendet die Antwort")
    process.sendline("Mitten im Satz")
    process.sendline("/hilfe")
    process.expect("diese Hilfe")
    process.kill(signal.SIGINT)
    process.expect(pexpect.EOF)
    process.close()
    assert process.exitstatus == 130
    assert "Traceback" not in process.before
    (row,) = home.opened("list", "--json").json
    assert (row["title"], row["finished"]) == ("Mitten im Satz", None)


def test_a_fault_of_the_program_tells_nothing_of_its_owner(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        secret = "Selam Tesfay"
        raise KeyError(secret)

    monkeypatch.setattr(program, "_carried_out", fail)
    monkeypatch.setattr(sys, "argv", ["reflect", "list"])
    monkeypatch.setattr("reflect.vault.memory.harden_process", lambda: ())
    assert door.main() == 1
    said = capsys.readouterr()
    assert "KeyError" in said.err
    assert "Selam" not in said.err
    assert "Traceback" not in said.err
    assert said.out == ""


def test_the_screen_is_opened_where_it_was_asked_to_go(monkeypatch: pytest.MonkeyPatch, home: Home) -> None:
    gone: list[Start] = []

    def stand_in(_surroundings: Surroundings, start: Start) -> int:
        gone.append(start)
        return 0

    monkeypatch.setattr("reflect.tui.app.run", stand_in)
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True, raising=False)
    calls = [[], ["new", "rueckblick"], ["resume"], ["resume", "ABC"], ["edit", "ABC"], ["demo"], ["--lang", "en"]]
    with patch.dict(os.environ, home.env | {"TEXTUAL_LOG": str(home.root / "log")}, clear=True):
        for words in calls:
            assert program.run(words, door.screen) == 0
        assert "TEXTUAL_LOG" not in os.environ
    language.use(language.SOURCE)
    assert [start.protocol for start in gone] == ["", "rueckblick", "", "", "", "", ""]
    assert [start.entry for start in gone] == ["", "", "", "ABC", "ABC", "", ""]
    assert [start.sitting is not None for start in gone] == [False, False, False, False, False, True, False]
