"""Wherever a shipped protocol stops, the organisation's own numbers come first, on the screen and line by line."""

import io
from pathlib import Path

import pytest

from reflect.cli.console import Console
from reflect.cli.linear.writing import LinearWriting
from reflect.cli.request import Request
from reflect.domain.contact import PUBLIC, Contact
from reflect.domain.protocol import Step, StopKind
from reflect.library.catalogue import Catalogue
from reflect.settings import organisation
from reflect.settings.places import Places
from reflect.tui.screens.urgent import UrgentSheet
from reflect.tui.screens.writing import WritingScreen
from reflect.workflows.repertoire import WRITTEN
from reflect.workflows.writing import Writing
from tests.tui.desk import EVERY_TYPE, DeskApp, desk_app, on_top, settle, sitting_in, written_on

CATALOGUE = Catalogue()
STOPS = [
    (row.id, index)
    for row in CATALOGUE.protocols("de")
    if row.kind in WRITTEN
    for index, step in enumerate(CATALOGUE.load(row.id, "de").steps)
    if step.stop is not None
]
OWN = tuple(
    Contact(name=f"Verfahren {kind.value}", number=f"0151 000000{number}", kinds=(kind,), hours="immer")
    for number, kind in enumerate(StopKind)
)
each_stop = pytest.mark.parametrize(("protocol_id", "index"), STOPS)


def told(app: DeskApp) -> str:
    """What stands on the sheet."""
    return "\n".join(str(line.render()) for line in app.screen.query("#sheet Static"))


def test_many_protocols_stop_and_each_kind_occurs() -> None:
    kinds = {CATALOGUE.load(name, "de").steps[index].stop for name, index in STOPS}
    assert kinds == set(StopKind)
    assert len(STOPS) >= 8


@each_stop
async def test_on_the_screen_the_own_number_comes_first(tmp_path: Path, protocol_id: str, index: int) -> None:
    app = desk_app(tmp_path, protocol_id, contacts=OWN)
    app.writing.go_to(index)
    kind = app.writing.place.step.stop
    async with written_on(app) as pilot:
        if app.writing.place.step.together:
            assert "F2" in str(app.screen.query_one("#safety").render())
            await pilot.press("f2")
            await settle(pilot)
        assert on_top(app) is UrgentSheet
        assert f"Verfahren {kind}   immer" in told(app)
        assert not any(public.number in told(app).splitlines() for public in PUBLIC)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert on_top(app) is not WritingScreen, "the form can be left from here"


@each_stop
async def test_without_own_numbers_the_public_ones_are_shown(tmp_path: Path, protocol_id: str, index: int) -> None:
    app = desk_app(tmp_path, protocol_id)
    app.writing.go_to(index)
    async with written_on(app) as pilot:
        await pilot.press("f2")
        await settle(pilot)
        assert "112" in told(app).splitlines()


@each_stop
def test_line_by_line_the_own_number_comes_first(tmp_path: Path, protocol_id: str, index: int) -> None:
    around, sitting = sitting_in(tmp_path, contacts=OWN)
    writing = Writing.begin(sitting, protocol_id)
    step = writing.go_to(index).step
    messages = io.StringIO()
    console = Console(given=io.StringIO("/aufhören\n"), messages=messages)
    request = Request(options=None, console=console, surroundings=around, screen=None)  # type: ignore[arg-type]  # unused
    LinearWriting(request, writing).run()
    said = messages.getvalue()
    numbers = [one.number for one in OWN if step.stop in one.kinds]
    order = [said.index(part) for part in (*numbers, step.guidance[0], step.questions[0].text)]
    assert order == sorted(order)
    assert "112" not in said


async def test_a_page_without_guidance_asks_for_safety_all_the_same(tmp_path: Path) -> None:
    bare = Step(
        id="bloss", title="Bloß", together=True, stop=StopKind.VIOLENCE, questions=EVERY_TYPE.steps[1].questions
    )
    app = desk_app(tmp_path, EVERY_TYPE.model_copy(update={"steps": (bare,)}))
    async with written_on(app):
        assert "Ist jemand in Gefahr?" in str(app.screen.query_one("#safety").render())


def test_an_organisation_proposes_its_numbers_and_a_person_may_choose_others(tmp_path: Path) -> None:
    names = ("config", "vault", "state", "cache", "prompts", "organisation")
    places = Places(**{name: tmp_path / name for name in names})
    places.organisation.mkdir()
    line = '[[contacts]]\nname = "{}"\nnumber = "{}"\n'
    (places.organisation / "config.toml").write_text(line.format("Krisendienst", "0151 1"), "utf-8")
    assert [one.name for one in organisation.choices(places).contacts] == ["Krisendienst"]
    places.config.write_text(line.format("Bereitschaft", "0151 2"), "utf-8")
    assert [one.name for one in organisation.choices(places).contacts] == ["Bereitschaft"]
