"""A jump of two levels: what changed around the work?"""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.assessment.course import Jump
from reflect.language import N_, _
from reflect.language.assessment import point_words
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.tui.widgets.typedline import TypedLine

LENGTH = 200


class FrameSheet(LowSheet[str]):
    """One question, one line, which may stay empty; hands back what was typed.

    Args:
        jump: From where to where.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="note", key="enter", text=N_("festhalten"), action="note", order=1),
        CLOSE.shown(text=N_("noch nicht")),
    )

    def __init__(self, jump: Jump) -> None:
        super().__init__()
        self.jump = jump

    def compose_body(self) -> Iterable[Widget]:
        """The two months, the question, a line."""
        yield Static(Content.styled(_("Was hat sich im Rahmen geändert?"), "bold $ink"))
        before, after = point_words(self.jump.before), point_words(self.jump.after)
        yield Static(Content.styled(f"{before}   {after}", "$quiet"))
        yield Static("")
        yield TypedLine(self.jump.after.rating.frame, limit=LENGTH)
        yield Static(Content.styled(_("Zeit, Team, Auftrag: Oft ändert sich die Arbeit, nicht der Mensch."), "$quiet"))

    def on_mount(self) -> None:
        """The keys are on the line."""
        self.query_one(TypedLine).focus()

    def on_typed_line_entered(self) -> None:
        """Enter keeps it."""
        self.action_note()

    def action_note(self) -> None:
        """Hand it back."""
        self.dismiss(self.query_one(TypedLine).text)
