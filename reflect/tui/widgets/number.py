"""A field for a number, written as people write it."""

import re

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reflect.domain.answer import Answer
from reflect.domain.protocol import Question
from reflect.language import _
from reflect.tui.widgets.editor import Editor
from reflect.tui.widgets.field import WrittenField

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def understood(text: str) -> int | float | None:
    """The number a text says, with comma or point; None when it says none."""
    plain = text.strip().replace("−", "-")
    if not _NUMBER.fullmatch(plain):
        return None
    number = float(plain.replace(",", "."))
    return int(number) if number.is_integer() else number


def written(number: float) -> str:
    """A number as it is typed here."""
    return f"{number:g}".replace(".", ",")


class SaidField(WrittenField):
    """One row that must be understood: what was typed at the left, what is wrong or meant at the right."""

    def __init__(self, question: Question, value: Answer = None, unclear: str = "") -> None:
        super().__init__(question, value, unclear)
        self.editor = Editor(unclear or self.shown(value), single_line=True, classes="short")
        self.remark = Static("", classes="remark")

    def shown(self, value: Answer) -> str:  # noqa: ARG002 - each kind of field has its own way
        """How a kept answer is typed."""
        return ""

    def compose(self) -> ComposeResult:
        """The row and the remark beside it."""
        yield self.editor
        yield self.remark

    @property
    def editors(self) -> list[Editor]:
        """The one row."""
        return [self.editor]

    @property
    def unclear(self) -> str:
        """What is typed, while it says nothing that fits."""
        typed = self.editor.text
        return typed if typed.strip() and self.value is None else ""

    def meaning(self) -> str:
        """What was understood, in the reader's words; empty where that needs no words."""
        return ""

    def trouble(self) -> str:
        """What is wrong with what is typed."""
        return ""

    def on_mount(self) -> None:
        """Say what is meant by what stands there."""
        self.remark_on()

    def on_text_area_changed(self, event: Editor.Changed) -> None:
        """Something was typed."""
        super().on_text_area_changed(event)
        self.editor.remove_class("-wrong")
        self.remark_on(complain=False)

    def on_descendant_blur(self) -> None:
        """Complain only when the writer is done with it."""
        self.remark_on()

    def complain(self) -> None:
        """Say it now, and stay here."""
        self.remark_on()
        self.begin(len(self.editor.text))

    def remark_on(self, *, complain: bool = True) -> None:
        """Say beside the row what was understood, or what is wrong."""
        is_wrong = complain and bool(self.unclear)
        self.editor.set_class(is_wrong, "-wrong")
        said = Content.assemble(("! ", "bold $danger"), (self.trouble(), "$ink")) if is_wrong else self.meaning()
        self.remark.update(said)


class NumberField(SaidField):
    """A number, with comma or point."""

    def shown(self, value: Answer) -> str:
        """With a comma."""
        return written(value) if isinstance(value, int | float) else ""

    @property
    def value(self) -> Answer:
        """The number; None when there is none."""
        return understood(self.editor.text)

    def trouble(self) -> str:
        """Not a number."""
        return _("Das ist keine Zahl.")
