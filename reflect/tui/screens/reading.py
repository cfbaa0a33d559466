"""Reading an entry: every answer under its question, then what was planned and what it touches."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.domain.answer import as_text, is_empty
from reflect.domain.doubt import Doubt
from reflect.domain.entry import Entry, NextStep
from reflect.domain.fault import Fault
from reflect.domain.teamround import Occasion
from reflect.language import N_, _, dates
from reflect.tui import rooms
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.screens.page import Page
from reflect.tui.screens.rows import untitled
from reflect.workflows import casebook, keeping
from reflect.workflows.writing import Writing


class Reading(Page[None]):
    """One entry, to read.

    Args:
        entry: Which.
    """

    CSS_PATH = "../styles/reading.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="edit", key="enter", text=N_("weiterschreiben"), action="edit", tooltip=N_("ändern"), order=1),
        Command(
            id="release",
            key="f",
            text=N_("freigeben"),
            action="release",
            tooltip=N_("Seite für die Supervision"),
            order=2,
        ),
        Command(
            id="put-away",
            key="delete",
            text=N_("weglegen"),
            action="put_away",
            tooltip=N_("in den Papierkorb"),
            order=3,
        ),
        Command(
            id="case",
            key="z",
            text=N_("zu einem Fall"),
            action="case",
            tooltip=N_("Einträge eines Falls zusammenlegen"),
            order=4,
        ),
        Command(
            id="statements",
            key="l",
            text=N_("Leitbild"),
            action="statements",
            tooltip=N_("Sätze des Leitbilds, die das berührt"),
            in_row=False,
            order=5,
        ),
        Command(
            id="talk",
            key="g",
            text=N_("auf eine Liste"),
            action="talk",
            tooltip=N_("für Teamrunde, Supervision, Dienstberatung"),
            in_row=False,
            order=5,
        ),
        BACK.shown(order=9),
        LOCK,
    )

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self.room = entry.protocol.title
        self.about = untitled(entry.title)

    def compose_body(self) -> ComposeResult:
        """The entry in a column that scrolls."""
        with VerticalScroll(id="text"):
            yield from self._written()

    def on_mount(self) -> None:
        """The keys that scroll count at once."""
        self.query_one("#text").focus()

    def _written(self) -> Iterator[Static]:
        now = self.app.surroundings.now()
        when = dates.long_day(self.entry.created.astimezone(now.tzinfo).date())
        state = "" if self.entry.finished else "   " + _("… noch nicht fertig")
        yield Static(Content.styled(when + state, "$quiet"), classes="when")
        for question in self.entry.protocol.questions():
            value = self.entry.answers.get(question.id)
            if not is_empty(value):
                yield Static(Content.styled(question.text, "bold $ink"), classes="question")
                yield Static(Content.styled(as_text(question, value), "$ink"))
        if self.entry.next_steps:
            yield Static(Content.styled(_("Vorgenommen"), "bold $ink"), classes="question")
            yield from (self._step(step) for step in self.entry.next_steps)
        if self.entry.principles:
            yield Static(Content.styled(_("Berührt im Leitbild"), "bold $ink"), classes="question")
            yield from self._statements(self.entry.principles)
        if self.entry.doubts:
            yield Static(Content.styled(_("Leitbild prüfen"), "bold $ink"), classes="question")
            yield from (self._doubt(doubt) for doubt in self.entry.doubts)

    def _step(self, step: NextStep) -> Static:
        sign = "●" if step.done else "○"
        day = dates.day_and_month(step.done or step.due, self.app.surroundings.now().date())
        outcome = Content.styled(f"\n  {step.outcome}" if step.outcome else "", "$ink")
        return Static(Content.assemble((f"{sign} {step.text}  ", "$ink"), (day, "$quiet"), outcome))

    def _statements(self, references: list[str]) -> Iterator[Static]:
        sitting = self.app.sitting
        for statement in sitting.touched(references) if sitting is not None else ():
            words = statement.short or statement.text
            yield Static(Content.assemble((f"{statement.label}  ", "$quiet"), (words, "$ink")))

    def _doubt(self, doubt: Doubt) -> Static:
        sitting = self.app.sitting
        number = sitting.label(doubt.statement) if sitting is not None else ""
        return Static(Content.assemble((f"{number}  ", "$quiet"), (doubt.why, "$ink")))

    def action_statements(self) -> None:
        """Mark statements of the Leitbild on a finished entry, too."""
        from reflect.tui.screens.statements import StatementsSheet  # noqa: PLC0415 - loaded when it is shown

        sitting = self.app.sitting
        if sitting is None:
            return
        writing = Writing.resume(sitting, self.entry.id)

        async def closed(_result: object) -> None:
            changed = (writing.entry.principles, writing.entry.doubts) != (self.entry.principles, self.entry.doubts)
            if changed and self._carry(writing.store):
                await self._again()

        self.app.push_screen(StatementsSheet(writing), closed)

    def action_edit(self) -> None:
        """Go on writing at the place where it was left."""
        self._carry(lambda: rooms.go_on(self.app, self.entry.id, self._again))

    def action_release(self) -> None:
        """Choose what of it leaves."""
        self._carry(lambda: rooms.release(self.app, (self.entry.id,), self._again))

    def action_put_away(self) -> None:
        """Put it into the trash."""
        sitting = self.app.sitting
        if sitting is not None and self._carry(lambda: keeping.put_away(sitting, self.entry.id)):
            self.dismiss(None)

    def action_case(self) -> None:
        """Choose the case it belongs to."""
        from reflect.tui.screens.case import CaseSheet  # noqa: PLC0415 - the name lists, when somebody goes there

        sitting = self.app.sitting
        if sitting is not None:
            sheet = CaseSheet(casebook.cases(sitting), self.entry.case, casebook.proposed_name(sitting))
            self.app.push_screen(sheet, self._put_into)

    async def _put_into(self, case_id: str | None) -> None:
        sitting = self.app.sitting
        if sitting is None or case_id is None:
            return
        chosen = case_id
        if self._carry(lambda: casebook.put_into(sitting, [self.entry.id], chosen or casebook.begin(sitting).id)):
            await self._again()
            name = casebook.case(sitting, self.entry.case).name
            self.say(_("Gehört jetzt zu {case}.").format(case=name))

    def action_talk(self) -> None:
        """Choose where it is to be talked about."""
        from reflect.tui.screens.occasion import OccasionSheet  # noqa: PLC0415 - loaded when somebody goes there

        point = self.entry.point
        self.app.push_screen(OccasionSheet(point.occasion if point and point.waits else None), self._talk_about)

    async def _talk_about(self, chosen: str | None) -> None:
        from reflect.language.teamround import listed  # noqa: PLC0415 - after the sheet
        from reflect.tui.screens.occasion import NOWHERE  # noqa: PLC0415 - the same
        from reflect.workflows import teamround  # noqa: PLC0415 - the same

        sitting, point = self.app.sitting, self.entry.point
        if sitting is None or chosen is None:
            return
        if chosen != NOWHERE:
            occasion = Occasion(chosen)
            if self._carry(lambda: teamround.mark(sitting, self.entry.id, occasion)):
                await self._again()
                self.say(listed(occasion))
        elif point is not None and point.waits and self._carry(lambda: teamround.withdraw(sitting, self.entry.id)):
            await self._again()
            self.say(_("Von der Liste genommen. Der Eintrag bleibt."))

    async def _again(self, _result: object = None) -> None:
        """Show it as it is now."""
        sitting = self.app.sitting
        if sitting is None:
            return
        self.entry = sitting.entry(self.entry.id)
        self.about = untitled(self.entry.title)
        text = self.query_one("#text", VerticalScroll)
        await text.remove_children()
        await text.mount_all(list(self._written()))

    def _carry(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except Fault as fault:
            self.app.show_fault(fault)
            return False
        return True
