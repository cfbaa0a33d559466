"""What made it hard: six words, several may be chosen; five of them are not the person."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.assessment.mark import Hindrance
from reflect.language import N_, _
from reflect.language.assessment import HINDRANCES
from reflect.tui.commands.command import Command
from reflect.tui.widgets.choice import Choices
from reflect.tui.widgets.sheet import CLOSE, LowSheet

EVERY = tuple(Hindrance)


class HindrancesSheet(LowSheet[tuple[Hindrance, ...]]):
    """Hands back what is chosen; Esc too, since nothing here needs to be confirmed.

    Args:
        chosen: What was chosen before.
    """

    CSS_PATH = "../../styles/assessment.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="digits", key="1,2,3,4,5,6", text=N_("wählen"), action="rows", order=1),
        Command(id="done", key="f4", text=N_("fertig"), action="close", order=2),
        CLOSE,
    )

    def __init__(self, chosen: Iterable[Hindrance]) -> None:
        super().__init__()
        self.before = tuple(chosen)

    def compose_body(self) -> Iterable[Widget]:
        """The question and the six words."""
        yield Static(Content.styled(_("Was hat es erschwert?"), "bold $ink"))
        yield Static(Content.styled(_("Mehreres ist möglich, nichts ist auch eine Antwort."), "$quiet"))
        yield Static("")
        positions = [EVERY.index(one) + 1 for one in self.before]
        yield Choices([_(HINDRANCES[one]) for one in EVERY], positions, several=True, numbered=True)

    def on_mount(self) -> None:
        """The keys are on the words."""
        self.query_one(Choices).focus()

    def action_rows(self) -> None:
        """A digit is taken by the words themselves; a click on the key leads to them."""
        self.query_one(Choices).focus()

    def action_close(self) -> None:
        """Hand back what is chosen."""
        chosen = self.query_one(Choices).chosen
        self.dismiss(tuple(one for place, one in enumerate(EVERY, 1) if place in chosen))
