"""One statement of the Leitbild: a level or an exit, one line of example, own entries beside it."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from reflect.domain.assessment.mark import Hindrance
from reflect.domain.assessment.rotation import parent
from reflect.domain.fault import Fault
from reflect.language import _, dates
from reflect.language.assessment import hard
from reflect.tui.commands.command import Command
from reflect.tui.commands.rating import RATING
from reflect.tui.screens.assessment.hindrances import HindrancesSheet
from reflect.tui.screens.page import Page
from reflect.tui.start import Start
from reflect.tui.widgets.level_list import LevelList
from reflect.tui.widgets.sided_line import SidedLine
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows.assessing import EXAMPLE_LENGTH, Assessing
from reflect.workflows.talking import caption

PAUSE_SECONDS = 1.5
BRIEF, LONG = 2, 3
"""Own entries that stand below the statement, and beside it."""
DAY = 10
"""Width of the column of days."""
OBSERVATION_LENGTH = 400


class RatingPage(Page[str]):
    """The statements of this month, one at a time, and at the end one to tell about; hands back what to say then.

    Args:
        assessing: This month.
        unsaved: Whether it was held in memory over a lock and is not on the disk yet.
    """

    AUTO_FOCUS = ""  # the levels take the focus without scrolling the statement away
    CSS_PATH = "../../styles/assessment.tcss"
    commands: ClassVar[tuple[Command, ...]] = RATING

    def __init__(self, assessing: Assessing, *, unsaved: bool = False) -> None:
        super().__init__()
        self.assessing = assessing
        self.room = _("Leitbild")
        self._indicator = 0
        self._typed: tuple[str, str] | None = None
        self._timer: Timer | None = None
        self._unsaved = unsaved
        self._may_go = False

    # --- what stands here --------------------------------------------------------------------------------------

    def compose_body(self) -> ComposeResult:
        """Statement, levels, example; own entries."""
        with Vertical(id="asked"):
            yield Static("", id="number", classes="quiet", markup=False)
            yield Static("", id="statement", markup=False)
            yield Static("", id="indicator", classes="ink", markup=False)
            yield Static("", id="when", classes="quiet", markup=False)
            yield LevelList(id="levels")
            yield SidedLine("", Content(""), "hindrances", id="label")
            yield TypedLine(limit=EXAMPLE_LENGTH, id="example")
        with Vertical(id="own"):
            yield Static("", id="entries")

    def on_mount(self) -> None:
        """The first statement that has no mark yet."""
        self.draw()
        self.settle()

    def on_resize(self) -> None:
        """Where there is more room there is more to see."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self.is_mounted and self.query("#entries"):
            self._draw_help()
            self.refresh_keys()

    def draw(self) -> None:
        """Show the statement that is asked now; the keys are on its levels."""
        assessing = self.assessing
        rated, told = assessing.item, assessing.observed
        item = rated or told
        if item is None:
            return
        self._indicator = 0
        self._draw_head(item.statement)
        levels, line = self.query_one(LevelList), self.query_one("#example", TypedLine)
        levels.display = rated is not None
        self.query_one(SidedLine).set_class(rated is None, "-told")
        line.limit = EXAMPLE_LENGTH if rated is not None else OBSERVATION_LENGTH
        if rated is not None:
            said = assessing.rating(item.statement)
            levels.show(said.mark)
            line.set_text(said.example)
            levels.focus(scroll_visible=False)
        else:
            before = assessing.month.observations.get(item.statement)
            line.set_text(before.text if before is not None else "")
            line.focus()
        self._typed = None
        self._draw_help()
        self.query_one("#body").scroll_home(animate=False)
        self.refresh_keys()

    def _draw_head(self, statement: str) -> None:
        assessing = self.assessing
        count = len(assessing.items)
        if assessing.item is not None:
            words = _("{number} von {count} in diesem Monat")
            self.about = words.format(number=assessing.index + 1, count=count)
        else:
            self.about = _("zum Schluss, ohne Stufen")
        whole = parent(statement)
        called = caption(assessing.sitting, whole)
        title = called.title or caption(assessing.sitting, statement).title
        self.query_one("#number", Static).update(_("Leitbild {number}").format(number=called.number) + f"   {title}")
        self.query_one("#statement", Static).update(assessing.wording(statement).text)

    def _draw_help(self) -> None:
        """Indicator, question, what made it hard, own entries: what changes while a statement is asked."""
        rated = self.assessing.item
        item = rated or self.assessing.observed
        if item is None:
            return
        many = self.has_class("-rows-30") or self.has_class("-rows-36")
        one = item.indicators[self._indicator % len(item.indicators)] if item.indicators else ""
        self.query_one("#indicator", Static).update("\n".join(item.indicators) if many else one)
        when = _("In den letzten vier Wochen:") if rated else _("Das verantwortet das Haus. So erlebe ich es:")
        self.query_one("#when", Static).update(when)
        label = _("Ein Beispiel, eine Zeile") if rated else _("In deinen Worten, ohne Namen")
        self.query_one(SidedLine).show(label, self._hard() if rated else Content(""))
        self.query_one("#entries", Static).update(self._own(item.statement))

    def _hard(self) -> Content:
        said = self.assessing.rating(self.assessing.item.statement).hindrances if self.assessing.item else ()
        if said:
            return Content.assemble(("F4 ", "bold $ink"), (_("erschwert:") + " ", "$quiet"), (hard(said), "$ink"))
        return Content.assemble(("F4 ", "bold $ink"), (_("Was hat es erschwert?"), "$quiet"))

    def _own(self, statement: str) -> Content:
        beside = self.has_class("-cols-110")
        touching = self.assessing.touching(statement)[: LONG if beside else BRIEF]
        if not touching:
            return Content("")
        rows = [Content.styled(_("Aus deinen Einträgen"), "bold $ink")]
        for one in touching:
            day = Content.styled(dates.short_day(one.day), "$quiet")
            title = Content.styled(one.title, "$ink")
            if beside:
                rows += [day, title, Content("")]
            else:
                rows.append(Content.assemble(day, " " * (DAY - day.cell_length), title))
        return Content("\n").join(rows)

    # --- what was said -----------------------------------------------------------------------------------------

    def on_level_list_chosen(self, event: LevelList.Chosen) -> None:
        """Keep a level at once."""
        item = self.assessing.item
        if item is not None:
            self._carry(lambda: self.assessing.mark(item.statement, event.mark))
            self.query_one(LevelList).chosen = self.assessing.rating(item.statement).mark

    def on_typed_line_changed(self, event: TypedLine.Changed) -> None:
        """Keep the line once nothing was typed for a moment."""
        item = self.assessing.item or self.assessing.observed
        if item is not None:
            self._typed = (item.statement if self.assessing.item else "", event.text)
            self._may_go = False
            self._wait()

    def on_typed_line_entered(self) -> None:
        """Enter in the line goes on."""
        self.action_forward()

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE_SECONDS, self.settle)

    def settle(self) -> bool:
        """Keep the line as it is now; False when the disk refused."""
        if self._timer is not None:
            self._timer.stop()
        if self._typed is not None:
            if not self._carry(partial(self._keep, *self._typed)):
                return False
            self._typed = None
        return not self._unsaved or self._carry(self.assessing.keep)

    def _keep(self, statement: str, text: str) -> None:
        """Keep a line: an example of a statement, or without one what was told about the house."""
        if statement:
            self.assessing.tell(statement, text)
        else:
            self.assessing.observe(text)

    def _carry(self, keep: Callable[[], None]) -> bool:
        try:
            keep()
        except Fault as fault:
            self.app.show_fault(fault)
            return False
        self._unsaved = False
        return True

    def laid_aside(self) -> Callable[[], bytes | None] | None:
        """Keep the line before the lock, and the month that no disk has taken yet."""
        if self._typed is None and not self._unsaved:
            return None
        return self.assessing.sealing(*self._typed) if self._typed is not None else self.assessing.sealing()

    def way_back(self) -> Start:
        """Back to this statement."""
        item = self.assessing.item or self.assessing.observed
        return Start(assess=True, statement=item.statement if item is not None else "")

    # --- commands ----------------------------------------------------------------------------------------------

    def action_levels(self) -> None:
        """To the levels; their own keys choose."""
        self.query_one(LevelList).focus()

    def action_example(self) -> None:
        """From the levels to the line, and back."""
        levels, line = self.query_one(LevelList), self.query_one("#example", TypedLine)
        (line if levels.has_focus else levels).focus()

    def action_indicator(self) -> None:
        """Another sentence that helps to remember."""
        self._indicator += 1
        self._draw_help()

    def action_hindrances(self) -> None:
        """Ask what made it hard."""
        item = self.assessing.item
        if item is not None:
            said = self.assessing.rating(item.statement).hindrances
            self.app.push_screen(HindrancesSheet(said), lambda chosen: self._hindered(item.statement, chosen))

    def _hindered(self, statement: str, chosen: Iterable[Hindrance] | None) -> None:
        if chosen is not None and self._carry(lambda: self.assessing.blame(statement, chosen)):
            self._draw_help()

    def action_forward(self) -> None:
        """On to the next statement; after the last one the month is done."""
        if not self.settle():
            return
        if self.assessing.go(1):
            self.draw()
        else:
            self.dismiss(_("Gespeichert. Nur du kannst das lesen."))

    def action_backward(self) -> None:
        """Back to the statement before."""
        if self.settle() and self.assessing.go(-1):
            self.draw()

    async def action_back(self) -> None:
        """Put it down; it goes on where it was left. A line that no disk took is named once before it is given up."""
        if self._may_go or self.settle():
            self.dismiss("")
            return
        self._may_go = True
        self.say(_("Noch nicht gespeichert. Noch einmal Esc geht ohne den letzten Text."), attention=True)
