"""After a lock the search for names remembers no word of what was written."""

from pathlib import Path

from reflect.anonymize import inflection, lists
from reflect.anonymize.detection import detect
from reflect.settings.places import Places
from reflect.vault.policy import KdfPolicy
from reflect.workflows.opening import create_vault
from reflect.workflows.surroundings import Surroundings


def test_a_closed_sitting_keeps_no_words(tmp_path: Path) -> None:
    places = Places(
        config=tmp_path / "config.toml",
        vault=tmp_path / "vault",
        state=tmp_path / "state",
        cache=tmp_path / "cache",
        prompts=tmp_path / "prompts",
    )
    sitting, _ = create_vault(Surroundings(places, policy=KdfPolicy.for_tests()), "vier lange Worte hier")
    detect("Selam sprach mit zerya im Büro über den Brief von gestern.")
    assert lists._is_german.cache_info().currsize
    sitting.close()
    assert inflection.stems.cache_info().currsize == 0
    assert lists._is_german.cache_info().currsize == 0
