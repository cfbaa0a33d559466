"""Suitability on the screen: what speaks against a consultation, and where such a case belongs; never a block."""

from collections.abc import Collection, Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.consultation.suitability import ADDRESSES, Address, Concern
from reflect.domain.contact import for_stop
from reflect.domain.protocol import StopKind
from reflect.language import N_, _
from reflect.language.contacts import contact_line
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet

CONCERNS = {
    Concern.DANGER: N_("Jemand ist akut in Gefahr."),
    Concern.DECISION: N_("Hier muss gemeinsam entschieden werden (§ 8a, § 36 SGB VIII)."),
    Concern.LEGAL: N_("Es ist eine reine Rechtsfrage."),
    Concern.CONFLICT: N_("Es geht um einen Streit im Team."),
    Concern.AFFECTED: N_("Alle im Raum sind selbst betroffen."),
    Concern.BOSS: N_("Die Leitung sitzt mit in der Runde."),
}
INSTEAD = {
    Address.PROTECTION: N_("Dann gilt zuerst das Verfahren eures Hauses."),
    Address.CASE_CONFERENCE: N_("Das gehört in die Fallkonferenz. Hier entscheidet allein, wer den Fall einbringt."),
    Address.LEGAL_ADVICE: N_("Dann hilft eine Rechtsberatung mehr."),
    Address.TEAM_CLARIFICATION: N_("Dann braucht es zuerst eine Klärung im Team, von außen begleitet."),
    Address.SUPERVISION: N_("Dann ist Supervision der bessere Ort."),
    Address.AGREEMENT: N_("Dann klärt vorher, was in der Runde bleibt."),
}
NUMBERS = 3


def instead(concern: Concern) -> str:
    """Where a case belongs of which this is true."""
    return _(INSTEAD[ADDRESSES[concern]])


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
