"""The help: what is possible here, while writing, everywhere; drawn from the commands."""

from collections.abc import Iterable
from textwrap import wrap
from typing import Any, ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.language import N_, _
from reflect.language.keys import key_name
from reflect.tui.commands.command import Command, Group
from reflect.tui.commands.commanding import Commanding
from reflect.tui.widgets.sheet import CLOSE, Sheet

KEY_COLUMN = 11
WORDS_COLUMN = 24
GROUPS: tuple[tuple[Group, str], ...] = (
    ("hier", N_("Hier")),
    ("schreiben", N_("Schreiben")),
    ("überall", N_("Überall")),
)


class HelpLine(Static):
    """One command: its key and what it does; a click does it.

    Args:
        command: Which.
    """

    def __init__(self, command: Command) -> None:
        key = key_name(command.key)
        gap = " " * max(2, KEY_COLUMN - len(key))
        words = ("\n" + " " * KEY_COLUMN).join(wrap(_(command.tooltip or command.text), WORDS_COLUMN))
        super().__init__(Content.assemble((key + gap, "$ink"), (words, "$quiet")))
        self.command = command

    def on_click(self) -> None:
        """Do it."""
        self.screen.dismiss(self.command.id)


class HelpSheet(Sheet[str]):
    """Lists the commands of the page it lies on; F1 or Esc closes, a click on a line does what it says.

    Args:
        page: The page that is explained.
    """

    commands: ClassVar[tuple[Command, ...]] = (CLOSE,)
    scrolls = True

    def __init__(self, page: Commanding[Any]) -> None:
        super().__init__()
        self.page = page

    def compose_body(self) -> Iterable[Widget]:
        """A heading, a group for each kind of command, and one sentence about the mouse."""
        about = self.page.topic
        yield Static(Content.assemble((_("Hilfe") + "   ", "bold $ink"), (about, "$quiet")))
        usable = [command for command in self.page.usable_commands() if command.key]
        for group, heading in GROUPS:
            lines = [HelpLine(command) for command in usable if command.group == group]
            if lines:
                yield Static("")
                yield Static(Content.styled(_(heading), "bold $ink"))
                yield from lines
        yield Static("")
        yield Static(_("Alles geht auch mit der Maus."), classes="quiet")
