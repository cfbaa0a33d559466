"""Home: the way to writing, what is due today, what was begun; nothing counts or praises."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.worker import Worker, WorkerState

from reflect.domain.agenda import Due, DueKind
from reflect.domain.fault import Fault
from reflect.language import _, dates
from reflect.language.keys import key_name
from reflect.tui import rooms
from reflect.tui.commands.caring import HURT
from reflect.tui.commands.command import Command
from reflect.tui.commands.home import HOME
from reflect.tui.screens.doors import Doors
from reflect.tui.screens.lookback import LookBack
from reflect.tui.screens.notices import backup_row, notices
from reflect.tui.screens.rows import HANDOVER, MEETING, begun_row, due_row, handover_row, meeting_row
from reflect.tui.screens.waiting import Waiting, look
from reflect.tui.start import Start
from reflect.tui.widgets.band import Band
from reflect.tui.widgets.group import OTHERS, Group
from reflect.tui.widgets.rowlist import RowList
from reflect.workflows import keeping
from reflect.workflows.sitting import Sitting


class Home(Doors):
    """One key to writing; below it what waits."""

    CSS_PATH = "../styles/home.tcss"
    commands: ClassVar[tuple[Command, ...]] = HOME

    def __init__(self) -> None:
        super().__init__()
        self.room = "reflect"
        self.dues: list[Due] = []

    @property
    def topic(self) -> str:
        """What other screens call home."""
        return _("Start")

    def compose_body(self) -> ComposeResult:
        """The band, and what waits."""
        with VerticalScroll(id="desk", can_focus=False):
            yield Band(
                _("Etwas aufschreiben"),
                _("Drei Fragen, etwa drei Minuten. Du darfst alles auslassen."),
                key=key_name("enter"),
            )
            yield Group(_("Heute fällig"), id="due")
            yield Group(_("Angefangen"), id="begun")
            yield Group("", id="notices")

    def on_mount(self) -> None:
        """The day, and the way to writing."""
        self.about = dates.long_day(self.app.surroundings.now().date())
        self.query_one(Band).focus()
        self.reload()
        if self._is_hurt:
            self.call_after_refresh(self.action_rescue)

    @property
    def _is_hurt(self) -> bool:
        return self.app.sitting is not None and self.app.sitting.vault.state.readonly in HURT

    def arrive(self, start: Start, *, interrupted: bool) -> None:
        """Go on to where the program was asked to start, or back to the text that a lock interrupted.

        Called by a message of this page: what is pushed from elsewhere reports back to a page that is gone.

        Args:
            start: Where to go.
            interrupted: Whether a lock came in the middle of a text.
        """
        if not (self.app.held and start.assess):
            self.begin(start)
        if self.app.held:
            rooms.take_up(self.app, self.app.held.pop(), self.reload)
        elif interrupted and not (start.protocol or start.entry or start.assess):
            self._go_on_writing()

    def _go_on_writing(self) -> None:
        """Back to the entry that was touched last."""
        sitting = self.app.sitting
        begun = keeping.agenda(sitting)[1] if sitting is not None else []
        if begun:
            self._go_on(begun[0].entry)

    def reload(self, _result: object = None) -> None:
        """Look again at what waits, in a thread: ten thousand entries take longer than a blink."""
        sitting = self.app.sitting
        if sitting is not None:
            looking = partial(look, sitting)
            self.run_worker(looking, thread=True, exclusive=True, exit_on_error=False, group="looking", name="looking")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what waits; a vault that was locked meanwhile says nothing more."""
        if event.worker.name != "looking" or self.app.sitting is None:
            return
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            self._show(self.app.sitting, event.worker.result)
        elif event.state is WorkerState.ERROR and event.worker.error is not None:
            if not isinstance(event.worker.error, Fault):
                raise event.worker.error
            self.app.show_fault(event.worker.error)

    def _show(self, sitting: Sitting, waiting: Waiting) -> None:
        now = sitting.now()
        self.dues = waiting.dues
        met = [meeting_row(waiting.meeting, sitting.today)] if waiting.meeting else []
        self.query_one("#due", Group).show([*met, *(due_row(due, sitting.today) for due in waiting.dues)])
        reviews = [handover_row(key, record, now) for key, record in waiting.reviews]
        self.query_one("#begun", Group).show([*reviews, *(begun_row(one, now) for one in waiting.begun)])
        self._show_notices(sitting, waiting)
        self.refresh_keys()

    def _show_notices(self, sitting: Sitting, waiting: Waiting) -> None:
        demo = sitting is self.app.demo
        told = notices(sitting.vault.state, demo=demo)
        if not demo and sitting.vault.state.readonly != "backup":
            at = len([row for row in told if row.key != "recovery"])
            told.insert(at, backup_row(sitting.config, waiting.backup, sitting.now()))
        group = self.query_one("#notices", Group)
        group.opened = True
        group.show(told)

    def on_band_chosen(self) -> None:
        """Write."""
        self.action_write()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go to what was chosen."""
        group = next(parent for parent in event.list.ancestors if isinstance(parent, Group))
        if event.row.key == OTHERS:
            group.open()
        elif group.id == "begun":
            self._go_on(event.row.key)
        elif event.row.key == MEETING:
            self.action_consult()
        elif group.id == "due":
            self._due(event.row.key)
        elif event.row.key == "recovery":
            self.action_prove()
        elif event.row.key == "backup":
            self.action_backup()
        elif event.row.key == "twins":
            self.look_at_twin()
        elif event.row.key == "readonly" and self._is_hurt:
            self.action_rescue()

    def _due(self, key: str) -> None:
        due = next(one for one in self.dues if due_row(one, one.since).key == key)
        if due.kind is DueKind.TRIAL:
            self.app.push_screen(LookBack(due), self.reload)
        else:
            self._go_on(due.entry)

    def _go_on(self, entry_id: str) -> None:
        try:
            if entry_id.startswith(HANDOVER):
                self._go_on_reviewing(entry_id.removeprefix(HANDOVER))
            else:
                rooms.go_on(self.app, entry_id, self.reload)
        except Fault as fault:
            self.app.show_fault(fault)

    def _go_on_reviewing(self, handover_id: str) -> None:
        from reflect.tui.screens.choose import resumed  # noqa: PLC0415 - loaded when somebody goes there
        from reflect.workflows.handing_over import HandingOver  # noqa: PLC0415 - the same

        if self.app.sitting is not None:
            self.app.push_screen(resumed(HandingOver.resume(self.app.sitting, handover_id)), self.reload)

    async def _speak_anew(self, _result: object = None) -> None:
        """Draw everything again: the language may be another one."""
        await self.recompose()
        self.on_mount()
