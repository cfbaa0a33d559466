"""The way through a protocol: on, back, left out, jumped to, left and resumed; what is offered and asked again."""

from pathlib import Path

from textual.events import Key

from reflect.domain.protocol import StopKind
from reflect.tui.screens.closing import OfferSheet, OpenSheet
from reflect.tui.screens.next_step import NextStepSheet
from reflect.tui.screens.statements import StatementsSheet
from reflect.tui.screens.urgent import UrgentSheet
from reflect.tui.screens.writing import WritingScreen, writing_page
from reflect.tui.widgets.editor import Editor
from reflect.tui.widgets.keyrow import KeyRow
from reflect.tui.widgets.rail import Rail
from reflect.tui.widgets.rowlist import RowList
from reflect.tui.widgets.state_line import StateLine
from reflect.workflows.keeping import agenda
from reflect.workflows.sitting import ENTRIES
from reflect.workflows.writing import Writing
from tests.tui.desk import DeskApp, desk_app, on_top, settle, type_text, written_on


def asked(app: DeskApp) -> str:
    return app.desk.fields[0].question.id if app.desk.fields else ""


def state(app: DeskApp) -> str:
    return str(app.desk.query_one(StateLine).render())


async def test_a_step_that_only_tells_something_is_passed(tmp_path: Path) -> None:
    app = desk_app(tmp_path)
    async with written_on(app) as pilot:
        assert asked(app) == ""
        assert "„Wir nehmen uns Zeit.“" in str(app.desk.query_one(".aloud").render())
        await pilot.press("f6")
        await settle(pilot)
        assert asked(app) == "text"
        assert app.desk.query_one(Editor).has_focus


