"""The next meeting: a day and who moderates then; the log holds nothing of the case."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.consultation.session import Session
from reflect.domain.fault import Fault
from reflect.language import N_, _, days
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import meetings


class NextMeeting(LowSheet[bool]):
    """Notes the meeting when asked to; Esc notes nothing.

    Args:
        session: That has ended.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="note", key="f6", text=N_("festhalten"), action="note", order=1, priority=True),
        CLOSE.shown(text=N_("nichts festhalten")),
    )

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose_body(self) -> Iterable[Widget]:
        """Two lines."""
        yield Static(Content.styled(_("Wann trefft ihr euch wieder?"), "bold $ink"))
        yield TypedLine(limit=40, id="day")
        yield Static(Content.styled(_("Wer moderiert dann?"), "bold $ink"))
        yield TypedLine(limit=40, id="moderator")
        yield Static(
            Content.styled(_("Festgehalten werden Tag, Methode, Minuten und diese beiden. Nichts vom Fall."), "$quiet")
        )

    def on_mount(self) -> None:
        """The day first."""
        self.query_one("#day", TypedLine).focus()

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """On to the next line; after the last one it is noted."""
        if event.line.id == "moderator":
            self.action_note()
        else:
            self.focus_next()

    def action_note(self) -> None:
        """Note the meeting."""
        sitting = self.app.sitting
        if sitting is None:
            return
        typed = self.query_one("#day", TypedLine)
        day = days.read_day(typed.text, sitting.today) if typed.text.strip() else None
        if typed.text.strip() and day is None:
            typed.wrong()
            self.say(_("Diesen Tag gibt es nicht."), attention=True)
            return
        try:
            meetings.note(sitting, self.session, follow_up=day, moderator=self.query_one("#moderator", TypedLine).text)
        except Fault as fault:
            self.app.show_fault(fault)
        else:
            self.dismiss(result=True)
