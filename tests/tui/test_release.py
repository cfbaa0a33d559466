"""From the choice of answers to the file: share rules, names, gate, page, file, leak."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from reflect.anonymize.pages import parts
from reflect.domain.audience import Audience
from reflect.domain.entry import Entry
from reflect.domain.fault import ReadOnly
from reflect.domain.protocol import Protocol, ProtocolKind, Question, QuestionType, Share, Step
from reflect.domain.release import Gate
from reflect.tui.app import ReflectApp
from reflect.tui.screens.choose import ChooseAnswers, ChooseAudience, ChooseEntries, choose
from reflect.tui.screens.gate import GatePage, HeldSheet
from reflect.tui.screens.handout import HandOutSheet
from reflect.tui.screens.home import Home
from reflect.tui.screens.names import NamesPage
from reflect.tui.screens.preview import PreviewPage
from reflect.tui.screens.review import ReviewPage
from reflect.tui.widgets.message import MessageLine
from reflect.tui.widgets.option_line import OptionLine
from reflect.tui.widgets.outgoing_page import OutgoingPage
from reflect.tui.widgets.rowlist import RowList
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import keeping
from reflect.workflows.formats import possible
from reflect.workflows.handing_over import HandingOver
from reflect.workflows.sitting import Sitting
from tests.tui.releasing import release_app
from tests.tui.world import at
from tests.workflows.pages import ID, decided, told


@asynccontextmanager
async def running(folder: Path) -> AsyncIterator[tuple[ReflectApp, Sitting, Pilot[int]]]:
    """An app with an open vault, on home."""
    app = release_app(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        assert app.sitting is not None
        yield app, app.sitting, pilot


async def settled(app: ReflectApp, pilot: Pilot[int]) -> None:
    """Everything in threads has ended and was shown."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


def said(app: ReflectApp) -> str:
    line = app.screen.query_one(MessageLine)
    return str(line.render()) if line.display else ""


def on(app: ReflectApp) -> type[object]:
    """What kind of page is on top."""
    return type(app.screen)


def pages_in(folder: Path) -> list[Path]:
    return [*folder.glob("*.md"), *folder.glob("*.docx")]


def secretive(sitting: Sitting) -> Entry:
    """An entry with an answer that never leaves and one for individual supervision only."""
    questions = (
        Question(id="was", type=QuestionType.TEXT, text="Was war?", share=Share.OFFER),
        Question(id="mehr", type=QuestionType.TEXT, text="Und noch?", share=Share.ASK),
        Question(id="kraft", type=QuestionType.TEXT, text="Wie geht es mir?", share=Share.NEVER),
        Question(id="nah", type=QuestionType.TEXT, text="Was bewegt mich?", audiences=(Audience.INDIVIDUAL,)),
    )
    protocol = Protocol(
        id="p",
        kind=ProtocolKind.REFLECTION,
        version=1,
        language="de",
        title="Probe",
        summary="",
        minutes=5,
        steps=(Step(id="s", title="S", questions=questions),),
    )
    answers = {"was": "Der Flur war laut.", "mehr": "Es ging.", "kraft": "GANZGEHEIM", "nah": "NURALLEIN"}
    entry = Entry(id="CCCCCCCCC1", protocol=protocol, created=at(20), changed=at(20), answers=dict(answers))
    sitting.save(entry)
    return entry


async def test_never_is_named_with_its_reason_and_cannot_be_taken(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, sitting, pilot):
        handing = HandingOver.begin(sitting, (secretive(sitting).id,), Audience.TEAM)
        page = ChooseAnswers(handing)
        app.push_screen(page)
        await pilot.pause()
        assert [(row.title, row.date) for row in page.list.rows] == [
            ("● Was war?", ""),
            ("○ Und noch?", ""),
            ("– Wie geht es mir?", "bleibt immer bei dir"),
            ("– Was bewegt mich?", "nicht für diesen Kreis"),
        ]
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert "nie" in said(app)
        handing.choose([*page.taken, "CCCCCCCCC1/kraft", "CCCCCCCCC1/nah"])
        text = handing.draft("Titel").text
        assert "laut" in text
        assert "GANZGEHEIM" not in text
        assert "NURALLEIN" not in text


