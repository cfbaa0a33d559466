"""A whole consultation on the screen: prepared, held with a handful of keys, taken along."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot

from reflect.domain.consultation.session import Mode, Session
from reflect.tui.app import ReflectApp
from reflect.tui.screens.consultation.after import After
from reflect.tui.screens.consultation.casting import CastingPage
from reflect.tui.screens.consultation.guest import Guest
from reflect.tui.screens.consultation.live import Live
from reflect.tui.screens.consultation.preparing import Preparing
from reflect.tui.screens.home import Home
from reflect.tui.screens.unlock import Unlock
from reflect.tui.start import Start
from reflect.tui.widgets.keyrow import KeyRow
from reflect.tui.widgets.rowlist import RowList
from reflect.tui.widgets.typedline import TypedLine
from reflect.vault.disk import DiskSystem
from reflect.workflows import consulting, meetings, taking
from reflect.workflows.sitting import Sitting
from reflect.workflows.surroundings import Surroundings
from tests.tui.world import Clock, begun_vault, surroundings_in

NAMES = "Mina, Eva, Tom, Ines, Jale, Ben"
LINES = ("Vielleicht ist der Brief gar nicht das Thema.", "Einen Termin nur zum Zuhören anbieten.")


class World:
    """An app, its clock and its keys."""

    def __init__(self, pilot: Pilot[int], app: ReflectApp, clock: Clock, sitting: Sitting) -> None:
        self.pilot, self.app, self.clock, self.sitting = pilot, app, clock, sitting
        self.pressed = 0

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            self.pressed += 1
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        line = self.app.screen.focused
        assert isinstance(line, TypedLine)
        line.set_text(text)
        await self.pilot.pause()

    async def wait(self, minutes: int) -> None:
        self.clock.moment += timedelta(minutes=minutes)
        self.live.tick()
        await self.pilot.pause()

    @property
    def live(self) -> Live:
        assert isinstance(self.app.screen, Live)
        return self.app.screen

    @property
    def session(self) -> Session:
        return self.live.gathering.session

    def shown(self) -> str:
        return "\n".join(
            "".join(segment.text for segment in strip) for strip in self.app.screen._compositor.render_strips()
        )


@pytest.fixture(autouse=True)
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "run"
    folder.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


def elsewhere(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.rglob("*") if "run" not in path.parts)


def remains(runtime: Path) -> list[bytes]:
    return [path.read_bytes() for path in runtime.iterdir()]


@asynccontextmanager
async def opened(
    tmp_path: Path, surroundings: Surroundings | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[World]:
    clock = Clock()
    given = surroundings or surroundings_in(tmp_path, clock)
    given.now = clock.now
    sitting = begun_vault(given, confirmed=True)
    app = ReflectApp(given, start=Start(sitting=sitting), ticks=clock.tick)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield World(pilot, app, clock, sitting)


async def begun(world: World, minutes: str = "55", method: str = "neun") -> None:
    """From home into the room."""
    await world.press("b")
    assert isinstance(world.app.screen, Preparing)
    field = world.app.screen.query_one("#minutes", TypedLine)
    field.set_text(minutes)
    world.app.screen.reload()
    await world.pilot.pause()
    world.app.screen._take(method)
    await world.pilot.pause()
    assert isinstance(world.app.screen, CastingPage)
    world.app.screen.query_one("#names", TypedLine).set_text(NAMES)
    await world.press("f6")


async def test_nine_phases_need_few_keys(tmp_path: Path, runtime: Path) -> None:
    async with opened(tmp_path) as world:
        await begun(world)
        assert "SCHWEIGT" not in world.shown()
        world.pressed = 0
        for phase in world.session.plan.phases:
            await world.wait(phase.minutes)
            await world.press("f6")
        assert world.pressed <= 25
        await world.press("escape")
        assert isinstance(world.app.screen, Home)
        assert remains(runtime) == []


async def test_the_silent_role_is_the_largest_thing(tmp_path: Path) -> None:
    for size, rows, share in (((80, 24), 3, 0.4), ((100, 30), 6, 0.8), ((120, 40), 6, 0.8), ((60, 24), 3, 0.4)):
        async with opened(tmp_path / str(size), size=size) as world:
            await begun(world)
            await world.press("f6", "f6")
            await world.press("f6", "f6")
            assert world.session.phase.step.id == "beraten"
            big = [line for line in world.shown().splitlines() if line.count("█") + line.count("▀") > 10]
            assert len(big) >= rows or size[0] == 60, size
            widest = max((len(line.rstrip()) - len(line) + len(line.lstrip()) for line in big), default=0)
            assert widest >= share * size[0] or size[0] == 60, size
            assert "Mina hört zu und" in world.shown()


async def test_lines_are_written_picked_and_sealed(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await begun(world)
        await world.press("f6", "f6", "f6", "f6")
        for line in LINES:
            await world.type(line)
            await world.press("enter")
        assert [line.text for line in world.session.lines] == list(LINES)
        await world.press("f12", "e")
        assert isinstance(world.app.screen, After)
        world.app.screen.query_one(RowList).move(1)
        await world.press("enter", "f6", "d")
        sheet = world.app.screen
        target = tmp_path / "mina.age"
        sheet.query_one("#file", TypedLine).set_text(str(target))
        for name in ("secret", "again"):
            sheet.query_one(f"#{name}", TypedLine).set_text("nur Mina kennt das")
        await world.press("f6")
        await world.app.workers.wait_for_complete()
        await world.pilot.pause()
        assert target.exists()
        takeaway = taking.unseal(target, "nur Mina kennt das")
        assert takeaway.lines == (LINES[1],)
        assert LINES[1].encode() not in target.read_bytes()
        await world.press("escape")
        assert isinstance(world.app.screen, Home)
        everything = [str(world.sitting.vault.records(table)) for table in ("entries", "meetings", "cases")]
        assert not any("Brief" in record for record in everything)


async def test_the_owner_may_keep_it_here_and_the_log_knows_no_case(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await begun(world)
        await world.press("f6", "f6", "f6", "f6")
        await world.type(LINES[0])
        await world.press("enter", "f12", "e", "enter", "f6", "t", "j")
        records = world.sitting.vault.records("entries")
        assert [record["protocol"] for record in records.values()] == ["mitgenommen"]
        await world.type("7.12.")
        await world.press("enter")
        await world.type("Ines")
        await world.press("f6")
        meeting = meetings.latest(world.sitting)
        assert meeting is not None
        assert (meeting.method, meeting.moderator) == ("Neun Phasen", "Ines")
        assert "Brief" not in str(world.sitting.vault.records("meetings"))
        await world.press("b")
        assert "Zuletzt am 23. November: Neun Phasen. Wie ist es geworden?" in " ".join(world.shown().split())


async def test_a_first_step_gets_a_day_and_home_asks_for_it(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 40)) as world:
        await begun(world)
        await world.press(*["f6"] * 7)
        assert world.session.phase.step.id == "passt"
        await world.type("Ich rufe die Schule an.")
        await world.press("enter", "f12", "e", "enter", "f6")
        assert "Bis wann machst du den ersten Schritt?" in world.shown()
        await world.press(*"32.13.", "f6")
        assert "Diesen Tag gibt es nicht." in world.shown()
        await world.press("ctrl+a", *"27.11.", "enter", "p")
        assert "Ich rufe die Schule an.   bis 27. November" in world.shown()
        await world.press("escape", "f6", "enter", "t", "j", "escape")
        home = world.app.screen
        assert isinstance(home, Home)
        for passed, asked in ((3, False), (1, True)):
            world.clock.moment += timedelta(days=passed)
            home.reload()
            await world.press()
            assert ("Ich rufe die Schule an." in world.shown()) is asked


async def test_on_the_day_home_asks_what_became_of_it(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 40)) as world:
        await begun(world)
        ended = world.session
        await world.press("f12", "e", "escape")
        day = world.clock.moment.date() + timedelta(days=14)
        meetings.note(world.sitting, ended, follow_up=day, moderator="Ines")
        home = world.app.screen
        assert isinstance(home, Home)
        for passed, asked in ((13, False), (1, True)):
            world.clock.moment += timedelta(days=passed)
            home.reload()
            await world.press()
            assert ("Wie ist es geworden?" in world.shown()) is asked
        home.query_one("#due RowList", RowList).focus()
        await world.press("enter")
        assert isinstance(world.app.screen, Preparing)


async def test_each_person_presents_in_turn_and_picks_from_their_own(tmp_path: Path, runtime: Path) -> None:
    async with opened(tmp_path) as world:
        await world.press("b")
        preparing = world.app.screen
        assert isinstance(preparing, Preparing)
        preparing.query_one("#people", TypedLine).set_text("3")
        preparing.query_one("#minutes", TypedLine).set_text("36")
        preparing.reload()
        await world.press()
        assert "je 12 Minuten" in world.shown()
        preparing._take("troika")
        await world.press()
        world.app.screen.query_one("#names", TypedLine).set_text("Mina, Eva, Tom")
        await world.press("f6", "f6")
        assert world.session.plan.total == 12
        assert "Fall 1 von 3: Mina" in world.shown()
        await world.type("Wie sage ich Nein?")
        await world.press("f6", "f6", "f6", "f6")
        assert "Wer ist als Nächstes dran?" in world.shown()
        await world.press("down", "enter")
        assert "Fall 2 von 3: Tom" in world.shown()
        assert world.session.casting.facilitator == "Eva"
        await world.press("f6")
        await world.type("Was darf ich lassen?")
        await world.press("f6", "f6", "f6", "f6", "escape")
        assert world.session.last
        await world.press("f6", "down", "enter")
        assert isinstance(world.app.screen, After)
        assert "Wie sage ich Nein?" in world.shown()
        assert "Was darf ich lassen?" not in world.shown()
        await world.press("enter", "f6", "p", "f6")
        assert "nur Tom" in world.shown()
        assert "Wie sage ich Nein?" not in world.shown()
        gathering = consulting.resumable(world.app.surroundings)
        assert gathering is not None
        assert [notes.presenter for notes in gathering.session.every_notes()] == ["Tom"]
        await world.press("f6", "escape")
        assert "Nichts ist aufgehoben, außer was jemand mitgenommen hat." in world.shown()
        assert remains(runtime) == []


async def test_a_missing_question_calls_for_help_and_returns(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await begun(world, "45", "sechs")
        await world.press("f6", "f6", "f6", "n")
        assert world.session.loop == "schluesselfrage_finden"
        assert "SCHWEIGT" not in world.shown()
        assert "Mina hört zu und" in world.shown()
        await world.press("f6", "f6", "j")
        assert world.session.phase.step.id == "wahl"
        await world.press("f6", "enter")
        assert (world.session.phase.step.id, world.session.scene.module) == ("beratung", "ideen")


async def test_time_stops_rounds_turn_and_a_slip_is_taken_back(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(100, 30)) as world:
        await begun(world)
        await world.press("f7", "2")
        assert world.session.bank.allotted[0] == 5
        await world.press("f6", "f5")
        assert world.session.index == 0
        await world.press("f7", "f7")
        assert world.app.screen is not None
        await world.press("f7")
        assert world.session.mode is Mode.RUNNING
        await world.press("f6", "f6", "f6", "f6", "f6", "f6")
        assert "► Tom" in world.shown()
        await world.press("f3", "f4")
        turns = world.session.turns
        assert turns is not None
        assert (turns.turn, turns.passed) == (2, ("Ines",))
        await world.press("ctrl+r")
        assert "► Ines" in world.shown()
        assert "1 von 4, 2. Runde" in world.shown()
        turns = world.session.turns
        await world.press("f9")
        assert "Neun Phasen" not in world.shown()
        await world.press("x", "f8")
        assert "Besser so nicht" in world.shown()
        await world.press("f8")
        assert world.session.turns == turns


async def test_a_crash_loses_nothing_and_the_end_leaves_nothing(tmp_path: Path, runtime: Path) -> None:
    async with opened(tmp_path) as world:
        world.app.surroundings.system, memory = DiskSystem(), world.app.surroundings.system
        await begun(world)
        await world.press("f6", "f6", "f6", "f6")
        await world.type(LINES[0])
        await world.press("enter")
        sealed = b"".join(remains(runtime))
        assert len(remains(runtime)) == 2
        assert b"Brief" not in sealed
        gathering = consulting.resumable(world.app.surroundings)
        assert gathering is not None
        assert gathering.session.lines == world.session.lines
        assert gathering.session.index == 4
        await world.press("f12", "e", "f6")
        assert remains(runtime) == []
        world.app.surroundings.system = memory


async def test_a_guest_consults_without_a_vault(tmp_path: Path) -> None:
    clock = Clock()
    given = surroundings_in(tmp_path, clock)
    consulting.be_guest(given)
    app = ReflectApp(given, start=Start(consult=True), ticks=clock.tick)
    before = elsewhere(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        await app.workers.wait_for_complete()
        preparing = app.screen
        assert isinstance(preparing, Preparing)
        preparing._take("neun")
        await pilot.pause()
        app.screen.query_one("#names", TypedLine).set_text(NAMES)
        await pilot.press("f6")
        await pilot.pause()
        assert isinstance(app.screen, Live)
        await pilot.press("f12", "e")
        await pilot.pause()
        assert isinstance(app.screen, Guest)
        await pilot.press("escape")
        await pilot.pause()
    assert app.return_code == 0
    assert elsewhere(tmp_path) == before
    assert not given.has_vault


async def test_locking_hides_the_room_and_it_goes_on_afterwards(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await begun(world)
        await world.press("f6", "f6", "f6", "f6")
        await world.type(LINES[0])
        await world.press("enter", "ctrl+l")
        await world.app.workers.wait_for_complete()
        assert isinstance(world.app.screen, Unlock)
        assert "Brief" not in world.shown()
        gathering = consulting.resumable(world.app.surroundings)
        assert gathering is not None
        assert [line.text for line in gathering.session.lines] == [LINES[0]]


async def test_an_hour_without_a_key_does_not_lock_the_room(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await begun(world)
        for _minute in range(12):
            world.clock.ticks += 60
            await world.wait(1)
            await world.app.lock_when_idle()
        assert isinstance(world.app.screen, Live)
        assert "9 Minuten darüber" in world.shown()


async def test_every_key_of_the_row_works_by_mouse_and_help_lists_the_rest(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await begun(world)
        await world.pilot.click(KeyRow, offset=(14, 0))
        await world.pilot.pause()
        assert world.session.index == 1
        await world.press("f1")
        assert "Runde wiederholen" not in world.shown()
        assert "nichts zeigen bis zur" in world.shown()


async def test_cases_are_sketched_talked_about_and_one_is_chosen(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.press("b", "f8")
        for line in ("Ines: ein Brief vom Amt", "Tom: ein Streit im Flur"):
            await world.type(line)
            await world.press("enter")
        await world.press("f7", "f8")
        shown = world.shown()
        assert shown.index("Tom: ein Streit") < shown.index("Ines: ein Brief")
        assert "1 Stimme" in shown
        await world.press("f6")
        assert "Tom bringt heute den Fall ein." in world.shown()
        await world.press("f6")
        assert isinstance(world.app.screen, CastingPage)
        assert world.app.screen.query_one("#names", TypedLine).text == "Tom, "


async def test_a_key_waits_for_what_was_typed_in_the_same_instant(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.press("b", "f8")
        for character in "Ines: ein Brief":
            world.app.post_message(Key(character, character))
        world.app.post_message(Key("enter", "\r"))
        for character in "Tom: der Flur":
            world.app.post_message(Key(character, character))
        world.app.post_message(Key("f7", None))
        await world.press()
        shown = " ".join(world.shown().split())
        assert "bald Tom: der Flur kann warten Ines: ein Brief" in shown
        assert world.app.screen.query_one(TypedLine).text == ""


async def test_what_does_not_belong_here_gets_an_address_and_no_block(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.press("b", "f6")
        page = world.app.screen
        assert isinstance(page, CastingPage)
        page.query_one("#names", TypedLine).set_text(NAMES)
        page.query_one(RowList).focus()
        await world.press("enter")
        assert "Dann gilt zuerst das Verfahren eures Hauses." in world.shown()
        await world.press("down", "enter")
        assert "Das gehört in die Fallkonferenz." in world.shown()
        await world.press("f6")
        for words in (
            "Ist das hier der richtige Ort?",
            "Verfahren eures Hauses",
            "112   Notruf",
            "in die Fallkonferenz",
        ):
            assert words in world.shown()
        await world.press("escape", "enter")
        assert world.app.screen is page
        assert "Fallkonferenz" not in world.shown()
        await world.press("f6", "b")
        assert world.session.index == 0


async def test_nobody_begins_alone_and_who_does_what_is_said_as_names_are_typed(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.press("b", "f6", *"Mina")
        assert "moderiert." not in world.shown()
        await world.press("f6")
        assert "mehr Menschen" in world.shown()
        await world.press(",", *"Eva")
        shown = " ".join(world.shown().split())
        assert "Mina bringt den Fall ein. Eva moderiert, schreibt mit und berät mit." in shown
        assert "Zu 2 geht es auch" in shown
        await world.press(*", Tom, Ines, Jale")
        shown = " ".join(world.shown().split())
        assert "Eva moderiert und achtet auf die Zeit, Jale schreibt mit." in shown
        assert "ist für" not in shown
        await world.press("f6")
        assert world.session.casting.people == 5


async def test_half_the_team_is_late(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.press("b", "f9", "4")
        shown = world.shown()
        assert "▌ 4" in shown
        assert "▏ 20" in shown
        assert "Die Phasen füllen eure 20 Minuten genau." in shown
        await world.press("f6")
        world.app.screen.query_one("#names", TypedLine).set_text("Mina, Eva, Tom, Ines")
        await world.press("f6")
        assert world.session.plan.total == 20


async def test_twenty_names_are_pasted_one_per_line(tmp_path: Path) -> None:
    names = tuple(f"Person{number}" for number in range(20))
    async with opened(tmp_path) as world:
        await world.press("b")
        preparing = world.app.screen
        assert isinstance(preparing, Preparing)
        preparing.query_one("#people", TypedLine).set_text("20")
        await world.pilot.pause()
        preparing._take("weise_menge_gross")
        await world.pilot.pause()
        world.app.screen.query_one("#names", TypedLine).post_message(Paste("\n".join(names) + "\n"))
        await world.press("f6")
        casting = world.session.casting
        assert (casting.people, casting.presenter, casting.facilitator) == (20, names[0], names[1])


async def test_another_wish_is_another_proposal_and_too_little_time_is_said(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await world.press("b")
        first = world.shown()
        await world.press("f7")
        assert "Verstehen" in world.shown()
        assert world.shown() != first
        world.app.screen.query_one("#minutes", TypedLine).focus()
        await world.press("backspace", "backspace", "3")
        assert "Dafür passt keine Methode." in world.shown()
        await world.press("f6")
        assert isinstance(world.app.screen, Preparing)


async def test_paper_shows_what_was_picked_and_then_it_is_gone(tmp_path: Path, runtime: Path) -> None:
    async with opened(tmp_path) as world:
        await begun(world)
        await world.press("f6", "f6", "f6", "f6")
        for line in LINES:
            await world.type(line)
            await world.press("enter")
        await world.press("ctrl+z", "f12", "e", "enter", "f6", "p")
        assert f"–  {LINES[0]}" in world.shown()
        assert LINES[1] not in world.shown()
        await world.press("f6", "escape")
        assert "Nichts ist aufgehoben, außer was Mina mitgenommen hat." in world.shown()
        assert remains(runtime) == []


async def test_two_passphrases_that_differ_seal_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await begun(world)
        await world.press("f6", "f6", "f6", "f6")
        await world.type(LINES[0])
        await world.press("enter", "f12", "e", "enter", "f6", "d")
        target = tmp_path / "mina.age"
        for name, text in (("file", str(target)), ("secret", "eins"), ("again", "zwei")):
            world.app.screen.query_one(f"#{name}", TypedLine).set_text(text)
        await world.press("f6")
        assert "Die beiden sind verschieden." in world.shown()
        assert str(target) not in elsewhere(tmp_path)
        await world.press("escape", "f6", "n")
        await world.press("escape")
        assert "Nichts ist aufgehoben." in world.shown()


async def test_an_interrupted_session_may_be_dropped(tmp_path: Path) -> None:
    async with opened(tmp_path) as world:
        await begun(world)
        await world.press("ctrl+l")
        await world.app.workers.wait_for_complete()
        surroundings = world.app.surroundings
        assert consulting.resumable(surroundings) is not None
    clock = Clock()
    app = ReflectApp(surroundings, start=Start(consult=True), ticks=clock.tick)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        await pilot.press("v")
        await pilot.pause()
        assert isinstance(app.screen, Preparing)
    assert consulting.resumable(surroundings) is None
