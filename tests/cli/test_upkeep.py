"""Keys, backups and tidying from the command line, on a vault whose key costs nothing to derive."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reflect.cli.program import run
from reflect.settings.places import Places
from reflect.vault.policy import KdfPolicy
from reflect.workflows.opening import create_vault
from reflect.workflows.surroundings import Surroundings
from reflect.workflows.writing import Writing

OLD, NEW = "vier lange Worte hier", "ganz andere lange Worte"
WORDS = "Im Flur war es laut."

Call = Callable[..., int]


def no_screen(*_: object) -> int:
    raise AssertionError("no verb here opens the screen")


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """`reflect WORDS` with the old passphrase, in a home with one entry."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    (tmp_path / "old").write_text(OLD + "\n", "utf-8")
    (tmp_path / "new").write_text(NEW + "\n", "utf-8")
    sitting, recovery = create_vault(Surroundings(Places.find(), policy=KdfPolicy.for_tests()), OLD)
    (tmp_path / "recovery").write_text(recovery.text, "utf-8")
    writing = Writing.begin(sitting, "kurzreflexion")
    writing.answer("was", WORDS)
    writing.finish()
    sitting.close()

    def carried_out(*words: str, passphrase: str = "old") -> int:
        return run([*words, "--password-file", str(tmp_path / passphrase)], no_screen)

    return carried_out


def entries(call: Call, capsys: pytest.CaptureFixture[str], passphrase: str = "old") -> list[str]:
    capsys.readouterr()
    assert call("list", "--json", passphrase=passphrase) == 0
    return [row["title"] for row in json.loads(capsys.readouterr().out)]


def test_a_changed_passphrase_opens_and_the_old_one_does_not(
    call: Call, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert call("passwd", "--not-known", "--new-password-file", str(tmp_path / "new")) == 0
    assert call("list") == 3
    assert entries(call, capsys, "new") == [WORDS]
    assert call("list", passphrase="recovery") == 0


def test_a_passphrase_somebody_knows_means_new_keys_and_a_new_recovery_key(
    call: Call, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    fresh = tmp_path / "fresh"
    done = call("passwd", "--known", "--new-password-file", str(tmp_path / "new"), "--recovery-file", str(fresh))
    assert done == 0
    assert "Sicherungen" in capsys.readouterr().err
    assert call("list", passphrase="recovery") == 3
    assert call("list", passphrase="fresh") == 0
    assert fresh.stat().st_mode & 0o077 == 0


def test_whether_somebody_knows_the_old_one_must_be_said(call: Call, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("passwd") == 2
    assert "--known" in capsys.readouterr().err


def test_a_wrong_passphrase_leaves_no_empty_key_file(call: Call, tmp_path: Path) -> None:
    assert call("rekey", "--recovery-file", str(tmp_path / "fresh"), passphrase="new") == 3
    assert not (tmp_path / "fresh").exists()


def test_a_new_recovery_key_replaces_the_one_before(call: Call, tmp_path: Path) -> None:
    assert call("recovery", "create", "--recovery-file", str(tmp_path / "fresh")) == 0
    assert call("list", passphrase="recovery") == 3
    assert call("list", passphrase="fresh") == 0


def test_rekey_keeps_the_passphrase_and_every_entry(
    call: Call, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert call("rekey", "--recovery-file", str(tmp_path / "fresh")) == 0
    assert entries(call, capsys) == [WORDS]
    assert call("list", passphrase="recovery") == 3


def test_a_backup_brings_an_entry_back_and_the_vault_so_far_stays(
    call: Call, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert call("backup", "--to", str(tmp_path / "stick")) == 0
    backup = capsys.readouterr().out.strip()
    capsys.readouterr()
    assert call("list", "--json") == 0
    entry = json.loads(capsys.readouterr().out)[0]["id"]
    assert call("delete", entry) == 0
    assert call("purge") == 0
    assert entries(call, capsys) == []
    assert call("restore", backup) == 2
    assert entries(call, capsys) == []
    assert call("restore", backup, "--yes") == 0
    assert entries(call, capsys) == [WORDS]
    assert list((tmp_path / "data").rglob("*.before-restore"))


def test_a_backup_needs_a_place(call: Call, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("backup") == 2
    assert "--to" in capsys.readouterr().err


def test_a_backup_happens_by_itself_after_a_writing_verb(call: Call, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (tmp_path / "config" / "reflect").mkdir(parents=True)
    (tmp_path / "config" / "reflect" / "config.toml").write_text(f'backup_folder = "{stick}"\n', "utf-8")
    assert call("compact") == 0
    assert len(list(stick.glob("*.reflect"))) == 1
    assert call("compact") == 0
    assert len(list(stick.glob("*.reflect"))) == 1


def test_check_says_who_can_open_it_and_how_old_the_backup_is(
    call: Call, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    (tmp_path / "config" / "reflect").mkdir(parents=True)
    (tmp_path / "config" / "reflect" / "config.toml").write_text(f'backup_folder = "{stick}"\n', "utf-8")
    assert call("check", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["passphrases"], found["recovery_keys"], found["last_backup"]) == (1, 1, None)
    assert call("backup") == 0
    capsys.readouterr()
    assert call("check", "--full", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["last_backup"] is not None
    assert [backup["healthy"] for backup in found["backups"]] == [True]


def test_a_full_check_finds_a_damaged_backup(call: Call, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    (tmp_path / "config" / "reflect").mkdir(parents=True)
    (tmp_path / "config" / "reflect" / "config.toml").write_text(f'backup_folder = "{stick}"\n', "utf-8")
    assert call("backup") == 0
    backup = next(stick.glob("*.reflect"))
    raw = bytearray(backup.read_bytes())
    raw[-20] ^= 1
    backup.write_bytes(raw)
    assert call("check") == 0
    capsys.readouterr()
    assert call("check", "--full") == 5
    assert backup.name in capsys.readouterr().out


def test_a_rolled_back_vault_goes_on_only_when_its_owner_says_so(
    call: Call, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    vault = tmp_path / "data" / "reflect" / "vault" / "vault.reflect"
    before = vault.read_bytes()
    assert call("recovery", "create", "--recovery-file", str(tmp_path / "fresh")) == 0
    vault.write_bytes(before)
    assert call("check") == 5
    assert call("compact") == 5
    assert call("check", "--go-on") == 2
    assert call("check", "--go-on", "--yes") == 0
    assert call("compact") == 0
    assert entries(call, capsys) == [WORDS]


def test_a_damaged_vault_keeps_everything_readable(
    call: Call, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    vault = tmp_path / "data" / "reflect" / "vault" / "vault.reflect"
    raw = bytearray(vault.read_bytes())
    raw[8192 + 60] ^= 1
    vault.write_bytes(raw)
    assert call("check") == 5
    assert call("list") == 5
    capsys.readouterr()
    assert call("check", "--go-on", "--yes") == 0
    assert call("check") == 0
    assert list(vault.parent.glob("*before-salvage*"))
