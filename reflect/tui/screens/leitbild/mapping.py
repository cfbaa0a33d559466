"""Mapping on screen: one statement at a time, what it was before and which shipped one it stands for."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.domain.fault import Fault
from reflect.domain.leitbild import Statement
from reflect.language import N_, _, gettext
from reflect.language.leitbild import CHANGES, still_waiting, unchanged_words
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.screens.leitbild.picking import PickSheet
from reflect.tui.screens.page import Page
from reflect.workflows.mapping import Mapping, Proposal


def _has_before(page: Any) -> bool:
    return page.mapping.before is not None


class MappingPage(Page[str]):
    """Asks about every statement that waits, else about all; hands back a sentence when nothing waits any more.

    Args:
        mapping: Of the version.
    """

    CSS_PATH = "../../styles/leitbild.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="right", key="enter", text=N_("stimmt"), action="right", tooltip=N_("so zuordnen"), order=1),
        Command(
            id="before",
            key="v",
            text=N_("vorher"),
            action="before",
            tooltip=N_("andere frühere Aussage"),
            order=2,
            available=_has_before,
        ),
        Command(
            id="shipped",
            key="m",
            text=N_("mitgelieferte"),
            action="shipped",
            tooltip=N_("andere mitgelieferte Aussage"),
            order=3,
        ),
        Command(id="back-one", key="f5", text=N_("vorige Aussage"), action="back_one", in_row=False, order=4),
        Command(id="later", key="f6", text=N_("später"), action="later", order=5),
        Command(id="all", key="a", text=N_("alle Vorschläge nehmen"), action="take_all", in_row=False, order=6),
        BACK.shown(order=9),
        LOCK,
    )

    def __init__(self, mapping: Mapping) -> None:
        super().__init__()
        self.mapping = mapping
        self.asked: list[str] = []
        self.at = 0
        self.room = _("Zuordnen")

    def compose_body(self) -> ComposeResult:
        """The statement in a column that scrolls."""
        yield VerticalScroll(id="text")

    async def on_mount(self) -> None:
        """Settle what nobody has to decide, and begin with the first that waits."""
        self.query_one("#text").focus()
        try:
            unchanged = self.mapping.settle_unchanged()
        except Fault as fault:
            unchanged = 0
            self.app.show_fault(fault)
        every = self.mapping.proposals()
        self.asked = [one.statement.id for one in every if not one.settled] or [one.statement.id for one in every]
        if unchanged:
            self.say(unchanged_words(unchanged))
        await self._draw()

    @property
    def proposal(self) -> Proposal:
        """The statement that is asked about, as it stands."""
        return next(one for one in self.mapping.proposals() if one.statement.id == self.asked[self.at])

    async def _draw(self) -> None:
        self.about = _("Fassung {version}   {number} von {count}").format(
            version=self.mapping.leitbild.version, number=self.at + 1, count=len(self.asked)
        )
        text = self.query_one("#text", VerticalScroll)
        await text.remove_children()
        await text.mount_all(list(self._written(self.proposal)))
        text.scroll_home(animate=False)

    def _written(self, proposal: Proposal) -> Iterator[Static]:
        statement = proposal.statement
        yield Static(Content.assemble((f"{statement.label}  ", "bold $ink"), (statement.text, "$ink")))
        if self.mapping.before is not None:
            change = gettext(CHANGES[proposal.transition.change])
            yield Static(Content.assemble((_("Vorher") + "   ", "bold $ink"), (change, "$quiet")), classes="section")
            yield from _listed(proposal.transition.before, _("Sie steht zum ersten Mal im Text."))
        heading = (_("Mitgeliefert") + "   ", "bold $ink")
        help_line = (_("Vorlagen nennen diese Nummern"), "$quiet")
        yield Static(Content.assemble(heading, help_line), classes="section")
        yield from _listed(proposal.counterparts, _("Keine mitgelieferte Aussage scheint zu passen."))
        if not proposal.settled:
            yield Static(_("Das ist ein Vorschlag. Stimmt er?"), classes="quiet section")

    async def action_right(self) -> None:
        """Settle it as it stands, and go on."""
        proposal = self.proposal
        before = [one.id for one in proposal.transition.before]
        if self._settled(proposal, before, [one.id for one in proposal.counterparts]):
            await self._go(1)

    async def action_later(self) -> None:
        """Leave it open and go on."""
        await self._go(1)

    async def action_back_one(self) -> None:
        """To the statement before."""
        if self.at:
            await self._go(-1)

    def action_before(self) -> None:
        """Choose which earlier statements it continues."""
        proposal = self.proposal
        if self.mapping.before is None:
            return
        question = _("Welche Aussage führt sie fort?")
        marked = (one.id for one in proposal.transition.before)
        shipped = [one.id for one in proposal.counterparts]
        self._pick(
            PickSheet(question, self.mapping.before, marked),
            lambda picked: self._settled(proposal, picked, shipped),
        )

    def action_shipped(self) -> None:
        """Choose which shipped statements it stands for."""
        proposal = self.proposal
        before = [one.id for one in proposal.transition.before]
        question = _("Welche mitgelieferte sagt dasselbe?")
        self._pick(
            PickSheet(question, self.mapping.shipped, (one.id for one in proposal.counterparts)),
            lambda picked: self._settled(proposal, before, picked),
        )

    def _pick(self, sheet: PickSheet, settle: Callable[[tuple[str, ...]], bool]) -> None:
        async def picked(found: tuple[str, ...] | None) -> None:
            if found is not None and settle(found):
                await self._draw()

        self.app.push_screen(sheet, picked)

    def action_take_all(self) -> None:
        """Take every proposal that still waits."""
        try:
            self.mapping.settle_all()
        except Fault as fault:
            self.app.show_fault(fault)
        else:
            self.dismiss(still_waiting(0))

    def _settled(self, proposal: Proposal, continues: Iterable[str], shipped: Iterable[str]) -> bool:
        try:
            self.mapping.settle(proposal.statement.id, tuple(continues), tuple(shipped))
        except Fault as fault:
            self.app.show_fault(fault)
            return False
        return True

    async def _go(self, by: int) -> None:
        if self.at + by < len(self.asked):
            self.at += by
            await self._draw()
        else:
            self.dismiss(still_waiting(self.mapping.waiting))


def _listed(statements: Iterable[Statement], nothing: str) -> Iterator[Static]:
    found = list(statements)
    for one in found:
        yield Static(Content.assemble((f"{one.label}  ", "$quiet"), (one.text, "$ink")))
    if not found:
        yield Static(nothing, classes="quiet")
