"""Writing: the screen that leads through a protocol, one page of the way at a time."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.events import Resize

from reflect.domain import walk
from reflect.domain.answer import is_empty
from reflect.domain.protocol import ProtocolKind, Step
from reflect.language import _
from reflect.tui.commands.command import Command
from reflect.tui.commands.writing import (
    BACKWARD,
    BLANK,
    FINISH,
    MORE,
    NEXT_FIELD,
    NEXT_FIELD_ALONE,
    NEXT_QUESTION,
    ONWARD,
    SHARED,
    SKIP,
)
from reflect.tui.screens.desk import Desk
from reflect.tui.widgets.editor import Editor
from reflect.tui.widgets.field import Drawer
from reflect.tui.widgets.grid import GridField
from reflect.tui.widgets.people import PeopleField
from reflect.tui.widgets.question_page import QuestionPage
from reflect.tui.widgets.rail import COMING, DONE, HERE, LEFT_OUT, Rail, Stop
from reflect.tui.widgets.state_line import StateLine
from reflect.tui.widgets.together_page import TogetherPage
from reflect.workflows.writing import Writing


class WritingScreen(Desk):
    """Leads through a protocol; each page of the way is built anew on the same screen.

    Args:
        writing: The entry, new or resumed.
        drawer: What can be undone in it.
        unsaved: Whether the text is not on the disk yet.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        NEXT_FIELD,
        NEXT_FIELD_ALONE,
        NEXT_FIELD_ALONE,
        BLANK,
        NEXT_QUESTION,
        ONWARD,
        FINISH,
        BACKWARD,
        SKIP,
        MORE,
        *SHARED,
    )

    def __init__(self, writing: Writing, drawer: Drawer | None = None, *, unsaved: bool = False) -> None:
        super().__init__(writing, drawer)
        self._begins_unsaved = unsaved
        self._warned: set[tuple[str, str]] = set()
        self._doubted: set[str] = set()
        self._asked_again = False

    def compose_body(self) -> ComposeResult:
        """The rail, and room for the page."""
        yield Rail()
        yield Container(id="holder")

    async def on_mount(self) -> None:
        """Show the page where the writer left it."""
        await self.show_place()
        if self._begins_unsaved:
            self.keep()

    # --- the page ---

    @property
    def together(self) -> TogetherPage | None:
        """The page, when its questions stand together."""
        return next(iter(self.query(TogetherPage)), None)

    @property
    def several(self) -> bool:
        """Whether there is more than one thing to write in."""
        return self.together is not None or any(isinstance(field, GridField | PeopleField) for field in self.fields)

    async def show_place(self) -> None:
        """Build the page the entry stands on, and put the cursor where it was."""
        entry, place = self.writing.entry, self.place
        page = self.build(place)
        quick = place.step.together and place.step_index == 0
        self.set_class(place.step.together, "-together")
        self.room = _("Aufschreiben") if quick else entry.protocol.title
        self.about = f"{entry.created:%H:%M}" if quick else entry.title
        self.query_one(Rail).show(self._stops(), self._tempo())
        holder = self.query_one("#holder", Container)
        with self.app.batch_update():
            await holder.remove_children()
            self.fields = page.fields
            await holder.mount(page)
            self._fill(page)
        self.refresh_keys()
        self._stop_first()

    def build(self, place: walk.Place) -> QuestionPage | TogetherPage:
        """The page for a place of the way."""
        return (TogetherPage if place.step.together else QuestionPage)(place, self.writing.entry)

    def _fill(self, page: QuestionPage | TogetherPage) -> None:
        for field in self.fields:
            field.fetch(self.drawer)
            if isinstance(field, GridField):
                field.fit(self.size.width)
        page.query_one(StateLine).number = self.place.number
        self.tell_state()
        position = self.writing.entry.position
        index = position.question if self.place.step.together else 0
        if index < len(self.fields):
            self.fields[index].begin(position.cursor)
        else:
            page.query_one("#area").focus()

    def _stops(self) -> tuple[Stop, ...]:
        here = self.place.step_index
        steps = enumerate(self.writing.entry.protocol.steps)
        return tuple(Stop(step.title, HERE if index == here else self._sign(index, step)) for index, step in steps)

    def _sign(self, index: int, step: Step) -> str:
        entry = self.writing.entry
        if any(not is_empty(entry.answers.get(question.id)) for question in step.questions):
            return DONE
        if step.questions and all(question.id in entry.skipped for question in step.questions):
            return LEFT_OUT
        return DONE if index < self.place.step_index else COMING

    def _tempo(self) -> str:
        minutes = self.writing.entry.protocol.minutes
        return _("etwa {minutes} Minuten, in deinem Tempo").format(minutes=minutes) if minutes else ""

    def on_resize(self, event: Resize) -> None:
        """Follow the size; nothing typed moves."""
        super().on_resize(event)
        for field in self.fields:
            if isinstance(field, GridField):
                field.fit(event.size.width)
        for rail in self.query(Rail):
            rail.refresh(layout=True)

    def _stop_first(self) -> None:
        """Show the numbers before a question that may touch on something urgent, once."""
        place = self.place
        if place.step.together:
            return
        stops = [(("step", place.step.id), place.step.stop)]
        stops += [(("question", question.id), question.stop) for question in place.questions]
        for named, kind in stops:
            if kind is not None and named not in self._warned:
                self._warned.add(named)
                self.show_numbers(kind)
                return

    # --- the way ---

    async def action_forward(self) -> None:
        """Go on; at the end finish."""
        if self._turn(1) or self._doubt():
            return
        if self.onward == "end":
            await self._end()
        else:
            self.settle_fields()
            self.writing.forward()
            await self._arrive()

    async def action_more(self) -> None:
        """Take the offer: the optional steps."""
        self.settle_fields()
        self.writing.forward()
        await self._arrive()

    async def action_backward(self) -> None:
        """Go to the page before."""
        if self._turn(-1):
            return
        self.settle_fields()
        if self.writing.backward() is not None:
            await self._arrive()

    async def action_skip(self) -> None:
        """Leave this page out; what was typed stays."""
        self.settle_fields()
        self.writing.leave_out()
        await self.action_forward()

    async def on_rail_step_chosen(self, event: Rail.StepChosen) -> None:
        """A step of the rail was clicked."""
        self.settle_fields()
        self.writing.go_to(event.index)
        await self._arrive()

    async def on_editor_submitted(self, event: Editor.Submitted) -> None:
        """Enter in a field of one row goes on."""
        event.stop()
        if self.together is not None and event.editor is not self.focus_chain[-1]:
            self.focus_next()
        else:
            await self.action_forward()

    def _turn(self, direction: int) -> bool:
        """On a narrow screen a grid has a page for each column."""
        return any(isinstance(field, GridField) and field.turn(direction) for field in self.fields)

    def _doubt(self) -> bool:
        """Point once at what is not understood; going on again goes on, and what was typed stays."""
        for field in self.fields:
            if field.unclear and field.question.id not in self._doubted:
                self._doubted.add(field.question.id)
                field.complain()
                return True
        return False

    async def _arrive(self) -> None:
        self.watch_patiently()
        await self.show_place()

    async def _end(self) -> None:
        from reflect.tui.screens.closing import OfferSheet, OpenSheet  # noqa: PLC0415 - loaded at the end

        self.settle_fields()
        open_questions = self.writing.open_questions()
        if open_questions and not self._asked_again:
            self._asked_again = True
            self.app.push_screen(OpenSheet(open_questions), self._answered_open)
        elif self.has_offer and self.together is None:
            following = walk.following(self.writing.entry)
            if following is not None:
                self.app.push_screen(OfferSheet(following.step), self._answered_offer)
        else:
            self.finish()

    async def _answered_open(self, question_id: str | None) -> None:
        """The sheet was closed: `` means finish anyway, None means stay, else the question to go to."""
        if question_id == "":
            await self._end()
        elif question_id is not None:
            for place in walk.places(self.writing.entry.protocol):
                if question_id in {question.id for question in place.questions}:
                    self.writing.go_to(place.step_index, place.question_index)
            await self._arrive()

    async def _answered_offer(self, wanted: bool | None) -> None:  # noqa: FBT001 - a sheet hands it over like that
        if wanted:
            await self.action_more()
        elif wanted is False:
            self.finish()

    def action_blank(self) -> None:
        """Make one blank page of the fields, or bring them back."""
        if self.together is not None:
            self.together.turn_blank()


def writing_page(writing: Writing) -> WritingScreen:
    """The page on which an entry is written, new or resumed; a vignette is written and then talked about."""
    if writing.entry.protocol.kind is ProtocolKind.ONBOARDING:
        from reflect.tui.screens.onboarding.vignette import VignetteScreen  # noqa: PLC0415 - for these alone
        from reflect.workflows.onboarding import vignette_of  # noqa: PLC0415 - the same

        vignette = vignette_of(writing.entry.protocol)
        if vignette is not None:
            return VignetteScreen(writing, vignette)
    return WritingScreen(writing)
