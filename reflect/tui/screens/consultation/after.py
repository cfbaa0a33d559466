"""After: the one who brought the case picks line by line; everything else vanishes."""

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.consultation.notes import Notes
from reflect.domain.consultation.takeaway import Takeaway
from reflect.domain.fault import Fault
from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.reader import Reader
from reflect.tui.screens.consultation.farewell import OwnerSheet, PaperPage, SealSheet, WaySheet
from reflect.tui.screens.consultation.firststep import FirstStepSheet
from reflect.tui.screens.page import Page
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.workflows import taking
from reflect.workflows.gathering import Gathering

KEY = "key"


class After(Page[str]):
    """Hands back what became of the notes, as a sentence.

    Args:
        gathering: A session that has ended.
        notes: Of the one who picks.
    """

    CSS_PATH = "../../styles/listing.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="pick", key="enter", text=N_("nehmen oder lassen"), action="pick", order=1),
        Command(id="take", key="f6", text=N_("weiter"), action="take", order=2, priority=True),
    )

    def __init__(self, gathering: Gathering, notes: Notes) -> None:
        super().__init__()
        self.gathering = gathering
        self.notes = notes
        self.presenter = notes.presenter
        self.picked: set[str] = set()
        self.until: date | None = None
        self.room = _("Kollegiale Beratung")
        self.about = _("{name} wählt, Beamer aus").format(name=self.presenter)
        self.reader = Reader("•", _("nur {name}").format(name=self.presenter))

    def compose_body(self) -> ComposeResult:
        """What was written, to pick from."""
        yield Static(_("Was davon nimmst du mit?"), classes="heading", markup=False)
        yield Static(_("Alles andere verschwindet, sobald du weitergehst."), classes="quiet", markup=False)
        yield RowList(self._rows(), kind_width=6, id="list")

    def _rows(self) -> list[Row]:
        rows = [(KEY, "?", self.notes.key)] if self.notes.key else []
        rows += [(str(line.number), str(line.number), line.text) for line in self.notes.kept()]
        return [
            Row(key=key, kind=f"{'●' if chosen else '○'} {number}", title=text, chosen=chosen)
            for key, number, text in rows
            for chosen in [key in self.picked]
        ]

    def on_mount(self) -> None:
        """Nothing is picked at first."""
        self.query_one(RowList).focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Pick a line, or leave it."""
        self._toggle(event.row.key)

    def action_pick(self) -> None:
        """Pick the line under the mark, or leave it."""
        here = self.query_one(RowList).here
        if here is not None:
            self._toggle(here.key)

    def _toggle(self, key: str) -> None:
        self.picked ^= {key}
        self.query_one(RowList).show(self._rows(), keep=key)

    @property
    def takeaway(self) -> Takeaway:
        """What was picked."""
        numbers = {int(key) for key in self.picked if key != KEY}
        day = self.today
        picked = Takeaway.of(self.notes, self.gathering.session.plan.title, numbers, day, question=KEY in self.picked)
        return picked.by(self.until)

    @property
    def today(self) -> date:
        """The day of the consultation."""
        return self.gathering.now().date()

    def action_take(self) -> None:
        """Ask for the day of a first step, then how it leaves; with nothing picked everything vanishes."""
        picked = self.takeaway
        if picked.is_empty:
            self._gone(_("Nichts ist aufgehoben."))
        elif picked.step:
            self.app.push_screen(FirstStepSheet(picked.step, self.today, self.until), self._dated)
        else:
            self._dated("")

    def _dated(self, day: str | None) -> None:
        if day is not None:
            self.until = date.fromisoformat(day) if day else None
            self.app.push_screen(WaySheet(has_vault=self.app.sitting is not None), self._chosen)

    def _chosen(self, way: str | None) -> None:
        match way:
            case "file":
                self.app.push_screen(SealSheet(self.takeaway), self._sealed)
            case "paper":
                self.app.push_screen(PaperPage(self.takeaway), self._copied)
            case "vault":
                self.app.push_screen(OwnerSheet(self.presenter), self._owned)
            case "nothing":
                self._gone(_("Nichts ist aufgehoben."))
            case _:
                return

    def _sealed(self, name: str | None) -> None:
        if name is not None:
            words = _("Geschrieben: {file}. Sonst ist nichts aufgehoben.")
            self._gone(words.format(file=name))

    def _copied(self, done: bool | None) -> None:  # noqa: FBT001 - the page's result
        if done:
            self._taken()

    def _owned(self, theirs: bool | None) -> None:  # noqa: FBT001 - the sheet's result
        sitting = self.app.sitting
        if not theirs or sitting is None:
            return
        try:
            taking.keep(sitting, self.takeaway)
        except Fault as fault:
            self.app.show_fault(fault)
        else:
            self._taken()

    def _taken(self) -> None:
        self._gone(_("Nichts ist aufgehoben, außer was {name} mitgenommen hat.").format(name=self.presenter))

    def _gone(self, words: str) -> None:
        self.gathering.part(self.presenter)
        self.dismiss(words)
