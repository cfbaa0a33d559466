"""Looking back on a trial: "Wie ist es geworden?"."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.agenda import Due
from reflect.domain.fault import Fault
from reflect.language import N_, _
from reflect.tui import rooms
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import keeping


class LookBack(LowSheet[bool]):
    """One question, one line, which may stay empty.

    Args:
        due: The trial.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="note", key="enter", text=N_("festhalten"), action="note", order=1),
        Command(
            id="entry",
            key="f3",
            text=N_("Eintrag öffnen"),
            action="entry",
            tooltip=N_("den Eintrag dazu öffnen"),
            order=2,
        ),
        CLOSE.shown(text=N_("noch nicht")),
    )

    def __init__(self, due: Due) -> None:
        super().__init__()
        self.due = due

    def compose_body(self) -> Iterable[Widget]:
        """What was planned, the question, a line."""
        yield Static(Content.styled(_("Wie ist es geworden?"), "bold $ink"))
        yield Static(Content.styled(self.due.text, "$ink"))
        yield Static("")
        yield TypedLine(limit=400)
        yield Static(Content.styled(_("Ein Satz reicht. Du darfst ihn auslassen."), "$quiet"))

    def on_typed_line_entered(self) -> None:
        """Enter keeps it."""
        self.action_note()

    def action_note(self) -> None:
        """Note what became of it; the trial is no longer due."""
        sitting = self.app.sitting
        if sitting is None:
            return
        try:
            keeping.look_back(sitting, self.due.entry, self.due.step, self.query_one(TypedLine).text)
        except Fault as fault:
            self.app.show_fault(fault)
        else:
            self.dismiss(result=True)

    def action_entry(self) -> None:
        """Read the entry the trial came from."""
        app, entry = self.app, self.due.entry
        self.dismiss(result=False)
        rooms.read(app, entry)
