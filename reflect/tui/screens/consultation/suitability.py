"""Suitability on the screen: what speaks against a consultation, and where such a case belongs; never a block."""

from collections.abc import Collection, Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.consultation.suitability import ADDRESSES, Concern
from reflect.domain.contact import for_stop
from reflect.domain.protocol import StopKind
from reflect.language import N_, _
from reflect.language.choosing import instead
from reflect.language.contacts import contact_line
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet

NUMBERS = 3


class SuitabilitySheet(LowSheet[bool]):
    """Names the right place once more before the wall is on; hands back whether the group consults all the same.

    Args:
        concerns: What is true of the case.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="all-the-same", key="b", text=N_("trotzdem beraten"), action="begin", order=1),
        CLOSE,
    )

    def __init__(self, concerns: Collection[Concern]) -> None:
        super().__init__()
        self.concerns = concerns

    def compose_body(self) -> Iterable[Widget]:
        """The most urgent first; where somebody is in danger, the numbers too."""
        yield Static(Content.styled(_("Ist das hier der richtige Ort?"), "bold $ink"))
        for concern in ADDRESSES:
            if concern not in self.concerns:
                continue
            yield Static(instead(concern), classes="ink", markup=False)
            if concern is Concern.DANGER:
                contacts = for_stop(self.app.surroundings.config.contacts, StopKind.VIOLENCE)
                yield from (Static(contact_line(one), classes="ink", markup=False) for one in contacts[:NUMBERS])

    def action_begin(self) -> None:
        """The group has decided."""
        self.dismiss(result=True)
