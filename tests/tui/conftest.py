"""Screens in tests answer soon: rest is asked for more often than waited for, and styles are read once for all."""

from typing import Any

import pytest
from textual import _wait
from textual.css.stylesheet import Stylesheet

ASKED_EVERY = 1 / 100
"""Seconds; Textual's own 1/50 makes each key of a test wait twice that long."""
_read: dict[frozenset[tuple[str, str]], dict[Any, Any]] = {}
"""Styles that were read before, for each set of colours; every app would read the same files again."""


@pytest.fixture(autouse=True)
def _at_rest_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_wait, "SLEEP_GRANULARITY", ASKED_EVERY)
    monkeypatch.setattr(_wait, "SLEEP_IDLE", ASKED_EVERY / 20)


@pytest.fixture(autouse=True)
def _styles_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    choose = Stylesheet.set_variables

    def chosen(sheet: Stylesheet, variables: dict[str, str]) -> None:
        sheet._parse_cache = {}  # type: ignore[assignment]
        choose(sheet, variables)
        sheet._parse_cache = _read.setdefault(frozenset(variables.items()), {})  # type: ignore[assignment]

    monkeypatch.setattr(Stylesheet, "set_variables", chosen)