async def test_on_and_back_keeps_every_word(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        await type_text(pilot, "Laut.")
        await pilot.press("f6")
        await settle(pilot)
        await type_text(pilot, "kurz")
        await pilot.press("f5")
        await settle(pilot)
        assert app.desk.query_one(Editor).text == "Laut."
        assert app.writing.entry.answers == {"text": "Laut.", "line": "kurz"}


async def test_undo_survives_the_step_and_the_save(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        await type_text(pilot, "Laut.")
        app.desk.keep()
        await settle(pilot)
        await pilot.press("f6")
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("ctrl+z")
        assert app.desk.query_one(Editor).text == ""
        await pilot.press("ctrl+y")
        await settle(pilot)
        assert app.desk.query_one(Editor).text == "Laut."


async def test_left_out_is_marked_and_answered_later_is_not(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="grid")
    async with written_on(app) as pilot:
        await pilot.press("f7")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert app.writing.entry.skipped == ["grid"]
        assert "– Felder" in str(app.desk.query_one(Rail).render())
        await pilot.press("f5", "a")
        await settle(pilot)
        assert app.writing.entry.skipped == []


async def test_leaving_never_asks_and_resuming_is_exactly_there(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        await type_text(pilot, "Laut war es.")
        await pilot.press("ctrl+left", "ctrl+left")
        await pilot.press("escape")
        await settle(pilot)
        assert on_top(app) is not WritingScreen
        sitting = app.writing.sitting
        assert [entry_id for entry_id, _ in sitting.vault.bodies(ENTRIES)] == [app.writing.entry.id]
        app.push_screen(writing_page(Writing.resume(sitting, app.writing.entry.id)))
        await settle(pilot)
        await type_text(pilot, "X")
        assert app.desk.query_one(Editor).text == "Laut war Xes."


async def test_resuming_among_several_fields_finds_the_field(tmp_path: Path) -> None:
    app = desk_app(tmp_path, "kurzreflexion")
    async with written_on(app) as pilot:
        await type_text(pilot, "eins")
        await pilot.press("tab")
        await type_text(pilot, "zwei")
        await pilot.press("left", "escape")
        await settle(pilot)
        app.push_screen(writing_page(Writing.resume(app.writing.sitting, app.writing.entry.id)))
        await settle(pilot)
        await type_text(pilot, "X")
        assert [field.value for field in app.desk.fields] == ["eins", "zweXi", None]


async def test_an_entry_with_nothing_in_it_leaves_nothing(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        await pilot.press("f6", "escape")
        await settle(pilot)
        assert not app.writing.sitting.vault.records(ENTRIES)
        assert app.writing.sitting.vault.draft.load() is None


async def test_the_state_line_says_what_is_true(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        assert state(app).startswith("nur du kannst das lesen")
        assert state(app).endswith("Frage 1 von 3")
        await type_text(pilot, "a")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert state(app).startswith("gespeichert 17:41   nur du kannst das lesen")


async def test_the_key_row_names_what_comes_next(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        row = app.desk.query_one(KeyRow)
        assert "F6 nächste Frage   F5 zurück   F7 auslassen   Strg+L sperren" in str(row.render())
        await pilot.press("f6", "f6")
        await settle(pilot)
        assert "F6 weiter" in str(row.render())


async def test_a_click_on_the_rail_goes_to_the_step(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        await type_text(pilot, "Laut.")
        at = str(app.desk.query_one(Rail).render()).index("Wählen")
        await pilot.click(Rail, offset=(at, 0))
        await settle(pilot)
        assert asked(app) == "scale"
        assert app.writing.entry.answers == {"text": "Laut."}


async def test_a_stop_shows_numbers_first_and_offers_to_leave(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="grid")
    async with written_on(app) as pilot:
        await type_text(pilot, "a")
        await pilot.press("f6")
        await settle(pilot)
        assert on_top(app) is UrgentSheet
        shown = [contact.number for contact in app.writing.sitting.contacts(StopKind.SELF_HARM)]
        told = " ".join(str(line.render()) for line in app.screen.query("Static"))
        assert all(number in told for number in shown)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert on_top(app) is not WritingScreen
        assert Writing.resume(app.writing.sitting, app.writing.entry.id).place.step.id == "ernst"


async def test_a_stop_is_shown_once(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="grid")
    async with written_on(app) as pilot:
        await pilot.press("f6")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert asked(app) == "worum"
        await pilot.press("f5", "f6")
        await settle(pilot)
        assert on_top(app) is WritingScreen


async def test_help_is_one_key_away_and_focus_comes_back(tmp_path: Path) -> None:
    app = desk_app(tmp_path, "kurzreflexion")
    async with written_on(app) as pilot:
        await pilot.press("tab", "f2")
        await settle(pilot)
        assert on_top(app) is UrgentSheet
        await pilot.press("escape")
        await settle(pilot)
        await type_text(pilot, "a")
        assert app.desk.fields[1].value == "a"


async def test_statements_are_touched_by_key_and_mouse(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        await pilot.press("f3")
        await settle(pilot)
        assert on_top(app) is StatementsSheet
        rows = [row.key for row in app.screen.query_one("#statements").rows]  # type: ignore[attr-defined]  # RowList
        assert rows[:2] == ["4.3", "5.5"], "the protocol's own come first"
        assert len(rows) == len(set(rows)) == 23
        await pilot.press("enter", "down", "space", "up", "space")
        await pilot.click("#statements", offset=(5, 2))
        await settle(pilot)
        assert app.writing.entry.principles == ["5.5", rows[2]]
        await pilot.press("escape")
        await settle(pilot)
        assert app.desk.query_one(Editor).has_focus


async def test_a_next_step_gets_a_day(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        await type_text(pilot, "Anrufen")
        await pilot.press("enter")
        await type_text(pilot, "irgendwann")
        await pilot.press("enter")
        await settle(pilot)
        assert on_top(app) is NextStepSheet, "no day, no step"
        await pilot.press("ctrl+a")
        await type_text(pilot, "in einer Woche")
        await pilot.press("enter")
        await settle(pilot)
        assert on_top(app) is WritingScreen
        (step,) = app.writing.entry.next_steps
        assert (step.text, step.due.isoformat(), step.source) == ("Anrufen", "2026-11-30", "")
        await pilot.press("escape")
        await settle(pilot)
    assert app.writing.sitting.entry(app.writing.entry.id).next_steps == [step]


async def test_a_next_step_can_be_taken_back(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        app.writing.plan("Anrufen", app.writing.sitting.today)
        await pilot.press("f4", "shift+tab", "enter")
        await settle(pilot)
        assert app.writing.entry.next_steps == []
        assert on_top(app) is NextStepSheet
        assert app.screen.query_one(".line", Editor).text == "Anrufen"


async def test_a_key_right_after_the_last_letter_takes_every_letter_along(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="line")
    async with written_on(app) as pilot:
        for letter in "schnell":
            app.post_message(Key(letter, letter))
        app.post_message(Key("f6", None))
        await settle(pilot)
        assert app.writing.entry.answers["line"] == "schnell"


async def test_the_end_asks_once_more_and_forces_nobody(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="worum")
    async with written_on(app) as pilot:
        await pilot.press("escape")
        await type_text(pilot, "Worum.")
        await pilot.press("f6")
        await settle(pilot)
        assert on_top(app) is OpenSheet
        await pilot.press("enter")
        await settle(pilot)
        assert asked(app) == "text"
        app.writing.go_to(5)
        await app.desk.show_place()
        await pilot.press("f6")
        await settle(pilot)
        assert on_top(app) is OfferSheet, "asked once, not twice"
        await pilot.press("enter")
        await settle(pilot)
        assert asked(app) == "noch"
        await pilot.press("f6")
        await settle(pilot)
    stored = app.writing.sitting.entry(app.writing.entry.id)
    assert stored.finished is not None
    assert stored.answers["worum"] == "Worum."


async def test_two_ways_are_one_too_few_for_an_ethical_question(tmp_path: Path) -> None:
    app = desk_app(tmp_path, "ethik-klaerung")
    app.writing.answer("frage", "Dürfen wir?")
    app.writing.answer("entscheidung", "Ja.")
    app.writing.answer("wege", ["gehen", "bleiben"])
    app.writing.go_to(len(app.writing.entry.protocol.steps) - 1, 1)
    async with written_on(app) as pilot:
        await pilot.press("f6")
        await settle(pilot)
        assert on_top(app) is OpenSheet
        [row] = app.screen.query_one(RowList).rows
        assert (row.title, row.date) == ("Welche Wege gibt es?", "mindestens 3")
        await pilot.press("enter")
        await settle(pilot)
        assert asked(app) == "wege"


async def test_the_offer_can_be_declined(tmp_path: Path) -> None:
    app = desk_app(tmp_path, at="text")
    async with written_on(app) as pilot:
        await type_text(pilot, "Laut.")
        app.writing.go_to(5)
        await app.desk.show_place()
        await settle(pilot)
        await pilot.press("escape", "f6")
        await settle(pilot)
        assert on_top(app) is OfferSheet
        await pilot.press("f6")
        await settle(pilot)
        assert on_top(app) is not WritingScreen
    assert app.writing.sitting.entry(app.writing.entry.id).finished is not None


async def test_right_after_something_hard_one_key_finishes(tmp_path: Path) -> None:
    app = desk_app(tmp_path, "kurzreflexion")
    async with written_on(app) as pilot:
        assert app.desk.room == "Aufschreiben"
        await type_text(pilot, "Er hat geschrien.")
        await pilot.press("f6")
        await settle(pilot)
        assert on_top(app) is not WritingScreen
        told = [str(line.render()) for line in app.screen.query("MessageLine")]
        assert told == ["gespeichert, nur du kannst das lesen"]
    sitting = app.writing.sitting
    assert sitting.entry(app.writing.entry.id).finished is not None
    assert agenda(sitting)[1] == []
    assert sitting.vault.draft.load() is None


async def test_more_questions_are_one_key_away(tmp_path: Path) -> None:
    app = desk_app(tmp_path, "kurzreflexion")
    async with written_on(app) as pilot:
        await type_text(pilot, "Er hat geschrien.")
        await pilot.press("f8")
        await settle(pilot)
        assert asked(app) == "andere-sicht"
        await pilot.press("f5")
        await settle(pilot)
        assert app.desk.fields[0].value == "Er hat geschrien."


async def test_a_blank_page_and_back_loses_nothing(tmp_path: Path) -> None:
    app = desk_app(tmp_path, "kurzreflexion")
    async with written_on(app) as pilot:
        await type_text(pilot, "eins")
        await pilot.press("tab")
        await type_text(pilot, "zwei")
        await pilot.press("f9")
        await settle(pilot)
        page = app.desk.together
        assert page is not None
        assert page.is_blank
        assert [group.display for group in app.desk.query(".group")] == [True, False, False]
        await type_text(pilot, " und mehr")
        await pilot.press("f9")
        await settle(pilot)
        assert [field.value for field in app.desk.fields] == ["eins und mehr", "zwei", None]


async def test_up_and_down_go_from_field_to_field(tmp_path: Path) -> None:
    app = desk_app(tmp_path, "kurzreflexion")
    async with written_on(app) as pilot:
        await pilot.press("down", "a", "down", "b", "up", "up", "c")
        await settle(pilot)
        assert [field.value for field in app.desk.fields] == ["c", "a", "b"]


async def test_mouse_alone(tmp_path: Path) -> None:
    app = desk_app(tmp_path, "kurzreflexion")
    async with written_on(app) as pilot:
        app.desk.fields[0].editors[0].put("Er hat geschrien.")  # type: ignore[attr-defined]  # a TextField
        row = str(app.desk.query_one(KeyRow).render())
        await pilot.click(app.desk.fields[1])
        assert app.desk.fields[1].has_focus_within
        await pilot.click("#safety", offset=(46, 0))
        await settle(pilot)
        assert on_top(app) is UrgentSheet
        await pilot.click("#ways", offset=(4, 0))
        await settle(pilot)
        await pilot.click(KeyRow, offset=(row.index("F6") + 4, 0))
        await settle(pilot)
        assert on_top(app) is not WritingScreen
    assert app.writing.sitting.entry(app.writing.entry.id).finished is not None
