"""Two views of the tasks: the own one, for the writer alone; and both side by side, for what the writer opened."""

from typing import ClassVar

from reflect.domain.fault import Fault
from reflect.domain.onboarding import plan
from reflect.domain.onboarding.task import Task
from reflect.domain.protocol import Question
from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.reader import WITH_GUIDANCE
from reflect.tui.screens.listing import Listing
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.workflows import onboarding
from reflect.workflows.writing import Writing

COLUMN = 14
OPENED, CLOSED = "+", "○"
CHANGE = Command(
    id="view", key="enter", text=N_("Stufe wechseln"), action="view", tooltip=N_("keine, 1, 2, 3 und zurück"), order=1
)


class _Views(Listing[None]):
    """What both lists share.

    Args:
        writing: The plan's entry.
    """

    CSS_PATH = "../../styles/listing.tcss"

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self.writing = writing
        self.room = writing.entry.protocol.title

    def on_mount(self) -> None:
        """Titles begin at the margin."""
        self.query_one("#list", RowList).kind_width = 0
        super().on_mount()

    def state(self, question: Question) -> Task:
        """Where a task stands."""
        return plan.task(self.writing.entry, question)

    def change(self, question_id: str, **update: object) -> None:
        """Keep another state of a task, at once."""
        question = self.writing.question(question_id)
        try:
            onboarding.keep(self.writing, question, self.state(question).model_copy(update=update))
        except Fault as fault:
            self.app.show_fault(fault)
        self.reload()

    def next_step(self, question_id: str, step: int) -> int:
        """The step after: from none to the last, and back to none."""
        return (step + 1) % (len(self.writing.question(question_id).options) + 1)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Change the view of the row."""
        event.stop()
        self.action_view()

    def action_view(self) -> None:
        """Change the view of the row under the mark."""


class OwnView(_Views):
    """How the new colleague sees it; nobody else does until she opens a task."""

    commands: ClassVar[tuple[Command, ...]] = (
        CHANGE,
        Command(
            id="open",
            key="o",
            text=N_("öffnen oder schließen"),
            action="open",
            tooltip=N_("nur Geöffnetes steht neben der Sicht der Anleitung"),
            order=2,
        ),
        Command(
            id="two",
            key="f6",
            text=N_("zwei Sichten"),
            action="two",
            tooltip=N_("nebeneinander, nur was du geöffnet hast"),
            order=3,
        ),
        BACK.shown(order=9),
        LOCK,
    )

    def __init__(self, writing: Writing) -> None:
        super().__init__(writing)
        self.about = _("deine Sicht")

    def rows(self) -> list[Row]:
        """Every task."""
        return [self._row(question) for question in plan.every_task(self.writing.entry.protocol)]

    def _row(self, question: Question) -> Row:
        task = self.state(question)
        step = named(question, task.own)
        opened = _("geöffnet") if task.opened else ""
        return Row(
            key=question.id,
            title=question.text,
            sign=OPENED if task.opened else CLOSED,
            date=f"{opened:<{COLUMN}}{step:<{COLUMN}}",
        )

    def action_view(self) -> None:
        """Change the own view."""
        if self.here is not None:
            task = self.state(self.writing.question(self.here.key))
            self.change(self.here.key, own=self.next_step(self.here.key, task.own))

    def action_open(self) -> None:
        """Open a task to the trainer, or close it again."""
        if self.here is not None:
            task = self.state(self.writing.question(self.here.key))
            self.change(self.here.key, opened=not task.opened)

    def action_two(self) -> None:
        """Lay both views side by side."""
        self.app.push_screen(TwoViews(self.writing), self.reload)

    def nothing(self) -> str:
        """A plan without tasks."""
        return _("Dieser Plan hat keine Aufgaben.")


class TwoViews(_Views):
    """Both views, task by task; the trainer chooses hers here, beside the new colleague."""

    commands: ClassVar[tuple[Command, ...]] = (CHANGE, BACK.shown(order=9), LOCK)

    def __init__(self, writing: Writing) -> None:
        super().__init__(writing)
        self.about = _("zwei Sichten")
        self.reader = WITH_GUIDANCE

    def rows(self) -> list[Row]:
        """The names of the two, then what was opened."""
        every = plan.every_task(self.writing.entry.protocol)
        opened = [self._row(question) for question in every if self.state(question).opened]
        heads = "".join(head.ljust(COLUMN) for head in (_("du"), _("Anleitung")))
        return (
            [Row(key="", title=_("Jede Sicht gilt. Redet darüber."), quiet=True, date=heads), *opened] if opened else []
        )

    def _row(self, question: Question) -> Row:
        task = self.state(question)
        own, seen = named(question, task.own), named(question, task.seen)
        return Row(key=question.id, title=question.text, sign=OPENED, date=f"{own:<{COLUMN}}{seen:<{COLUMN}}")

    def action_view(self) -> None:
        """Change the trainer's view; the own one changes on its own page."""
        if self.here is not None and self.here.key:
            task = self.state(self.writing.question(self.here.key))
            self.change(self.here.key, seen=self.next_step(self.here.key, task.seen))

    def nothing(self) -> str:
        """Nothing was opened."""
        return _("Noch ist nichts geöffnet. In „deine Sicht“ öffnet O eine Aufgabe.")


def named(question: Question, step: int) -> str:
    """The name of a step; `–` while none was said."""
    return question.options[step - 1] if 0 < step <= len(question.options) else "–"
