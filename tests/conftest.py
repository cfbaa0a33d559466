"""The snapshot plugin keeps its folder in a variable that importing the screen strips; it gets it back."""

import os
from collections.abc import Iterator

import pytest

SNAPSHOTS = "TEXTUAL_SNAPSHOT_TEMPDIR"
_folder: list[str] = []


@pytest.hookimpl(tryfirst=True)
def pytest_collection() -> None:
    """Remember it before the first import."""
    _folder.extend(value for value in [os.environ.get(SNAPSHOTS)] if value)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish() -> Iterator[None]:
    for folder in _folder:
        os.environ[SNAPSHOTS] = folder
    return (yield)


@pytest.fixture(autouse=True)
def _snapshot_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in _folder:
        monkeypatch.setenv(SNAPSHOTS, folder)
