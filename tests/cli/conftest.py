"""Homes with and without a vault."""

from pathlib import Path

import pytest

from tests.cli.world import Home


@pytest.fixture
def empty_home(tmp_path: Path) -> Home:
    """A home before the first day."""
    return Home(tmp_path)


@pytest.fixture
def home(empty_home: Home) -> Home:
    """A home with an empty vault."""
    return empty_home.furnish()
