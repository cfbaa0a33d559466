"""The decision block: who or what is in question, and up to four ways to decide, always under the same letters."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from reflect.language import _
from reflect.tui.widgets.typedline import TypedLine

SECOND_COLUMN = 37
COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Way:
    """One way to decide, as it is offered.

    Attributes:
        command: Id of the page's command that carries it out.
        letter: What is pressed.
        words: What it does, quiet.
        outcome: What would stand there, in ink; may be empty.
    """

    command: str
    letter: str
    words: str
    outcome: str = ""

    @property
    def content(self) -> Content:
        """Letter bold, words quiet, outcome in ink."""
        words = f" {self.words}" if self.words else ""
        outcome = f" {self.outcome}" if self.outcome else ""
        return Content.assemble((self.letter, "bold $ink"), (words, "$quiet"), (outcome, "$ink"))


class Ways(Widget):
    """The ways in a grid of two columns; each can be clicked."""

    class Picked(Message):
        """A way was clicked.

        Args:
            command: Id of the page's command.
        """

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self) -> None:
        super().__init__()
        self.ways: tuple[Way, ...] = ()

    @property
    def column(self) -> int:
        """Where the second column starts."""
        return min(SECOND_COLUMN, self.size.width // 2)

    def render(self) -> Content:
        """Two rows at most."""
        rows = []
        for first in range(0, len(self.ways), COLUMNS):
            left = self.ways[first].content.truncate(self.column - 1, ellipsis=True, pad=True)
            right = self.ways[first + 1].content if first + 1 < len(self.ways) else Content("")
            rows.append(Content.assemble(left, " ", right.truncate(self.size.width - self.column, ellipsis=True)))
        return Content("\n").join(rows)

    def on_click(self, event: Click) -> None:
        """Decide so."""
        number = event.y * COLUMNS + (event.x >= self.column)
        if 0 <= number < len(self.ways) and self.ways[number].command:
            self.post_message(self.Picked(self.ways[number].command))


class DecisionBlock(Vertical):
    """Asks about one mention; while another role is typed, a field stands in the place of the ways."""

    class Typed(Message):
        """Other words were entered; empty takes the proposal.

        Args:
            words: As typed.
        """

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(self) -> None:
        super().__init__(id="decision")
        self.typing = False

    def compose(self) -> ComposeResult:
        """Question, ways, and the field for other words."""
        yield Static(id="asked")
        yield Ways()
        with Horizontal(id="typing"):
            yield Static(id="typing-label", classes="quiet")
            yield TypedLine(id="role", limit=60)
        yield Static(id="typing-hint", classes="quiet")

    def ask(self, name: str, question: str, ways: Sequence[Way], *, attention: bool = False) -> None:
        """Ask about a mention.

        Args:
            name: Bold: who or what.
            question: Quiet: one sentence or two.
            ways: At most four.
            attention: Puts `!` before it.
        """
        self.type_other(proposal=None)
        sign = ("! ", "bold $danger") if attention else ""
        asked = Content.assemble(sign, (name, "bold $ink"), ("  " if name else "", "$ink"), (question, "$quiet"))
        self.query_one("#asked", Static).update(asked)
        grid = self.query_one(Ways)
        grid.ways = tuple(ways)
        grid.refresh()

    def type_other(self, *, proposal: str | None) -> None:
        """Open the field for other words, or close it.

        Args:
            proposal: What Enter alone takes; None closes the field.
        """
        self.typing = proposal is not None
        self.set_class(self.typing, "-typing")
        line = self.query_one("#role", TypedLine)
        line.set_text("")
        if proposal is None:
            return
        self.query_one("#typing-label", Static).update(_("ersetzen durch"))
        hint = _("Eingabe nimmt „{proposal}“, oder schreib etwas anderes.").format(proposal=proposal)
        self.query_one("#typing-hint", Static).update(hint)
        line.focus()

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """Decide with what was typed."""
        event.stop()
        self.take()

    def take(self) -> None:
        """Decide with what stands in the field."""
        self.post_message(self.Typed(self.query_one("#role", TypedLine).text))
