"""The step rail: where the writer is on the way, in one row or as a column at the left."""

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from reflect.language import _

GAP = 3
DONE, HERE, COMING, LEFT_OUT = "●", "►", "○", "–"


@dataclass(frozen=True, slots=True)
class Stop:
    """One step on the rail.

    Attributes:
        title: Its name.
        sign: `●` done, `►` here, `○` coming, `–` left out.
    """

    title: str
    sign: str


class Rail(Widget):
    """Signs and words; a click goes to a step. Too narrow, it names the step and counts: "3 von 5"."""

    @dataclass
    class StepChosen(Message):
        """A step was clicked.

        Attributes:
            index: From 0.
        """

        index: int

    def __init__(self) -> None:
        super().__init__()
        self._stops: tuple[Stop, ...] = ()
        self._pace = ""
        self._places: list[tuple[int, int, int]] = []

    def show(self, stops: tuple[Stop, ...], pace: str) -> None:
        """Show the way.

        Args:
            stops: In order.
            pace: How long it takes, for the column: "etwa 15 Minuten, in deinem Tempo".
        """
        self._stops, self._pace = stops, pace
        self.refresh(layout=True)

    @property
    def is_column(self) -> bool:
        """Whether it stands at the left instead of above."""
        return self.screen.has_class("-cols-110")

    def render(self) -> Content:
        """The rail."""
        return self._column() if self.is_column else self._row()

    def _column(self) -> Content:
        rows: list[Content] = []
        self._places = []
        for index, stop in enumerate(self._stops):
            words = _drawn(stop).wrap(max(4, self.size.width - 4))
            self._places += [(len(rows) + y, 0, index) for y in range(len(words))]
            rows += [words[0], *(Content.assemble("  ", row) for row in words[1:]), Content("")]
        return Content("\n").join([*rows, Content(""), Content.styled(self._pace, "$quiet")])

    def _row(self) -> Content:
        row, self._places = Content(""), []
        for index, stop in enumerate(self._stops):
            start = row.cell_length + (GAP if index else 0)
            row = Content.assemble(row, " " * (start - row.cell_length), _drawn(stop))
            self._places.append((0, start, index))
        if row.cell_length <= self.size.width:
            return row
        self._places = []
        here = next((index for index, stop in enumerate(self._stops) if stop.sign == HERE), 0)
        count = _("{number} von {count}").format(number=here + 1, count=len(self._stops))
        room = max(4, self.size.width - GAP - len(count))
        name = _drawn(self._stops[here]).truncate(room, ellipsis=True)
        return Content.assemble(name, " " * GAP, (count, "$quiet"))

    def on_click(self, event: Click) -> None:
        """Go to the step that was clicked."""
        place = event.get_content_offset(self)
        if place is None:
            return
        found = [index for row, start, index in self._places if row == place.y and start <= place.x]
        if found:
            self.post_message(self.StepChosen(found[-1]))


def _drawn(stop: Stop) -> Content:
    if stop.sign == HERE:
        return Content.assemble((f"{HERE} ", "$accent"), (stop.title, "bold underline $ink"))
    return Content.assemble((f"{stop.sign} ", "$ink" if stop.sign == DONE else "$quiet"), (stop.title, "$quiet"))
