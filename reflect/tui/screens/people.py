"""Who somebody is the same as: a sheet with everybody already named on the page."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.mention import Mention
from reflect.language import _
from reflect.language.release import STATES
from reflect.tui.commands.command import Command
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, Sheet

DIGITS = "123456789"


class PeopleSheet(Sheet[str]):
    """Hands back the id of the mention that was chosen; a digit chooses its row.

    Args:
        name: Who is in question.
        others: Who it may be.
    """

    commands: ClassVar[tuple[Command, ...]] = (CLOSE,)

    def __init__(self, name: str, others: Sequence[Mention]) -> None:
        super().__init__()
        self.asked_for = name
        self.others = tuple(others)

    def compose_body(self) -> Iterable[Widget]:
        """The question and everybody it may be."""
        yield Static(Content.styled(_("{name} ist dieselbe wie …").format(name=self.asked_for), "bold $ink"))
        yield Static("")
        yield RowList([self._row(number, other) for number, other in enumerate(self.others)], kind_width=3)
        yield Static("")
        yield Static(_("Eingabe oder Ziffer wählt."), classes="quiet")

    def _row(self, number: int, other: Mention) -> Row:
        digit = DIGITS[number] if number < len(DIGITS) else ""
        words = other.proposal if other.is_open else other.words
        title = words if words == other.surface else f"{other.surface}, {words}"
        return Row(key=other.id, title=title, kind=digit, date=_(STATES[other.state]))

    def on_mount(self) -> None:
        """The keys are on the list."""
        self.query_one(RowList).focus()

    def on_key(self, event: Key) -> None:
        """A digit chooses its row."""
        number = DIGITS.find(event.character or " ")
        if 0 <= number < len(self.others):
            event.stop()
            self.dismiss(self.others[number].id)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Hand the chosen one back."""
        self.dismiss(event.row.key)
