"""Several questions on one page: for the minutes right after something hard."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from reflect.domain.entry import Entry
from reflect.domain.protocol import Question
from reflect.domain.walk import Place
from reflect.language import _
from reflect.language.contacts import stop_sentence
from reflect.language.keys import key_name
from reflect.tui.widgets.field import Field
from reflect.tui.widgets.fields import field_for
from reflect.tui.widgets.state_line import StateLine

GAP = 3
NO_BREAK = "\N{NO-BREAK SPACE}"


class SafetyRow(Static):
    """Asks for safety first, stores no answer; a click fetches help as F2 does."""

    def __init__(self, asked: str) -> None:
        super().__init__(id="safety", markup=False)
        words = _("Hilfe holen").replace(" ", NO_BREAK)
        asking = f"{asked} {NO_BREAK * (GAP - 1)}"
        self.update(Content.assemble((asking, "$ink"), (f"{key_name('f2')}{NO_BREAK}", "bold $ink"), (words, "$quiet")))

    async def on_click(self, event: Click) -> None:
        """Fetch help."""
        event.stop()
        await self.screen.run_action("urgent")


class TogetherPage(Vertical):
    """The questions of a `together` step below each other.

    Args:
        place: The page.
        entry: What was answered so far.

    Attributes:
        fields: In order.
    """

    def __init__(self, place: Place, entry: Entry) -> None:
        super().__init__(id="page", classes="together")
        self.place = place
        self.entry = entry
        self.fields: list[Field] = [field_for(question, entry) for question in place.questions]

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        step = self.place.step
        told = list(step.guidance)
        if step.stop is not None:
            yield SafetyRow(told.pop(0) if told else stop_sentence(step.stop))
        for paragraph in told:
            yield Static(paragraph, classes="guidance", markup=False)
        with VerticalScroll(id="area", classes="writable", can_focus=False):
            for number, field in enumerate(self.fields):
                with Vertical(classes="group first" if number == 0 else "group"):
                    yield Static(_asked(field.question), classes="asked")
                    yield field
        yield StateLine()

    @property
    def is_blank(self) -> bool:
        """Whether the first field has the whole page."""
        return self.has_class("blank")

    def turn_blank(self) -> None:
        """Give the first field the whole page, or take it back; what stands in the others stays."""
        self.toggle_class("blank")
        if self.is_blank:
            self.query(".first Editor").first().focus()


def _asked(question: Question) -> Content:
    gap = f" {NO_BREAK * (GAP - 1)}" if question.help else ""
    return Content.assemble((question.text + gap, "bold $ink"), (question.help, "$quiet"))
