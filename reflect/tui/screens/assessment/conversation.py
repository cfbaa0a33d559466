"""What shall be talked about: statements and a question, no levels; from here everything goes through the review."""

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.assessment.course import Line
from reflect.domain.assessment.rating import Observation
from reflect.domain.fault import Fault
from reflect.language import N_, _
from reflect.language.assessment import in_list
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK
from reflect.tui.screens.choose import CHOSEN, OPEN, TOGGLE, ChooseAudience, Choosing
from reflect.tui.screens.outcome import Outcome, end
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows.talking import Words, caption, conversation

HOUSE = "house/"
"""How the key of a row begins that stands for what was told about the house."""
LENGTH = 200


class ConversationPage(Choosing):
    """Makes an entry of what was chosen, and hands it to the release.

    Args:
        lines: The course of every statement.
        observed: What was told about the house.
        words: Levels and hindrances in words.
        taken: Statements that are chosen at first.
    """

    CSS_PATH = "../../styles/choose.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        TOGGLE,
        Command(id="question", key="tab", text=N_("Frage"), action="question", order=3),
        Command(id="forward", key="f6", text=N_("weiter"), action="forward", order=4),
        BACK.shown(order=5),
    )

    def __init__(
        self, lines: Sequence[Line], observed: Sequence[Observation], words: Words, *, taken: Collection[str] = ()
    ) -> None:
        super().__init__()
        self.lines = tuple(lines)
        self.observed = tuple(observed)
        self.words = words
        self.taken = set(taken)

    @property
    def topic(self) -> str:
        """What the page is about."""
        return _("worüber du reden willst")

    def lead(self) -> Sequence[tuple[str, str]]:
        """What is asked."""
        return (
            (_("Über welche Aussagen willst du sprechen?"), "heading"),
            (_("Stufen kommen nicht mit. Eine Aussage reicht oft."), "quiet"),
        )

    def compose_body(self) -> ComposeResult:
        """The statements, and below them a question of one's own."""
        yield from super().compose_body()
        yield Static(_("Deine Frage dazu, eine Zeile"), id="asking", classes="quiet", markup=False)
        yield TypedLine(limit=LENGTH, id="question")

    def on_mount(self) -> None:
        """The mark is on the first chosen statement."""
        super().on_mount()
        first = next((one for one in (line.statement for line in self.lines) if one in self.taken), "")
        self.list.show(self.rows(), keep=first)

    def rows(self) -> list[Row]:
        """Every statement that has a course, and what was told about the house."""
        sitting = self.app.sitting
        if sitting is None:
            return []
        lived = _("so erlebe ich es")
        rated = [(line.statement, caption(sitting, line.statement), "") for line in self.lines]
        told = [(HOUSE + one.statement, caption(sitting, one.statement), lived) for one in self.observed]
        return [
            Row(
                key,
                f"{CHOSEN if key in self.taken else OPEN} {in_list(called)}",
                date=note,
                chosen=key in self.taken,
            )
            for key, called, note in (*rated, *told)
        ]

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Take a statement, or leave it out."""
        self.taken ^= {event.row.key}
        self.redraw()

    def on_typed_line_entered(self) -> None:
        """Enter in the line goes on."""
        self.action_forward()

    def action_take(self) -> None:
        """Take the marked statement, or leave it out."""
        self.list.action_choose()

    def action_question(self) -> None:
        """From the statements to the line, and back."""
        line = self.query_one("#question", TypedLine)
        (line if self.list.has_focus else self.list).focus()

    def action_forward(self) -> None:
        """Make the entry, and ask for whom it is."""
        sitting = self.app.sitting
        if sitting is None:
            return
        chosen = [line for line in self.lines if line.statement in self.taken]
        observed = [one for one in self.observed if HOUSE + one.statement in self.taken]
        question = self.query_one("#question", TypedLine).text
        try:
            entry = conversation(sitting, chosen, question, self.words, observed=observed)
        except Fault as fault:
            self.app.show_fault(fault)
        else:
            self.go_on(ChooseAudience((entry.id,)))

    def leave(self, outcome: Outcome) -> None:
        """End the release and say how on the page below."""
        end(self, outcome)
