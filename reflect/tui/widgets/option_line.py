"""A question with a few answers in one row, chosen with ← and →."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

GAP = 3
INDENT = 2
HERE, CHOSEN, OPEN = "►", "●", "○"


class OptionLine(Widget, can_focus=True):
    """The question above its answers; nothing is chosen before the person chose.

    Args:
        question: In the reader's language.
        options: Value and words of each answer.
        chosen: Value of the chosen one; empty for none.
        id: For queries.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "choose(1)", show=False),
        Binding("left", "choose(-1)", show=False),
        Binding("up", "leave(-1)", show=False),
        Binding("down,enter", "leave(1)", show=False),
        Binding("space", "choose(1)", show=False),
    ]

    class Chosen(Message):
        """Another answer was chosen."""

    def __init__(self, question: str, options: Sequence[tuple[str, str]], chosen: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.question = question
        self.options = tuple(options)
        self.chosen = chosen
        self._places: list[tuple[str, int, int, int]] = []

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As many rows as question and answers take at this width."""
        return len(self._rows(width))

    def render(self) -> Content:
        """Question and answers."""
        return Content("\n").join(self._rows(self.size.width))

    def _rows(self, width: int) -> list[Content]:
        """Question and answers; both go on in the next row where the screen is narrow."""
        width = max(10, width)
        question = Content.styled(self.question, "bold $ink" if self.has_focus else "$ink").wrap(width)
        rows = [*question, Content.styled(f"{HERE} " if self.has_focus else "  ", "bold $accent")]
        self._places = []
        for value, words in self.options:
            answer = self._answer(value, words)
            gap = GAP if rows[-1].cell_length > INDENT else 0
            if rows[-1].cell_length + gap + answer.cell_length > width:
                rows.append(Content(" " * INDENT))
                gap = 0
            start = rows[-1].cell_length + gap
            rows[-1] = Content.assemble(rows[-1], " " * gap, answer)
            self._places.append((value, len(rows) - 1, start, start + answer.cell_length))
        return rows

    def _answer(self, value: str, words: str) -> Content:
        is_chosen = value == self.chosen
        colours = "$on-select on $select" if is_chosen and self.has_focus else "$ink"
        return Content.styled(f"{CHOSEN if is_chosen else OPEN} {words}", f"bold {colours}" if is_chosen else colours)

    def action_choose(self, by: int) -> None:
        """Choose the answer beside the chosen one; at the ends it goes round."""
        values = [value for value, _words in self.options]
        at = values.index(self.chosen) + by if self.chosen in values else (0 if by > 0 else -1)
        self._take(values[at % len(values)])

    def action_leave(self, by: int) -> None:
        """To the question above or below."""
        if by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def on_click(self, event: Click) -> None:
        """Choose the clicked answer."""
        for value, row, start, end in self._places:
            if event.y == row and start <= event.x < end:
                self._take(value)

    def _take(self, value: str) -> None:
        self.chosen = value
        self.refresh()
        self.post_message(self.Chosen())
