"""Is there a key question? If not, the group helps to find one; it is not passed over in silence."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet


class KeySheet(LowSheet[bool]):
    """Hands back whether there is one."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="yes", key="j", text=N_("die Frage steht"), action="settled", order=1),
        Command(id="no", key="n", text=N_("noch nicht, helft suchen"), action="missing", order=2),
        CLOSE,
    )

    def compose_body(self) -> Iterable[Widget]:
        """The question about the question."""
        yield Static(Content.styled(_("Steht die Schlüsselfrage?"), "bold $ink"))
        yield Static(Content.styled(_("Sie muss nicht aufgeschrieben sein. Gesagt genügt."), "$quiet"))

    def action_settled(self) -> None:
        """It was said."""
        self.dismiss(result=True)

    def action_missing(self) -> None:
        """Not yet."""
        self.dismiss(result=False)
