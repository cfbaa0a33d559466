"""The review: each decision, its undo, groups, the way on, half-done and later."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect.domain.conversation import Conversation
from reflect.domain.decision import Action
from reflect.domain.fault import NotSaved
from reflect.domain.mention import State
from reflect.tui.screens.gate import GatePage
from reflect.tui.screens.home import Home
from reflect.tui.screens.review import ReviewPage
from reflect.tui.widgets.decision_block import DecisionBlock
from reflect.tui.widgets.marked_text import MarkedText
from reflect.tui.widgets.mention_list import MentionList
from reflect.tui.widgets.message import MessageLine
from reflect.tui.widgets.rowlist import RowList
from reflect.workflows import keeping
from reflect.workflows.handing_over import HandingOver
from tests.tui.releasing import release_app
from tests.workflows.pages import by_hand


@asynccontextmanager
async def review(folder: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[ReviewPage, Pilot[int]]]:
    """The page of the picture, in a running app."""
    app = release_app(folder)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert app.sitting is not None
        page = ReviewPage(by_hand(app.sitting), first=True)
        app.push_screen(page)
        await pilot.pause()
        yield page, pilot


def talk(page: ReviewPage) -> Conversation:
    assert page.talk is not None
    return page.talk


def here(page: ReviewPage) -> str:
    assert page.current is not None
    return page.current.surface


def state(page: ReviewPage, surface: str) -> tuple[State, str]:
    return next((one.state, one.words) for one in talk(page).mentions if one.surface == surface)


def said(page: ReviewPage) -> str:
    line = page.query_one(MessageLine)
    return str(line.render()) if line.display else ""


def rows(page: ReviewPage) -> str:
    """What stands on the text's part of the screen."""
    text = page.query_one(MarkedText)
    return "\n".join(text.render_line(y).text.rstrip() for y in range(text.size.height))


async def test_the_first_open_mention_is_in_question(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, _pilot):
        assert here(page) == "Selam"
        assert "■Klientin A war ich" in rows(page)
        assert rows(page).count("?Selam") == 2
        assert "~34" in rows(page)


async def test_e_and_enter_take_the_proposal_and_move_on(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, pilot):
        await pilot.press("e", "enter")
        assert state(page, "Selam") == (State.REPLACED, "Schwester von A")
        assert here(page) == "34"
        assert rows(page).count("■Schwester") == 2


async def test_another_role_can_be_typed_and_letters_are_text_then(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, pilot):
        await pilot.press("e", *"Basi", "enter")
        assert state(page, "Selam") == (State.REPLACED, "Basi")


async def test_escape_leaves_the_field_and_not_the_page(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, pilot):
        await pilot.press("e", "x", "escape")
        assert page.app.screen is page
        assert not page.typing
        assert state(page, "Selam")[0] is State.OPEN


async def test_a_says_who_it_is_the_same_as(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, pilot):
        await pilot.press("a", "1")
        await pilot.pause()
        assert state(page, "Selam") == (State.REPLACED, "Klientin A")
        assert talk(page).review.decisions[talk(page).mentions[1].id].action is Action.SAME_AS


async def test_b_keeps_here_and_i_keeps_for_good(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, pilot):
        await pilot.press("b")
        assert state(page, "Selam")[0] is State.KEPT
        assert talk(page).review.decisions[talk(page).mentions[1].id].action is Action.KEEP
        await pilot.press("ctrl+z", "i")
        assert talk(page).review.decisions[talk(page).mentions[1].id].action is Action.ALWAYS_KEEP


async def test_v_goes_one_step_up_the_ladder_and_a_capital_v_two(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, pilot):
        await pilot.press("b", "v")
        assert state(page, "34") == (State.GENERALISED, "Mitte 30")
        assert here(page) == "Eritrea"
        await pilot.press("V")
        assert state(page, "Eritrea")[0] is State.LEFT_OUT
        await pilot.press("up", "up", "v")
        assert state(page, "34") == (State.GENERALISED, "über 30")


async def test_one_key_keeps_the_rest_of_the_advice(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, pilot):
        await pilot.press("b", "r")
        assert all(not mention.is_open for mention in talk(page).mentions)
        assert "F6" in said(page)
        await pilot.press("ctrl+z")
        assert sum(mention.is_open for mention in talk(page).mentions) == 3


