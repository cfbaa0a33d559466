"""Every protocol that one person can write with, to choose from."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.fault import Fault
from reflect.domain.protocol import ProtocolKind
from reflect.language import N_, _, ngettext
from reflect.language.effort import TITLE
from reflect.language.library import SOURCES
from reflect.tui import rooms
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.screens.listing import Listing
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.workflows import repertoire

KINDS = {ProtocolKind.REFLECTION: N_("Nachdenken"), ProtocolKind.PREPARATION: N_("Vorbereiten")}


class Protocols(Listing[str]):
    """Hands back the id of the chosen one."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="begin", key="enter", text=N_("beginnen"), action="begin", order=1),
        Command(id="effort", key="w", text=N_("Wie viel?"), action="effort", tooltip=TITLE, order=2),
        Command(
            id="rehearse",
            key="p",
            text=N_("ausprobieren"),
            action="rehearse",
            tooltip=N_("nichts wird aufgehoben"),
            order=3,
        ),
        BACK.shown(order=9),
        LOCK,
    )

    def __init__(self) -> None:
        super().__init__()
        self.room = _("Vorlagen")
        self.found: dict[str, repertoire.Listing] = {}

    def compose_body(self) -> ComposeResult:
        """The list, and below it what the one under the mark is for."""
        yield from super().compose_body()
        yield Static("", id="about", classes="quiet", markup=False)

    def nothing(self) -> str:
        """There is none."""
        return _("Hier ist keine Vorlage.")

    def rows(self) -> Sequence[Row]:
        """By kind and title."""
        sitting = self.app.sitting
        if sitting is None:
            return []
        self.found = {one.id: one for one in repertoire.protocols(sitting)}
        return [
            Row(
                key=one.id,
                kind=_(KINDS[one.kind]),
                title=one.title,
                note=self._whose(one),
                date=ngettext("{count} Minute", "{count} Minuten", one.minutes).format(count=one.minutes),
            )
            for one in self.found.values()
        ]

    def _whose(self, one: repertoire.Listing) -> str:
        whose = SOURCES[repertoire.source(one, self.app.surroundings.places)]
        return _(whose) if whose else ""

    def reload(self, _result: object = None) -> None:
        """Look again."""
        super().reload()
        self._tell()

    def _tell(self) -> None:
        """Say what the one under the mark is for, and which file it is when it did not come with the program."""
        here = self.query_one("#list", RowList).here
        one = self.found.get(here.key) if here is not None else None
        lines = [] if one is None else [one.summary] if one.shipped else [one.summary, str(one.path)]
        self.query_one("#about", Static).update("\n".join(lines))

    def on_row_list_moved(self) -> None:
        """Say what it is for."""
        self._tell()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Begin."""
        self.dismiss(event.row.key)

    def action_begin(self) -> None:
        """Begin with the one under the mark."""
        if self.here is not None:
            self.dismiss(self.here.key)

    def action_rehearse(self) -> None:
        """Try the one under the mark out."""
        if self.here is not None:
            try:
                rooms.rehearse(self.app, self.here.key, self.reload)
            except Fault as fault:
                self.app.show_fault(fault)

    def action_effort(self) -> None:
        """Let three questions propose one."""
        from reflect.tui.screens.effort import Effort  # noqa: PLC0415 - the two pages lead to each other

        sitting = self.app.sitting
        if isinstance(self.app.screen_stack[-2], Effort):
            self.dismiss(None)
        elif sitting is not None:
            self.app.push_screen(Effort(repertoire.weighing(sitting)), self._proposed)

    def _proposed(self, protocol_id: str | None) -> None:
        if protocol_id is not None:
            self.dismiss(protocol_id)
