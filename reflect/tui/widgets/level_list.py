"""Five levels and two exits: a digit chooses and stays, the exits look alike but stand apart."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Blur, Click, Focus, Key
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from reflect.domain.assessment.mark import EXITS, LEVELS, Mark
from reflect.language import _
from reflect.language.assessment import ANCHORS

CHOSEN, OPEN, HERE = "●", "○", "►"
MARKS = (*LEVELS, *EXITS)
MARGIN = 2
"""Cells left of the rows, in which the mark of the focus stands."""
NARROWEST = 10


class LevelList(Widget, can_focus=True):
    """The levels of one statement.

    Args:
        mark: What is chosen; None for nothing.
        id: For queries and styles.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "move(-99)", show=False),
        Binding("end", "move(99)", show=False),
        Binding("space,enter", "choose", show=False),
        Binding("backspace,delete", "clear", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """Something else is chosen now.

        Attributes:
            mark: What; None when the choice was taken back.
        """

        mark: Mark | None

    def __init__(self, mark: Mark | None = None, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.chosen = mark
        self.here = MARKS.index(mark) if mark is not None else 0
        self._places: list[int | None] = []

    def show(self, mark: Mark | None) -> None:
        """Show what was said about another statement."""
        self.chosen = mark
        self.here = MARKS.index(mark) if mark is not None else 0
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As many rows as the anchors take at this width."""
        return len(self._rows(width))

    def render(self) -> Content:
        """Levels, a blank row, exits."""
        return Content("\n").join(self._rows(self.size.width))

    def _rows(self, width: int) -> list[Content]:
        rows: list[Content] = []
        self._places = []
        for place, mark in enumerate(MARKS):
            if mark is EXITS[0]:
                rows.append(Content(""))
                self._places.append(None)
            drawn = self._drawn(place, mark, max(NARROWEST, width))
            rows += drawn
            self._places += [place] * len(drawn)
        return rows

    def _drawn(self, place: int, mark: Mark, width: int) -> list[Content]:
        """One level; where the row is narrow its words go on under themselves."""
        is_here = self.has_focus and place == self.here
        is_chosen = mark is self.chosen
        weight = "bold " if is_chosen or is_here else ""
        tint = "$on-select on $select" if is_here else ""
        lead = Content.assemble(
            (f"{CHOSEN if is_chosen else OPEN} ", weight + (tint or "$ink")),
            (f"{mark.value}  ", "bold " + (tint or "$ink")),
        )
        style = weight + (tint or ("$ink" if mark in LEVELS or is_chosen else "$quiet"))
        words = Content.styled(_(ANCHORS[mark]), style).wrap(max(4, width - MARGIN - lead.cell_length))
        rows = []
        for number, row in enumerate(words):
            margin = Content.styled(f"{HERE} " if is_here and not number else "  ", "bold $accent")
            head = lead if not number else Content.styled(" " * lead.cell_length, tint)
            blank = width - MARGIN - lead.cell_length - row.cell_length
            rows.append(Content.assemble(margin, head, row, (" " * max(0, blank), tint)))
        return rows

    def on_key(self, event: Key) -> None:
        """A digit or a letter chooses its row, and stays; typed twice it changes nothing."""
        sign = (event.character or "").upper()
        if sign in {mark.value for mark in MARKS}:
            event.stop()
            event.prevent_default()
            self._take(MARKS.index(Mark(sign)))

    def on_click(self, event: Click) -> None:
        """A click chooses its row."""
        place = self._places[event.y] if event.y < len(self._places) else None
        if place is not None:
            self._take(place)

    def on_focus(self, _event: Focus) -> None:
        """Show the mark."""
        self.refresh()

    def on_blur(self, _event: Blur) -> None:
        """Hide the mark."""
        self.refresh()

    def action_move(self, by: int) -> None:
        """Move to another row; at the ends nothing happens."""
        self.here = max(0, min(len(MARKS) - 1, self.here + by))
        self.refresh()
        if self.here in self._places:
            row = self.region.y + self._places.index(self.here)
            self.screen.scroll_to_region(Region(self.region.x, row, 1, 1), animate=False)

    def action_choose(self) -> None:
        """Choose the row."""
        self._take(self.here)

    def action_clear(self) -> None:
        """Take the choice back."""
        self._say(None)

    def _take(self, place: int) -> None:
        self.here = place
        self._say(MARKS[place])

    def _say(self, mark: Mark | None) -> None:
        changed, self.chosen = mark is not self.chosen, mark
        self.refresh()
        if changed:
            self.post_message(self.Chosen(mark))
