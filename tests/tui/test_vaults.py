"""Several vaults on one computer, and a vault whose folder is not there."""

from dataclasses import replace
from pathlib import Path

import pytest

from reflect.domain.fault import WrongUsage
from reflect.settings import config
from reflect.settings.known import KnownVault
from reflect.tui.app import ReflectApp
from reflect.tui.screens.home import Home
from reflect.tui.screens.unlock import Unlock
from reflect.tui.screens.vaults import VaultSheet
from reflect.workflows.opening import create_vault
from reflect.workflows.surroundings import Surroundings
from tests.tui.world import PASSPHRASE, Clock, begun_vault, settle, shown, surroundings_in, top, unlock

LIST = (KnownVault("Regal", "/memory/vault"), KnownVault("Fenster", "/memory/second"))


def two_vaults(folder: Path) -> Surroundings:
    surroundings = surroundings_in(folder, Clock())
    begun_vault(surroundings).close()
    first = surroundings.places
    surroundings.turn_to(Path("/memory/second"))
    create_vault(surroundings, "ein anderes Wort")[0].close()
    surroundings.places = first
    surroundings.config = replace(surroundings.config, vaults=LIST)
    return surroundings


async def test_the_door_offers_other_vaults_by_name_alone(tmp_path: Path) -> None:
    app = ReflectApp(two_vaults(tmp_path))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "F3 anderer Tresor" in shown(app)
        assert "/memory" not in shown(app)
        await pilot.press("f3")
        await settle(pilot)
        top(app, VaultSheet)
        assert "Fenster" in shown(app)
        await pilot.press("down", "enter")
        await settle(pilot)
        top(app, Unlock)
        assert "Fenster" in shown(app)
        await unlock(pilot, PASSPHRASE)
        top(app, Unlock)
        await unlock(pilot, "ein anderes Wort")
        top(app, Home)


async def test_a_folder_that_is_missing_is_no_first_run(tmp_path: Path) -> None:
    surroundings = surroundings_in(tmp_path, Clock())
    surroundings.config = replace(surroundings.config, vaults=LIST[:1])
    app = ReflectApp(surroundings)
    async with app.run_test() as pilot:
        await settle(pilot)
        top(app, Unlock)
        assert "Der Ordner dieses Tresors ist nicht da." in shown(app)
        assert "Nichts wurde gelöscht." in shown(app)
        await unlock(pilot)
        top(app, Unlock)


def test_the_list_is_kept_in_the_settings_file(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    config.save(replace(config.Config(), vaults=LIST), path)
    assert config.load(path).vaults == LIST
    path.write_text(path.read_text("utf-8").replace("Fenster", "Regal"), "utf-8")
    with pytest.raises(WrongUsage) as refused:
        config.load(path)
    assert refused.value.facts["key"] == "vaults.2.name"
