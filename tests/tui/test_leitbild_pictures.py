"""Pictures of versions, mapping and workshop: both languages, 80x24 and 120x40."""

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from reflect import language
from reflect.settings.adoption import Adoption
from reflect.tui.app import ReflectApp
from reflect.tui.screens.leitbild.mapping import MappingPage
from reflect.tui.screens.leitbild.text import ComparisonPage
from reflect.tui.screens.leitbild.versions import Versions
from reflect.tui.screens.leitbild.workshop import Workshop
from reflect.tui.screens.reading import Reading
from reflect.workflows.mapping import Mapping, compared
from tests.tui.leitbild import FIRST, SECOND, TODAY, gathered, take_in
from tests.tui.releasing import release_app

pytestmark = pytest.mark.long

PAGES: dict[str, tuple[Callable[[ReflectApp], Screen[Any]], tuple[str, ...]]] = {
    "versions": (lambda _app: Versions(), ()),
    "mapping": (lambda app: MappingPage(Mapping.of(app.surroundings, SECOND)), ("f6",)),
    "picking": (lambda app: MappingPage(Mapping.of(app.surroundings, SECOND)), ("m",)),
    "comparison": (lambda app: ComparisonPage(compared(app.surroundings)), ()),
    "workshop": (lambda _app: Workshop(), ()),
    "doubt": (lambda app: Reading(app.sitting.entry("AAAAAAAAA7")), ("l", "p")),  # type: ignore[union-attr]  # open
}


@pytest.mark.parametrize(
    "case", product(PAGES, ("de", "en"), ((80, 24), (120, 40))), ids=lambda case: f"{case[0]}-{case[1]}-{case[2][0]}"
)
def test_picture(
    case: tuple[str, str, tuple[int, int]],
    snap_compare: Callable[..., bool],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name, spoken, size = case
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    language.use(spoken)
    app = release_app(tmp_path, language=spoken)
    page, keys = PAGES[name]

    async def lay(pilot: Pilot[object]) -> None:
        await pilot.pause()
        await app.workers.wait_for_complete()
        assert app.sitting is not None
        take_in(app.surroundings)
        app.choose(leitbild=(Adoption(FIRST, TODAY),))
        gathered(app.sitting)
        app.push_screen(page(app))
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    try:
        assert snap_compare(app, terminal_size=size, run_before=lay)
    finally:
        language.use("de")
