"""Pictures of the main screens, in both languages; looked at by people and compared ever since."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect import language
from reflect.tui.app import ReflectApp
from tests.tui.world import Clock, begun_vault, furnish, settle, surroundings_in, unlock

Compare = Callable[..., bool]
USUAL, WIDE = (80, 24), (120, 40)
READ = ("n", "end", "enter")
LISTED = (*READ, "g", "enter", "escape", "up", "enter", "g", "enter", "escape", "escape", "g")
"""The two older entries are put on the list for the team round; then it is opened."""
PICTURES = [
    ("unlock", USUAL, "de", "dunkel", ()),
    ("unlock", WIDE, "en", "hell", ()),
    ("home", USUAL, "de", "hell", ()),
    ("home", WIDE, "de", "dunkel", ()),
    ("home", USUAL, "en", "hell", ()),
    ("home", WIDE, "en", "dunkel", ()),
    ("help", USUAL, "de", "kontrast", ("f1",)),
    ("help", WIDE, "en", "hell", ("f1",)),
    ("entries", USUAL, "de", "hell", ("n",)),
    ("reading", WIDE, "de", "hell", ("n", "end", "enter")),
    ("agenda", USUAL, "de", "hell", LISTED),
    ("agenda", WIDE, "de", "dunkel", LISTED),
    ("agenda", USUAL, "en", "kontrast", LISTED),
    ("agenda", WIDE, "en", "hell", LISTED),
    ("occasion", USUAL, "de", "hell", (*READ, "g")),
    ("lookback", USUAL, "en", "dunkel", ("down", "enter")),
    ("settings", USUAL, "en", "dunkel", ("f2",)),
]


@pytest.fixture(autouse=True)
def _full_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


def walk(keys: tuple[str, ...], *, closed: bool = False) -> Callable[[Pilot[int]], Awaitable[None]]:
    """Open the vault and press some keys."""

    async def go(pilot: Pilot[int]) -> None:
        await settle(pilot)
        if not closed:
            await unlock(pilot)
        await pilot.press(*keys)
        await settle(pilot)

    return go


@pytest.mark.parametrize(
    ("page", "size", "spoken", "theme", "keys"),
    PICTURES,
    ids=[f"{page}-{size[0]}-{spoken}-{theme}" for page, size, spoken, theme, _keys in PICTURES],
)
def test_page(
    *,
    tmp_path: Path,
    snap_compare: Compare,
    page: str,
    size: tuple[int, int],
    spoken: str,
    theme: str,
    keys: tuple[str, ...],
) -> None:
    clock = Clock()
    surroundings = surroundings_in(tmp_path, clock, language=spoken, theme=theme)
    sitting = begun_vault(surroundings)
    furnish(sitting)
    sitting.close()
    app = ReflectApp(surroundings, ticks=clock.tick)
    try:
        assert snap_compare(app, run_before=walk(keys, closed=page == "unlock"), terminal_size=size)
    finally:
        language.use("de")


@pytest.mark.parametrize(
    ("size", "spoken", "theme", "keys"),
    [
        (USUAL, "de", "hell", ()),
        (USUAL, "de", "dunkel", ("enter",)),
        (WIDE, "en", "hell", ("down", "enter")),
        (USUAL, "en", "kontrast", ("enter", "enter")),
    ],
    ids=["language-80-de", "belonging-80-de", "belonging-120-en", "passphrase-80-en"],
)
def test_first_run(
    *, tmp_path: Path, snap_compare: Compare, size: tuple[int, int], spoken: str, theme: str, keys: tuple[str, ...]
) -> None:
    app = ReflectApp(surroundings_in(tmp_path, Clock(), language=spoken, theme=theme))
    try:
        assert snap_compare(app, run_before=walk(keys, closed=True), terminal_size=size)
    finally:
        language.use("de")
