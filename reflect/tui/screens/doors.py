"""Home's doors: each leads into one room, which is loaded when somebody goes there."""

from reflect.domain.fault import Fault
from reflect.tui import rooms
from reflect.tui.screens.caring import Caring
from reflect.tui.start import Start

QUICK = "kurzreflexion"


class Doors(Caring):
    """Where one key leads from home; what waits there is the page's own matter."""

    def begin(self, start: Start) -> None:
        """Go on to where the program was asked to start."""
        try:
            if start.effort:
                self.action_effort()
            elif start.assess:
                rooms.assess(self.app, self.reload, at=start.statement)
            elif start.rehearsal:
                rooms.rehearse(self.app, start.rehearsal, lambda _result: self.app.exit(0))
            elif start.protocol:
                rooms.write(self.app, start.protocol, self.reload)
            elif start.entry:
                rooms.go_on(self.app, start.entry, self.reload)
        except Fault as fault:
            self.app.show_fault(fault)

    def action_write(self) -> None:
        """Three questions."""
        self.begin(Start(protocol=QUICK))

    def action_review(self) -> None:
        """A Rückblick."""
        self.begin(Start(protocol="rueckblick"))

    def action_weigh(self) -> None:
        """An Abwägung."""
        self.begin(Start(protocol="abwaegung-begleitung"))

    def action_effort(self) -> None:
        """Let three questions propose a protocol."""
        from reflect.tui.screens.effort import Effort  # noqa: PLC0415 - loaded when somebody goes there
        from reflect.workflows.repertoire import weighing  # noqa: PLC0415 - the same

        if self.app.sitting is not None:
            self.app.push_screen(Effort(weighing(self.app.sitting)), self._protocol)

    def action_entries(self) -> None:
        """Every entry."""
        from reflect.tui.screens.entries import Entries  # noqa: PLC0415 - loaded when somebody goes there

        self.app.push_screen(Entries(), self.reload)

    def action_release(self) -> None:
        """A page for the supervision: first choose the entries."""
        rooms.release(self.app, (), self.reload)

    def action_search(self) -> None:
        """Search in everything."""
        from reflect.tui.screens.search import Search  # noqa: PLC0415 - loaded when somebody goes there

        self.app.push_screen(Search(), self.reload)

    def action_protocols(self) -> None:
        """Every protocol."""
        from reflect.tui.screens.protocols import Protocols  # noqa: PLC0415 - loaded when somebody goes there

        self.app.push_screen(Protocols(), self._protocol)

    def _protocol(self, protocol_id: str | None) -> None:
        if protocol_id is not None:
            self.begin(Start(protocol=protocol_id))

    def action_consult(self) -> None:
        """Consult with the team."""
        from reflect.tui.screens.consultation.way import enter  # noqa: PLC0415 - loaded when somebody goes there

        try:
            enter(self.app, self._consulted)
        except Fault as fault:
            self.app.show_fault(fault)

    def _consulted(self, words: str) -> None:
        self.reload()
        if words:
            self.say(words)

    def action_leitbild(self) -> None:
        """The room of the Leitbild."""
        from reflect.tui.screens.leitbild.room import LeitbildRoom  # noqa: PLC0415 - loaded when somebody goes there

        self.app.push_screen(LeitbildRoom(), self.reload)

    def action_onboarding(self) -> None:
        """The room of the onboarding."""
        from reflect.tui.screens.onboarding.room import OnboardingRoom  # noqa: PLC0415 - loaded when somebody goes there

        self.app.push_screen(OnboardingRoom(), self.reload)

    def action_agenda(self) -> None:
        """What is to be talked about."""
        from reflect.tui.screens.agenda import Agenda  # noqa: PLC0415 - loaded when somebody goes there

        self.app.push_screen(Agenda(), self.reload)

    def action_trash(self) -> None:
        """What was put away."""
        from reflect.tui.screens.trash import Trash  # noqa: PLC0415 - loaded when somebody goes there

        self.app.push_screen(Trash(), self.reload)

    def action_settings(self) -> None:
        """Language, theme, idle time."""
        from reflect.tui.screens.settings import Settings  # noqa: PLC0415 - loaded when somebody goes there

        self.app.push_screen(Settings(), self._speak_anew)

    async def _speak_anew(self, _result: object = None) -> None:
        """Draw everything again: the language may be another one."""
