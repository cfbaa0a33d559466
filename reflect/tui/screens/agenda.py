"""What is to be talked about: one list for each meeting, fitted to its minutes, ticked off while people talk."""

from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import Static

from reflect.domain.fault import Fault
from reflect.domain.teamround import Item, Occasion
from reflect.language import _
from reflect.language import teamround as words
from reflect.tui import rooms
from reflect.tui.commands.command import Command
from reflect.tui.commands.meeting import MEETING
from reflect.tui.screens.page import Page
from reflect.tui.screens.rows import untitled
from reflect.tui.widgets.group import Group
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.workflows import teamround

MORE, LESS = 5, -5
GROUPS = ("planned", "left", "dealt")


class Agenda(Page[None]):
    """One list at a time; the arrow keys lead to the next meeting's.

    Args:
        occasion: Whose list comes first.
    """

    CSS_PATH = "../styles/agenda.tcss"
    commands: ClassVar[tuple[Command, ...]] = MEETING

    def __init__(self, occasion: Occasion = Occasion.TEAM) -> None:
        super().__init__()
        self.room = _(words.TITLE)
        self.occasion = occasion
        self.listed: teamround.Agenda | None = None

    def compose_body(self) -> ComposeResult:
        """How full it is, the three lists, and what stands under the mark."""
        yield Static("", id="filled", classes="quiet", markup=False)
        yield Static("", id="overfull", markup=False)
        yield Static("", id="nothing", classes="quiet", markup=False)
        with VerticalScroll(id="lists", can_focus=False):
            yield Group(_("Diesmal"), id="planned")
            yield Group(_("Passt diesmal nicht"), id="left")
            yield Group(_("Heute besprochen"), id="dealt")
        yield Static("", id="about", markup=False)

    def on_mount(self) -> None:
        """Fill the lists."""
        self.reload()

    # --- what is shown ---

    def reload(self, _result: object = None) -> None:
        """Look again; the mark stays on its row, or near it."""
        sitting = self.app.sitting
        if sitting is None:
            return
        self.about = words.occasion(self.occasion)
        try:
            self.listed = teamround.agenda(sitting, self.occasion)
        except Fault as fault:
            self.app.show_fault(fault)
            return
        arrangement = self.listed.arrangement
        parts = (arrangement.planned, arrangement.left, self.listed.dealt)
        for name, items in zip(GROUPS, parts, strict=True):
            group = self.query_one(f"#{name}", Group)
            group.opened = True
            group.show([self._row(name, item) for item in items])
        empty = not any(parts)
        urgent = words.overfull(arrangement)
        self._tell("#filled", "" if empty else words.filled(arrangement))
        self._tell("#overfull", f"! {urgent}" if urgent else "")
        self._tell("#nothing", _("Hier steht noch nichts. N schreibt einen Punkt.") if empty else "")
        self.call_after_refresh(self._settle)

    def _row(self, group: str, item: Item) -> Row:
        sign = {"left": "–", "dealt": "●"}.get(group, "○")
        return Row(
            key=item.entry,
            sign="!" if item.point.is_urgent and group != "dealt" else sign,
            kind=words.matter(item),
            title=untitled(item.text),
            date=words.minutes(item.point.minutes),
        )

    def _tell(self, part: str, text: str) -> None:
        told = self.query_one(part, Static)
        told.update(text)
        told.display = bool(text)

    def _lists(self) -> Iterator[RowList]:
        for name in GROUPS:
            group = self.query_one(f"#{name}", Group)
            if group.display:
                yield group.query_one(RowList)

    def _settle(self) -> None:
        """Keep the keys on a list that has rows, and tell what stands under the mark."""
        lists = list(self._lists())
        if lists and self.focused not in lists:
            lists[0].focus()
        self._describe()
        self.refresh_keys()

    @property
    def here(self) -> Item | None:
        """What stands under the mark."""
        lists = list(self._lists()) if self.is_mounted else []
        chosen = next((one for one in lists if one is self.focused), lists[0] if lists else None)
        if chosen is None or chosen.here is None or self.listed is None:
            return None
        key = chosen.here.key
        every = (*self.listed.arrangement.planned, *self.listed.arrangement.left, *self.listed.dealt)
        return next((item for item in every if item.entry == key), None)

    def _describe(self) -> None:
        item, sitting = self.here, self.app.sitting
        if item is None or sitting is None or self.listed is None:
            self._tell("#about", "")
            return
        too_long = self.listed.arrangement.is_too_long(item) and item.point.waits
        last = _("länger als die ganze Runde") if too_long else ""
        facts = ", ".join(fact for fact in (words.matter(item), words.facts(item, sitting.today), last) if fact)
        told = Content.assemble((untitled(item.text), "$ink"), "\n", (facts, "$quiet"))
        about = self.query_one("#about", Static)
        about.update(told)
        about.display = True

    @on(RowList.Moved)
    def describe_other(self) -> None:
        """Another row came under the mark."""
        self._describe()
        self.refresh_keys()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Another list has the keys."""
        super().on_descendant_focus(event)
        self._describe()

    # --- what is done ---

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Read the entry."""
        self._carry(lambda: rooms.read(self.app, event.row.key, self.reload))

    def action_read(self) -> None:
        """Read the entry under the mark."""
        item = self.here
        if item is not None:
            self._carry(lambda: rooms.read(self.app, item.entry, self.reload))

    def action_tick(self) -> None:
        """It was talked about, or not after all."""
        self._change(lambda sitting, item: teamround.tick(sitting, item.entry, dealt=item.point.dealt is None))

    def action_hurry(self) -> None:
        """It belongs to this very meeting, or it can wait."""
        self._change(lambda sitting, item: teamround.hurry(sitting, item.entry))

    def action_lengthen(self) -> None:
        """Give it more minutes; after the longest the shortest."""
        self._change(lambda sitting, item: teamround.lengthen(sitting, item.entry))

    def action_withdraw(self) -> None:
        """Take it off the list; the entry stays."""
        if self._change(lambda sitting, item: teamround.withdraw(sitting, item.entry)):
            self.say(_("Von der Liste genommen. Der Eintrag bleibt."))

    def action_more(self) -> None:
        """Five minutes more are at hand."""
        self._take(MORE)

    def action_less(self) -> None:
        """Five minutes less are at hand."""
        self._take(LESS)

    def _take(self, by: int) -> None:
        sitting = self.app.sitting
        if sitting is not None and self.listed is not None:
            minutes = self.listed.arrangement.minutes + by
            self._carry(lambda: teamround.take_minutes(sitting, self.occasion, minutes))
            self.reload()

    def action_close_meeting(self) -> None:
        """The meeting is over: what still waits comes first the next time."""
        sitting, waiting = self.app.sitting, []
        if sitting is not None and self._carry(lambda: waiting.append(teamround.close(sitting, self.occasion))):
            self.reload()
            self.say(words.closed(waiting[0]))

    def action_onward(self) -> None:
        """The next meeting's list."""
        self._turn(1)

    def action_backward(self) -> None:
        """The list of the meeting before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        every = list(Occasion)
        self.occasion = every[(every.index(self.occasion) + by) % len(every)]
        self.reload()

    def action_new(self) -> None:
        """Write a new point."""
        self._carry(lambda: rooms.write(self.app, teamround.NEW[self.occasion], self.reload))

    def action_release(self) -> None:
        """Give free what comes up; like everything it leaves through the review."""
        if self.listed is not None:
            planned = [item.entry for item in self.listed.arrangement.planned]
            self._carry(lambda: rooms.release(self.app, planned, self.reload))

    def _change(self, deed: Callable[[Any, Item], object]) -> bool:
        sitting, item = self.app.sitting, self.here
        if sitting is None or item is None or not self._carry(lambda: deed(sitting, item)):
            return False
        self.reload()
        return True

    def _carry(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except Fault as fault:
            self.app.show_fault(fault)
            return False
        return True
