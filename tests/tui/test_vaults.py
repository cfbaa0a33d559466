"""Several vaults on one computer, and a vault whose folder is not there."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from reflect.domain.fault import WrongUsage
from reflect.settings import config
from reflect.settings.known import KnownVault
from reflect.tui.app import ReflectApp
from reflect.tui.screens.home import Home
from reflect.tui.screens.restore import RestoreSheet
from reflect.tui.screens.setup.belonging import Belonging
from reflect.tui.screens.setup.passphrase import PassphraseStep
from reflect.tui.screens.unlock import Unlock
from reflect.tui.screens.vaults import VaultNameSheet, VaultSheet
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import upkeep
from reflect.workflows.opening import create_vault, open_vault
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
        assert "F3 Tresore" in shown(app)
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


def on_disk(folder: Path) -> Surroundings:
    """A home on a real disk with one vault that nobody has named."""
    surroundings = surroundings_in(folder, Clock())
    places = replace(surroundings.places, vault=folder / "data" / "vault", state=folder / "state")
    around = Surroundings(places=places, config=surroundings.config, now=surroundings.now, policy=surroundings.policy)
    begun_vault(around).close()
    return around


def bytes_below(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


async def test_a_second_person_makes_a_vault_of_her_own_and_chooses(tmp_path: Path) -> None:
    around = on_disk(tmp_path)
    first = bytes_below(tmp_path)
    app = ReflectApp(around)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        assert "ohne Namen" in shown(app)
        await pilot.press("end", "enter")
        await settle(pilot)
        sheet = top(app, VaultNameSheet)
        assert sheet.query_one(TypedLine).text == "Regal"
        await pilot.press(*"Lampe", "enter")
        await settle(pilot)
        top(app, Belonging)
        await pilot.press("enter")
        await settle(pilot)
        for line in top(app, PassphraseStep).query(TypedLine):
            line.set_text("zwei ganz andere Worte")
        await pilot.press("enter", "enter")
        await settle(pilot)
        await pilot.press("f7")
        await settle(pilot)
        assert "vault-2" in "".join(line.strip() for line in shown(app).splitlines())
        await pilot.press("enter")
        await settle(pilot)
        top(app, Home)
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert "Lampe" in shown(app)
        await unlock(pilot, PASSPHRASE)
        top(app, Unlock)
        assert "Oder ist es ein anderer Tresor? F3" in shown(app)
        await pilot.press("f3", "home", "enter")
        await settle(pilot)
        assert "ohne Namen" in shown(app)
        await unlock(pilot, PASSPHRASE)
        top(app, Home)
        assert app.sitting is not None
        assert app.sitting.vault.state.readonly is None
    anchors = list((tmp_path / "state").glob("*.anchor"))
    assert len(anchors) == 2
    assert {name for name in first if name.endswith(".anchor")} < {str(path) for path in anchors}
    assert [one.name for one in config.load(tmp_path / "config.toml").vaults] == ["Lampe"]


async def test_making_another_vault_leaves_the_first_one_untouched(tmp_path: Path) -> None:
    around = on_disk(tmp_path)
    before = bytes_below(tmp_path / "data"), bytes_below(tmp_path / "state")
    around.turn_to(around.free_place())
    create_vault(around, "zwei ganz andere Worte", name="Lampe")[0].close()
    after = bytes_below(tmp_path / "data"), bytes_below(tmp_path / "state")
    assert before[0].items() < after[0].items()
    anchors = {name: raw for name, raw in before[1].items() if name.endswith(".anchor")}
    assert anchors.items() < after[1].items()


@pytest.mark.parametrize("where", ["name", "belonging"])
async def test_who_turns_back_has_made_nothing(tmp_path: Path, where: str) -> None:
    around = on_disk(tmp_path)
    app = ReflectApp(around)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)
        if where == "name":
            await pilot.press("escape")
        else:
            await pilot.press("enter")
            await settle(pilot)
            await pilot.press("f5")
        await settle(pilot)
        top(app, Unlock)
        assert around.places.vault == tmp_path / "data" / "vault"
        await unlock(pilot)
        top(app, Home)
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["vault"]


async def test_the_owner_names_her_vault(tmp_path: Path) -> None:
    surroundings = two_vaults(tmp_path)
    app = ReflectApp(surroundings)
    async with app.run_test() as pilot:
        await settle(pilot)
        await unlock(pilot)
        await pilot.press("m")
        await settle(pilot)
        line = top(app, VaultNameSheet).query_one(TypedLine)
        assert line.text == "Regal"
        line.set_text("Fenster")
        await pilot.press("enter")
        await settle(pilot)
        assert "So heißt hier schon ein anderer Tresor." in shown(app)
        line.set_text("Kanne")
        await pilot.press("enter")
        await settle(pilot)
        assert "Auf diesem Computer heißt der Tresor jetzt Kanne." in shown(app)
    assert [one.name for one in surroundings.config.vaults] == ["Kanne", "Fenster"]


@pytest.mark.parametrize("left", ["nothing", "an empty folder"])
async def test_what_is_gone_is_no_first_run_and_comes_back(tmp_path: Path, left: str) -> None:
    around = on_disk(tmp_path)
    folder, aside = around.places.vault, tmp_path / "elsewhere"
    folder.rename(aside)
    if left == "an empty folder":
        folder.mkdir()
    app = ReflectApp(around)
    async with app.run_test() as pilot:
        await settle(pilot)
        top(app, Unlock)
        told = (
            "Der Ordner ist da, der Tresor darin nicht." if folder.exists() else "Der Ordner dieses Tresors ist nicht"
        )
        assert told in shown(app)
        assert "Nichts wurde gelöscht." in shown(app)
        assert "Dein Tresor ist gerade nicht da." in shown(app)
        assert "F9 Sicherung" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert told in shown(app)
        if folder.exists():
            folder.rmdir()
        aside.rename(folder)
        await pilot.press("enter")
        await settle(pilot)
        assert "Öffnen kannst nur du" in shown(app)
        await unlock(pilot)
        top(app, Home)


async def test_a_backup_takes_the_place_of_what_is_gone(tmp_path: Path) -> None:
    around = on_disk(tmp_path)
    sitting = open_vault(around, PASSPHRASE)
    backup = upkeep.back_up(sitting, tmp_path / "stick")
    sitting.close()
    shutil.rmtree(around.places.vault)
    app = ReflectApp(around)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("f9")
        await settle(pilot)
        sheet = top(app, RestoreSheet)
        sheet.query_one("#file", TypedLine).set_text(str(backup.path))
        sheet.query_one("#secret", TypedLine).set_text(PASSPHRASE)
        sheet.query_one("#secret", TypedLine).focus()
        await pilot.press("enter")
        await settle(pilot)
        assert "Mit dem jetzigen Tresor lässt sie sich nicht vergleichen." in shown(app)
        await pilot.press("f6")
        await settle(pilot)
        top(app, Unlock)
        assert "Der Stand der Sicherung ist jetzt dein Tresor." in shown(app)
        await unlock(pilot)
        top(app, Home)


def test_the_list_is_kept_in_the_settings_file(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    config.save(replace(config.Config(), vaults=LIST), path)
    assert config.load(path).vaults == LIST
    path.write_text(path.read_text("utf-8").replace("Fenster", "Regal"), "utf-8")
    with pytest.raises(WrongUsage) as refused:
        config.load(path)
    assert refused.value.facts["key"] == "vaults.2.name"