async def test_a_group_is_decided_at_all_its_places_and_taken_back_so(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, pilot):
        await pilot.press("e", "enter", "ctrl+z")
        assert here(page) == "Selam"
        assert rows(page).count("?Selam") == 2
        await pilot.press("ctrl+z")
        assert said(page)
        assert state(page, "Rahel")[0] is State.REPLACED


async def test_what_is_decided_can_be_decided_anew(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, pilot):
        await pilot.press("up", "b")
        assert state(page, "Rahel") == (State.KEPT, "Rahel")
        assert here(page) == "Selam"


async def test_f6_says_how_many_wait_and_goes_to_the_first(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, pilot):
        await pilot.press("down", "down", "f6")
        await pilot.pause()
        assert page.app.screen is page
        assert said(page) == "Noch 4 offen."
        assert here(page) == "Selam"


async def test_f6_leads_to_the_gate_when_nothing_waits(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, pilot):
        await pilot.press("b", "r", "f6")
        await pilot.pause()
        assert isinstance(page.app.screen, GatePage)


async def test_the_mouse_does_it_all(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, pilot):
        await pilot.click(MentionList, offset=(5, 11))
        assert here(page) == "34"
        await pilot.click(MarkedText, offset=(18, 1))
        assert here(page) == "Selam"
        await pilot.click(DecisionBlock, offset=(3, 2))
        await pilot.pause()
        assert state(page, "Selam")[0] is State.KEPT


async def test_later_keeps_the_review_sealed_and_it_goes_on_there(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, pilot):
        sitting = page.app.sitting
        assert sitting is not None
        await pilot.press("e", "enter", "escape")
        await pilot.pause()
        assert page.keeper.scribe.settle() is None
        [(key, record)] = keeping.reviews(sitting)
        assert "Selam" not in str(record)
        again = ReviewPage(HandingOver.resume(sitting, key), first=True)
        page.app.push_screen(again)
        await pilot.pause()
        assert state(again, "Selam") == (State.REPLACED, "Schwester von A")
        assert here(again) == "34"


async def test_the_lock_seals_a_half_done_review(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, pilot):
        sitting = page.app.sitting
        assert sitting is not None
        await pilot.press("b")
        finish = page.laid_aside()
        assert finish is not None
        finish()
        [(key, _record)] = keeping.reviews(sitting)
        assert HandingOver.resume(sitting, key).review is not None


async def test_narrow_screens_show_the_text_alone(tmp_path: Path) -> None:
    async with review(tmp_path, (60, 20)) as (page, _pilot):
        assert not page.query_one("#beside").display
        assert all(len(row) <= 54 for row in rows(page).splitlines())


async def test_deciding_is_instant(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, pilot):
        began = time.perf_counter()
        page.action_keep()
        assert time.perf_counter() - began < 0.05
        await pilot.pause()


async def test_home_offers_a_half_done_review_and_goes_on_with_it(tmp_path: Path) -> None:
    async with review(tmp_path) as (page, pilot):
        await pilot.press("b", "escape")
        await pilot.pause()
        page.keeper.scribe.settle()
        home = page.app.screen
        assert isinstance(home, Home)
        home.reload()
        await pilot.pause()
        begun = home.query_one("#begun").query_one(RowList)
        assert [row.kind for row in begun.rows] == ["Durchsehen"]
        begun.focus()
        await pilot.press("enter")
        await pilot.pause()
        again = page.app.screen
        assert isinstance(again, ReviewPage)
        assert state(again, "Selam")[0] is State.KEPT


async def test_a_full_disk_is_said_and_nothing_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with review(tmp_path) as (page, pilot):
        sitting = page.app.sitting
        assert sitting is not None

        def full(*_arguments: object) -> None:
            raise NotSaved("no-space", tmp_path)

        monkeypatch.setattr(sitting.vault, "put", full)
        await pilot.press("escape")
        await pilot.pause()
        assert page.app.screen is page
        assert said(page).startswith("! ")
        await pilot.press("escape")
        await pilot.pause()
        assert page.app.screen is not page
