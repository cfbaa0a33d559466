"""Pictures of the door and of what cares for the vault, in both languages, usual and wide."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect import language
from reflect.settings.known import KnownVault
from reflect.tui.app import ReflectApp
from reflect.tui.screens.takeout import TakeoutSheet
from reflect.workflows.opening import open_vault
from tests.tui.world import PASSPHRASE, Clock, begun_vault, furnish, settle, surroundings_in, unlock

pytestmark = pytest.mark.long

Compare = Callable[..., bool]
Act = Callable[[Pilot[int]], Awaitable[None]]
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
VAULTS = (KnownVault("Regal", "/memory/vault"), KnownVault("Fenster", "/memory/second"))


@pytest.fixture(autouse=True)
def _full_colours(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/ada"))
    yield
    language.use("de")


async def choosing(pilot: Pilot[int]) -> None:
    """The list of vaults."""
    await pilot.press("f3")


async def naming(pilot: Pilot[int]) -> None:
    """A name for a new one."""
    await pilot.press("f3")
    await settle(pilot)
    await pilot.press("end", "enter")


async def away(_pilot: Pilot[int]) -> None:
    """The vault is not where it lay."""


async def taking_out(pilot: Pilot[int]) -> None:
    """Everything, readable."""
    await unlock(pilot)
    pilot.app.push_screen(TakeoutSheet())


ACTS: dict[str, Act] = {"vaults": choosing, "name": naming, "away": away, "takeout": taking_out}


@pytest.mark.parametrize("spoken", ["de", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", ACTS)
def test_picture(*, tmp_path: Path, snap_compare: Compare, page: str, size: str, spoken: str) -> None:
    clock = Clock()
    surroundings = surroundings_in(tmp_path, clock, language=spoken)
    if page != "away":
        sitting = begun_vault(surroundings)
        furnish(sitting)
        sitting.close()
    surroundings.config = replace(surroundings.config, vaults=VAULTS)

    async def go(pilot: Pilot[int]) -> None:
        await settle(pilot)
        await ACTS[page](pilot)
        await settle(pilot)

    assert snap_compare(ReflectApp(surroundings, ticks=clock.tick), run_before=go, terminal_size=SIZES[size])


@pytest.mark.parametrize("size", SIZES)
def test_the_picture_of_a_damaged_vault(*, tmp_path: Path, snap_compare: Compare, size: str) -> None:
    clock = Clock()
    surroundings = surroundings_in(tmp_path, clock)
    sitting = begun_vault(surroundings)
    furnish(sitting)
    log = sitting.vault.store.log
    system, file = sitting.vault.surroundings.system, sitting.vault.store.layout.file
    sitting.close()
    handle = system.open(file, write=True)
    system.pwrite(handle, bytes(16), log.offset + 60)
    system.close(handle)

    async def go(pilot: Pilot[int]) -> None:
        await settle(pilot)
        await unlock(pilot)

    assert snap_compare(ReflectApp(surroundings, ticks=clock.tick), run_before=go, terminal_size=SIZES[size])
    reader = open_vault(surroundings, PASSPHRASE, write=False)
    assert reader.vault.state.readonly == "damaged"
    reader.close()
