"""The settings file: read, checked, written back with everything it held."""

import tomllib
from pathlib import Path

import pytest

from reflect.domain.contact import Contact
from reflect.domain.fault import NotSaved, WrongUsage
from reflect.domain.protocol import StopKind
from reflect.settings import config, organisation
from reflect.settings.config import Config
from reflect.settings.places import Places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    (tmp_path / "etc").mkdir()
    return Places(
        config=tmp_path / "config.toml",
        vault=tmp_path / "vault",
        state=tmp_path / "state",
        cache=tmp_path / "cache",
        prompts=tmp_path / "prompts",
        organisation=tmp_path / "etc",
    )


def test_no_file_gives_the_defaults(places: Places) -> None:
    assert config.load(places.config) == Config()


def test_what_is_written_is_read_again(places: Places) -> None:
    chosen = Config(
        language="en",
        theme="kontrast",
        idle_minutes=0,
        contacts=(Contact(name="Leitung", number="0123", kinds=(StopKind.VIOLENCE,), hours="8–16"),),
        backup_folder="/media/stick",
        unknown={"later": {"nested": [1, 2]}},
    )
    config.save(chosen, places.config)
    assert config.load(places.config) == chosen
    assert "signs" not in tomllib.loads(places.config.read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "what", "fact"),
    [
        ('theme = "hell\n', "config-broken", ("line", 1)),
        ("a = 1\n\nb = = 2\n", "config-broken", ("line", 3)),
        ('a = """\n', "config-broken", ("line", 1)),
        ('theme = "blau"\n', "config-value", ("key", "theme")),
        ("idle_minutes = 500\n", "config-value", ("right", "0–120")),
        ("idle_minutes = true\n", "config-value", ("key", "idle_minutes")),
        ("author = 3\n", "config-value", ("key", "author")),
        ('[[contacts]]\nname = "Leitung"\n', "config-value", ("key", "contacts.1.number")),
        ("contacts = 3\n", "config-value", ("key", "contacts")),
    ],
)
def test_what_does_not_fit_is_named(places: Places, text: str, what: str, fact: tuple[str, object]) -> None:
    places.config.write_text(text, "utf-8")
    with pytest.raises(WrongUsage) as caught:
        config.load(places.config)
    assert caught.value.what == what
    assert caught.value.facts["path"] == places.config
    assert caught.value.facts[fact[0]] == fact[1]


def test_a_file_that_is_no_text_is_named(places: Places) -> None:
    places.config.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WrongUsage, match="config-text"):
        config.load(places.config)


def test_a_choice_that_does_not_fit_changes_nothing() -> None:
    with pytest.raises(WrongUsage, match="config-choice"):
        Config().changed(theme="blau")
    assert Config().changed(theme="dunkel").theme == "dunkel"
    assert Config(signs="einfach").plain_signs


def test_a_folder_that_cannot_be_written_is_a_fault(places: Places) -> None:
    places.config.mkdir()
    with pytest.raises(NotSaved):
        config.save(Config(language="en"), places.config)
    assert [path.name for path in places.config.parent.glob("*.new")] == []


def test_an_organisation_proposes_and_the_person_decides(places: Places) -> None:
    proposed = 'theme = "dunkel"\nlanguage = "en"\nidle_minutes = 120\nbackup_folder = "/srv/all"\nauthor = "X"\n'
    (places.organisation / "config.toml").write_text(
        proposed + '[[contacts]]\nname = "Kinderschutz"\nnumber = "0123"\n', "utf-8"
    )
    places.config.write_text('theme = "kontrast"\n', "utf-8")
    chosen = organisation.choices(places)
    assert (chosen.theme, chosen.language) == ("kontrast", "en")
    assert [one.name for one in chosen.contacts] == ["Kinderschutz"]
    assert (chosen.idle_minutes, chosen.backup_folder, chosen.author) == (5, "", "")


def test_a_broken_proposal_is_named(places: Places) -> None:
    file = places.organisation / "config.toml"
    file.write_text("theme =\n", "utf-8")
    with pytest.raises(WrongUsage) as caught:
        organisation.choices(places)
    assert caught.value.facts["path"] == file


def test_own_protocols_come_first(places: Places) -> None:
    folders = organisation.prompt_folders(places, Path("/shipped"))
    assert folders == (places.prompts, places.organisation / "prompts", Path("/shipped"))
