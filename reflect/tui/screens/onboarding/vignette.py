"""A vignette: the own answer first, a question at a time, then three others beside it; none is the right one."""

from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import ClassVar

from textual.containers import Container
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.onboarding.vignette import Vignette
from reflect.domain.protocol import Part
from reflect.domain.walk import Place
from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import LOCK
from reflect.tui.commands.writing import BACKWARD, LEAVE, NEXT_QUESTION, ONWARD, SHARED, SKIP
from reflect.tui.reader import ONLY_YOU, ROOM, WITH_GUIDANCE
from reflect.tui.screens.desk import STYLES
from reflect.tui.screens.onboarding.note import NoteSheet
from reflect.tui.screens.writing import WritingScreen
from reflect.tui.widgets.answers import AnswersPage
from reflect.tui.widgets.question_page import QuestionPage
from reflect.workflows.writing import Writing

BEAMER = 100
"""Cells from which the key row has room for the wall."""
LOOK = Path(__file__).parents[2] / "styles" / "vignette.tcss"


class VignetteQuestion(QuestionPage):
    """A question with the situation above it, on every page."""

    def _told(self) -> Iterator[Widget]:
        for paragraph in self.entry.protocol.intro:
            yield Static(paragraph, classes="guidance told", markup=False)


class VignetteScreen(WritingScreen):
    """Leads through the four questions to the talk.

    Args:
        writing: The entry, new or resumed.
        vignette: What its protocol holds.
    """

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [STYLES, LOOK]
    commands: ClassVar[tuple[Command, ...]] = (
        NEXT_QUESTION,
        ONWARD,
        Command(
            id="finish",
            key="f6",
            text=N_("weiter"),
            action="forward",
            tooltip=N_("fertig, für jetzt"),
            order=10,
            available=lambda screen: screen.talks,
            priority=True,
        ),
        BACKWARD,
        SKIP,
        Command(
            id="note",
            key="n",
            text=N_("Notiz fürs Gespräch"),
            action="note",
            order=30,
            available=lambda screen: screen.talks and not screen.on_wall,
        ),
        Command(
            id="wall",
            key="w",
            text=N_("Wand"),
            action="wall",
            tooltip=N_("für alle im Raum, ohne deine Antwort; und zurück"),
            order=93,
            available=lambda screen: screen.talks and screen.size.width >= BEAMER,
        ),
        Command(
            id="wall-alone",
            key="w",
            text=N_("Wand"),
            action="wall",
            tooltip=N_("für alle im Raum, ohne deine Antwort; und zurück"),
            in_row=False,
            order=93,
            available=lambda screen: screen.talks and screen.size.width < BEAMER,
        ),
        *(one for one in SHARED if one.id not in {LEAVE.id, LOCK.id}),
        LOCK,
        LEAVE.shown(text=N_("Start"), order=89),
    )

    def __init__(self, writing: Writing, vignette: Vignette) -> None:
        super().__init__(writing)
        self.vignette = vignette
        self.on_wall = False

    @property
    def talks(self) -> bool:
        """Whether the three answers are on the screen."""
        return self.place.step.part is Part.TALK

    def build(self, place: Place) -> QuestionPage:
        """A question, the situation above it."""
        return VignetteQuestion(place, self.writing.entry)

    async def show_place(self) -> None:
        """A question for the writer alone, or the talk."""
        if self.talks:
            await self._show_talk()
        else:
            self.reader, self.on_wall = ONLY_YOU, False
            await super().show_place()
        self.room = _("Einarbeitung")
        self.about = self.vignette.title

    async def _show_talk(self) -> None:
        entry = self.writing.entry
        self.reader = ROOM if self.on_wall else WITH_GUIDANCE
        own = str(entry.answers.get(self.vignette.questions[0].id) or "")
        note = str(entry.answers.get(self.vignette.note.id) or "")
        page = AnswersPage(self.vignette, entry.id, own="" if self.on_wall else own, note="" if self.on_wall else note)
        holder = self.query_one("#holder", Container)
        with self.app.batch_update():
            await holder.remove_children()
            self.fields = []
            await holder.mount(page)
            page.focus()
        self.refresh_keys()

    async def action_wall(self) -> None:
        """Show it to everybody in the room, without what the writer answered; or take that back."""
        self.on_wall = not self.on_wall
        await self._show_talk()

    def action_note(self) -> None:
        """Write a note for the talk."""
        note = str(self.writing.entry.answers.get(self.vignette.note.id) or "")
        self.app.push_screen(NoteSheet(self.vignette.note.text, note), self._noted)

    async def _noted(self, note: str | None) -> None:
        if note is None:
            return
        self.writing.answer(self.vignette.note.id, note)
        self.note()
        await self._show_talk()
        self.say(_("Die Notiz ist in deinem Tresor."))
