"""The room of the onboarding: the plan, the views, the page for the trainer, and the vignettes."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from reflect.domain.entry import Entry
from reflect.domain.fault import Fault
from reflect.domain.onboarding.plan import TALK
from reflect.language import N_, _, dates
from reflect.tui import rooms
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.commands.onboarding import FOR_THE_TRAINER, OPEN
from reflect.tui.screens.listing import Listing
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.workflows import onboarding
from reflect.workflows.sitting import Sitting
from reflect.workflows.writing import Writing

PLAN, OWN, TOGETHER, PROOF, RELEASE = "plan", "own", "two", "proof", "release"


class OnboardingRoom(Listing[None]):
    """Everything of the first ninety days."""

    CSS_PATH = "../../styles/listing.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        OPEN,
        replace(FOR_THE_TRAINER, order=2),
        BACK.shown(order=9, text=N_("Start")),
        LOCK,
    )

    def __init__(self) -> None:
        super().__init__()
        self.room = _("Einarbeitung")
        self.about = _("die ersten neunzig Tage")
        self.plan: Entry | None = None

    @property
    def can_release(self) -> bool:
        """Whether there is a plan."""
        return self.plan is not None

    def rows(self) -> list[Row]:
        """The plan and what belongs to it, then the vignettes."""
        sitting = self.app.sitting
        if sitting is None:
            return []
        self.plan = onboarding.plan(sitting)
        return [*self._of_plan(sitting.today), *self._vignettes(sitting)]

    def _of_plan(self, today: date) -> list[Row]:
        if self.plan is None:
            title = _("Plan beginnen: von vor dem ersten Tag bis Tag 90")
            return [Row(key=PLAN, title=title, sign="○", kind=_("Plan"))]
        waiting = [step for step in self.plan.next_steps if step.source.startswith(TALK) and step.done is None]
        coming = min(waiting, key=lambda step: step.due, default=None)
        day = _("Gespräch {day}").format(day=dates.since(coming.due, today)) if coming else ""
        return [
            Row(key=PLAN, title=self.plan.protocol.title, sign="…", kind=_("Plan"), date=day),
            Row(key=OWN, title=_("deine Sicht auf die Aufgaben"), kind=_("Nur du")),
            Row(key=TOGETHER, title=_("zwei Sichten nebeneinander"), kind=_("Mit der Anleitung")),
            Row(key=PROOF, title=_("an Kollegialer Beratung"), kind=_("Teilnahme")),
            Row(key=RELEASE, title=_("ein Blatt für die Anleitung"), kind=_("Freigeben"), sign="→"),
        ]

    def _vignettes(self, sitting: Sitting) -> list[Row]:
        rows = []
        for one in onboarding.vignettes(sitting):
            before = onboarding.written(sitting, one.id)
            sign = "○" if before is None else "●" if before[1] else "…"
            touched = _("Leitbild {ids}").format(ids=" ".join(one.principles))
            rows.append(Row(key=one.id, title=one.title, sign=sign, kind=_("Vignette"), date=touched))
        return rows

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go there."""
        self._go(event.row.key)

    def action_open(self) -> None:
        """Open the row under the mark."""
        if self.here is not None:
            self._go(self.here.key)

    def action_release(self) -> None:
        """Choose what of the plan goes to the trainer."""
        self._go(RELEASE)

    def _go(self, key: str) -> None:
        sitting = self.app.sitting
        if sitting is None:
            return
        try:
            if key == PLAN and self.plan is None:
                rooms.write(self.app, onboarding.PLAN, self.reload)
            elif key == PLAN and self.plan is not None:
                rooms.go_on(self.app, self.plan.id, self.reload)
            elif key == RELEASE and self.plan is not None:
                rooms.release(self.app, (self.plan.id,), self.reload)
            elif key in {OWN, TOGETHER, PROOF}:
                self._beside(key, Writing.resume(sitting, self.plan.id) if self.plan is not None else None)
            else:
                self._vignette(sitting, key)
        except Fault as fault:
            self.app.show_fault(fault)

    def _vignette(self, sitting: Sitting, protocol_id: str) -> None:
        before = onboarding.written(sitting, protocol_id)
        if before is None:
            rooms.write(self.app, protocol_id, self.reload)
        else:
            rooms.go_on(self.app, before[0], self.reload)

    def _beside(self, key: str, writing: Writing | None) -> None:
        from reflect.tui.screens.onboarding.participation import Participation  # noqa: PLC0415 - when somebody goes
        from reflect.tui.screens.onboarding.views import OwnView, TwoViews  # noqa: PLC0415 - the same

        if key == PROOF:
            self.app.push_screen(Participation(writing), self.reload)
        elif writing is not None:
            self.app.push_screen((OwnView if key == OWN else TwoViews)(writing), self.reload)

    def nothing(self) -> str:
        """No plan and no vignette at hand."""
        return _("Hier liegt kein Plan und keine Vignette.")
