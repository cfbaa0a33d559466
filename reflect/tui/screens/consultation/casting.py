"""Casting: names in the room, and for the moderator's eyes whether this is the right place for the case."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.consultation.casting import Casting
from reflect.domain.consultation.suitability import ADDRESSES, Concern
from reflect.domain.fault import Fault
from reflect.language import N_, _
from reflect.language.choosing import CONCERNS, instead
from reflect.language.consultation import roles_of, size_warning
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK
from reflect.tui.screens.consultation.suitability import SuitabilitySheet
from reflect.tui.screens.page import Page
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import consulting
from reflect.workflows.gathering import Gathering

SIGN = 2


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
        yield Static(_("Wer ist da? Vornamen oder Kürzel genügen."), classes="heading", markup=False)
        yield Static(
            _("Mit Komma: erst wer den Fall einbringt, dann wer moderiert, dann alle."),
            classes="quiet",
            id="how",
            markup=False,
        )
        yield TypedLine(f"{self.presenter}, " if self.presenter else "", limit=1024, joint=", ", id="names")
        yield Static(id="roles", classes="quiet", markup=False)
        yield Static(
            _("Sucht jetzt Decknamen für die Menschen aus, um die es geht."),
            classes="quiet",
            id="pseudonyms",
            markup=False,
        )
        yield Static(_("Trifft etwas davon zu? Eingabe kreuzt an."), classes="heading", id="fits", markup=False)
        yield RowList(self._rows(), kind_width=SIGN, id="list")
        yield Static(id="instead", classes="ink", markup=False)

    def _rows(self) -> list[Row]:
        return [
            Row(
                key=concern,
                title=_(words),
                kind="●" if concern in self.concerns else "○",
                chosen=concern in self.concerns,
            )
            for concern, words in CONCERNS.items()
        ]

    def on_mount(self) -> None:
        """Names first."""
        self._show_roles()
        self.query_one("#names", TypedLine).focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Say where such a case belongs; going on stays possible."""
        concern = Concern(event.row.key)
        self.concerns ^= {concern}
        self.query_one(RowList).show(self._rows(), keep=concern)
        left = [one for one in ADDRESSES if one in self.concerns]
        said = concern if concern in self.concerns else left[0] if left else None
        self.query_one("#instead", Static).update(instead(said) if said else "")

    def on_typed_line_changed(self) -> None:
        """Say who will do what, so that nobody counts commas."""
        self._show_roles()

    def _names(self) -> list[str]:
        return [name.strip() for name in self.query_one("#names", TypedLine).text.split(",") if name.strip()]

    def _show_roles(self) -> None:
        names, surroundings = self._names(), self.app.surroundings
        try:
            casting = Casting.of(names, *names[:2])
            plan = consulting.planned(
                surroundings.catalogue, surroundings.config.language, self.method, casting.people, self.minutes
            )
        except (Fault, TypeError):  # fewer than two names, or not yet a group
            said = ""
        else:
            said = "\n".join(filter(None, (roles_of(casting), size_warning(plan))))
        self.query_one("#how", Static).display = not said  # what is understood makes room
        roles = self.query_one("#roles", Static)
        roles.display = bool(said)
        roles.update(said)

    def on_typed_line_entered(self) -> None:
        """On to the concerns."""
        self.focus_next()

    def action_begin(self) -> None:
        """Begin; what speaks against it is named once more before the wall is on."""
        if self.concerns:
            self.app.push_screen(SuitabilitySheet(self.concerns), self._weighed)
        else:
            self._begin()

    def _weighed(self, all_the_same: bool | None) -> None:  # noqa: FBT001 - the sheet's result
        if all_the_same:
            self._begin()

    def _begin(self) -> None:
        names = self._names()
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
