"""Casting: names in the room, and for the moderator's eyes whether this is the right place for the case."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.consultation.suitability import ADDRESSES, Address, Concern
from reflect.domain.fault import Fault
from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK
from reflect.tui.screens.page import Page
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import consulting
from reflect.workflows.gathering import Gathering

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


class CastingPage(Page[Gathering]):
    """Hands back the gathering that is about to begin.

    Args:
        method: Id of the chosen method.
        minutes: At hand.
        presenter: Who brings the case, where that is known already.
    """

    CSS_PATH = "../../styles/preparing.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="begin", key="f6", text=N_("beginnen"), action="begin", order=1, priority=True),
        BACK.shown(order=9),
    )

    def __init__(self, method: str, minutes: int, presenter: str = "") -> None:
        super().__init__()
        self.method = method
        self.minutes = minutes
        self.presenter = presenter
        self.concerns: set[Concern] = set()
        self.room = _("Kollegiale Beratung")
        self.about = _("vorbereiten, Beamer noch aus")

    def compose_body(self) -> ComposeResult:
        """Names, and what might speak against it."""
        yield Static(_("Wer ist da?"), classes="heading", markup=False)
        yield Static(
            _("Vornamen oder Kürzel, mit Komma. Zuerst wer den Fall einbringt, dann wer moderiert."),
            classes="quiet",
            markup=False,
        )
        yield TypedLine(f"{self.presenter}, " if self.presenter else "", limit=1024, joint=", ", id="names")
        yield Static(
            _("Von den Menschen, um die es geht, braucht es keine Namen. Sucht jetzt Decknamen aus."),
            classes="quiet",
            markup=False,
        )
        yield Static(_("Trifft etwas davon zu?"), classes="heading", id="fits", markup=False)
        yield RowList(self._rows(), kind_width=2, id="list")
        yield Static(id="instead", classes="ink", markup=False)

    def _rows(self) -> list[Row]:
        return [
            Row(
                key=concern,
                title=_(words),
                sign="●" if concern in self.concerns else "○",
                chosen=concern in self.concerns,
            )
            for concern, words in CONCERNS.items()
        ]

    def on_mount(self) -> None:
        """Names first."""
        self.query_one("#names", TypedLine).focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Say where such a case belongs; going on stays possible."""
        self.concerns ^= {Concern(event.row.key)}
        self.query_one(RowList).show(self._rows(), keep=event.row.key)
        advice = [_(INSTEAD[address]) for concern, address in ADDRESSES.items() if concern in self.concerns]
        self.query_one("#instead", Static).update("\n".join(advice))

    def on_typed_line_entered(self) -> None:
        """On to the concerns."""
        self.focus_next()

    def action_begin(self) -> None:
        """Begin; the wall may be on now."""
        names = [name.strip() for name in self.query_one("#names", TypedLine).text.split(",") if name.strip()]
        surroundings = self.app.surroundings
        try:
            gathering = consulting.gather(
                surroundings.catalogue,
                surroundings.config.language,
                self.method,
                names=names,
                minutes=self.minutes,
                now=surroundings.now,
                lifeline=consulting.lifeline(surroundings),
            )
        except Fault as fault:
            self.app.show_fault(fault)
        else:
            self.dismiss(gathering)
