"""One question on a page: what is told, what is asked, the field that takes the rows left, the state line."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.entry import Entry
from reflect.domain.protocol import Question, QuestionType
from reflect.domain.walk import Place
from reflect.language import _
from reflect.tui.widgets.field import Field
from reflect.tui.widgets.fields import field_for
from reflect.tui.widgets.grid import GridField
from reflect.tui.widgets.state_line import StateLine

HELP_CELLS = 72


class QuestionPage(Vertical):
    """A page of the way with one question or, where a step only tells something, none.

    Args:
        place: The page.
        entry: What was answered so far.

    Attributes:
        fields: The field; empty where nothing is asked.
    """

    def __init__(self, place: Place, entry: Entry) -> None:
        super().__init__(id="page")
        self.place = place
        self.entry = entry
        self.fields: list[Field] = [field_for(question, entry) for question in place.questions]
        self.set_class(any(isinstance(field, GridField) for field in self.fields), "wide")

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield from self._told()
        for question in self.place.questions:
            yield Static(question.text, id="question", markup=False)
            if words := help_words(question):
                yield Static(words, id="help", markup=False)
        with VerticalScroll(id="area", classes="writable", can_focus=not self.fields):
            yield from self.fields
        yield StateLine()

    def _told(self) -> Iterator[Widget]:
        """Introduction, guidance and sentences to read aloud, on the first page of a step."""
        if self.place.question_index:
            return
        kind = "guidance" if self.fields else "guidance told"
        intro = self.entry.protocol.intro if self.place.step_index == 0 else ()
        for paragraph in (*intro, *self.place.step.guidance):
            yield Static(paragraph, classes=kind, markup=False)
        for sentence in self.place.step.read_aloud:
            yield Static(_("„{sentence}“").format(sentence=sentence), classes="aloud", markup=False)


def help_words(question: Question) -> str:
    """The quiet line below a question: its help, and that it may be left out where there is room to say so."""
    said_below = question.required or question.type is QuestionType.GRID
    free = "" if said_below else _("Du darfst die Frage auslassen.")
    both = f"{question.help} {free}".strip()
    return both if len(both) <= HELP_CELLS else question.help
