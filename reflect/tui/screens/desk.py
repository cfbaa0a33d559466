"""The desk: what every page shares on which someone writes: kept while typing, left without asking, hidden on lock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from typing import ClassVar, Literal

from textual.events import Resize, Unmount
from textual.message import Message
from textual.timer import Timer

from reflect.domain import walk
from reflect.domain.fault import Fault, NotSaved
from reflect.domain.protocol import StopKind
from reflect.language import N_, _
from reflect.language.keys import key_name
from reflect.tui.screens.page import Page
from reflect.tui.scribe import Scribe
from reflect.tui.widgets.editor import Editor
from reflect.tui.widgets.field import Drawer, Field
from reflect.tui.widgets.state_line import PATIENCE_SECONDS, StateLine
from reflect.workflows.writing import Writing

KEEP_SECONDS = 1.0
"""Seconds from a key to the sealed draft; also the pace while someone types on and on."""
RETRY_SECONDS = 5.0
"""Seconds until a save that failed is tried again by itself."""
SHORT_ROWS = 22
"""Below this many rows the fields and the words around them become smaller."""
STYLES = Path(__file__).parent.parent / "styles" / "writing.tcss"

_REASONS = {
    "no-space": N_("nicht gespeichert, kein Platz."),
    "not-allowed": N_("nicht gespeichert, der Ordner ist gesperrt."),
    "replaced": N_("nicht gespeichert, die Datei wurde ausgetauscht."),
    "read-only": N_("nicht gespeichert, der Tresor ist nur zum Lesen offen."),
    "io": N_("nicht gespeichert, das Gerät nimmt nichts an."),
}


class Desk(Page[bool]):
    """A page that is written on.

    Args:
        writing: The entry.
        drawer: What can be undone in it, from the page before.

    Attributes:
        fields: What is asked on this page.
    """

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = STYLES

    @dataclass
    class Carried(Message):
        """The scribe carried something out.

        Attributes:
            fault: Why it failed; None when it is on the disk.
        """

        fault: Exception | None

    def __init__(self, writing: Writing, drawer: Drawer | None = None) -> None:
        super().__init__()
        self.writing = writing
        self.drawer: Drawer = {} if drawer is None else drawer
        self.fields: list[Field] = []
        self._scribe = Scribe(lambda fault: self.post_message(self.Carried(fault)))
        writing.hand = self._scribe
        self._pace: Timer | None = None
        self._saved: datetime | None = writing.entry.changed if writing.entry.answers else None
        self._afterwards: Callable[[], object] | None = None
        self._may_go = False

    # --- what the commands ask ---

    @property
    def place(self) -> walk.Place:
        """The page of the way the writer is on."""
        return self.writing.place

    @property
    def onward(self) -> Literal["question", "step", "end"]:
        """What comes next: a question of this step, another step, or nothing more."""
        following = walk.following(self.writing.entry)
        if following is None or self.has_offer:
            return "end"
        return "question" if following.step_index == self.place.step_index else "step"

    @property
    def has_offer(self) -> bool:
        """Whether only optional steps follow, and the writer is not in one of them yet."""
        place = self.place
        following = walk.following(self.writing.entry)
        rest = self.writing.entry.protocol.steps[place.step_index + 1 :]
        crosses = following is not None and following.step_index != place.step_index
        return crosses and not place.step.optional and all(step.optional for step in rest)

    @property
    def has_way_back(self) -> bool:
        """Whether there is a page before this one."""
        return walk.preceding(self.writing.entry) is not None

    @property
    def several(self) -> bool:
        """Whether there is more than one thing to write in."""
        return len(self.fields) > 1

    @property
    def is_unsaved(self) -> bool:
        """Whether the last save failed."""
        return self._scribe.fault is not None

    # --- keeping ---

    def on_field_changed(self, event: Field.Changed) -> None:
        """Take the answer in, and have it sealed soon."""
        event.stop()
        self.take(event.field)
        self.note()

    def take(self, field: Field) -> None:
        """Take a field's answer into the entry."""
        self.writing.answer(field.question.id, field.value)
        self.writing.note_unclear(field.question.id, field.unclear)

    def note(self) -> None:
        """Something changed: it will be sealed within `KEEP_SECONDS`."""
        self._may_go = False
        if self._pace is None:
            self._pace = self.set_timer(KEEP_SECONDS, self.keep)

    def keep(self) -> None:
        """Seal the unfinished text now; while the disk is still busy, a little later."""
        self._rest()
        if self._scribe.busy:
            self._pace = self.set_timer(KEEP_SECONDS, self.keep)
            return
        cursor, question = self.whereabouts()
        self.writing.keep(cursor, question)
        self.watch_patiently()

    def watch_patiently(self) -> None:
        """Say that it is being saved, once that takes long."""
        self.set_timer(PATIENCE_SECONDS, self._show_patience)

    def _show_patience(self) -> None:
        for line in self.query(StateLine):
            line.saving = self._scribe.busy

    def _rest(self) -> None:
        if self._pace is not None:
            self._pace.stop()
            self._pace = None

    def whereabouts(self) -> tuple[int, int | None]:
        """The cursor in the field that has the focus, and which question that is (on a page with several)."""
        for index, field in enumerate(self.fields):
            if field.has_focus_within:
                return field.cursor, index if self.place.step.together else None
        position = self.writing.entry.position
        return position.cursor, position.question

    async def on_desk_carried(self, event: Carried) -> None:
        """The disk has answered."""
        event.stop()
        if event.fault is not None and not isinstance(event.fault, Fault):
            raise event.fault
        if event.fault is None:
            self._saved = self.writing.entry.changed
        self.tell_state()
        if event.fault is not None:
            self._rest()
            self._pace = self.set_timer(RETRY_SECONDS, self.keep)
        if self._afterwards is not None and not self._scribe.busy:
            done, self._afterwards = self._afterwards, None
            if event.fault is None or self.writing.entry.is_empty:
                done()
            else:
                self._may_go = True
                self.say(_("Noch nicht gespeichert. Noch einmal Esc geht ohne den letzten Text."), attention=True)

    def tell_state(self) -> None:
        """Say on the page what is on the disk."""
        fault = self._scribe.fault
        for line in self.query(StateLine):
            line.saving = self._scribe.busy and line.saving
            line.saved = self._saved
            if isinstance(fault, Fault):
                reason = fault.reason if isinstance(fault, NotSaved) else "read-only"
                line.remedy = (key_name("f4"), _("anderer Ort"))
                line.trouble = _(_REASONS.get(reason, _REASONS["io"]))
            else:
                line.trouble = ""
        self.refresh_keys()

    def settle_fields(self) -> None:
        """Take in every field of this page and keep what can be undone in it."""
        for field in self.fields:
            self.take(field)
            field.lay_aside(self.drawer)
        self._rest()

    def laid_aside(self) -> Callable[[], bytes | None] | None:
        """Seal what is unfinished, before a lock or the end."""
        if self.writing.entry.is_empty and not any(field.unclear for field in self.fields):
            return None
        self.settle_fields()
        sealing = self.writing.sealing(*self.whereabouts())

        def seal() -> bytes | None:
            self._scribe.settle()
            return sealing()

        return seal

    def on_unmount(self, _event: Unmount) -> None:
        """Let the scribe finish and go."""
        self._scribe.rest()

    def on_resize(self, event: Resize) -> None:
        """Become smaller where there are few rows."""
        self.set_class(event.size.height < SHORT_ROWS, "-short")

    # --- leaving ---

    def after_saving(self, done: Callable[[], object]) -> None:
        """Do something once everything is on the disk; not when that fails."""
        self._afterwards = done
        self.watch_patiently()

    async def action_back(self) -> None:
        """Put the pen down; nothing is asked. A text that no disk took is named once before it is given up."""
        self.settle_fields()
        if self._may_go and self.is_unsaved:
            self.dismiss(False)  # noqa: FBT003 - the result: not finished
            return
        self.writing.leave(*self.whereabouts())
        self.after_saving(lambda: self.dismiss(False))  # noqa: FBT003 - the result: not finished

    def finish(self) -> None:
        """Say that it is finished, and go home."""
        self.settle_fields()
        self.writing.finish()
        self.after_saving(self._close_finished)

    def _close_finished(self) -> None:
        app = self.app
        self.dismiss(True)  # noqa: FBT003 - the result: finished

        def tell() -> None:
            if app.page is not None:
                app.page.say(_("gespeichert, nur du kannst das lesen"))

        app.call_later(tell)

    # --- commands ---

    def action_keep(self) -> None:
        """Save now; it was about to happen anyway."""
        for field in self.fields:
            self.take(field)
        self.keep()

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def _edit(self, action: str) -> None:
        if isinstance(self.focused, Editor):
            getattr(self.focused, f"action_{action}")()

    def action_undo(self) -> None:
        """Undo in the field that is written in."""
        self._edit("undo")

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._edit("redo")

    def action_select_all(self) -> None:
        """Select everything in the field that is written in."""
        self._edit("select_all")

    def action_urgent(self) -> None:
        """Show the numbers that help now."""
        self.show_numbers(None)

    def show_numbers(self, kind: StopKind | None) -> None:
        """Lay the numbers on the page, and offer to leave the form.

        Args:
            kind: What happened; None when the writer asks by herself.
        """
        from reflect.tui.screens.urgent import UrgentSheet  # noqa: PLC0415 - loaded when it is shown

        def closed(leave: bool | None) -> None:  # noqa: FBT001 - a sheet hands its result over like that
            if leave:
                self.call_later(self.action_back)

        self.app.push_screen(UrgentSheet(self.writing.sitting.contacts(kind), kind), closed)

    def action_statements(self) -> None:
        """Lay the Leitbild beside the page."""
        from reflect.tui.screens.statements import StatementsSheet  # noqa: PLC0415 - loaded when it is shown

        self.app.push_screen(StatementsSheet(self.writing), lambda _result: self.note())

    def action_next_step(self) -> None:
        """Ask for a next step with a day."""
        from reflect.tui.screens.next_step import NextStepSheet  # noqa: PLC0415 - loaded when it is shown

        self.app.push_screen(NextStepSheet(self.writing), lambda _result: self.note())

    def action_elsewhere(self) -> None:
        """Ask for a folder with room."""
        from reflect.tui.screens.elsewhere import ElsewhereSheet  # noqa: PLC0415 - loaded when the disk is full

        def closed(path: Path | None) -> None:
            if path is not None:
                self._may_go = True
                self.say(_("Versiegelt gesichert: {path}").format(path=path))

        self.app.push_screen(ElsewhereSheet(self.writing, self._scribe), closed)
