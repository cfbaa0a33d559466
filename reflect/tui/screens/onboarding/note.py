"""A note for the talk: one line on a small sheet."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.language import N_
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.tui.widgets.typedline import TypedLine


class NoteSheet(LowSheet[str]):
    """Hands back the line.

    Args:
        question: What is asked.
        before: What stood there so far.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="keep", key="enter", text=N_("festhalten"), action="keep", order=1),
        CLOSE,
    )

    def __init__(self, question: str, before: str) -> None:
        super().__init__()
        self.question = question
        self.before = before

    def compose_body(self) -> Iterable[Widget]:
        """The question and the line."""
        yield Static(Content.styled(self.question, "bold $ink"))
        yield Static("")
        yield TypedLine(self.before, limit=400)

    def on_mount(self) -> None:
        """The cursor is in the line."""
        self.query_one(TypedLine).focus()

    def on_typed_line_entered(self) -> None:
        """Enter keeps it."""
        self.action_keep()

    def action_keep(self) -> None:
        """Hand the line back."""
        self.dismiss(self.query_one(TypedLine).text.strip())
