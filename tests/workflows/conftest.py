"""What the workflows are given."""

from pathlib import Path

import pytest

from reflect.settings.places import Places
from reflect.vault.policy import KdfPolicy
from reflect.vault.system import MemorySystem
from reflect.workflows.surroundings import Surroundings
from tests.workflows.evening import Clock


@pytest.fixture
def surroundings(tmp_path: Path) -> Surroundings:
    """A home in memory, on one evening."""
    places = Places(
        config=tmp_path / "config.toml",
        vault=Path("/v/vault"),
        state=Path("/v/state"),
        cache=tmp_path / "cache",
        prompts=tmp_path / "prompts",
        organisation=tmp_path / "etc",
    )
    return Surroundings(places, now=Clock(), system=MemorySystem(), policy=KdfPolicy.for_tests())
