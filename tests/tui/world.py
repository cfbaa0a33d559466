"""A small world for the screen: a vault in memory, a clock that stands still, three fictional entries."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from rich.cells import cell_len
from textual.pilot import Pilot

from reflect import language
from reflect.domain.entry import Entry, NextStep
from reflect.settings.config import Config
from reflect.settings.places import Places
from reflect.tui.app import ReflectApp
from reflect.tui.widgets.typedline import TypedLine
from reflect.vault.policy import KdfPolicy
from reflect.vault.system import MemorySystem
from reflect.workflows.opening import create_vault
from reflect.workflows.sitting import Sitting
from reflect.workflows.surroundings import Surroundings

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 17, 41, tzinfo=BERLIN)
PASSPHRASE = "vier blaue Tassen am Fenster"


class Clock:
    """A clock that a test sets.

    Attributes:
        moment: What it shows.
        ticks: Seconds that only grow, for the idle lock.
    """

    def __init__(self) -> None:
        self.moment = NOW
        self.ticks = 0.0

    def now(self) -> datetime:
        return self.moment

    def tick(self) -> float:
        return self.ticks


def surroundings_in(folder: Path, clock: Clock, **choices: object) -> Surroundings:
    """Surroundings whose vault lies in memory; only settings touch the folder."""
    places = Places(
        config=folder / "config.toml",
        vault=Path("/memory/vault"),
        state=Path("/memory/state"),
        cache=folder / "cache",
        prompts=folder / "prompts",
        organisation=folder / "organisation",
    )
    return Surroundings(
        places=places,
        config=Config().changed(**choices),
        now=clock.now,
        system=MemorySystem(),
        policy=KdfPolicy.for_tests(),
    )


def begun_vault(surroundings: Surroundings, *, confirmed: bool = False) -> Sitting:
    """A vault with the recovery key not yet checked."""
    sitting, _ = create_vault(surroundings, PASSPHRASE)
    if confirmed:
        sitting.vault.confirm_recovery()
    return sitting


def at(day: int, hour: int = 9, minute: int = 0) -> datetime:
    """A moment in this November."""
    return datetime(2026, 11, day, hour, minute, tzinfo=BERLIN)


def furnish(sitting: Sitting) -> list[Entry]:
    """One begun entry, one begun without a title, one finished with trials that are due."""
    load = sitting.catalogue.load
    loud = Entry(id="AAAAAAAAA1", protocol=load("rueckblick", "de"), created=at(20), changed=at(20, 11))
    steps = loud.protocol.steps
    loud.answers[steps[0].questions[0].id] = "Der laute Flur"
    loud.position = loud.position.model_copy(update={"step": min(2, len(steps) - 1)})
    quick = Entry(id="AAAAAAAAA2", protocol=load("kurzreflexion", "de"), created=at(23, 17, 41), changed=at(23, 17, 41))
    done = Entry(id="AAAAAAAAA3", protocol=load("rueckblick", "de"), created=at(7), changed=at(8), finished=at(8))
    done.answers[done.protocol.steps[0].questions[0].id] = "Ich habe viel erklärt und wenig gefragt."
    done.next_steps = [
        NextStep(text="Erst fragen, dann vorschlagen", due=date(2026, 11, 9)),
        NextStep(text="Begleitung zum Amt: beim dritten Mal allein", due=date(2026, 11, 23)),
    ]
    for entry in (loud, quick, done):
        sitting.vault.put("entries", entry.id, entry.record(), entry.dump())
    return [loud, quick, done]


def lines(app: ReflectApp) -> list[str]:
    """What stands on the screen, row by row."""
    return ["".join(segment.text for segment in row) for row in app.screen._compositor.render_strips()]


def shown(app: ReflectApp) -> str:
    """What stands on the screen."""
    return "\n".join(line.rstrip() for line in lines(app))


Kind = TypeVar("Kind")


def top(app: ReflectApp, kind: type[Kind]) -> Kind:
    """The screen on top, which is of a kind."""
    found: object = app.screen
    assert isinstance(found, kind), found
    return found


async def settle(pilot: Pilot[int]) -> None:
    """Wait until nothing is under way."""
    for _turn in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def unlock(pilot: Pilot[int], secret: str = PASSPHRASE) -> None:
    """Put the passphrase in and press Enter."""
    pilot.app.screen.query_one(TypedLine).set_text(secret)
    await pilot.press("enter")
    await settle(pilot)


@asynccontextmanager
async def closed_app(
    folder: Path,
    *,
    size: tuple[int, int] = (80, 24),
    furnished: bool = True,
    confirmed: bool = False,
    **choices: object,
) -> AsyncIterator[tuple[ReflectApp, Pilot[int], Clock]]:
    """The program before a locked vault."""
    clock = Clock()
    surroundings = surroundings_in(folder, clock, **choices)
    sitting = begun_vault(surroundings, confirmed=confirmed)
    if furnished:
        furnish(sitting)
    sitting.close()
    app = ReflectApp(surroundings, ticks=clock.tick)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot, clock
    language.use("de")


@asynccontextmanager
async def open_app(
    folder: Path,
    *,
    size: tuple[int, int] = (80, 24),
    furnished: bool = True,
    confirmed: bool = False,
    **choices: object,
) -> AsyncIterator[tuple[ReflectApp, Pilot[int], Clock]]:
    """The program at home, after the passphrase."""
    async with closed_app(folder, size=size, furnished=furnished, confirmed=confirmed, **choices) as (
        app,
        pilot,
        clock,
    ):
        await unlock(pilot)
        yield app, pilot, clock


@asynccontextmanager
async def first_run(
    folder: Path, *, size: tuple[int, int] = (80, 24), **choices: object
) -> AsyncIterator[tuple[ReflectApp, Pilot[int]]]:
    """The program where there is no vault yet."""
    clock = Clock()
    app = ReflectApp(surroundings_in(folder, clock, **choices), ticks=clock.tick)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot
    language.use("de")


async def click_words(pilot: Pilot[int], words: str) -> None:
    """Click where words stand on the screen."""
    for y, line in enumerate(lines(cast("ReflectApp", pilot.app))):
        if words in line:
            await pilot.click(offset=(cell_len(line[: line.index(words)]), y))
            await settle(pilot)
            return
    raise AssertionError(f"{words!r} stands nowhere in:\n{shown(cast('ReflectApp', pilot.app))}")
