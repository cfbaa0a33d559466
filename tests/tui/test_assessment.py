"""The room of the Leitbild: rating, course, and what leaves of it."""

import errno
import os
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest

from reflect.domain.assessment.mark import Hindrance, Mark
from reflect.domain.entry import Entry
from reflect.tui.app import ReflectApp
from reflect.tui.screens.assessment.course import Course
from reflect.tui.screens.assessment.rating import RatingPage
from reflect.tui.screens.choose import ChooseAudience
from reflect.tui.screens.home import Home
from reflect.tui.screens.leitbild.room import LeitbildRoom
from reflect.tui.widgets.level_list import LevelList
from reflect.tui.widgets.typedline import TypedLine
from reflect.vault.system import MemorySystem
from reflect.workflows import answering, assessing, keeping
from reflect.workflows.sitting import Sitting
from tests.tui.months import lived
from tests.tui.world import click_words, lines, open_app, settle, shown, top, unlock

USUAL, WIDE, SMALL = (80, 24), (120, 40), (60, 20)


def sitting_of(app: ReflectApp) -> Sitting:
    return cast("Sitting", app.sitting)


def touched(sitting: Sitting, statement: str, *titles: str) -> None:
    """Entries that touch a statement, the first one oldest."""
    for title in titles:
        entry = answering.write(sitting, "kurzreflexion", {"was": title})
        entry.principles = [statement]
        sitting.save(entry)