async def test_what_is_for_one_circle_may_reach_it(tmp_path: Path) -> None:
    async with running(tmp_path) as (_app, sitting, _pilot):
        handing = HandingOver.begin(sitting, (secretive(sitting).id,), Audience.INDIVIDUAL)
        handing.choose(["CCCCCCCCC1/nah", "CCCCCCCCC1/kraft"])
        assert "NURALLEIN" in handing.draft("Titel").text
        assert "GANZGEHEIM" not in handing.draft("Titel").text


async def test_the_whole_way_by_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with running(tmp_path) as (app, sitting, pilot):
        told(sitting)
        app.push_screen(choose())
        await pilot.pause()
        assert on(app) is ChooseEntries
        await pilot.press("enter", "f6")
        await pilot.pause()
        assert on(app) is ChooseAudience
        await pilot.press("down", "enter")
        await pilot.pause()
        assert on(app) is ChooseAnswers
        await pilot.press("f6")
        await pilot.pause()
        assert on(app) is NamesPage
        for name, role in (("Rahel", "Klientin"), ("Selam", "Schwester von")):
            await pilot.press(*name, "enter", *[" " if char == " " else char for char in role], "enter")
        await pilot.press("f6")
        await settled(app, pilot)
        review = app.screen
        assert isinstance(review, ReviewPage)
        keys = 0
        assert review.talk is not None
        while review.talk.waiting:
            assert review.current is not None
            await pilot.press(*(["v"] if review.current.is_advice else ["e", "enter"]))
            await pilot.pause()
            keys += 1
            assert keys < 40
        await pilot.press("f6")
        await pilot.pause()
        assert isinstance(app.screen, GatePage)
        await pilot.press("left", "down", "left", "down", "left", "down", "left", "down", "left", "f6")
        await pilot.pause()
        assert isinstance(app.screen, PreviewPage)
        assert app.screen.reader.leaves
        await pilot.press("f")
        await pilot.pause()
        assert isinstance(app.screen, HandOutSheet)
        await pilot.press("enter")
        await settled(app, pilot)
        assert isinstance(app.screen, Home)
        assert said(app) == "Geschrieben: vorlage-2026-11.docx, 1 Seite. Die Zuordnung der Namen bleibt im Tresor."
        content = (tmp_path / "vorlage-2026-11.docx").read_bytes()
        written = "\n".join(text for _, text in parts(content, "docx"))
        assert "Klientin A" in written
        for secret in ("Rahel", "Selam", "Eritrea"):
            assert secret not in written
        assert not keeping.reviews(sitting)
        assert sitting.entry(ID).next_steps[-1].due.isoformat() == "2026-12-07"
        assert {name.surface for name in HandingOver.begin(sitting, (ID,), Audience.TEAM).names().names} >= {
            "Rahel",
            "Selam",
        }


async def test_names_are_kept_in_the_case_and_can_be_removed(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, sitting, pilot):
        told(sitting)
        handing = HandingOver.begin(sitting, (ID,), Audience.TEAM)
        app.push_screen(NamesPage(handing))
        await pilot.pause()
        await pilot.press(*"Selam", "enter", "enter", *"Kiel", "f4", "f6")
        await settled(app, pilot)
        assert [(name.surface, name.kind.value) for name in handing.names().names] == [
            ("Selam", "person"),
            ("Kiel", "place"),
        ]
        page = NamesPage(handing)
        app.push_screen(page)
        await pilot.pause()
        page.query_one(RowList).focus()
        await pilot.press("delete", "f6")
        await settled(app, pilot)
        assert [name.surface for name in handing.names().names] == ["Kiel"]


async def test_names_that_cannot_be_kept_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(tmp_path) as (app, sitting, pilot):
        told(sitting)

        def refused(*_arguments: object) -> None:
            raise ReadOnly("in-use")

        monkeypatch.setattr(sitting.vault, "put", refused)
        app.push_screen(NamesPage(HandingOver.begin(sitting, (ID,), Audience.TEAM)))
        await pilot.pause()
        await pilot.press(*"Selam", "f6")
        await settled(app, pilot)
        assert on(app) is NamesPage
        assert said(app).startswith("! ")


