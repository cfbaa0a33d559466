"""Live: one view for the laptop and the wall. It never goes on by itself; time changes by the minute."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from reflect.domain.consultation import event as ev
from reflect.domain.consultation.event import Event
from reflect.domain.consultation.permission import can_help
from reflect.domain.consultation.session import Mode
from reflect.domain.fault import Fault
from reflect.domain.protocol import Record
from reflect.language import _
from reflect.language.consultation import whose_turn
from reflect.tui.commands.command import Command
from reflect.tui.commands.moderating import MODERATING
from reflect.tui.glance import Glance
from reflect.tui.reader import ROOM
from reflect.tui.screens.consultation.interruption import Blank, PauseSheet, StopSheet
from reflect.tui.screens.consultation.nextcase import NextCaseSheet
from reflect.tui.screens.consultation.question import KeySheet
from reflect.tui.screens.consultation.sayings import SayingsSheet
from reflect.tui.screens.consultation.time import TimeSheet
from reflect.tui.screens.consultation.toolbox import Toolbox
from reflect.tui.screens.page import Page
from reflect.tui.widgets.keyrow import LongKeyRow
from reflect.tui.widgets.message import MessageLine
from reflect.tui.widgets.scribe_line import ScribeLine
from reflect.tui.widgets.stage import WALL_COLUMNS, WALL_ROWS, Stage, order, turn_keys
from reflect.tui.widgets.timemap import TimeMap
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows.gathering import Gathering

TICK_SECONDS = 5
LABEL = 11
MARGIN = 3
LEAST = 2


def manner(glance: Glance, width: int) -> str:
    """What is allowed and what is not yet, as much of it as fits a row."""
    allowed, later = list(glance.allowed), list(glance.later)
    while True:
        words = _("{allowed}.  Nicht jetzt: {later}.").format(allowed=", ".join(allowed), later=", ".join(later))
        if len(words) <= width or len(later) + len(allowed) <= LEAST:
            return words
        (later if len(later) >= len(allowed) else allowed).pop()


class Live(Page[bool]):
    """The room while it consults; hands back True when the session has ended.

    Args:
        gathering: The session that runs.
    """

    CSS_PATH = "../../styles/live.tcss"
    key_row = LongKeyRow
    commands: ClassVar[tuple[Command, ...]] = MODERATING

    def __init__(self, gathering: Gathering) -> None:
        super().__init__()
        self.gathering = gathering
        self.room = gathering.session.plan.title
        self.reader = ROOM

    def compose_body(self) -> ComposeResult:
        """Time, voices, scribe, what else counts."""
        yield TimeMap()
        yield Stage()
        yield ScribeLine()
        yield Static(id="foot", markup=False)

    def on_mount(self) -> None:
        """Look at the clock now and then; only whole minutes change anything."""
        self.set_interval(TICK_SECONDS, self.tick)
        self.tick()

    def on_resize(self, event: Resize) -> None:
        """The wall is wide and high."""
        self.set_class(event.size.width >= WALL_COLUMNS and event.size.height >= WALL_ROWS, "-wall")
        self.tick()

    def tick(self) -> None:
        """Show the session as it is now; a running session is no idle laptop."""
        self.app.stay_awake()
        session = self.gathering.session
        self.about = whose_turn(session)
        room = max(1, self.size.width - 2 * MARGIN - LABEL)
        glance = Glance.of(session, self.gathering.modules, self.gathering.now(), room)
        self.query_one(TimeMap).show(glance)
        self.query_one(Stage).show(glance)
        self.query_one(ScribeLine).show(session)
        self.query_one("#foot", Static).update(self._foot(glance))
        self.refresh_keys()

    def _foot(self, glance: Glance) -> Content:
        width = max(1, self.size.width - 2 * MARGIN)
        rows = [
            (_("Zeitbank"), Content.styled(glance.bank, "$quiet"))
            if glance.bank
            else (_("Rollen"), Content.styled(glance.duties, "$quiet")),
            (_("Danach"), Content.styled(glance.following, "$quiet")),
        ]
        if glance.turns and not self.has_class("-wall"):
            rows = [(_("Reihe"), order(glance.turns)), ("", turn_keys(glance.turns)), rows[1]]
        elif not self.has_class("-wall"):
            rows.insert(0, (_("Erlaubt"), Content.styled(manner(glance, width - LABEL), "$quiet")))
        lines = [Content.assemble((label.ljust(LABEL), "bold $ink"), content) for label, content in rows]
        return Content("\n").join([line.truncate(width, ellipsis=True) for line in lines])

    # --- what the moderation does ------------------------------------------------------------------------------

    def tell(self, *events: Event) -> None:
        """Let the first event happen that has a place now."""
        chosen = next((event for event in events if self.gathering.may(event)), None)
        if chosen is None:
            return
        try:
            self.gathering.tell(chosen)
        except Fault as fault:
            self.app.show_fault(fault)
        if self.gathering.ended:
            self.dismiss(result=True)
            return
        self.tick()

    def action_return(self) -> None:
        """Take a slip back, else go where the method allows."""
        self._finish_line()
        self.tell(ev.Undo(), ev.Back())

    def action_onward(self) -> None:
        """Go on; a missing question is asked for first, a method is chosen first."""
        self._finish_line()
        session = self.gathering.session
        if session.scene.record is Record.KEY and can_help(session) and not session.key_settled:
            self.app.push_screen(KeySheet(), self._answered)
        elif session.phase.step.choose and not session.module:
            self.app.push_screen(Toolbox(self.gathering.modules), self._chose)
        elif session.last and session.waiting():
            self.app.push_screen(NextCaseSheet(session.waiting()), self._handed_on)
        else:
            self.tell(ev.Next())

    def _answered(self, settled: bool | None) -> None:  # noqa: FBT001 - the sheet's result
        if settled is None:
            return
        self.tell(ev.SettleKey() if settled else ev.FailKey())
        if settled:
            self.tell(ev.Next())

    def _chose(self, module: str | None) -> None:
        if module is not None:
            self.tell(ev.ChooseModule(module))
            self.tell(ev.Next())

    def _handed_on(self, event: Event | None) -> None:
        if event is not None:
            self.tell(event)

    def action_time(self) -> None:
        """Offer more time, a pause, to leave the phase out."""
        self.app.push_screen(TimeSheet(), self._timed)

    def _timed(self, event: Event | None) -> None:
        if event is None:
            return
        self._finish_line()
        self.tell(event)
        if self.gathering.session.mode is Mode.PAUSED:
            self.app.push_screen(PauseSheet(), lambda _result: self.tell(ev.Resume()))

    def action_questions(self) -> None:
        """Lay good and disguised questions over the lower half."""
        session = self.gathering.session
        self.app.push_screen(SayingsSheet(session.scene, session.casting.presenter))

    def action_blank(self) -> None:
        """Show nothing until the next key."""
        self.app.push_screen(Blank())

    def action_stop(self) -> None:
        """Interrupt."""
        self._finish_line()
        self.tell(ev.Stop())
        self.app.push_screen(StopSheet(), self._after_stop)

    def _after_stop(self, event: Event | None) -> None:
        self.tell(event or ev.Resume())

    def action_word(self) -> None:
        """The next person."""
        self.tell(ev.GiveWord())

    def action_pass(self) -> None:
        """One passes."""
        self.tell(ev.LetPass())

    def action_again(self) -> None:
        """Once more around."""
        self.tell(ev.RepeatRound())

    def action_withdraw(self) -> None:
        """Take the last line back."""
        self.tell(ev.Withdraw(self.gathering.session.kept()[-1].number))

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """One line is written."""
        self._write(event.text)
        self.query_one(MessageLine).hush()

    def laid_aside(self) -> Callable[[], object] | None:
        """A line that was not ended yet waits with the others."""
        self._finish_line()
        return None

    def _finish_line(self) -> None:
        """Write what stands in the scribe's line: a phase that ends takes no half line with it."""
        self._write(self.query_one(ScribeLine).take())

    def _write(self, text: str) -> None:
        if text.strip():
            self.tell(ev.Write(text))
