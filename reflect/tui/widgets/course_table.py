"""The course as a table: a row for each statement, a column for each month, own bars of two cells with their digit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Blur, Click, Focus
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from reflect.domain.assessment.course import Column, Line
from reflect.domain.assessment.month import first_day
from reflect.domain.assessment.rotation import section
from reflect.domain.leitbild import Caption
from reflect.language import dates
from reflect.language.assessment import BREAK, NOT_ASKED

BARS = " ▁▃▄▆▇"
"""By level: eighths of a cell."""
HERE = "►"
NUMBER, TITLE = 6, 24
LEAD = 2 + NUMBER + TITLE
GAP = 2


class CourseTable(Widget, can_focus=True):
    """Nothing is summed up and no row is above another; ↑↓ chooses a statement, ←→ a month.

    Args:
        lines: In the order of the Leitbild.
        columns: Months and breaks.
        captions: What each statement is called.
        plain: Digits alone, for fonts without eighth blocks.
        id: For queries and styles.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "line(-1)", show=False),
        Binding("down", "line(1)", show=False),
        Binding("left", "month(-1)", show=False),
        Binding("right", "month(1)", show=False),
        Binding("home", "line(-999)", show=False),
        Binding("end", "line(999)", show=False),
    ]

    @dataclass
    class Moved(Message):
        """Another statement or month is under the mark."""

    def __init__(
        self,
        lines: Sequence[Line],
        columns: Sequence[Column],
        captions: Mapping[str, Caption],
        *,
        plain: bool,
        id: str,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self.lines = tuple(lines)
        self.columns = tuple(columns)
        self.captions = captions
        self.plain = plain
        self.index = 0
        self._months = [place for place, column in enumerate(columns) if not column.is_break]
        self._at = len(self._months) - 1
        self._places: list[int | None] = []

    @property
    def place(self) -> tuple[int, int]:
        """Statement and month under the mark, each by its place in the table."""
        return self.index, self._at

    def stand(self, place: tuple[int, int]) -> None:
        """Go to a place that a table before this one told, or as near to it as there is one now."""
        index, at = place
        self.index = max(0, min(index, len(self.lines) - 1))
        self._at = min(at, len(self._months) - 1)

    @property
    def line(self) -> Line | None:
        """The statement under the mark."""
        return self.lines[self.index] if self.lines else None

    @property
    def month(self) -> str:
        """The month under the mark; empty without any."""
        return self.columns[self._months[self._at]].month if self._months else ""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Months, statements, and blank rows between the sections; where there is room between all of them."""
        return len(self._rows(width))

    def render(self) -> Content:
        """The table."""
        return Content("\n").join(self._rows(self.size.width))

    @property
    def _wide(self) -> bool:
        return self.screen.has_class("-cols-110")

    @property
    def _airy(self) -> bool:
        """Whether there is a blank row between all statements: only where they still fit on the page."""
        return self._wide and 2 * len(self.lines) <= self.screen.size.height // 2

    @property
    def _bar(self) -> int:
        return 4 if self._wide else 2

    def _window(self, width: int) -> Sequence[Column]:
        """As many columns as fit, the month under the mark among them; older ones wait at the left."""
        fit = max(1, (width - LEAD + GAP) // (self._bar + 1 + GAP))
        if not self._months:
            return ()
        end = max(len(self.columns) if self._at == len(self._months) - 1 else self._months[self._at] + 1, fit)
        end = min(end, len(self.columns))
        return self.columns[max(0, end - fit) : end]

    def _rows(self, width: int) -> list[Content]:
        window = self._window(width)
        rows, self._places = [self._head(window)], [None]
        before = section(self.lines[0].statement) if self.lines else ""
        for place, line in enumerate(self.lines):
            if place and (self._airy or section(line.statement) != before):
                rows.append(Content(""))
                self._places.append(None)
            before = section(line.statement)
            rows.append(self._row(place, line, window))
            self._places.append(place)
        return rows

    def _head(self, window: Sequence[Column]) -> Content:
        row = Content(" " * LEAD)
        for column in window:
            words = "" if column.is_break else dates.short_month(first_day(column.month))
            style = "bold underline $ink" if column.month == self.month and not column.is_break else "$quiet"
            blank = self._bar + 1 - len(words)
            row = Content.assemble(row, " " * blank, (words, style), " " * GAP)
        return row

    def _row(self, place: int, line: Line, window: Sequence[Column]) -> Content:
        is_here = place == self.index
        weight = "bold " if is_here else ""
        sign = (f"{HERE} ", "bold $accent") if is_here and self.has_focus else "  "
        called = self.captions[line.statement]
        title = Content(called.title).truncate(TITLE - GAP, ellipsis=True)
        row = Content.assemble(
            sign,
            (f"{called.number:<{NUMBER}}", weight + ("$ink" if is_here else "$quiet")),
            title.stylize(weight + "$ink"),
            " " * (TITLE - title.cell_length),
        )
        for column in window:
            row = Content.assemble(row, self._cell(line, column, is_here=is_here), " " * GAP)
        return row

    def _cell(self, line: Line, column: Column, *, is_here: bool) -> Content:
        width = self._bar + 1
        if column.is_break:
            half = " " * (width // 2)
            return Content.assemble(half, (BREAK if column.month in line.breaks else " ", "$quiet"), half)
        rating = line.at(column.month)
        weight = "bold " if is_here else ""
        level = rating.mark.level if rating is not None and rating.mark is not None else None
        if level is None:
            sign = rating.mark.value if rating is not None and rating.mark is not None else NOT_ASKED
            return Content.assemble(" " * self._bar, (sign, weight + ("$ink" if is_here else "$quiet")))
        bar = (" " if self.plain else BARS[level]) * self._bar
        return Content.assemble((bar, "$accent" if is_here else "$stroke"), (str(level), weight + "$ink"))

    def on_click(self, event: Click) -> None:
        """A click chooses a statement, and the month it falls on."""
        place = self._places[event.y] if event.y < len(self._places) else None
        if place is not None:
            self.index = place
        step = self._bar + 1 + GAP
        window = self._window(self.size.width)
        at = (event.x - LEAD) // step
        if event.x >= LEAD and at < len(window) and not window[at].is_break:
            self._at = self._months.index(self.columns.index(window[at]))
        self._moved()

    def on_focus(self, _event: Focus) -> None:
        """Show the mark."""
        self.refresh()

    def on_blur(self, _event: Blur) -> None:
        """Hide the mark."""
        self.refresh()

    def action_line(self, by: int) -> None:
        """Another statement; at the ends nothing happens."""
        self.index = max(0, min(len(self.lines) - 1, self.index + by))
        self._moved()

    def action_month(self, by: int) -> None:
        """Another month; at the ends nothing happens."""
        self._at = max(0, min(len(self._months) - 1, self._at + by))
        self._moved()

    def _moved(self) -> None:
        self.refresh()
        if self.index in self._places:
            row = self.region.y + self._places.index(self.index)
            self.screen.scroll_to_region(Region(self.region.x, row, 1, 1), animate=False)
        self.post_message(self.Moved())
