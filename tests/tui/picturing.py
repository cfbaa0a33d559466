"""Taking pictures: one app, one vault, one clock that stands, in the language that is spoken."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect import language
from reflect.tui.app import ReflectApp
from reflect.tui.start import Start
from tests.tui.world import Clock, begun_vault, surroundings_in

Snap = Callable[..., bool]
Lay = Callable[[ReflectApp, Pilot[object], Clock], Awaitable[None]]


def is_as_before(
    snap_compare: Snap, monkeypatch: pytest.MonkeyPatch, folder: Path, lay: Lay, *, spoken: str, size: tuple[int, int]
) -> bool:
    """Whether the screen that `lay` brings about looks as it did when its picture was taken."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    clock = Clock()
    surroundings = surroundings_in(folder, clock, language=spoken)
    app = ReflectApp(surroundings, start=Start(sitting=begun_vault(surroundings, confirmed=True)), ticks=clock.tick)

    async def laid(pilot: Pilot[object]) -> None:
        await pilot.pause()
        await lay(app, pilot, clock)
        await pilot.pause()

    try:
        return snap_compare(app, terminal_size=size, run_before=laid)
    finally:
        language.use("de")
