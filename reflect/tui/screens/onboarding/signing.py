"""Signing: two people under one step of a task, with initials and a day; on the laptop of the new colleague."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.onboarding.task import Signature, Task, are_initials
from reflect.domain.protocol import Question
from reflect.language import N_, _, dates
from reflect.language.days import read_past_day
from reflect.tui.commands.command import Command
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.tui.widgets.typedline import TypedLine


class SignSheet(LowSheet[Task]):
    """Hands back the task as it was signed; Esc changes nothing.

    Args:
        question: The task.
        task: Where it stands.
        initials: What the new colleague signs with; the trainer types theirs each time.
        today: Proposed as the day; a later one is refused.
    """

    CSS_PATH = "../../styles/onboarding.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            id="sign", key="f6", text=N_("unterschreiben"), action="sign", tooltip=N_("beide Kürzel gelten"), order=1,
            priority=True,
        ),
        Command(
            id="unsign",
            key="delete",
            text=N_("zurücknehmen"),
            action="unsign",
            order=2,
            available=lambda sheet: sheet.marked is not None and isinstance(sheet.focused, RowList),
        ),
        CLOSE.shown(order=3),
    )  # fmt: skip

    def __init__(self, question: Question, task: Task, initials: str, today: date) -> None:
        super().__init__()
        self.question = question
        self.signing = task
        self.initials = initials
        self.today = today

    def compose_body(self) -> Iterable[Widget]:
        """The task, its steps, two initials and a day."""
        yield Static(Content.styled(self.question.text, "bold $ink"))
        if self.question.help:
            yield Static(self.question.help, classes="quiet", markup=False)
        yield Static("")
        steps = RowList(self._rows(), id="steps")
        steps.steered = True  # the step stays marked while the initials are typed
        yield steps
        yield Static("")
        with Horizontal(classes="signing"):
            yield Static(_("Du"), classes="quiet")
            yield Static(_("Anleitung"), classes="quiet")
            yield Static(_("Tag"), classes="quiet")
        with Horizontal(classes="signing"):
            yield TypedLine(self.initials, limit=4, onward=True, id="new")
            yield TypedLine("", limit=4, onward=True, id="trainer")
            yield TypedLine(_("heute"), limit=20, id="day")

    def on_mount(self) -> None:
        """The first step that is not signed is under the mark."""
        steps = self.query_one("#steps", RowList)
        waiting = [number for number in range(len(self.question.options)) if not self.signing.signature(number + 1)]
        steps.focus()
        steps.move(waiting[0] if waiting else 0)

    def _rows(self) -> list[Row]:
        return [self._row(number, name) for number, name in enumerate(self.question.options, 1)]

    def _row(self, number: int, name: str) -> Row:
        signature = self.signing.signature(number)
        if signature is None:
            return Row(key=str(number), title=name, sign="○")
        day = dates.day_and_month(signature.day, self.today)
        return Row(key=str(number), title=name, sign="●", date=f"{day}  {signature.new} {signature.trainer}")

    @property
    def step(self) -> int:
        """Position of the step under the mark."""
        return self.query_one("#steps", RowList).index + 1

    @property
    def marked(self) -> Signature | None:
        """The signature under the mark."""
        return self.signing.signature(self.step) if self.is_mounted else None

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """From the step to the initials."""
        event.stop()
        self._first_open().focus()

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """Enter in the last line signs."""
        event.stop()
        if event.line.id == "day":
            self.action_sign()

    def _first_open(self) -> TypedLine:
        lines = [self.query_one(f"#{name}", TypedLine) for name in ("new", "trainer")]
        return next((line for line in lines if not line.text.strip()), lines[-1])

    def action_sign(self) -> None:
        """Sign the step under the mark, when both initials and the day stand there."""
        new, trainer = (self.query_one(f"#{name}", TypedLine) for name in ("new", "trainer"))
        day = self.query_one("#day", TypedLine)
        for line in (new, trainer):
            line.set_text(line.text.strip().upper())
            if not are_initials(line.text):
                self._complain(line, _("Noch offen: ein Kürzel aus ein bis vier Buchstaben."))
                return
        if new.text == trainer.text:
            self._complain(trainer, _("Zwei Menschen, zwei Kürzel. Nimm einen Buchstaben mehr."))
            return
        when = read_past_day(day.text, self.today)
        if when is None:
            self._complain(day, _("Das ist kein vergangener Tag. Zum Beispiel: 24.11. oder heute."))
            return
        self.dismiss(self.signing.signed(Signature(step=self.step, day=when, new=new.text, trainer=trainer.text)))

    def _complain(self, line: TypedLine, words: str) -> None:
        line.wrong()
        line.focus()
        self.say(words, attention=True)

    def action_unsign(self) -> None:
        """Take the signature under the mark back."""
        self.dismiss(self.signing.unsigned(self.step))