async def test_what_the_program_adds_is_on_the_preview(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, sitting, pilot):
        app.push_screen(PreviewPage(decided(sitting)))
        await pilot.pause()
        page = app.screen.query_one(OutgoingPage)
        shown = "\n".join(page.render_line(y).text for y in range(page.size.height))
        assert "Pseudonymisiert und geprüft (Fachkraft), November 2026." in shown


async def test_the_gate_wants_every_answer(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, sitting, pilot):
        handing = decided(sitting)
        assert handing.review is not None
        handing.review.gate = None
        page = GatePage(handing)
        app.push_screen(page)
        await pilot.pause()
        await pilot.press("f6")
        await pilot.pause()
        assert said(app) == "Noch 5 Fragen ohne Antwort."
        assert page.focused is not None
        assert page.focused.id == "basis"


async def test_the_gate_by_mouse(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, sitting, pilot):
        handing = decided(sitting)
        assert handing.review is not None
        handing.review.gate = None
        app.push_screen(GatePage(handing))
        await pilot.pause()
        await pilot.click("#outside", offset=(4, 1))
        await pilot.click("#basis", offset=(25, 1))
        for name in ("entrusted", "recognisable", "joinable", "dangerous"):
            await pilot.click(f"#{name}", offset=(11, 1))
        await pilot.click("KeyRow", offset=(38, 0))
        await pilot.pause()
        assert on(app) is PreviewPage
        assert handing.review.gate == Gate(outside=False, basis="necessary")


@pytest.mark.parametrize("question", ["recognisable", "joinable", "dangerous"])
async def test_one_yes_and_the_page_stays(tmp_path: Path, question: str) -> None:
    async with running(tmp_path) as (app, sitting, pilot):
        handing = decided(sitting)
        page = GatePage(handing)
        app.push_screen(page)
        await pilot.pause()
        page.query_one(f"#{question}", OptionLine).chosen = "yes"
        await pilot.press("f6")
        await pilot.pause()
        assert isinstance(app.screen, HeldSheet)
        await pilot.press("p")
        await pilot.pause()
        assert isinstance(app.screen, Home)
        assert not pages_in(tmp_path)


async def test_what_a_minor_entrusted_needs_consent(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, sitting, pilot):
        page = GatePage(decided(sitting))
        app.push_screen(page)
        await pilot.pause()
        page.query_one("#entrusted", OptionLine).chosen = "yes"
        page.query_one("#basis", OptionLine).chosen = "necessary"
        await pilot.press("f6")
        await pilot.pause()
        assert isinstance(app.screen, HeldSheet)
        assert "Einwilligung" in "".join(str(row.render()) for row in app.screen.query(Static))


async def test_z_withdraws_a_line_and_brings_it_back(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, sitting, pilot):
        handing = decided(sitting)
        app.push_screen(PreviewPage(handing))
        await pilot.pause()
        page = app.screen.query_one(OutgoingPage)
        await pilot.press("down", "z")
        await pilot.pause()
        assert [line.withdrawn for line in page.lines if line.can_be_withdrawn] == [False, True, False]
        assert any("– Klientin A ist" in page.render_line(y).text for y in range(page.size.height))
        assert "zurückholen" in str(app.screen.query_one("KeyRow").render())
        await pilot.press("z")
        await pilot.pause()
        assert not any(line.withdrawn for line in page.lines)


async def test_an_empty_page_does_not_leave(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, sitting, pilot):
        app.push_screen(PreviewPage(decided(sitting)))
        await pilot.pause()
        await pilot.press("z", "down", "z", "down", "z", "f")
        await pilot.pause()
        assert isinstance(app.screen, PreviewPage)
        assert said(app) == "Auf der Seite steht nichts mehr."


async def test_an_existing_file_is_not_overwritten(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, sitting, pilot):
        app.push_screen(HandOutSheet(decided(sitting)))
        await pilot.pause()
        there = tmp_path / "da.md"
        there.write_text("bleibt", "utf-8")
        app.screen.query_one("#file", TypedLine).set_text(str(there))
        await pilot.press("enter")
        await settled(app, pilot)
        assert there.read_text("utf-8") == "bleibt"
        assert "da.md gibt es schon" in said(app)
        await pilot.press("enter")
        await settled(app, pilot)
        assert (tmp_path / "vorlage-2026-11.md").is_file()


