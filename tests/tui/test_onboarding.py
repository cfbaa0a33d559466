"""The onboarding on the screen: own answer first, two sign, and nothing is open that was not opened."""

from datetime import date
from pathlib import Path

import pytest

from reflect.domain.agenda import DueKind
from reflect.domain.consultation.meeting import Meeting
from reflect.tui import rooms
from reflect.tui.app import ReflectApp
from reflect.tui.screens.onboarding.participation import Participation
from reflect.tui.screens.onboarding.plan import PlanPage
from reflect.tui.screens.onboarding.room import OnboardingRoom
from reflect.tui.screens.onboarding.signing import SignSheet
from reflect.tui.screens.onboarding.views import OwnView, TwoViews
from reflect.tui.screens.onboarding.vignette import VignetteScreen
from reflect.tui.screens.writing import WritingScreen
from reflect.tui.widgets.answers import AnswersPage
from reflect.workflows import keeping, onboarding
from reflect.workflows.meetings import MEETINGS
from reflect.workflows.writing import Writing
from tests.tui.desk import settle as saved
from tests.tui.world import at, click_words, open_app, settle, shown, top

FIRST = "vignette-begleitung-zum-termin"
VERBS = ("mitgehen", "vorbereiten", "verbinden")


async def begun(app: ReflectApp) -> Writing:
    """A plan with a first day, as the notes would leave it."""
    assert app.sitting is not None
    writing = Writing.begin(app.sitting, onboarding.PLAN)
    writing.answer("erster-tag", "2026-11-16")
    writing.answer("kuerzel", "LM")
    writing.store()
    return writing


