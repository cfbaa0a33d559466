"""Another place for the text, when the disk is full."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.fault import Fault
from reflect.language import N_, _
from reflect.language.faults import sentence
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows.writing import Writing

ACCEPT = Command(id="accept", key="f6", text=N_("hier sichern"), action="accept", order=10, priority=True)


class ElsewhereSheet(LowSheet[Path]):
    """Asks for a folder and seals the text as it is now there; hands back the file.

    Args:
        writing: The entry.
        carry_out: Carries a task out in the thread that writes.
    """

    commands: ClassVar[tuple[Command, ...]] = (ACCEPT, CLOSE)

    @dataclass
    class Kept(Message):
        """The text lies, sealed, in another place.

        Attributes:
            path: The file.
        """

        path: Path

    @dataclass
    class Refused(Message):
        """That place takes nothing either.

        Attributes:
            fault: Why.
        """

        fault: Fault

    def __init__(self, writing: Writing, carry_out: Callable[[Callable[[], object]], None]) -> None:
        super().__init__()
        self.writing = writing
        self._carry_out = carry_out
        self.folder = TypedLine(id="folder")

    def compose_body(self) -> Iterable[Widget]:
        """Where to."""
        yield Static(Content.styled(_("An einem anderen Ort sichern"), "bold $ink"))
        yield Static(
            _("Ein Ordner mit Platz, zum Beispiel auf einem Stick. Die Datei ist versiegelt."), classes="quiet"
        )
        yield Static("")
        yield self.folder

    def on_mount(self) -> None:
        """Begin to type."""
        self.folder.focus()

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """Enter does the same as F6."""
        event.stop()
        self.action_accept()

    def action_accept(self) -> None:
        """Seal the text there."""
        typed = self.folder.text.strip()
        if not typed:
            return
        keep = self.writing.keeping_elsewhere(Path(typed).expanduser())

        def carry_out() -> None:
            try:
                self.post_message(self.Kept(keep()))
            except Fault as fault:
                self.post_message(self.Refused(fault))
                raise

        self._carry_out(carry_out)

    def on_elsewhere_sheet_kept(self, event: Kept) -> None:
        """It is safe there."""
        self.dismiss(event.path)

    def on_elsewhere_sheet_refused(self, event: Refused) -> None:
        """Say why not, and let another folder be named."""
        self.folder.wrong()
        self.say(sentence(event.fault), attention=True)
