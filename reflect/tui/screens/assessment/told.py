"""What the course keeps in its lower part for want of room: every example, and what never comes up."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.assessment.course import Line, Piece, never_up
from reflect.domain.leitbild import Caption
from reflect.language import _
from reflect.language.assessment import anchors, hard, in_list, point_words
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, Sheet
from reflect.workflows.assessing import instrument_of
from reflect.workflows.sitting import Sitting
from reflect.workflows.talking import caption


class ExamplesSheet(Sheet[None]):
    """Everything that was said about one statement, newest first, each wording above its own.

    Args:
        line: Its course.
        heading: What it is called.
    """

    commands: ClassVar[tuple[Command, ...]] = (CLOSE,)
    scrolls = True

    def __init__(self, line: Line, heading: Caption) -> None:
        super().__init__()
        self.line = line
        self.heading = heading

    def compose_body(self) -> Iterable[Widget]:
        """Wording, then the months."""
        yield Static(Content.styled("  ".join(self.heading), "bold $ink"))
        for piece in reversed(self.line.pieces):
            yield Static("")
            yield Static(Content.styled(piece.wording.text, "$quiet"))
            yield Static("")
            yield Static(Content("\n").join(_told(piece)))


def _told(piece: Piece) -> list[Content]:
    rows = []
    for point in reversed(piece.points):
        rating = point.rating
        words = rating.example or (anchors()[rating.mark] if rating.mark else "")
        rows.append(Content.assemble((point_words(point) + "   ", "bold $ink"), (words, "$ink")))
        if rating.hindrances:
            rows.append(Content.styled(_("Erschwert hat es:") + " " + hard(rating.hindrances), "$quiet"))
        if rating.frame:
            rows.append(Content.styled(_("Im Rahmen:") + " " + rating.frame, "$quiet"))
    return rows


class NeverSheet(Sheet[None]):
    """Statements that were never asked, and those that never had an occasion.

    Args:
        sitting: The open vault.
        lines: The whole course.
    """

    commands: ClassVar[tuple[Command, ...]] = (CLOSE,)
    scrolls = True

    def __init__(self, sitting: Sitting, lines: Sequence[Line]) -> None:
        super().__init__()
        self.sitting = sitting
        self.lines = lines

    def compose_body(self) -> Iterable[Widget]:
        """Two lists."""
        rated = [item.statement for item in instrument_of(self.sitting).rated]
        unasked, idle = never_up(rated, self.lines)
        yield Static(Content.styled(_("Bisher keine Gelegenheit"), "bold $ink"))
        yield Static(self._rows(idle))
        if idle:
            yield Static(Content.styled(_("Das sagt etwas über die Arbeit, nicht über dich."), "$quiet"))
        yield Static("")
        yield Static(Content.styled(_("Noch nie gefragt"), "bold $ink"))
        yield Static(self._rows(unasked))

    def _rows(self, statements: Sequence[str]) -> Content:
        rows = [in_list(caption(self.sitting, one)) for one in statements]
        return Content.styled("\n".join(rows) or _("keine"), "$ink")
