"""Pictures of rating and course, held against the design: both languages, 80x24 and 120x40."""

from collections.abc import Awaitable, Callable
from itertools import product
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect import language
from reflect.domain.entry import Entry
from reflect.tui.app import ReflectApp
from reflect.workflows.assessing import Assessing
from reflect.workflows.sitting import Sitting
from tests.tui.months import lived
from tests.tui.world import Clock, at, begun_vault, settle, surroundings_in, unlock

pytestmark = pytest.mark.long

Snap = Callable[..., bool]
SIZES = ((80, 24), (120, 40))
OWN = {
    "de": ("Ich habe viel erklärt und wenig gefragt.", "Erst fragen, dann vorschlagen. Es ging.", "Der laute Flur"),
    "en": ("I explained a lot and asked little.", "Ask first, then suggest. It worked.", "The noisy corridor"),
}
LINE = {"de": "Bei der Wohnungssuche: Sie hatte schon eine Liste.", "en": "Looking for a flat: she already had a list."}
PAGES = {
    "rating": ("l", "enter", "f6", "f6", "4", "tab", "LINE", "tab"),
    "course": ("l", "down", "down", "enter", *["down"] * 5),
}
OTHERS = {
    "room": ((80, 24), "hell", ("l",)),
    "rating-narrow": ((60, 20), "kontrast", ("l", "enter", "f6", "3")),
    "hindrances": ((80, 24), "hell", ("l", "enter", "4", "f4", "1", "3")),
    "observation": ((80, 24), "dunkel", ("l", "enter", *["f6"] * 7)),
    "jump": ((80, 24), "kontrast", ("l", "down", "down", "enter", "down", "down", "down")),
    "never": ((120, 40), "dunkel", ("l", "down", "down", "enter", "n")),
    "agenda": ((80, 24), "hell", ("l", "down", "down", "enter", *["down"] * 5, "f")),
}


@pytest.fixture(autouse=True)
def _full_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


def furnished(folder: Path, spoken: str, theme: str) -> ReflectApp:
    """A vault with six months, and three entries that touch the third statement of this one."""
    clock = Clock()
    surroundings = surroundings_in(folder, clock, language=spoken, theme=theme)
    sitting = begun_vault(surroundings)
    lived(sitting)
    remember(sitting, spoken)
    sitting.close()
    return ReflectApp(surroundings, ticks=clock.tick)


def remember(sitting: Sitting, spoken: str) -> None:
    """Entries of three days that touch the statement in the picture."""
    statement = Assessing.begin(sitting).items[2].statement
    protocol = sitting.catalogue.load("kurzreflexion", spoken)
    for number, (day, title) in enumerate(zip((20, 9, 2), OWN[spoken], strict=True), 1):
        entry = Entry(id=f"AAAAAAAAB{number}", protocol=protocol, created=at(day), changed=at(day), finished=at(day))
        entry.answers["was"] = title
        entry.principles = [statement]
        sitting.vault.put("entries", entry.id, entry.record(), entry.dump())


def walk(keys: tuple[str, ...], spoken: str) -> Callable[[Pilot[int]], Awaitable[None]]:
    async def go(pilot: Pilot[int]) -> None:
        await settle(pilot)
        await unlock(pilot)
        for key in keys:
            await pilot.press(*(LINE[spoken] if key == "LINE" else (key,)))
        await settle(pilot)

    return go


@pytest.mark.parametrize(
    ("page", "size", "spoken"),
    [(page, size, spoken) for page, size, spoken in product(PAGES, SIZES, ("de", "en"))],
    ids=[f"{page}-{size[0]}-{spoken}" for page, size, spoken in product(PAGES, SIZES, ("de", "en"))],
)
def test_page(tmp_path: Path, snap_compare: Snap, page: str, size: tuple[int, int], spoken: str) -> None:
    app = furnished(tmp_path, spoken, "hell" if page == "rating" else "dunkel")
    try:
        assert snap_compare(app, run_before=walk(PAGES[page], spoken), terminal_size=size)
    finally:
        language.use("de")


@pytest.mark.parametrize("page", OTHERS)
def test_other_pages(tmp_path: Path, snap_compare: Snap, page: str) -> None:
    size, theme, keys = OTHERS[page]
    app = furnished(tmp_path, "de", theme)
    try:
        assert snap_compare(app, run_before=walk(keys, "de"), terminal_size=size)
    finally:
        language.use("de")
