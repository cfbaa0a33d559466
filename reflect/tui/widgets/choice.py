"""Fields that are chosen from: a scale, one of several, some of several."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from reflect.domain.answer import Answer
from reflect.domain.protocol import Question, QuestionType
from reflect.language.proposing import as_proposed
from reflect.tui.widgets.field import Field

CHOSEN, OPEN, HERE = "●", "○", "►"


class Choices(Widget, can_focus=True):
    """Rows to choose from: ○ open, ● chosen, ► where the keys are.

    Args:
        options: What can be chosen, position 1 first.
        chosen: Positions that are chosen.
        several: Whether more than one may be.
        numbered: Whether each row shows its digit (a scale).
        proposal: The position the keys begin at and that is named as proposed; it is not chosen by that.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "move(-99)", show=False),
        Binding("end", "move(99)", show=False),
        Binding("space,enter", "choose", show=False),
        Binding("backspace,delete", "clear", show=False),
    ]

    class Changed(Message):
        """Something else is chosen now."""

    def __init__(
        self,
        options: Sequence[str],
        chosen: Sequence[int],
        *,
        several: bool,
        numbered: bool,
        proposal: int | None = None,
    ) -> None:
        super().__init__()
        self.options = tuple(options)
        self.chosen = set(chosen)
        self.several = several
        self.numbered = numbered
        self.proposal = proposal
        self.here = min(self.chosen, default=proposal or 1)
        self._rows: list[int] = []

    def render(self) -> Content:
        """All rows; long ones wrap under their words."""
        rows: list[Content] = []
        self._rows = []
        for position, option in enumerate(self.options, 1):
            drawn = self._drawn(position, option)
            rows += drawn
            self._rows += [position] * len(drawn)
        return Content("\n").join(rows)

    def _drawn(self, position: int, option: str) -> list[Content]:
        width = max(10, self.size.width)
        is_here = self.has_focus and position == self.here
        is_chosen = position in self.chosen
        style = ("bold " if is_chosen or is_here else "") + ("$on-select on $select" if is_here else "$ink")
        mark = "$on-select on $select" if is_here else "$accent"
        lead = f"{CHOSEN if is_chosen else OPEN} " + (f"{position}  " if self.numbered else " ")
        indent = 2 + len(lead)
        named = as_proposed(option) if position == self.proposal else option
        words = Content.styled(named, style).wrap(max(4, width - indent))
        rows = []
        for number, words_row in enumerate(words):
            head = Content.assemble((f"{HERE} " if is_here else "  ", mark), (lead, style)) if not number else None
            row = Content.assemble(head if head is not None else Content.styled(" " * indent, style), words_row)
            rows.append(Content.assemble(row, (" " * max(0, width - row.cell_length), style)))
        return rows

    def on_key(self, event: Key) -> None:
        """A digit chooses its row."""
        if event.character and event.character.isdigit() and 1 <= int(event.character) <= len(self.options):
            event.stop()
            self.here = int(event.character)
            self.action_choose()

    def on_click(self, event: Click) -> None:
        """A click chooses its row."""
        row = event.get_content_offset(self)
        if row is not None and row.y < len(self._rows):
            self.here = self._rows[row.y]
            self.action_choose()

    def action_move(self, by: int) -> None:
        """Move to another row; at the ends nothing happens."""
        self.here = max(1, min(len(self.options), self.here + by))
        self.refresh()
        if self.here in self._rows:
            self.screen.scroll_to_region(Region(0, self._rows.index(self.here), 1, 1), animate=False)

    def action_choose(self) -> None:
        """Choose the row, or take the choice back."""
        if self.here in self.chosen:
            self.chosen.discard(self.here)
        else:
            self.chosen = {*self.chosen, self.here} if self.several else {self.here}
        self.refresh()
        self.post_message(self.Changed())

    def action_clear(self) -> None:
        """Take every choice back."""
        self.chosen = set()
        self.refresh()
        self.post_message(self.Changed())


class ChoiceField(Field):
    """A scale, a choice or choices.

    Args:
        question: What is asked.
        value: The answer so far.
        unclear: What was typed and not understood.
        proposal: The position that is proposed, if one is.
    """

    def __init__(
        self, question: Question, value: Answer = None, unclear: str = "", *, proposal: int | None = None
    ) -> None:
        super().__init__(question, value, unclear)
        positions = value if isinstance(value, list) else [value]
        self.choices = Choices(
            question.options,
            [position for position in positions if isinstance(position, int)],
            several=question.type is QuestionType.CHOICES,
            numbered=question.type is QuestionType.SCALE,
            proposal=proposal,
        )

    def compose(self) -> ComposeResult:
        """The rows."""
        yield self.choices

    @property
    def value(self) -> Answer:
        """The position, or the positions in order; None when nothing is chosen."""
        chosen = sorted(self.choices.chosen)
        if self.question.type is QuestionType.CHOICES:
            return list(chosen) or None
        return chosen[0] if chosen else None

    @property
    def cursor(self) -> int:
        """The row the keys are on, from 0."""
        return self.choices.here - 1

    def begin(self, cursor: int = 0) -> None:
        """Focus the rows."""
        if cursor:
            self.choices.here = min(cursor + 1, len(self.choices.options))
        self.choices.focus()

    def on_choices_changed(self, event: Choices.Changed) -> None:
        """Something else is chosen."""
        event.stop()
        self.changed()
