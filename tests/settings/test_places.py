"""Places on disk: the person's environment counts, and nothing else."""

from pathlib import Path

from reflect.settings.places import Places

XDG = {
    "XDG_CONFIG_HOME": "/x/config",
    "XDG_DATA_HOME": "/x/data",
    "XDG_STATE_HOME": "/x/state",
    "XDG_CACHE_HOME": "/x/cache",
}


def test_the_folders_of_the_contract_are_used() -> None:
    places = Places.find(XDG)
    assert places.config == Path("/x/config/reflect/config.toml")
    assert places.vault == Path("/x/data/reflect/vault")
    assert places.state == Path("/x/state/reflect")
    assert places.prompts == Path("/x/config/reflect/prompts")
    assert places.organisation == Path("/etc/reflect")


def test_an_option_comes_before_the_environment_before_the_usual_place() -> None:
    environment = XDG | {"REFLECT_VAULT": "/y/vault", "REFLECT_CONFIG": "/y/config.toml"}
    assert Places.find(environment).vault == Path("/y/vault")
    assert Places.find(environment).config == Path("/y/config.toml")
    assert Places.find(environment).prompts == Path("/x/config/reflect/prompts")
    assert Places.find(environment, vault=Path("/z")).vault == Path("/z")


def test_a_relative_folder_of_the_environment_is_passed_over() -> None:
    assert Places.find(XDG | {"XDG_DATA_HOME": "data"}).vault.is_absolute()
    assert Places.find({}).state.name == "reflect"
