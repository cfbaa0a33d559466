"""A next step with a day: what, and until when."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.protocol import Question, QuestionType
from reflect.language import N_, _
from reflect.language.dates import day_and_month
from reflect.tui.commands.command import Command
from reflect.tui.widgets.date import DateField
from reflect.tui.widgets.editor import Editor
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.workflows.writing import Writing

ACCEPT = Command(id="accept", key="f6", text=N_("vornehmen"), action="accept", order=10, priority=True)


class NextStepSheet(LowSheet[None]):
    """Adds a next step to the entry; those there are listed and can be taken back.

    Args:
        writing: The entry.
    """

    commands: ClassVar[tuple[Command, ...]] = (ACCEPT, CLOSE)

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self.writing = writing
        self.what = Editor("", single_line=True, classes="line")
        self.until = DateField(Question(id="until", type=QuestionType.DATE, text=""))

    def compose_body(self) -> Iterable[Widget]:
        """What is planned already, then the two rows to fill in."""
        yield Static(Content.styled(_("Nächster Schritt"), "bold $ink"))
        yield RowList(self._rows(), id="planned")
        yield Static("")
        yield Static(_("Was nimmst du dir vor?"), classes="quiet")
        yield self.what
        yield Static(_("Wann schaust du nach?"), classes="quiet")
        yield self.until

    def on_mount(self) -> None:
        """Begin with what."""
        self.query_one("#planned").display = bool(self._rows())
        self.what.focus()

    def _rows(self) -> list[Row]:
        today = self.writing.sitting.today
        steps = enumerate(self.writing.entry.next_steps)
        return [
            Row(str(index), step.text, sign="–", date=day_and_month(step.due, today))
            for index, step in steps
            if not step.source and step.done is None
        ]

    @on(Editor.Submitted)
    def go_on(self, event: Editor.Submitted) -> None:
        """Enter: from what to when, from when to done."""
        event.stop()
        if event.editor is self.what:
            self.until.begin()
        else:
            self.action_accept()

    def action_accept(self) -> None:
        """Plan it, when both rows are filled in; nothing at all closes the sheet."""
        text, day = self.what.text.strip(), self.until.day
        if not text and not self.until.editor.text.strip():
            self.dismiss(None)
        elif not text:
            self.what.focus()
            self.say(_("Noch offen: was du dir vornimmst."), attention=True)
        elif day is None:
            self.until.begin()
            self.say(_("Noch offen: der Tag."), attention=True)
        else:
            self._plan(text, day)

    def _plan(self, text: str, day: date) -> None:
        self.writing.plan(text, day)
        self.dismiss(None)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Take a planned step back; its words go into the row, so that it can be planned anew."""
        step = self.writing.entry.next_steps[int(event.row.key)]
        self.writing.unplan(step.text, step.due)
        rows = self._rows()
        event.list.show(rows)
        event.list.display = bool(rows)
        self.what.select_all()
        self.what.put(step.text)
        self.what.focus()
