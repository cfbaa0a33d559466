"""First step of the first run: the language."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.language import N_, NAMES, _, current
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import QUIT
from reflect.tui.screens.setup.step import Beginning, SetupStep
from reflect.tui.widgets.rowlist import Row, RowList


class FirstRun(SetupStep):
    """German or English; it can be changed at any time."""

    number = 1
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="on", key="enter", text=N_("weiter"), action="onward", order=1),
        QUIT.shown(order=3),
    )

    def __init__(self, beginning: Beginning | None = None) -> None:
        super().__init__(beginning or Beginning())

    def compose_step(self) -> ComposeResult:
        """Two rows to choose from."""
        yield Static("reflect", classes="heading")
        yield Static(_("Für deine Reflexion und Supervision. Dieses Programm geht nicht ins Netz."), classes="quiet")
        yield Static("")
        # Both languages, since nobody knows yet which one the reader speaks.
        yield Static("In welcher Sprache?   In which language?", classes="heading")
        yield RowList(self._rows(), id="language")

    def on_mount(self) -> None:
        """The mark stands on the language that is spoken."""
        super().on_mount()
        listed = self.query_one(RowList)
        listed.show(self._rows(), keep=current())
        listed.focus()

    async def again(self, _result: object = None) -> None:
        """Back from the second step, perhaps in the other language."""
        await self.recompose()
        self.on_mount()

    @staticmethod
    def _rows() -> list[Row]:
        return [
            Row(key=key, sign="●" if key == current() else "○", title=title, chosen=key == current())
            for key, title in NAMES.items()
        ]

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Take it and go on."""
        from reflect.tui.screens.setup.belonging import Belonging  # noqa: PLC0415 - the steps follow one another

        self.app.choose(language=event.row.key)
        self.go(Belonging)

    def action_onward(self) -> None:
        """Take the language under the mark."""
        self.query_one(RowList).action_choose()
