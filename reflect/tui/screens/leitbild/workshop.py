"""The workshop on screen: what lies ready from a year, and the way to one released page."""

from collections.abc import Sequence
from typing import Any, ClassVar

from reflect.domain.audience import Audience
from reflect.domain.fault import Fault
from reflect.language import N_, _
from reflect.tui import rooms
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.screens.choose import ChooseAnswers
from reflect.tui.screens.listing import Listing
from reflect.tui.screens.outcome import End, Outcome
from reflect.tui.screens.rows import entry_row
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.workflows import keeping, workshop
from reflect.workflows.handing_over import HandingOver


def _has_rows(screen: Any) -> bool:
    return screen.here is not None


class Workshop(Listing[None]):
    """The entries of a year with a mark or a proposal; F lays them under the statements they speak of."""

    CSS_PATH = "../../styles/listing.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="read", key="enter", text=N_("lesen"), action="read", order=1, available=_has_rows),
        Command(
            id="release",
            key="f",
            text=N_("freigeben"),
            action="release",
            tooltip=N_("eine Seite für die Werkstatt"),
            order=2,
            available=_has_rows,
        ),
        Command(
            id="propose",
            key="n",
            text=N_("neuer Vorschlag"),
            action="propose",
            tooltip=N_("etwas zum Leitbild vorschlagen"),
            order=3,
        ),
        BACK.shown(order=9),
        LOCK,
    )

    def __init__(self) -> None:
        super().__init__()
        self.room = _("Leitbild-Werkstatt")
        self.about = _("was seit einem Jahr bereitliegt")

    def nothing(self) -> str:
        """How something gets here."""
        return _("Noch liegt nichts bereit. Beim Schreiben vermerkst du mit F3 und P, welcher Satz zu prüfen ist.")

    def rows(self) -> Sequence[Row]:
        """Newest first."""
        sitting = self.app.sitting
        if sitting is None:
            return []
        ids = set(workshop.entries(sitting))
        return [entry_row(key, record, sitting.now()) for key, record in keeping.records(sitting) if key in ids]

    def on_row_list_chosen(self, _event: RowList.Chosen) -> None:
        """Read it."""
        self.action_read()

    def action_read(self) -> None:
        """Read the entry under the mark."""
        if self.here is None:
            return
        try:
            rooms.read(self.app, self.here.key, self.reload)
        except Fault as fault:
            self.app.show_fault(fault)

    def action_propose(self) -> None:
        """Write a proposal."""
        try:
            rooms.write(self.app, workshop.PROPOSAL, self.reload)
        except Fault as fault:
            self.app.show_fault(fault)

    def action_release(self) -> None:
        """Choose what of it goes on the page; from there it is the way of every page."""
        sitting = self.app.sitting
        if sitting is None or self.here is None:
            return
        handing = HandingOver.begin(sitting, workshop.entries(sitting), Audience.WORKSHOP)
        self.app.push_screen(ChooseAnswers(handing), self._ended)

    def _ended(self, outcome: Outcome | None) -> None:
        self.reload()
        if outcome is not None and outcome.end is End.LEAVE and outcome.words:
            self.say(outcome.words, attention=outcome.attention)
