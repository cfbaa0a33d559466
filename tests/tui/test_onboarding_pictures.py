"""Pictures of the onboarding, held against the design: plan and vignette, both languages, 80x24 and 120x40."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect import language
from reflect.domain.onboarding.task import Signature, Task
from reflect.tui.app import ReflectApp
from reflect.tui.screens.onboarding.plan import PlanPage
from reflect.tui.screens.onboarding.room import OnboardingRoom
from reflect.tui.screens.onboarding.views import OwnView, TwoViews
from reflect.tui.screens.writing import writing_page
from reflect.tui.start import Start
from reflect.workflows.sitting import Sitting
from reflect.workflows.writing import Writing
from tests.tui.world import NOW, Clock, begun_vault, surroundings_in

pytestmark = pytest.mark.long

Snap = Callable[..., bool]
SIZES = ((80, 24), (120, 40))
LANGUAGES = ("de", "en")
OWN = {"de": "mitgehen, ich habe es ihm versprochen.", "en": "go along, I promised him."}
NOTE = {"de": "Was sage ich den fünf?", "en": "What do I tell the five?"}
ENTRY = "BBBBBBBBB6"
"""An id whose order of answers is the one of the design."""


def planned(sitting: Sitting) -> Writing:
    """A plan in its second week: signed, seen from two sides, one task opened."""
    writing = Writing.begin(sitting, "einarbeitung")
    writing.entry.id = "AAAAAAAAA5"
    writing.answer("erster-tag", "2026-11-16")
    writing.answer("kuerzel", "LM")
    first = date(2026, 11, 16)
    for day, (task, steps) in enumerate({"verschwiegenheit": 3, "ansprechpersonen": 1, "notfallkarte": 2}.items()):
        done = Task(own=steps, seen=min(3, steps + 1), opened=task != "ansprechpersonen")
        for step in range(1, steps + 1):
            done = done.signed(Signature(step=step, day=first + timedelta(days=day), new="LM", trainer="KB"))
        writing.answer(task, done.kept())
    writing.store()
    held = writing.entry.next_steps[0].model_copy(update={"done": first})
    writing.entry.next_steps[0] = held
    writing.store()
    return writing


def talked(sitting: Sitting) -> Writing:
    """A vignette with an own answer, before the three others."""
    spoken = sitting.config.language
    writing = Writing.begin(sitting, "vignette-begleitung-zum-termin")
    writing.entry.id = ENTRY
    writing.answer("antwort", OWN[spoken])
    writing.answer("notiz", NOTE[spoken])
    writing.go_to(4)
    return writing


PAGES: dict[str, tuple[Callable[[Sitting], object], tuple[str, ...]]] = {
    "plan": (lambda sitting: PlanPage(planned(sitting)), ()),
    "signing": (lambda sitting: PlanPage(planned(sitting)), ("down", "down", "down", "down", "enter")),
    "own": (lambda sitting: OwnView(planned(sitting)), ()),
    "two": (lambda sitting: TwoViews(planned(sitting)), ("down",)),
    "vignette": (lambda sitting: writing_page(talked(sitting)), ()),
    "wall": (lambda sitting: writing_page(talked(sitting)), ("w",)),
    "room": (lambda sitting: (planned(sitting), OnboardingRoom())[1], ()),
}
CASES = (
    *product(("plan", "vignette", "room"), LANGUAGES, SIZES),
    *((name, "de", SIZES[0]) for name in ("signing", "own", "two")),
    ("wall", "de", (100, 30)),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1]}-{case[2][0]}x{case[2][1]}")
def test_picture(
    case: tuple[str, str, tuple[int, int]], snap_compare: Snap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, spoken, size = case
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    clock = Clock()
    assert clock.moment == NOW
    surroundings = surroundings_in(tmp_path, clock, language=spoken)
    sitting = begun_vault(surroundings, confirmed=True)
    app = ReflectApp(surroundings, start=Start(sitting=sitting), ticks=clock.tick)
    page, keys = PAGES[name]

    async def lay(pilot: Pilot[object]) -> None:
        await pilot.pause()
        await app.push_screen(page(sitting))  # type: ignore[call-overload]  # one screen of several kinds
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    try:
        assert snap_compare(app, terminal_size=size, run_before=lay)
    finally:
        language.use("de")
