"""Three answers side by side: equal width, a verb as head, the price on one line across, no numbers."""

from collections.abc import Callable, Iterable

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.onboarding.vignette import Colleague, Vignette
from reflect.language import _, ngettext


class AnswersPage(VerticalScroll, can_focus=True):
    """The situation, three answers in this person's order, the own one, the question to talk about, the red lines.

    Args:
        vignette: What is shown.
        person: Gives the order of the answers.
        own: The own answer; empty leaves the row out.
        note: The own note; shown where there is room.
    """

    def __init__(self, vignette: Vignette, person: str, *, own: str, note: str) -> None:
        super().__init__(id="talk")
        self.vignette = vignette
        self.person = person
        self.own = own
        self.note = note

    def compose(self) -> Iterable[Widget]:
        """From top to bottom."""
        answers = self.vignette.answers_for(self.person)
        for paragraph in self.vignette.situation:
            yield Static(paragraph, classes="situation ink", markup=False)
        yield Static(
            Content.assemble(
                (_("Drei aus dem Haus, drei Antworten"), "bold $ink"), ("   " + _("keine ist die richtige"), "$quiet")
            ),
            classes="spaced",
        )
        yield _across(answers, lambda answer: answer.verb, "heading")
        yield _across(answers, lambda answer: answer.reason, "ink reasons")
        yield _across(answers, lambda _answer: _("Der Preis"), "quiet")
        yield _across(answers, lambda answer: answer.price, "ink spaced")
        if self.own:
            yield _labelled(_("Deine Antwort:"), self.own)
        yield Static(self.vignette.talk, classes="aloud", markup=False)
        label = ngettext("Rote Linie:", "Rote Linien:", len(self.vignette.lines))
        yield _labelled(label, " ".join(self.vignette.lines))
        if self.note:
            yield _labelled(_("Deine Notiz:"), self.note, "note")


def _across(answers: Iterable[Colleague], words: Callable[[Colleague], str], look: str) -> Widget:
    """One row of the three columns; as high as its longest text."""
    cells = [Static(words(answer), classes="answer", markup=False) for answer in answers]
    cells[-1].add_class("last")
    return Horizontal(*cells, classes=f"answers {look}")


def _labelled(label: str, words: str, look: str = "") -> Static:
    return Static(Content.assemble((f"{label}  ", "$quiet"), (words, "$ink")), classes=f"labelled {look}")
