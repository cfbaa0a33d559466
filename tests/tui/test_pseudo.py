"""A pseudo-language shows what escapes translation: every word that does not pass through the catalogue stands out."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reflect import language
from reflect.tui.app import ReflectApp
from reflect.tui.screens.setup.key import KeyStep
from tests.tui.world import PASSPHRASE, Clock, begun_vault, first_run, furnish, settle, shown, surroundings_in, unlock

OPEN, CLOSE = "⟦", "⟧"
WORD = re.compile(r"[^\W\d_]{2,}")
NO_WORDS = {"reflect", "Esc", "Tab", "Alt", "Deutsch", "English", "In", "welcher", "Sprache", "which", "language"}
"""Names of keys and of languages, and the question that is asked in both."""


class Brackets:
    """A catalogue whose sentences stand in brackets."""

    def gettext(self, message: str) -> str:
        return f"{OPEN}{message}{CLOSE}"

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        return f"{OPEN}{singular if count == 1 else plural}{CLOSE}"


@pytest.fixture(autouse=True)
def _pseudo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(language, "_catalogue", lambda _language: Brackets())
    monkeypatch.setattr(language, "use", lambda _language: None)
    monkeypatch.setattr(language, "_chosen", ["xx"])
    yield
    language.use("de")


def foreign(page: str, known: str) -> set[str]:
    """Words outside brackets that are no entry's, no protocol's and no key's."""
    flat = " ".join(line.strip(" ▌▏") for line in page.splitlines())
    outside, depth = [], 0
    for character in flat:
        depth += (character == OPEN) - (character == CLOSE)
        outside.append(character if depth == 0 else " ")
    return {word for word in WORD.findall("".join(outside)) if word not in NO_WORDS and word not in known}


WAYS: dict[str, tuple[str, ...]] = {
    "home": (),
    "entries": ("n",),
    "reading": ("n", "end", "enter"),
    "trash": ("t",),
    "search": ("s",),
    "agenda": ("g",),
    "listed": ("n", "end", "enter", "g", "enter", "escape", "escape", "g"),
    "occasion": ("n", "end", "enter", "g"),
    "settings": ("f2",),
    "proof": ("p",),
    "help": ("f1",),
    "palette": ("ctrl+p",),
    "lookback": ("down", "enter"),
    "quit hint": ("ctrl+c",),
}


@pytest.mark.parametrize("way", list(WAYS.values()), ids=list(WAYS))
async def test_no_word_escapes(tmp_path: Path, way: tuple[str, ...]) -> None:
    clock = Clock()
    surroundings = surroundings_in(tmp_path, clock)
    sitting = begun_vault(surroundings)
    known = " ".join(entry.dump() for entry in furnish(sitting))
    sitting.close()
    app = ReflectApp(surroundings, ticks=clock.tick)
    # Wide enough that nothing is cut: a bracket that is cut off would hide what follows.
    async with app.run_test(size=(240, 60)) as pilot:
        await settle(pilot)
        assert not foreign(shown(app), known)
        await unlock(pilot, "falsch")
        assert not foreign(shown(app), known)
        await unlock(pilot, PASSPHRASE)
        await pilot.press(*way)
        await settle(pilot)
        page = shown(app)
        assert OPEN in page
        if way not in {("f1",), ("ctrl+p",), ("f2",)}:
            assert not foreign(page, known), page
        else:
            sheet = "\n".join(line.rpartition("▌")[2] for line in page.splitlines())
            assert not foreign(sheet.replace(f"{CLOSE}", CLOSE), known), sheet


async def test_no_word_escapes_in_the_first_run(tmp_path: Path) -> None:
    async with first_run(tmp_path, size=(240, 60)) as (app, pilot):
        for keys in (("enter",), ("enter",), (*"ab", "enter", *"ab", "enter"), ("enter",), ("f7",), ()):
            groups = app.screen.beginning.groups if isinstance(app.screen, KeyStep) else ()
            assert not foreign(shown(app), " ".join(["/memory/vault", *groups])), shown(app)
            await pilot.press(*keys)
            await settle(pilot)
