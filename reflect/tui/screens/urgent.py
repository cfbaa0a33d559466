"""Numbers that help now, laid on the page before anything is asked."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.contact import Contact
from reflect.domain.protocol import StopKind
from reflect.language import _
from reflect.language.contacts import contact_name, stop_sentence
from reflect.tui.commands.command import Command
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, Sheet

GO_ON, LEAVE = "go-on", "leave"


class UrgentSheet(Sheet[bool]):
    """The organisation's numbers, or the public ones; hands back True when the writer leaves the form.

    Args:
        contacts: Whom to call.
        kind: Why the form stops; None when the writer asked for help.
    """

    commands: ClassVar[tuple[Command, ...]] = (CLOSE,)

    def __init__(self, contacts: Iterable[Contact], kind: StopKind | None = None) -> None:
        super().__init__()
        self._contacts = tuple(contacts)
        self._kind = kind

    def compose_body(self) -> Iterable[Widget]:
        """Why, whom to call, and the way on."""
        yield Static(Content.styled(_("Hilfe holen"), "bold $ink"))
        yield Static("")
        if self._kind is not None:
            yield Static(stop_sentence(self._kind), markup=False)
            yield Static("")
        for contact in self._contacts:
            yield Static(Content.assemble((contact.number, "bold $ink")))
            about = "   ".join(part for part in (contact_name(contact), contact.hours) if part)
            yield Static(about, classes="quiet", markup=False)
            yield Static("")
        yield RowList(
            [Row(GO_ON, _("weiterschreiben")), Row(LEAVE, _("Formular verlassen; der Text wartet"))], id="ways"
        )

    def on_mount(self) -> None:
        """The first way is under the mark."""
        self.query_one("#ways").focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Write on, or leave."""
        self.dismiss(event.row.key == LEAVE)
