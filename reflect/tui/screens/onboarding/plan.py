"""The plan: every phase with its talk and its tasks; Enter opens a task for two people to sign."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import ClassVar

from reflect.domain.fault import Fault
from reflect.domain.onboarding import plan
from reflect.domain.onboarding.task import Task
from reflect.domain.protocol import Question, Step
from reflect.language import N_, _, dates
from reflect.tui import rooms
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.commands.onboarding import FOR_THE_TRAINER, OPEN
from reflect.tui.reader import WITH_GUIDANCE
from reflect.tui.screens.listing import Listing
from reflect.tui.screens.onboarding.signing import SignSheet
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.workflows import onboarding
from reflect.workflows.writing import Writing, at_once

PHASE, TASK = "phase/", "task/"
WAITS, BEGUN, DONE = "○", "…", "●"


class PlanPage(Listing[bool]):
    """Ninety days on one page.

    Args:
        writing: The plan's entry, new or resumed; what is signed is written at once.
    """

    CSS_PATH = "../../styles/listing.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        OPEN,
        Command(
            id="notes",
            key="n",
            text=N_("Notizen der Phase"),
            action="notes",
            tooltip=N_("erster Tag, Kürzel, frischer Blick: nur für dich"),
            order=2,
        ),
        Command(
            id="own",
            key="s",
            text=N_("deine Sicht"),
            action="own",
            tooltip=N_("wo du dich siehst: nur für dich, bis du etwas öffnest"),
            order=3,
        ),
        Command(id="jump", key="j", text=N_("nächste Phase"), action="jump", order=21),
        FOR_THE_TRAINER,
        BACK.shown(order=9),
        LOCK,
    )

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self.writing = writing
        self.room = writing.entry.protocol.title
        self.reader = WITH_GUIDANCE

    def on_mount(self) -> None:
        """Titles begin at the margin."""
        self.query_one("#list", RowList).kind_width = 0
        super().on_mount()

    @property
    def can_release(self) -> bool:
        """Whether there is something in the plan."""
        return not self.writing.entry.is_empty

    @property
    def today(self) -> date:
        """The day in the person's time zone."""
        return self.writing.sitting.today

    def reload(self, _result: object = None) -> None:
        """Draw everything anew; what was changed on other screens counts."""
        first = plan.first_day(self.writing.entry)
        self.about = (
            _("erster Tag {day}").format(day=dates.day_and_month(first, self.today))
            if first
            else _("erster Tag noch offen")
        )
        super().reload()

    def rows(self) -> list[Row]:
        """Phase by phase."""
        return [row for step in self.writing.entry.protocol.steps for row in self._phase(step)]

    def _phase(self, step: Step) -> Iterator[Row]:
        yield Row(key=f"{PHASE}{step.id}", title=step.title, chosen=True)
        if step.day is not None:
            yield self._talk_row(step)
        for question in plan.tasks(step):
            yield self._task_row(question)

    def _talk_row(self, step: Step) -> Row:
        source = f"{plan.TALK}{step.id}"
        found = next((one for one in self.writing.entry.next_steps if one.source == source), None)
        title = _("Gespräch: {question}").format(question=" ".join(step.read_aloud) or step.title)
        if found is None:
            return Row(key=source, title=title, sign=WAITS, date=_("Tag {day}").format(day=step.day))
        day = dates.day_and_month(found.done or found.due, self.today)
        return Row(key=source, title=title, sign=DONE if found.done else WAITS, date=day)

    def _task_row(self, question: Question) -> Row:
        task = plan.task(self.writing.entry, question)
        sign, words = WAITS, ""
        if task.signatures:
            last = task.signatures[-1]
            sign = DONE if last.step == len(question.options) else BEGUN
            day = dates.day_and_month(last.day, self.today)
            words = f"{question.options[last.step - 1]}  {day}  {last.new} {last.trainer}"
        return Row(key=f"{TASK}{question.id}", title=question.text, sign=sign, date=words)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A task is signed, a talk was held, a phase has notes."""
        self._open(event.row)

    def action_open(self) -> None:
        """Open the row under the mark."""
        if self.here is not None:
            self._open(self.here)

    def _open(self, row: Row) -> None:
        if row.key.startswith(TASK):
            question = self.writing.question(row.key.removeprefix(TASK))
            initials = str(self.writing.entry.answers.get(plan.INITIALS) or "")
            sheet = SignSheet(question, plan.task(self.writing.entry, question), initials, self.today)
            self.app.push_screen(sheet, lambda task: self._signed(question, task))
        elif row.key.startswith(plan.TALK):
            self._held(row.key)
        else:
            self.action_notes()

    def _signed(self, question: Question, task: Task | None) -> None:
        if task is not None:
            self._carry(lambda: onboarding.keep(self.writing, question, task))

    def _held(self, source: str) -> None:
        """Note that the talk was held today, or take that back."""
        if not any(one.source == source for one in self.writing.entry.next_steps):
            self.say(_("Erst fehlt der erste Tag: Taste N."), attention=True)
        elif self._carry(lambda: onboarding.hold(self.writing, source)):
            held = next(one.done for one in self.writing.entry.next_steps if one.source == source)
            self.say(_("Das Gespräch ist geführt.") if held else _("Das Gespräch steht wieder an."))

    def _carry(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except Fault as fault:
            self.app.show_fault(fault)
            return False
        finally:
            self.reload()
        return True

    def action_notes(self) -> None:
        """Write what belongs to the phase under the mark."""
        from reflect.tui.screens.writing import WritingScreen  # noqa: PLC0415 - loaded when somebody goes there

        if self._carry(lambda: self.writing.go_to(self._phase_here())):
            self.app.push_screen(WritingScreen(self.writing), self._noted)

    def _noted(self, _finished: bool | None) -> None:  # noqa: FBT001 - a screen hands it over like that
        self.writing.hand = at_once
        self._carry(self.writing.store)

    def action_own(self) -> None:
        """Go to the own view."""
        from reflect.tui.screens.onboarding.views import OwnView  # noqa: PLC0415 - loaded when somebody goes there

        self.app.push_screen(OwnView(self.writing), self.reload)

    def action_release(self) -> None:
        """Choose what of the plan goes to the trainer."""
        if self._carry(self.writing.store):
            rooms.release(self.app, (self.writing.entry.id,), self.reload)

    def _phase_here(self) -> int:
        """Index of the phase the mark is in."""
        listed = self.query_one("#list", RowList)
        above = [row for row in listed.rows[: listed.index + 1] if row.key.startswith(PHASE)]
        return max(0, len(above) - 1)

    def action_jump(self) -> None:
        """Go to the next phase, from the last to the first."""
        listed = self.query_one("#list", RowList)
        phases = [number for number, row in enumerate(listed.rows) if row.key.startswith(PHASE)]
        target = next((number for number in phases if number > listed.index), phases[0])
        listed.move(target - listed.index)

    def nothing(self) -> str:
        """A plan without phases."""
        return _("Dieser Plan hat noch keine Phase.")
