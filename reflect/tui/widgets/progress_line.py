"""How far a review is: in words and as a bar, since here a person has to finish something."""

from textual.content import Content
from textual.widget import Widget

from reflect.language import _
from reflect.tui.widgets.line import justified

BAR = 20
WORDS = 19
GAP = 3


class ProgressLine(Widget):
    """`3 von 7 entschieden   ███░░░`, and what page it is about at the right edge."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._done = self._all = 0
        self._about = ""

    def show(self, done: int, every: int, about: str) -> None:
        """Show where the review stands.

        Args:
            done: How many are decided.
            every: How many there are.
            about: Title of the page.
        """
        self._done, self._all, self._about = done, every, about
        self.refresh()

    def render(self) -> Content:
        """The row."""
        words = _("{done} von {all} entschieden").format(done=self._done, all=self._all)
        filled = BAR * self._done // self._all if self._all else BAR
        left = Content.assemble(
            (words, "bold $ink"),
            " " * max(GAP, WORDS + GAP - len(words)),
            ("█" * filled, "$accent"),
            ("░" * (BAR - filled), "$stroke"),
        )
        room = self.size.width - left.cell_length - GAP
        about = Content(self._about).truncate(max(0, room), ellipsis=True) if room > GAP else Content("")
        return justified(left, about.stylize("$quiet"), self.size.width)