def refuse(*_arguments: object) -> int:
    """What a full disk answers."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


async def test_a_digit_chooses_and_stays_and_in_the_line_it_is_text(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("l", "enter")
        await settle(pilot)
        page = top(app, RatingPage)
        first = page.assessing.items[0].statement
        await pilot.press("4", "4")
        await settle(pilot)
        assert page.assessing.index == 0
        assert "► ● 4  bei den meisten Anlässen" in shown(app)
        await pilot.press("tab", *"3 von 5", "f6")
        await settle(pilot)
        said = assessing.months(sitting_of(app))[0].ratings[first]
        assert (said.mark, said.example) == (Mark.MOSTLY, "3 von 5")
        assert "2 von 7 in diesem Monat" in shown(app)
        assert page.query_one(LevelList).has_focus


@pytest.mark.parametrize(("key", "mark"), [("g", Mark.NO_OCCASION), ("question_mark", Mark.UNCLEAR)])
async def test_the_exits_are_answers_too(tmp_path: Path, key: str, mark: Mark) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("l", "enter", key)
        await settle(pilot)
        assert next(iter(assessing.months(sitting_of(app))[0].ratings.values())).mark is mark


async def test_everything_works_with_the_mouse(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("l")
        await settle(pilot)
        await click_words(pilot, "7 Aussagen")
        await click_words(pilot, "etwa bei jedem zweiten")
        await click_words(pilot, "Was hat es erschwert?")
        await click_words(pilot, "Sprache")
        await click_words(pilot, "fertig")
        assert "erschwert: Sprache" in shown(app)
        said = next(iter(assessing.months(sitting_of(app))[0].ratings.values()))
        assert (said.mark, said.hindrances) == (Mark.HALF, (Hindrance.LANGUAGE,))
        await click_words(pilot, "nächste Aussage")
        await click_words(pilot, "Start")
        assert top(app, Home)


@pytest.mark.parametrize(("size", "count"), [(USUAL, 2), (WIDE, 3)])
async def test_own_entries_stand_beside_the_statement(tmp_path: Path, size: tuple[int, int], count: int) -> None:
    async with open_app(tmp_path, size=size) as (app, pilot, _clock):
        await pilot.press("l")
        await settle(pilot)
        second = assessing.Assessing.begin(sitting_of(app)).items[1].statement
        touched(sitting_of(app), second, "Vier.", "Drei.", "Zwei.", "Eins.")
        await pilot.press("enter", "f6")
        await settle(pilot)
        page = lines(app)
        rows = [line for line in page if "23. Nov." in line]
        assert len(rows) == count
        if size == WIDE:
            heading = next(line for line in page if "Aus deinen Einträgen" in line)
            assert heading.index("Aus deinen") > 80
            assert page.index(heading) < 12


async def test_a_lock_keeps_the_line_that_is_being_typed(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("l", "enter", "4", "tab", *"Liste")
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert "Liste" not in shown(app)
        await unlock(pilot)
        assert top(app, RatingPage).query_one("#example", TypedLine).text == "Liste", "back where it was left"
        assert [type(page) for page in app.screen_stack[-2:]] == [Home, RatingPage]


async def test_a_line_that_a_full_disk_refused_outlives_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("l", "enter", "tab", *"Liste")
        with monkeypatch.context() as full:
            full.setattr(MemorySystem, "pwrite", refuse)
            await pilot.press("ctrl+l")
            await settle(pilot)
            (held,) = app.held
            assert b"Liste" not in held
            await unlock(pilot)
            page = top(app, RatingPage)
            assert page.query_one("#example", TypedLine).text == "Liste"
            assert "Schaffe Platz" in shown(app)
            assert assessing.months(sitting_of(app)) == ()
        await pilot.press("f6")
        await settle(pilot)
        (month,) = assessing.months(sitting_of(app))
        assert [rating.example for rating in month.ratings.values()] == ["Liste"]


async def test_nobody_is_held_by_a_line_that_cannot_be_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("l", "enter", "tab", *"Liste")
        monkeypatch.setattr(MemorySystem, "pwrite", refuse)
        await pilot.press("escape")
        await settle(pilot)
        assert "Noch einmal Esc geht ohne den letzten Text." in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.screen, RatingPage)


async def test_the_end_of_the_month_is_one_thing_to_tell_and_no_mark(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("l", "enter", *["f6"] * 7)
        await settle(pilot)
        assert "zum Schluss, ohne Stufen" in shown(app)
        assert "○ 1" not in shown(app)
        await pilot.press(*"Nie gefragt.", "f6")
        await settle(pilot)
        assert top(app, LeitbildRoom)
        assert "Gespeichert. Nur du kannst das lesen." in shown(app)
        told = list(assessing.months(sitting_of(app))[0].observations.values())
        assert [one.text for one in told] == ["Nie gefragt."]


async def test_a_statement_of_ones_own_choice(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("l", "down", "enter", "end", "enter")
        await settle(pilot)
        page = top(app, RatingPage)
        assert page.assessing.item is not None
        assert page.assessing.item.statement == "5.8"
        assert "8 von 8 in diesem Monat" in shown(app)


async def test_four_weeks_lie_between_two_months(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, clock):
        await pilot.press("l", "enter", "3", "escape")
        await settle(pilot)
        clock.moment += timedelta(days=10)
        await pilot.press("l")
        await settle(pilot)
        assert "wieder ab 21. Dezember" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "Die nächste beginnt ab 21. Dezember." in " ".join(shown(app).split())


async def test_a_vault_that_takes_no_changes_says_so_before_anything_is_rated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        monkeypatch.setattr(type(sitting_of(app).vault), "refusal", property(lambda _vault: "asked"))
        await pilot.press("l", "enter")
        await settle(pilot)
        assert top(app, LeitbildRoom)
        assert "! Der Tresor ist nur zum Lesen geöffnet." in shown(app)
        monkeypatch.undo()


async def test_the_course_shows_gaps_and_breaks_each_line_for_itself(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        lived(sitting_of(app))
        await pilot.press("l", "down", "down", "enter", *["down"] * 5)
        await settle(pilot)
        page = shown(app)
        assert "     4.2a  Auch die Leisen sehen   ▄▄3    G  ▄▄3  ▃▃2   ║   ▃▃2  ▄▄3" in page
        assert "     5.3b  Selbst widersprechen    ▃▃2    –  ▃▃2  ▃▃2   ║   ▄▄3  ▄▄3" in page
        assert "   ► 5.4c  Auf Augenhöhe           ▃▃2  ▃▃2    G  ▄▄3   ║   ▄▄3  ▆▆4" in page
        assert "Oktober, 4    Sie hatte schon eine Liste." in page
        assert "Erschwert hat es: Zeit, Sprache" in page
        await pilot.press("left", "left", "left")
        await settle(pilot)
        assert "Juni, G       keine Gelegenheit im Zeitraum" in shown(app)
        assert "Sie hatte schon" not in shown(app)


async def test_older_months_wait_at_the_left(tmp_path: Path) -> None:
    async with open_app(tmp_path, size=SMALL) as (app, pilot, _clock):
        lived(sitting_of(app))
        await pilot.press("l", "down", "down", "enter")
        await settle(pilot)
        assert "Apr" not in shown(app)
        assert "Okt" in shown(app)
        await pilot.press(*["left"] * 6)
        await settle(pilot)
        assert "Apr" in shown(app)
        assert "Okt" not in shown(app)


async def test_a_jump_of_two_levels_asks_what_changed_around_the_work(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        lived(sitting_of(app))
        await pilot.press("l", "down", "down", "enter")
        await settle(pilot)
        assert "Was hat sich im Rahmen geändert?" not in shown(app)
        await pilot.press("down", "down", "down", "r", *"Neue Kollegin", "enter")
        await settle(pilot)
        assert "Was hat sich im Rahmen geändert? Neue Kollegin" in shown(app)
        kept = {one.month: one for one in assessing.months(sitting_of(app))}
        assert kept["2026-10"].ratings["4.3d"].frame == "Neue Kollegin"


async def test_what_never_comes_up_can_be_seen(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        lived(sitting_of(app))
        await pilot.press("l", "down", "down", "enter", "n")
        await settle(pilot)
        assert "Noch nie gefragt" in shown(app)
        assert "2.1b  Orientierung geben" in shown(app)
        assert "2.1a  In ihren" not in "".join(line.partition("▌")[2] for line in lines(app))


async def test_digits_stand_alone_where_the_font_lacks_the_bars(tmp_path: Path) -> None:
    async with open_app(tmp_path, signs="einfach") as (app, pilot, _clock):
        lived(sitting_of(app))
        await pilot.press("l", "down", "down", "enter")
        await settle(pilot)
        row = next(line for line in lines(app) if "2.1a" in line)
        assert row.split("Anliegen")[1].split() == ["2", "2", "3", "3", "|", "3", "4"]
        assert top(app, Course)


async def test_the_way_out_takes_statements_and_no_level(tmp_path: Path) -> None:
    async with open_app(tmp_path, furnished=False) as (app, pilot, _clock):
        lived(sitting_of(app))
        await pilot.press("l", "down", "down", "enter", *["down"] * 5, "f", "tab", *"Wie macht ihr das?", "f6")
        await settle(pilot)
        page = top(app, ChooseAudience)
        entry = Entry.load(sitting_of(app).vault.body("entries", page.entries[0]))
        assert entry.answers["worum"] == ["5.4c Auf Augenhöhe"]
        assert entry.answers["frage"] == "Wie macht ihr das?"
        assert entry.answers["schwer"] == ["5.4c: Zeit, Sprache"]
        await pilot.press("escape", "f6")
        await settle(pilot)
        assert len(keeping.records(sitting_of(app))) == 1, "going back and forth writes it once"


async def test_with_nothing_rated_every_door_says_so(tmp_path: Path) -> None:
    async with open_app(tmp_path) as (app, pilot, _clock):
        await pilot.press("l", "down", "down", "down", "enter")
        await settle(pilot)
        assert "Noch nichts eingeschätzt. Beginne mit „Dieser Monat“." in shown(app)
        await pilot.press("up", "enter")
        await settle(pilot)
        assert "Ein Verlauf entsteht Monat für Monat." in shown(app)
        await pilot.press("f", "enter", "r")
        await settle(pilot)
        assert top(app, Course)


@pytest.mark.parametrize("size", [SMALL, USUAL, (100, 30), WIDE])
async def test_the_statement_and_its_levels_are_whole_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with open_app(tmp_path, size=size) as (app, pilot, _clock):
        await pilot.press("l", "enter")
        await settle(pilot)
        page = shown(app)
        assert "Leitbild 2.1" in page or "Leitbild 2.2" in page
        assert "► ○ 1  Anlass war da" in page
        assert "F6 " in page.splitlines()[-1] or "F6 " in page.splitlines()[-2]
        assert all(len(line.rstrip()) <= size[0] for line in lines(app))
