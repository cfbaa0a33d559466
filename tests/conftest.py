"""For pictures of the screen: the snapshot plugin gets its folder back, and nothing remote is kept in a picture."""

import os
from collections.abc import Iterator

import pytest

from tests.picture import cleaned

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


@pytest.fixture(autouse=True)
def _clean_pictures(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "snap_compare" not in request.fixturenames:
        return
    from textual.app import App  # noqa: PLC0415 - most tests need no screen

    taken = App.export_screenshot
    monkeypatch.setattr(App, "export_screenshot", lambda app, **options: cleaned(taken(app, **options)))
