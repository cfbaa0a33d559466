"""Where the leaflet goes: the person names the file."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.fault import Fault
from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.tui.widgets.typedline import TypedLine


class SaveLeaflet(LowSheet[Path]):
    """Hands back the file that was written.

    Args:
        text: What the leaflet says.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="save", key="enter", text=N_("sichern"), action="save", order=1),
        CLOSE,
    )

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def compose_body(self) -> Iterable[Widget]:
        """The name of the file."""
        yield Static(Content.styled(_("Als Blatt sichern"), "bold $ink"))
        yield Static(Content.styled(_("Ein Text ohne etwas von dir. In welche Datei?"), "$quiet"))
        yield Static("")
        yield TypedLine(str(Path.home() / _("was-hierher-gehoert.txt")))

    def on_typed_line_entered(self) -> None:
        """Write it."""
        self.action_save()

    def action_save(self) -> None:
        """Write it to the named file."""
        from reflect.language.faults import sentence  # noqa: PLC0415 - loaded with the first fault
        from reflect.workflows.leaflet import save  # noqa: PLC0415 - loaded when it is saved

        try:
            path = save(self.text, Path(self.query_one(TypedLine).text))
        except Fault as fault:
            self.query_one(TypedLine).wrong()
            self.say(sentence(fault), attention=True)
        else:
            self.dismiss(path)
