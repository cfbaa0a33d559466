"""How much effort something deserves: three keys propose one protocol; leaving is possible at any time."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Key
from textual.widgets import Static

from reflect.domain.effort import CHOICES, Weighing
from reflect.language import N_, _, ngettext
from reflect.language import effort as words
from reflect.language.contacts import contact_line
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.screens.page import Page
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.workflows import repertoire

BEGIN, OTHER, LEAVE = "begin", "other", "leave"
DIGITS = "123"
DIGIT_COLUMN = 3


def _has_answers(screen: Any) -> bool:
    return bool(screen.weighing.answers)


class Effort(Page[str]):
    """Asks one question at a time; hands back the id of a protocol, or None.

    Args:
        weighing: Nothing answered yet.
    """

    CSS_PATH = "../styles/effort.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="choose", key="enter", text=N_("wählen"), action="choose", tooltip=N_("oder 1, 2, 3"), order=1),
        Command(id="before", key="f5", text=N_("zurück"), action="before", order=2, available=_has_answers),
        Command(id="protocols", key="v", text=N_("alle Vorlagen"), action="protocols", order=3),
        BACK.shown(order=9, text=N_("lassen")),
        LOCK,
    )

    def __init__(self, weighing: Weighing) -> None:
        super().__init__()
        self.room = _(words.TITLE)
        self.weighing = weighing

    def compose_body(self) -> ComposeResult:
        """What was answered, what is asked or proposed, and that nobody has to."""
        with VerticalScroll(id="area", can_focus=False):
            for part in ("answered", "urgent", "question", "told"):
                yield Static("", id=part, markup=False)
            yield RowList([], id="ways")
            yield Static(_("Nur ein Vorschlag. Du kannst jederzeit etwas anderes nehmen."), id="free", markup=False)

    def on_mount(self) -> None:
        """The first question."""
        self._show()
        self.query_one("#ways").focus()

    def _show(self) -> None:
        """Draw the question that is asked now, or the proposal."""
        self._tell("#answered", "\n".join(self._answered()))
        choice = self.weighing.choice
        ways = self.query_one("#ways", RowList)
        ways.kind_width = DIGIT_COLUMN if choice else 0
        if choice is None:
            self._propose(ways)
        else:
            self._tell("#urgent", "")
            self._tell("#question", words.question(choice.id))
            self._tell("#told", "")
            answers = enumerate(choice.answers, 1)
            ways.show([Row(key=str(number), kind=str(number), title=words.answer(one)) for number, one in answers])
        self.refresh_keys()

    def _answered(self) -> list[str]:
        pairs = zip(CHOICES, self.weighing.answers, strict=False)
        return [f"{words.question(choice.id)}  {words.answer(one)}" for choice, one in pairs]

    def _propose(self, ways: RowList) -> None:
        sitting = self.app.sitting
        if sitting is None:
            return
        found = next((row for row in repertoire.protocols(sitting) if row.id == self.weighing.proposal), None)
        urgent = [contact_line(one) for one in sitting.contacts(None)] if self.weighing.is_urgent else []
        if urgent:
            urgent = [_("Ist es dringend, ruf zuerst an."), *urgent]
        self._tell("#urgent", "\n".join(urgent))
        others = [Row(OTHER, _("eine andere Vorlage wählen")), Row(LEAVE, _("nichts davon"))]
        if found is None:
            self._tell("#question", _("Die vorgeschlagene Vorlage fehlt."))
            self._tell("#told", "")
            ways.show(others)
            return
        minutes = ngettext("{count} Minute", "{count} Minuten", found.minutes).format(count=found.minutes)
        self._tell("#question", f"{found.title}   {minutes}")
        told = _("Alles Weitere hat bis zum nächsten Arbeitstag Zeit.") if self.weighing.is_urgent else found.summary
        self._tell("#told", told)
        ways.show([Row(BEGIN, _("damit beginnen")), *others])

    def _tell(self, part: str, text: str) -> None:
        told = self.query_one(part, Static)
        told.update(text)
        told.display = bool(text)

    def on_key(self, event: Key) -> None:
        """A digit answers."""
        if self.weighing.choice is not None and event.character and event.character in DIGITS:
            event.stop()
            self._answer(int(event.character))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Answer, begin, look for another, or leave."""
        key = event.row.key
        if key == BEGIN:
            self.dismiss(self.weighing.proposal)
        elif key == OTHER:
            self.action_protocols()
        elif key == LEAVE:
            self.dismiss(None)
        else:
            self._answer(int(key))

    def _answer(self, number: int) -> None:
        self.weighing = self.weighing.answered(number)
        self._show()

    def action_choose(self) -> None:
        """Take the row under the mark."""
        self.query_one("#ways", RowList).action_choose()

    def action_before(self) -> None:
        """One question back."""
        self.weighing = self.weighing.back()
        self._show()

    def action_protocols(self) -> None:
        """Choose from the list instead."""
        from reflect.tui.screens.protocols import Protocols  # noqa: PLC0415 - the two pages lead to each other

        if isinstance(self.app.screen_stack[-2], Protocols):
            self.dismiss(None)
        else:
            self.app.push_screen(Protocols(), self._chosen)

    def _chosen(self, protocol_id: str | None) -> None:
        if protocol_id is not None:
            self.dismiss(protocol_id)
