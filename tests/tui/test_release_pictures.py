"""Pictures of the release, held against the design: both languages, 80x24 and 120x40."""

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from reflect import language
from reflect.domain.audience import Audience
from reflect.tui.app import ReflectApp
from reflect.tui.screens.choose import ChooseAnswers
from reflect.tui.screens.gate import GatePage
from reflect.tui.screens.names import NamesPage
from reflect.tui.screens.preview import PreviewPage
from reflect.tui.screens.review import ReviewPage
from reflect.workflows.handing_over import HandingOver
from reflect.workflows.sitting import Sitting
from tests.tui.releasing import release_app
from tests.workflows.pages import ID, by_hand, decided, told

Snap = Callable[..., bool]
SIZES = ((80, 24), (120, 40))
LANGUAGES = ("de", "en")
PAGES: dict[str, tuple[Callable[[Sitting], Screen[Any]], tuple[str, ...]]] = {}


def picture(
    *keys: str,
) -> Callable[[Callable[[Sitting], Screen[Any]]], Callable[[Sitting], Screen[Any]]]:
    """Take a picture of a page after some keys."""

    def noted(page: Callable[[Sitting], Screen[Any]]) -> Callable[[Sitting], Screen[Any]]:
        PAGES[page.__name__] = (page, keys)
        return page

    return noted


@picture()
def review(sitting: Sitting) -> Screen[Any]:
    return ReviewPage(by_hand(sitting), first=True)


@picture("b")
def advice(sitting: Sitting) -> Screen[Any]:
    return ReviewPage(by_hand(sitting), first=True)


@picture("down", "z", "up")
def preview(sitting: Sitting) -> Screen[Any]:
    return PreviewPage(decided(sitting))


@picture("f")
def handout(sitting: Sitting) -> Screen[Any]:
    return PreviewPage(decided(sitting))


@picture("left", "down")
def gate(sitting: Sitting) -> Screen[Any]:
    handing = decided(sitting)
    assert handing.review is not None
    handing.review.gate = None
    return GatePage(handing)


@picture("down", "enter")
def answers(sitting: Sitting) -> Screen[Any]:
    told(sitting)
    return ChooseAnswers(HandingOver.begin(sitting, (ID,), Audience.TEAM))


@picture(*"Selam", "enter", *"Tante von", "enter")
def names(sitting: Sitting) -> Screen[Any]:
    told(sitting)
    return NamesPage(HandingOver.begin(sitting, (ID,), Audience.TEAM))


@pytest.mark.parametrize(
    "case", product(PAGES, LANGUAGES, SIZES), ids=lambda case: f"{case[0]}-{case[1]}-{case[2][0]}x{case[2][1]}"
)
def test_picture(
    case: tuple[str, str, tuple[int, int]], snap_compare: Snap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, spoken, size = case
    monkeypatch.setenv("HOME", "/home/mina")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    language.use(spoken)
    app = release_app(tmp_path, language=spoken)
    page, keys = PAGES[name]

    async def lay(pilot: Pilot[object]) -> None:
        await shown(app, pilot, page, keys)

    try:
        assert snap_compare(app, terminal_size=size, run_before=lay)
    finally:
        language.use("de")


async def shown(
    app: ReflectApp, pilot: Pilot[object], page: Callable[[Sitting], Screen[Any]], keys: tuple[str, ...]
) -> None:
    """Lay a page on home and press the keys."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    assert app.sitting is not None
    app.push_screen(page(app.sitting))
    await pilot.pause()
    for key in keys:
        await pilot.press("space" if key == " " else key)
        await pilot.pause()
