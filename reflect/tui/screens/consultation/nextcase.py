"""The next case: where each person presents in turn, the group says who comes next, or that it is enough."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.consultation import event as ev
from reflect.domain.consultation.event import Event
from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, LowSheet

ENOUGH = ""


class NextCaseSheet(LowSheet[Event]):
    """Hands back that the next person presents, or that the session ends here.

    Args:
        waiting: Who has not presented yet.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="choose", key="enter", text=N_("wählen"), action="choose", order=1),
        CLOSE,
    )

    def __init__(self, waiting: Sequence[str]) -> None:
        super().__init__()
        self.waiting = tuple(waiting)

    def compose_body(self) -> Iterable[Widget]:
        """A question, and a row for each answer."""
        yield Static(Content.styled(_("Wer ist als Nächstes dran?"), "bold $ink"))
        rows = [Row(key=name, title=name) for name in self.waiting]
        yield RowList([*rows, Row(key=ENOUGH, title=_("niemand mehr, wir beenden"))], id="list")

    def on_mount(self) -> None:
        """The next one in the circle is under the mark."""
        self.query_one(RowList).focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """This person, or nobody."""
        self.dismiss(ev.NextCase(event.row.key) if event.row.key else ev.Next())

    def action_choose(self) -> None:
        """The one under the mark."""
        self.query_one(RowList).action_choose()
