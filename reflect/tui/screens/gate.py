"""The gate: who receives the page, on what basis, and three questions a neighbour would ask."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.fault import Fault
from reflect.domain.release import Gate
from reflect.language import N_, _, ngettext
from reflect.language.release import BASES
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK
from reflect.tui.screens.outcome import End, Outcome
from reflect.tui.screens.page import Page
from reflect.tui.screens.preview import PreviewPage
from reflect.tui.widgets.option_line import OptionLine
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.workflows.handing_over import HandingOver

YES, NO = "yes", "no"
FORWARD = Command(
    id="forward", key="f6", text=N_("weiter"), action="forward", tooltip=N_("weiter zur Vorschau"), order=3
)
QUESTION = Command(id="question", key="up,down", text=N_("andere Frage"), action="other_question", order=1)
ANSWER = Command(id="answer", key="left,right", text=N_("antworten"), action="other_answer", order=2)


class GatePage(Page[Outcome]):
    """Six short questions; one yes of the last three, and the page stays here.

    Args:
        handing: The handover, fully decided.
    """

    CSS_PATH = "../styles/gate.tcss"
    commands: ClassVar[tuple[Command, ...]] = (QUESTION, ANSWER, FORWARD, BACK.shown(order=4))

    def __init__(self, handing: HandingOver) -> None:
        super().__init__()
        self.handing = handing

    def compose_body(self) -> ComposeResult:
        """The questions, answered as they were before."""
        gate = self.handing.review.gate if self.handing.review is not None else None
        yes_no = ((YES, _("ja")), (NO, _("nein")))
        with VerticalScroll(can_focus=False):
            yield Static(_("Bevor die Seite hinausgeht"), classes="heading")
            outside = gate.outside if gate is not None else not self.handing.handover.audience.in_the_house
            where = (("inside", _("im Haus")), ("outside", _("außer Haus")))
            yield OptionLine(_("Wer bekommt die Seite?"), where, "outside" if outside else "inside", id="outside")
            bases = tuple((key, _(words)) for key, words in BASES.items())
            yield OptionLine(_("Worauf stützt du dich?"), bases, gate.basis if gate is not None else "", id="basis")
            for name, question in self._yes_no_questions():
                answered = (YES if getattr(gate, name) else NO) if gate is not None else ""
                yield OptionLine(question, yes_no, answered, id=name)

    @staticmethod
    def _yes_no_questions() -> tuple[tuple[str, str], ...]:
        return (
            ("entrusted", _("Hat dir jemand unter 18 etwas davon anvertraut?")),
            ("recognisable", _("Erkennen andere im Haus die Person, auch ohne mit ihr zu arbeiten?")),
            ("joinable", _("Verrät die Seite zusammen mit einer früheren, wer es ist?")),
            ("dangerous", _("Lässt sich etwas daraus schließen, das die Person gefährdet?")),
        )

    def on_mount(self) -> None:
        """The keys are on the first question without an answer."""
        self.room = _("Freigeben")
        self.about = _("wer es bekommt, und warum es hinausdarf")
        lines = list(self.query(OptionLine))
        next((line for line in lines if not line.chosen), lines[0]).focus()

    def action_other_question(self) -> None:
        """To the next question."""
        self.focus_next()

    def action_other_answer(self) -> None:
        """To the next answer of this question."""
        if isinstance(self.focused, OptionLine):
            self.focused.action_choose(1)

    def action_forward(self) -> None:
        """On to the page, when everything is answered and nothing speaks against it."""
        lines = {line.id: line for line in self.query(OptionLine)}
        missing = [line for line in lines.values() if not line.chosen]
        if missing:
            missing[0].focus()
            count = len(missing)
            words = ngettext("Noch {count} Frage ohne Antwort.", "Noch {count} Fragen ohne Antwort.", count)
            self.say(words.format(count=count))
            return
        gate = Gate(
            outside=lines["outside"].chosen == "outside",
            basis=lines["basis"].chosen,
            **{name: lines[name].chosen == YES for name, _question in self._yes_no_questions()},
        )
        if self.handing.review is not None:
            self.handing.review.answer_gate(gate)
        if gate.stays_private or gate.needs_consent:
            self.app.push_screen(HeldSheet(gate), self._held)
        else:
            self.app.push_screen(PreviewPage(self.handing), self._came_back)

    def _held(self, choice: str | None) -> None:
        if choice == "rework":
            self.dismiss(Outcome(End.REVIEW))
        elif choice == "private":
            try:
                self.handing.discard()
            except Fault as fault:
                self.app.show_fault(fault)
                return
            self.dismiss(Outcome(End.LEAVE, _("Nichts ist hinausgegangen. Die Vorlage ist verworfen.")))

    def _came_back(self, outcome: Outcome | None) -> None:
        if outcome is not None:
            self.dismiss(outcome)


class HeldSheet(LowSheet[str]):
    """Says why the page stays here; hands back `rework` or `private`.

    Args:
        gate: The answers.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="rework", key="d", text=N_("noch einmal durchsehen"), action="rework", order=1),
        Command(id="private", key="p", text=N_("für dich behalten"), action="private", order=2),
        CLOSE,
    )

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self.gate = gate

    def compose_body(self) -> Iterable[Widget]:
        """What speaks against it."""
        if self.gate.stays_private:
            why = _("Jemand könnte erkannt oder gefährdet werden.")
            how = _("Sag es allgemeiner, zieh Zeilen zurück, oder behalte die Seite für dich.")
        else:
            why = _("Anvertrautes von Minderjährigen geht nur mit Einwilligung weiter.")
            how = _("Frag um Einwilligung, mach es unkenntlich, oder behalte die Seite für dich.")
        heading = Content.assemble(("! ", "bold $danger"), (_("So geht die Seite nicht hinaus."), "bold $ink"))
        yield Static(heading)
        yield Static(Content.styled(f"{why}\n{how}", "$ink"))

    def action_rework(self) -> None:
        """Back to the review."""
        self.dismiss("rework")

    def action_private(self) -> None:
        """Keep it private."""
        self.dismiss("private")