async def test_the_own_answer_comes_before_the_others(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await app.push_screen(OnboardingRoom())
        await pilot.press("down", "enter")
        await settle(pilot)
        screen = top(app, VignetteScreen)
        await pilot.press(*"zuhause bleiben")
        for _question in range(4):
            assert not any(f"\n   {verb}" in shown(app) for verb in VERBS)
            assert "• nur du" in shown(app)
            await pilot.press("f6")
            await saved(pilot)
        page = shown(app)
        assert all(verb in page for verb in VERBS)
        assert page.count("Der Preis") == 3
        assert "Deine Antwort:  zuhause bleiben" in page
        assert "•• du und deine Anleitung" in page
        assert "Rote Linie:" in page
        await pilot.press("f5")
        await saved(pilot)
        assert not any(f"\n   {verb}" in shown(app) for verb in VERBS)
        assert screen.writing.entry.answers["antwort"] == "zuhause bleiben"


async def test_on_the_wall_nobody_reads_the_own_answer(tmp_path: Path) -> None:
    async with open_app(tmp_path, size=(120, 40)) as (app, pilot, _clock):
        assert app.sitting is not None
        writing = Writing.begin(app.sitting, FIRST)
        writing.answer("antwort", "mitgehen, heimlich")
        writing.go_to(4)
        await app.push_screen(VignetteScreen(writing, onboarding.vignette(app.sitting.catalogue, "de", FIRST)))
        await pilot.press("n", *"Frage an Karin", "enter")
        await saved(pilot)
        assert "Deine Notiz:  Frage an Karin" in shown(app)
        await click_words(pilot, "Wand")
        page = shown(app)
        assert "••• alle im Raum" in page
        assert "heimlich" not in page
        assert "Karin" not in page
        assert "Deine Notiz" not in page
        await pilot.press("w")
        await settle(pilot)
        assert "heimlich" in shown(app)
        await pilot.press("f6")
        await saved(pilot)
        entry = app.sitting.entry(writing.entry.id)
        assert entry.finished is not None
        assert entry.answers["notiz"] == "Frage an Karin"


@pytest.mark.parametrize("language", ["de", "en"])
async def test_every_vignette_is_whole_on_a_small_screen(tmp_path: Path, language: str) -> None:
    async with open_app(tmp_path, language=language) as (app, pilot, _clock):
        assert app.sitting is not None
        for row in onboarding.vignettes(app.sitting):
            writing = Writing.begin(app.sitting, row.id)
            writing.answer("antwort", "x")
            writing.go_to(4)
            screen = VignetteScreen(writing, onboarding.vignette(app.sitting.catalogue, language, row.id))
            await app.push_screen(screen)
            await pilot.pause()
            assert screen.query_one(AnswersPage).max_scroll_y == 0, row.id
            await pilot.press("escape")
            await saved(pilot)


async def test_two_people_sign_a_step(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        writing = await begun(app)
        await app.push_screen(PlanPage(writing))
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        top(app, SignSheet)
        await pilot.press("f6")
        await settle(pilot)
        assert "Noch offen: ein Kürzel" in shown(app)
        await pilot.press(*"lm", "enter", "enter")
        await settle(pilot)
        assert "Zwei Menschen, zwei Kürzel." in shown(app)
        await pilot.press("backspace", "backspace", *"kb", "enter")
        await pilot.press("ctrl+a", *"morgen", "enter")
        await settle(pilot)
        assert "kein vergangener Tag" in shown(app)
        await pilot.press("ctrl+a", *"20.11.", "enter")
        await settle(pilot)
        assert "gezeigt  20. November  LM KB" in shown(app)
        assert app.sitting is not None
        kept = app.sitting.entry(writing.entry.id).answers["verschwiegenheit"]
        assert kept == [{"step": "1", "day": "2026-11-20", "new": "LM", "trainer": "KB"}]
        await pilot.press("enter", "up", "delete")
        await settle(pilot)
        assert not app.sitting.entry(writing.entry.id).answers["verschwiegenheit"]


async def test_the_first_day_makes_the_talks_and_home_names_them(tmp_path: Path) -> None:
    async with open_app(tmp_path, furnished=False) as (app, pilot, clock):
        await app.push_screen(OnboardingRoom(), app.page.reload if app.page else None)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await settle(pilot)
        top(app, PlanPage)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert "Erst fehlt der erste Tag" in shown(app)
        await pilot.press("n")
        await settle(pilot)
        top(app, WritingScreen)
        await pilot.press(*"heute", "f6")
        await saved(pilot)
        await pilot.press("escape")
        await saved(pilot)
        assert "erster Tag 23. November" in shown(app)
        assert app.sitting is not None
        [due] = keeping.agenda(app.sitting)[0]
        assert due.kind is DueKind.TALK
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert "Gespräch          Einarbeitung: Vor dem ersten Tag" in shown(app)
        await click_words(pilot, "Einarbeitung: Vor dem ersten Tag")
        top(app, PlanPage)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert "Das Gespräch ist geführt." in shown(app)
        assert keeping.agenda(app.sitting)[0] == []
        clock.moment = at(27)
        assert len(keeping.agenda(app.sitting)[0]) == 1


async def test_only_what_was_opened_stands_beside_the_other_view(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        writing = await begun(app)
        await app.push_screen(OwnView(writing))
        await pilot.press("enter", "enter", "down", "enter")
        await settle(pilot)
        assert "• nur du" in shown(app)
        await pilot.press("f6")
        await settle(pilot)
        top(app, TwoViews)
        assert "Noch ist nichts geöffnet." in shown(app)
        await pilot.press("escape", "o", "f6")
        await settle(pilot)
        page = shown(app)
        assert "Wer wofür da ist" in page
        assert "Verschwiegenheit" not in page
        await pilot.press("down", "enter", "enter", "enter")
        await settle(pilot)
        assert "gezeigt       selbständig" in shown(app)
        assert writing.entry.answers["ansprechpersonen"] == [{"own": "1", "seen": "3", "opened": "yes"}]


async def test_a_narrow_screen_shows_everything_by_scrolling(tmp_path: Path) -> None:
    async with open_app(tmp_path, size=(60, 20)) as (app, pilot, _clock):
        assert app.sitting is not None
        writing = Writing.begin(app.sitting, FIRST)
        writing.go_to(4)
        await app.push_screen(VignetteScreen(writing, onboarding.vignette(app.sitting.catalogue, "de", FIRST)))
        await pilot.press("end")
        await settle(pilot)
        assert "Rote Linie:" in shown(app)


async def test_a_trainer_tries_a_vignette_and_nothing_is_kept(tmp_path: Path) -> None:
    async with open_app(tmp_path, furnished=False) as (app, pilot, _clock):
        rooms.rehearse(app, FIRST)
        await settle(pilot)
        for _page in range(5):
            await pilot.press("f6")
            await saved(pilot)
        assert app.sitting is not None
        assert app.sitting.vault.records("entries") == {}
        rooms.rehearse(app, FIRST)
        await settle(pilot)
        assert top(app, VignetteScreen).vignette.title == "Begleitung zum Termin"


async def test_participation_goes_into_the_plan_without_names_and_once(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        assert app.sitting is not None
        writing = await begun(app)
        met = Meeting(day=date(2026, 11, 20), method="Neun Phasen", minutes=52, moderator="Ines")
        app.sitting.vault.put(MEETINGS, "A", met.record(), "")
        await app.push_screen(Participation(writing))
        await pilot.press("n", "n")
        await settle(pilot)
        assert "Neun Phasen" in shown(app)
        assert "Ines" not in shown(app)
        assert app.sitting.entry(writing.entry.id).answers["teilnahme"] == ["20. November, Neun Phasen"]
