"""Vaults that a computer knows by a neutral name, on the command line."""

import shutil
from pathlib import Path

from tests.cli.world import Done, Home


def init(home: Home, folder: Path, name: str) -> Done:
    key = home.root / f"{name}.key"
    words = ("init", "--vault", folder, "--name", name, "--recovery-file", key)
    return home.reflect(*words, "--password-file", home.secret, "--no-input")


def test_a_named_vault_is_known_and_opens_by_its_name(empty_home: Home) -> None:
    folder = empty_home.root / "second"
    empty_home.secret.write_text("vier kurze Worte hier\n", "utf-8")
    assert init(empty_home, folder, "Regal").code == 0
    assert f"Regal           {folder}" in empty_home.reflect("config").out
    assert empty_home.opened("list", "--vault", "Regal").code == 0
    again = init(empty_home, empty_home.root / "third", "Regal")
    assert again.code == 2
    assert not (empty_home.root / "third").exists()


def test_a_known_folder_that_is_gone_is_not_made_anew(empty_home: Home) -> None:
    folder = empty_home.root / "second"
    empty_home.secret.write_text("vier kurze Worte hier\n", "utf-8")
    assert init(empty_home, folder, "Regal").code == 0
    shutil.rmtree(folder)
    assert init(empty_home, folder, "Fenster").code == 4
    assert not folder.exists()
    assert empty_home.opened("list").code == 4
