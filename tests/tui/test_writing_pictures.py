"""Pictures of writing, at the sizes people have, in both languages."""

from pathlib import Path
from typing import Any

import pytest

from tests.tui.desk import USUAL, WIDE, DeskApp, desk_app, settle, type_text

LAST_WORDS = {
    "de": "Sie hat den Brief auf den Tisch gelegt und nichts gesagt. Ich habe sofort angefangen zu erklären",
    "en": "She put the letter on the table and said nothing. I began to explain at once",
}


@pytest.fixture(autouse=True)
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


def at(app: DeskApp, step: int, question: int = 0) -> DeskApp:
    """Begin there."""
    entry = app.writing.entry
    entry.position = entry.position.model_copy(update={"step": step, "question": question})
    return app


async def after(pilot: Any, *keys: str, text: str = "") -> None:
    await settle(pilot)
    await type_text(pilot, text)
    await pilot.press(*keys)
    await settle(pilot)
    pilot.app.desk.keep()
    await settle(pilot)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("size", [USUAL, WIDE], ids=["80x24", "120x40"])
class TestPictures:
    """Main pages."""

    def test_right_after(self, snap_compare: Any, tmp_path: Path, size: tuple[int, int], language: str) -> None:
        app = desk_app(tmp_path, "kurzreflexion", language=language)
        words = LAST_WORDS[language]
        assert snap_compare(app, terminal_size=size, run_before=lambda pilot: after(pilot, text=words))

    def test_one_question(self, snap_compare: Any, tmp_path: Path, size: tuple[int, int], language: str) -> None:
        app = at(desk_app(tmp_path, "rueckblick", language=language), 2)
        words = LAST_WORDS[language]
        assert snap_compare(app, terminal_size=size, run_before=lambda pilot: after(pilot, text=words))

    def test_two_by_four(self, snap_compare: Any, tmp_path: Path, size: tuple[int, int], language: str) -> None:
        app = at(desk_app(tmp_path, "rueckblick", language=language), 1)
        keys = ("tab", "O", "K", "tab")
        assert snap_compare(app, terminal_size=size, run_before=lambda pilot: after(pilot, *keys, text="OK"))


@pytest.mark.parametrize(
    "question", ["list", "scale", "choices", "date", "people"], ids=["list", "scale", "choices", "date", "people"]
)
def test_types(snap_compare: Any, tmp_path: Path, question: str) -> None:
    keys = {
        "list": ("a", "enter", "b", "enter"),
        "scale": ("2", "down"),
        "choices": ("space", "down"),
        "date": ("3", "1", ".", "2", ".", "f6"),
        "people": ("B", "a", "c", "h", "tab", "A", "m", "t"),
    }[question]
    app = desk_app(tmp_path, at=question)
    assert snap_compare(app, terminal_size=USUAL, run_before=lambda pilot: after(pilot, *keys))


@pytest.mark.parametrize("key", ["f2", "f3", "f4"], ids=["help", "statements", "next-step"])
def test_sheets(snap_compare: Any, tmp_path: Path, key: str) -> None:
    app = at(desk_app(tmp_path, "rueckblick", theme="dunkel"), 2)
    assert snap_compare(app, terminal_size=USUAL, run_before=lambda pilot: after(pilot, key))


def test_full_disk(snap_compare: Any, tmp_path: Path) -> None:
    app = at(desk_app(tmp_path, "rueckblick", theme="kontrast"), 2)

    async def fill(pilot: Any) -> None:
        app.disk.full = True
        await after(pilot, text="Sie hat den Brief")

    assert snap_compare(app, terminal_size=USUAL, run_before=fill)


def test_narrow(snap_compare: Any, tmp_path: Path) -> None:
    app = at(desk_app(tmp_path, "rueckblick"), 1)
    assert snap_compare(app, terminal_size=(60, 20), run_before=lambda pilot: after(pilot, text="OK"))
