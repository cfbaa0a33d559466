"""Sketches on the screen: which case is due today? Talk first; a vote is possible, not needed."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.consultation.sketch import Sketch, ordered
from reflect.language import N_, _, ngettext
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK
from reflect.tui.screens.page import Page
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.typedline import TypedLine

URGENCIES = {1: N_("kann warten"), 2: N_("bald"), 3: N_("heute")}
KIND = 14


class Sketches(Page[str]):
    """Hands back the name of the one whose case is chosen. Nothing of it is kept."""

    CSS_PATH = "../../styles/preparing.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="choose", key="f6", text=N_("diesen Fall"), action="choose", order=1, priority=True),
        Command(id="press", key="f7", text=N_("dringender"), action="press_on", order=2, priority=True),
        Command(id="vote", key="f8", text=N_("eine Stimme"), action="vote", order=3, priority=True),
        BACK.shown(order=9),
    )

    def __init__(self) -> None:
        super().__init__()
        self.sketches: list[Sketch] = []
        self.room = _("Kollegiale Beratung")
        self.about = _("Anliegen sammeln, Beamer noch aus")

    def compose_body(self) -> ComposeResult:
        """A line, and what was said."""
        yield Static(_("Wer bringt was mit? Eine Minute je Person."), classes="heading", markup=False)
        yield Static(_("„Jale: der Termin, der nie zustande kommt“, ohne Namen."), classes="quiet", markup=False)
        yield TypedLine(limit=120, emptied=True, id="names")
        yield Static(
            _("Redet erst darüber, was heute dran ist. Abstimmen könnt ihr, müsst ihr nicht."),
            classes="quiet",
            markup=False,
        )
        yield RowList([], kind_width=KIND, id="list")

    def on_mount(self) -> None:
        """The first sketch."""
        self.query_one(TypedLine).focus()

    def _show(self, keep: str = "") -> None:
        self.sketches = list(ordered(self.sketches))
        rows = [
            Row(
                key=sketch.who,
                kind=_(URGENCIES[sketch.urgency]),
                title=f"{sketch.who}: {sketch.words}" if sketch.words else sketch.who,
                date=ngettext("{count} Stimme", "{count} Stimmen", sketch.votes).format(count=sketch.votes)
                if sketch.votes
                else "",
            )
            for sketch in self.sketches
        ]
        self.query_one(RowList).show(rows, keep=keep)

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """Another sketch."""
        self._add(event.text)

    def _add(self, text: str) -> bool:
        """Add a sketch; the same person again replaces theirs."""
        sketch = Sketch.read(text)
        if sketch is None:
            return False
        self.sketches = [*(one for one in self.sketches if one.who != sketch.who), sketch]
        self._show(keep=sketch.who)
        return True

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """This case."""
        self.dismiss(event.row.key)

    def _finish_line(self) -> bool:
        """Add what stands in the line and was not ended yet."""
        line = self.query_one(TypedLine)
        text = line.text
        line.set_text("")
        return self._add(text)

    def _change(self, *, vote: bool) -> None:
        self._finish_line()
        here = self.query_one(RowList).here
        if here is not None:
            self.sketches = [
                (one.voted() if vote else one.pressing()) if one.who == here.key else one for one in self.sketches
            ]
            self._show(keep=here.key)

    def action_press_on(self) -> None:
        """The one under the mark is more urgent."""
        self._change(vote=False)

    def action_vote(self) -> None:
        """One hand for the one under the mark."""
        self._change(vote=True)

    def action_choose(self) -> None:
        """The one under the mark; a line that was not ended yet comes to the others first."""
        if self._finish_line():
            return
        here = self.query_one(RowList).here
        if here is not None:
            self.dismiss(here.key)
