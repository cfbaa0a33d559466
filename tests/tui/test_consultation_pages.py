"""Pictures of what lies before and after the room: the proposal, the names, the right place, the parting."""

from collections.abc import Awaitable, Callable
from itertools import product
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect.domain.consultation import event as ev
from reflect.domain.consultation.event import Event
from reflect.tui.app import ReflectApp
from reflect.tui.screens.consultation.after import After
from reflect.tui.screens.consultation.casting import CastingPage
from reflect.tui.screens.consultation.live import Live
from reflect.tui.screens.consultation.preparing import Preparing
from reflect.tui.widgets.rowlist import RowList
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import consulting
from reflect.workflows.gathering import Gathering
from tests.tui.picturing import Snap, is_as_before
from tests.tui.world import Clock

pytestmark = pytest.mark.long

SIZES = ((80, 24), (120, 40))
NARROW = (60, 20)
LANGUAGES = ("de", "en")
NAMES = "Mina, Eva, Tom, Ines, Jale, Ben"
STEP = "Ich rufe die Schule an."


def gathered(app: ReflectApp, method: str, names: str, *events: Event) -> Gathering:
    """A session in which this has happened."""
    surroundings = app.surroundings
    gathering = consulting.gather(
        surroundings.catalogue,
        surroundings.config.language,
        method,
        names=names.split(", "),
        minutes=45,
        now=surroundings.now,
    )
    for event in events:
        gathering.tell(event)
    return gathering


def parted(app: ReflectApp) -> After:
    """The page on which Mina picks."""
    idea = "Vielleicht ist der Brief gar nicht das Thema."
    events: tuple[Event, ...] = (
        *[ev.Next()] * 4,
        ev.Write(idea),
        *[ev.Next()] * 3,
        ev.Write(STEP),
        ev.Next(),
        ev.End(),
    )
    gathering = gathered(app, "neun", NAMES, *events)
    return After(gathering, gathering.session.notes)


async def proposal(app: ReflectApp, pilot: Pilot[object]) -> None:
    await app.push_screen(Preparing())
    await app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.press("tab", "4", "5", "tab")


async def casting(app: ReflectApp, pilot: Pilot[object]) -> None:
    await app.push_screen(CastingPage("neun", 45))
    await pilot.pause()
    app.screen.query_one("#names", TypedLine).set_text(NAMES[:-1])
    await pilot.press("n")
    app.screen.query_one(RowList).focus()
    await pilot.press("enter", "down", "enter")


async def place(app: ReflectApp, pilot: Pilot[object]) -> None:
    await casting(app, pilot)
    await pilot.press("f6")


async def next_case(app: ReflectApp, pilot: Pilot[object]) -> None:
    await app.push_screen(Live(gathered(app, "troika", "Mina, Eva, Tom", *[ev.Next()] * 4)))
    await pilot.pause()
    await pilot.press("f6")


async def parting(app: ReflectApp, pilot: Pilot[object]) -> None:
    await app.push_screen(parted(app))
    await pilot.pause()
    await pilot.press("enter")


async def first_step(app: ReflectApp, pilot: Pilot[object]) -> None:
    await parting(app, pilot)
    await pilot.press("down", "enter", "f6")


PAGES: dict[str, Callable[[ReflectApp, Pilot[object]], Awaitable[None]]] = {
    "vorschlag": proposal,
    "namen": casting,
    "ort": place,
    "reihum": next_case,
    "mitnehmen": parting,
    "schritt": first_step,
}
CASES = (*product(PAGES, LANGUAGES, SIZES), *((name, "de", NARROW) for name in ("vorschlag", "namen", "ort")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1]}-{case[2][0]}x{case[2][1]}")
def test_page(
    case: tuple[str, str, tuple[int, int]], snap_compare: Snap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, spoken, size = case

    async def lay(app: ReflectApp, pilot: Pilot[object], _clock: Clock) -> None:
        await PAGES[name](app, pilot)

    assert is_as_before(snap_compare, monkeypatch, tmp_path, lay, spoken=spoken, size=size)