async def test_another_format_is_one_key(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, sitting, pilot):
        app.push_screen(HandOutSheet(decided(sitting)))
        await pilot.pause()
        line = app.screen.query_one("#file", TypedLine)
        line.set_text(str(tmp_path / "vorlage-2026-11.md"))
        seen = []
        for _ in possible():
            await pilot.press("f4")
            seen.append(Path(line.text).suffix.removeprefix("."))
        assert sorted(seen) == sorted(possible())
        line.set_text(str(tmp_path / "vorlage-2026-11.odt"))
        await pilot.press("enter")
        await settled(app, pilot)
        assert said(app).startswith("! ")
        await pilot.press("f4", "f4", "f4", "f4", "enter")
        await settled(app, pilot)
        assert len(list(tmp_path.glob("vorlage-2026-11.*"))) == 1  # noqa: ASYNC240 - a folder of one test


async def test_an_unknown_folder_or_day_is_said(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, sitting, pilot):
        app.push_screen(HandOutSheet(decided(sitting)))
        await pilot.pause()
        app.screen.query_one("#file", TypedLine).set_text(str(tmp_path / "fehlt" / "x.md"))
        await pilot.press("enter")
        await pilot.pause()
        assert "Ordner" in said(app)
        app.screen.query_one("#due", TypedLine).set_text("31.2.")
        await pilot.press("enter")
        await pilot.pause()
        assert said(app) == "! Diesen Tag gibt es nicht."


async def test_esc_writes_nothing(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, sitting, pilot):
        app.push_screen(PreviewPage(decided(sitting)))
        await pilot.pause()
        await pilot.press("f")
        await pilot.pause()
        app.screen.query_one("#file", TypedLine).set_text(str(tmp_path / "x.md"))
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, PreviewPage)
        assert not pages_in(tmp_path)


async def test_a_name_in_the_file_name_holds_it_back(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, sitting, pilot):
        app.push_screen(HandOutSheet(decided(sitting)))
        await pilot.pause()
        app.screen.query_one("#file", TypedLine).set_text(str(tmp_path / "vorlage-Selam.md"))
        await pilot.press("enter")
        await settled(app, pilot)
        assert isinstance(app.screen, HandOutSheet)
        assert "Dateiname" in said(app)
        assert not pages_in(tmp_path)


async def test_a_leak_leads_back_to_its_place(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, sitting, pilot):
        handing = decided(sitting)
        review = handing.review
        assert review is not None
        overlooked = tuple(one for one in review.findings if one.surface != "Selam" or one.start > 100)
        handing.review = type(review)(review.draft, overlooked)
        handing.review.take_up(review.decisions)
        handing.review.gate = review.gate
        app.push_screen(ReviewPage(handing, first=True))
        await pilot.pause()
        await pilot.press("f6")
        await pilot.pause()
        await pilot.press("f6")
        await pilot.pause()
        await pilot.press("f")
        await pilot.pause()
        app.screen.query_one("#file", TypedLine).set_text(str(tmp_path / "x.md"))
        await pilot.press("enter")
        await settled(app, pilot)
        page = app.screen
        assert isinstance(page, ReviewPage)
        assert said(app) == "! In der fertigen Datei stand noch etwas. Nichts wurde geschrieben."
        assert not pages_in(tmp_path)
        assert page.current is not None
        assert page.current.is_leak
        assert page.current.is_open
        assert page.current.surface == "Selam"
        await pilot.press("e", "enter", "f6")
        await pilot.pause()
        await pilot.press("f6")
        await pilot.pause()
        await pilot.press("f")
        await pilot.pause()
        app.screen.query_one("#file", TypedLine).set_text(str(tmp_path / "x.md"))
        await pilot.press("enter")
        await settled(app, pilot)
        assert "Selam" not in (tmp_path / "x.md").read_text("utf-8")
