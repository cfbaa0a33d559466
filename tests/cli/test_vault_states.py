"""What a vault may be like from the command line: in use, not there, synced twice, healed, damaged."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reflect.cli.program import run
from reflect.domain.fault import VaultInUse
from reflect.settings.places import Places
from reflect.vault.policy import KdfPolicy
from reflect.workflows.opening import create_vault, open_vault
from reflect.workflows.surroundings import Surroundings
from reflect.workflows.writing import Writing

SECRET = "vier lange Worte hier"

Call = Callable[..., int]


def no_screen(*_: object) -> int:
    raise AssertionError("no verb here opens the screen")


@pytest.fixture
def around(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Surroundings:
    """A home with one vault and one entry."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    surroundings = Surroundings(Places.find(), policy=KdfPolicy.for_tests())
    sitting, _key = create_vault(surroundings, SECRET)
    writing = Writing.begin(sitting, "kurzreflexion")
    writing.answer("was", "Im Flur war es laut.")
    writing.finish()
    sitting.close()
    return surroundings


@pytest.fixture
def call(around: Surroundings, tmp_path: Path) -> Call:
    """`reflect WORDS` with the passphrase."""
    assert around.has_vault
    (tmp_path / "secret").write_text(SECRET + "\n", "utf-8")
    return lambda *words: run([*words, "--password-file", str(tmp_path / "secret")], no_screen)


def vault_file(around: Surroundings) -> Path:
    return around.places.vault / "vault.reflect"


WRITING = (
    ("compact",),
    ("purge",),
    ("delete", "AAAAAAAAAA"),
    ("passwd", "--not-known", "--new-password-file", "secret"),
    ("backup", "--to", "stick"),
)


@pytest.mark.parametrize("words", WRITING, ids=lambda words: words[0])
def test_writing_verbs_end_with_6_beside_a_writer_and_name_it(
    words: tuple[str, ...], around: Surroundings, call: Call, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    places = [str(tmp_path / word) if word in {"secret", "stick"} else word for word in words]
    with open_vault(around, SECRET).vault:
        before = vault_file(around).read_bytes()
        assert call(*places) == VaultInUse.code == 6
        told = capsys.readouterr().err
        assert f"(Prozess {os.getpid()})" in told
        assert "Der Tresor ist seit " in told
        assert vault_file(around).read_bytes() == before


@pytest.mark.parametrize("verb", ["list", "check"])
def test_reading_verbs_read_beside_a_writer_and_say_so(
    verb: str, around: Surroundings, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_vault(around, SECRET).vault:
        assert call(verb) == 0
    told = capsys.readouterr()
    assert f"(Prozess {os.getpid()}). Hier wird nur gelesen." in told.err
    assert told.out


@pytest.mark.parametrize("left", ["nothing", "an empty folder"])
def test_what_is_gone_is_no_deletion(
    left: str, around: Surroundings, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(around.places.vault)
    if left == "an empty folder":
        around.places.vault.mkdir()
    assert call("list") == 4
    told = capsys.readouterr().err
    assert "Nichts wurde gelöscht." in told
    assert "reflect restore" in told


def test_another_vault_is_made_by_name_and_opened_by_name(
    around: Surroundings,
    call: Call,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(KdfPolicy, "default", classmethod(lambda _cls: KdfPolicy.for_tests()))
    second, key = str(tmp_path / "data" / "second"), str(tmp_path / "key")
    before = vault_file(around).read_bytes()
    init = ("init", "--vault", second, "--name", "Regal", "--recovery-file", key, "--no-input")
    assert call(*init) == 0
    assert call("list", "--vault", "Regal", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert call("list", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 1
    assert vault_file(around).read_bytes() == before
    assert len(list(around.places.state.glob("*.anchor"))) == 2
    assert call("init", "--vault", str(tmp_path / "third"), "--name", "Regal", "--recovery-file", f"{key}2") == 2
    assert not (tmp_path / "third").exists()


def test_check_heals_what_it_can_and_says_so(
    around: Surroundings, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = bytearray(vault_file(around).read_bytes())
    raw[700] ^= 1
    vault_file(around).write_bytes(bytes(raw) + b"half a frame")
    assert call("check") == 0
    told = capsys.readouterr().out
    assert "Repariert: eine der beiden Kopien des Dateianfangs war beschädigt." in told
    assert "Repariert: ein unfertiger Rest am Ende liegt jetzt daneben." in told
    assert "Öffnen kannst nur du: Passphrasen 1, Notfallschlüssel 1." in told
    assert call("check", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["healthy"], found["repaired"], found["header_copies"]) == (True, [], 2)


def test_check_leaves_unfinished_text_where_it_is(around: Surroundings, call: Call) -> None:
    sitting = open_vault(around, SECRET)
    writing = Writing.begin(sitting, "kurzreflexion")
    writing.answer("was", "mitten im Satz")
    writing.keep()
    sitting.close()
    before = vault_file(around).read_bytes()
    assert call("check") == 0
    assert vault_file(around).read_bytes() == before


def test_check_names_a_second_version_and_how_to_look_at_it(
    around: Surroundings, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    twin = around.places.vault / "vault (conflicted copy 2026-11-20).reflect"
    shutil.copyfile(vault_file(around), twin)
    assert call("check") == 0
    told = capsys.readouterr().out
    assert f"Eine zweite Fassung liegt im Ordner: {twin.name}. Nichts wurde vermischt." in told
    assert f"reflect restore {twin}" in told
    assert call("restore", str(twin)) == 2
    assert "ändert 0" in capsys.readouterr().err


def test_damage_is_named_by_place_and_date_and_the_rest_is_taken_out(
    around: Surroundings, call: Call, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    raw = bytearray(vault_file(around).read_bytes())
    raw[raw.rindex(b"FRM1") + 60] ^= 1
    vault_file(around).write_bytes(raw)
    assert call("check") == 5
    damaged = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("Beschädigt: Stelle "))
    assert damaged.count(".") == 3, "a date stands there"
    assert call("takeout", "--output", str(tmp_path / "copy")) == 5
    assert (tmp_path / "copy" / "README.md").exists()


def test_purge_names_the_backups_that_still_hold_it(
    around: Surroundings, call: Call, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    around.choose(backup_folder=str(tmp_path / "stick"))
    assert call("backup") == 0
    made = Path(capsys.readouterr().out.strip())
    assert call("list", "--json") == 0
    entry = json.loads(capsys.readouterr().out)[0]["id"]
    assert call("delete", entry) == 0
    assert call("purge") == 0
    told = capsys.readouterr().err
    assert f"In dieser Sicherung steht es noch: {made.name}." in told
    assert "SSDs" in told
