"""Fifth step of the first run: done."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.screens.setup.step import SetupStep


class DoneStep(SetupStep):
    """Where the vault lies, and the way home."""

    number = 5
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="home", key="enter", text=N_("los"), action="home", tooltip=N_("zum Schreibtisch"), order=1),
    )

    def compose_step(self) -> ComposeResult:
        """Three short facts."""
        yield Static(_("Dein Tresor ist da."), classes="heading")
        yield Static(_("Er liegt auf diesem Laptop, verschlüsselt, in"), classes="ink")
        yield Static(str(self.app.surroundings.places.vault), classes="quiet", markup=False)
        yield Static(_("Strg+L sperrt sofort, wenn jemand kommt."), classes="ink after")
        yield Static(_("F1 zeigt dir auf jeder Seite, was hier geht."), classes="ink")

    async def action_home(self) -> None:
        """Open the new vault."""
        if self.beginning.sitting is not None:
            await self.app.open(self.beginning.sitting)
