"""The end of a protocol: what is still open is asked once more, what is optional is offered."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.protocol import Question, Step
from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, LowSheet

FINISH = Command(id="finish", key="f6", text=N_("so lassen, fertig"), action="finish", order=10, priority=True)


class OpenSheet(LowSheet[str]):
    """Lists what is still open; hands back the question to go to, or the empty text to finish as it is.

    Args:
        questions: Open ones.
    """

    commands: ClassVar[tuple[Command, ...]] = (FINISH, CLOSE)

    def __init__(self, questions: Sequence[Question]) -> None:
        super().__init__()
        self._questions = tuple(questions)

    def compose_body(self) -> Iterable[Widget]:
        """The open questions."""
        yield Static(Content.styled(_("Das ist noch offen"), "bold $ink"))
        yield Static(_("Eingabe geht hin. Du kannst es auch so lassen."), classes="quiet")
        yield Static("")
        yield RowList([self._row(question) for question in self._questions], id="open")

    @staticmethod
    def _row(question: Question) -> Row:
        hoped = _("mindestens {count}").format(count=question.least) if question.least else ""
        return Row(question.id, question.text, sign="○", date=hoped)

    def on_mount(self) -> None:
        """The first one is under the mark."""
        self.query_one("#open").focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go there."""
        self.dismiss(event.row.key)

    def action_finish(self) -> None:
        """Leave it as it is."""
        self.dismiss("")


class OfferSheet(LowSheet[bool]):
    """Offers an optional step; hands back whether it is wanted.

    Args:
        step: What is offered.
    """

    commands: ClassVar[tuple[Command, ...]] = (FINISH, CLOSE)

    def __init__(self, step: Step) -> None:
        super().__init__()
        self._step = step

    def compose_body(self) -> Iterable[Widget]:
        """What it is about, and the two ways."""
        yield Static(Content.styled(self._step.title, "bold $ink"))
        for paragraph in self._step.guidance:
            yield Static(paragraph, classes="quiet", markup=False)
        yield Static("")
        yield RowList([Row("more", _("weiterschreiben")), Row("finish", _("fertig für jetzt"))], id="ways")

    def on_mount(self) -> None:
        """Writing on is under the mark."""
        self.query_one("#ways").focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Write on, or finish."""
        self.dismiss(event.row.key == "more")

    def action_finish(self) -> None:
        """Finish without it."""
        self.dismiss(False)  # noqa: FBT003 - the result: not wanted
