"""Screens in tests answer at once: whether they are at rest is asked often, instead of waited for."""

import pytest
from textual import _wait

ASKED_EVERY = 1 / 200
"""Seconds; Textual's own 1/50 makes each key of a test wait twice that long."""


@pytest.fixture(autouse=True)
def _at_rest_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_wait, "SLEEP_GRANULARITY", ASKED_EVERY)
    monkeypatch.setattr(_wait, "SLEEP_IDLE", ASKED_EVERY / 5)
