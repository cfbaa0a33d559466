"""The room of the Leitbild: this month, the course, what to talk about, and the text itself."""

from collections.abc import Sequence
from typing import ClassVar

from reflect.domain.assessment import course
from reflect.domain.fault import Fault, WrongUsage
from reflect.language import N_, _, dates
from reflect.language.assessment import anchors, hindrances
from reflect.tui import rooms
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.screens.assessment.conversation import ConversationPage
from reflect.tui.screens.assessment.course import Course
from reflect.tui.screens.assessment.free import FreeSheet
from reflect.tui.screens.leitbild.versions import Versions
from reflect.tui.screens.leitbild.workshop import Workshop
from reflect.tui.screens.listing import Listing
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.workflows import assessing
from reflect.workflows.assessing import Assessing
from reflect.workflows.sitting import Sitting
from reflect.workflows.talking import Words, observations


class LeitbildRoom(Listing[None]):
    """A row for each thing to do here; each leads to a page of its own."""

    CSS_PATH = "../../styles/listing.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="go", key="enter", text=N_("öffnen"), action="go", order=1),
        BACK.shown(order=9),
        LOCK,
    )

    def __init__(self) -> None:
        super().__init__()
        self.room = _("Leitbild")
        self.about = _("woran du dich selbst misst")

    def rows(self) -> Sequence[Row]:
        """What can be done here, and how it stands."""
        sitting = self.app.sitting
        if sitting is None:
            return []
        return [
            self._this_month(sitting),
            Row("free", _("was dich gerade beschäftigt"), kind=_("Eigene Wahl")),
            Row("course", _("deine Aussagen, jede für sich"), kind=_("Verlauf")),
            Row("card", _("worüber du reden willst"), kind=_("Gesprächskarte")),
            Row("workshop", _("was am Text zu prüfen ist"), kind=_("Werkstatt")),
            Row("versions", _("lesen, vergleichen, zuordnen"), kind=_("Fassungen")),
        ]

    @staticmethod
    def _this_month(sitting: Sitting) -> Row:
        kind = _("Dieser Monat")
        try:
            this = Assessing.begin(sitting)
        except WrongUsage as early:
            day = dates.day_and_month(assessing.opens_on(assessing.months(sitting), sitting.today), sitting.today)
            if early.what != "assess-early":
                raise
            return Row("month", _("wieder ab {day}").format(day=day), kind=kind, quiet=True)
        count, done = len(this.items), sum(item.statement in this.month.marked for item in this.items)
        if not done:
            return Row("month", _("{count} Aussagen, zwölf Minuten").format(count=count), sign="○", kind=kind)
        words = _("{done} von {count} Aussagen").format(done=done, count=count)
        return Row("month", words, sign="●" if done == count else "…", kind=kind)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go there."""
        self._go(event.row.key)

    def action_go(self) -> None:
        """Go to what is under the mark."""
        if self.here is not None:
            self._go(self.here.key)

    def _go(self, key: str) -> None:
        sitting = self.app.sitting
        if sitting is None:
            return
        try:
            if key == "month":
                rooms.assess(self.app, self._rated)
            elif key == "free":
                self.app.push_screen(FreeSheet(Assessing.begin(sitting)), self._chosen)
            elif key == "course":
                self.app.push_screen(Course(), self.reload)
            elif key == "card":
                self._talk(sitting)
            elif key == "workshop":
                self.app.push_screen(Workshop(), self.reload)
            elif key == "versions":
                self.app.push_screen(Versions(), self.reload)
        except Fault as fault:
            self.app.show_fault(fault)

    def _chosen(self, statement: str | None) -> None:
        if statement is None:
            return
        try:
            rooms.assess(self.app, self._rated, statement=statement)
        except Fault as fault:
            self.app.show_fault(fault)

    def _talk(self, sitting: Sitting) -> None:
        lines, told = course.lines(assessing.months(sitting)), observations(sitting)
        if lines or told:
            self.app.push_screen(ConversationPage(lines, told, Words(anchors(), hindrances())), self.reload)
        else:
            self.say(_("Noch nichts eingeschätzt. Beginne mit „Dieser Monat“."))

    def _rated(self, words: str | None) -> None:
        if words:
            self.reload()
            self.say(words)
        else:
            self.dismiss(None)
