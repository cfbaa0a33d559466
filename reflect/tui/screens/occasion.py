"""Where an entry is to be talked about: a small sheet with the three meetings, and none of them."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.teamround import Occasion
from reflect.language import _
from reflect.language import teamround as words
from reflect.tui.commands.command import Command
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, Sheet

NOWHERE = "nowhere"


class OccasionSheet(Sheet[str]):
    """Hands back the value of an `Occasion`, or `NOWHERE`.

    Args:
        current: Whose list the entry is on now; None for none.
    """

    commands: ClassVar[tuple[Command, ...]] = (CLOSE,)

    def __init__(self, current: Occasion | None) -> None:
        super().__init__()
        self.current = current

    def compose_body(self) -> Iterable[Widget]:
        """The question and the ways."""
        yield Static(Content.styled(_("Wo willst du darüber sprechen?"), "bold $ink"))
        yield Static("")
        rows = [self._row(one.value, words.occasion(one), chosen=one is self.current) for one in Occasion]
        nowhere = self._row(NOWHERE, _("auf keiner Liste"), chosen=self.current is None)
        yield RowList([*rows, nowhere])
        yield Static("")
        yield Static(_("Die Listen liegen auf der Startseite unter G."), classes="quiet")

    @staticmethod
    def _row(key: str, title: str, *, chosen: bool) -> Row:
        return Row(key=key, title=title, sign="●" if chosen else "○", chosen=chosen)

    def on_mount(self) -> None:
        """The keys are on the list."""
        self.query_one(RowList).focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Hand the chosen one back."""
        self.dismiss(event.row.key)
