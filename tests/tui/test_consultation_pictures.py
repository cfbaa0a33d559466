"""Pictures of the live room, held against the design: laptop, wall and wide, in both languages."""

from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect.domain.consultation import event as ev
from reflect.domain.consultation.event import Event
from reflect.tui.app import ReflectApp
from reflect.tui.screens.consultation.live import Live
from reflect.workflows import consulting
from reflect.workflows.gathering import Gathering
from reflect.workflows.surroundings import Surroundings
from tests.tui.picturing import Snap, is_as_before
from tests.tui.world import Clock

pytestmark = pytest.mark.long

SIZES = ((80, 24), (100, 30), (120, 40))
LANGUAGES = ("de", "en")
NAMES = ("Mina", "Eva", "Tom", "Ines", "Jale", "Ben", "Uli")
LINES = ("Vielleicht ist der Brief gar nicht das Thema.", "Einen Termin nur zum Zuhören anbieten.")
PICTURES: dict[str, tuple[int, int, tuple[Event, ...], tuple[str, ...]]] = {
    "beraten": (4, 4, tuple(ev.Write(line) for line in LINES), ()),
    "runde": (6, 2, (ev.GiveWord(), ev.LetPass()), ()),
    "fragen": (2, 12, (), ()),
    "stille": (3, 0, (), ()),
    "saetze": (4, 4, (), ("f8",)),
    "zeit": (4, 12, (), ("f7",)),
}
"""Name -> phase, minutes in it, events there, keys."""

CASES = (
    *product(("beraten", "runde"), LANGUAGES, SIZES),
    *((name, "de", SIZES[0]) for name in PICTURES if name not in {"beraten", "runde"}),
)


def gathering_at(surroundings: Surroundings, clock: Clock, name: str) -> Gathering:
    """Nine phases, gone through on time up to a phase."""
    phase, minutes, events, _keys = PICTURES[name]
    gathering = consulting.gather(
        surroundings.catalogue, surroundings.config.language, "neun", names=NAMES, minutes=55, now=clock.now
    )
    for step in gathering.session.plan.phases[:phase]:
        clock.moment += timedelta(minutes=step.minutes)
        gathering.tell(ev.Next())
    for event in events:
        gathering.tell(event)
    clock.moment += timedelta(minutes=minutes)
    return gathering


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1]}-{case[2][0]}x{case[2][1]}")
def test_picture(
    case: tuple[str, str, tuple[int, int]], snap_compare: Snap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, spoken, size = case

    async def lay(app: ReflectApp, pilot: Pilot[object], clock: Clock) -> None:
        await app.push_screen(Live(gathering_at(app.surroundings, clock, name)))
        await pilot.pause()
        await pilot.press(*PICTURES[name][3])

    assert is_as_before(snap_compare, monkeypatch, tmp_path, lay, spoken=spoken, size=size)
