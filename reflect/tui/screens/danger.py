"""A dangerous step: what is lost in one line, a word to type, and Esc as the only key."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.tui.widgets.typedline import TypedLine


class DangerSheet(LowSheet[bool]):
    """Hands back True when the word was typed.

    Args:
        heading: What is about to happen.
        lost: What is gone afterwards.
    """

    commands: ClassVar[tuple[Command, ...]] = (CLOSE.shown(text=N_("nichts löschen")),)
    danger = True

    def __init__(self, heading: str, lost: str) -> None:
        super().__init__()
        self.heading = heading
        self.lost = lost

    @property
    def word(self) -> str:
        """The word to type."""
        return _("LÖSCHEN")

    @property
    def ask(self) -> str:
        """What to type; `{word}` stands for the word."""
        return _("Tippe zum Löschen das Wort {word}.")

    @property
    def refusal(self) -> str:
        """What another word is told."""
        return _("Das ist nicht das Wort {word}. Nichts ist gelöscht.")

    def compose_body(self) -> Iterable[Widget]:
        """Heading, loss, word, line."""
        yield Static(Content.assemble(("! ", "bold $danger"), (self.heading, "bold $ink")))
        yield Static(Content.styled(self.lost, "$ink"))
        yield Static(Content.styled(self.ask.format(word=self.word), "$ink"))
        yield Static("")
        yield TypedLine(limit=40)

    def on_typed_line_changed(self, event: TypedLine.Changed) -> None:
        """The whole word is the yes; no Enter that slips."""
        if event.text.strip() == self.word:
            self.dismiss(result=True)

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """Enter alone is no yes."""
        event.line.wrong()
        self.say(self.refusal.format(word=self.word), attention=True)
