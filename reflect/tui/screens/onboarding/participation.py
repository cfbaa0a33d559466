"""That somebody took part in consultations: days, methods and minutes from the log, never a case."""

from typing import ClassVar

from reflect.domain.fault import Fault
from reflect.language import N_, _, dates
from reflect.language.consultation import minutes
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.reader import WITH_GUIDANCE
from reflect.tui.screens.listing import Listing
from reflect.tui.widgets.rowlist import Row
from reflect.workflows import onboarding
from reflect.workflows.writing import Writing

LIST = "teilnahme"
"""The question of the plan that takes the days over."""


class Participation(Listing[None]):
    """One row for each consultation.

    Args:
        writing: The plan's entry; None without a plan.
    """

    CSS_PATH = "../../styles/listing.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            id="take",
            key="n",
            text=N_("in den Plan nehmen"),
            action="take",
            tooltip=N_("Tag und Methode; von dort geht es durch die Freigabe"),
            order=1,
            available=lambda screen: screen.can_take,
        ),
        BACK.shown(order=9),
        LOCK,
    )

    def __init__(self, writing: Writing | None) -> None:
        super().__init__()
        self.writing = writing
        self.room = _("Kollegiale Beratung")
        self.about = _("woran du teilgenommen hast")
        self.reader = WITH_GUIDANCE

    @property
    def can_take(self) -> bool:
        """Whether there is a plan with a place for it, and something to take."""
        asked = self.writing.entry.protocol.questions() if self.writing is not None else ()
        return self.here is not None and any(question.id == LIST for question in asked)

    def rows(self) -> list[Row]:
        """Oldest first."""
        sitting = self.app.sitting
        return [
            Row(
                key=str(number),
                title=meeting.method,
                sign="●",
                kind=dates.day_and_month(meeting.day, self.app.surroundings.now().date()),
                date=minutes(meeting.minutes),
            )
            for number, meeting in enumerate(onboarding.participation(sitting) if sitting is not None else ())
        ]

    def nothing(self) -> str:
        """No consultation yet."""
        return _("In diesem Tresor steht noch keine Beratung. Du kannst sie auch im Plan bei Tag 60 eintragen.")

    def action_take(self) -> None:
        """Put days and methods into the plan; what stands there stays."""
        if self.writing is None:
            return
        before = self.writing.entry.answers.get(LIST)
        kept = [str(line) for line in before] if isinstance(before, list) else []
        lines = [f"{row.kind}, {row.title}" for row in self.rows()]
        self.writing.answer(LIST, [line for line in dict.fromkeys([*kept, *lines]) if line.strip()])
        try:
            self.writing.store()
        except Fault as fault:
            self.app.show_fault(fault)
            return
        self.say(_("Steht jetzt im Plan. Hinaus geht es nur durch die Freigabe."))
