"""Fields for prose: many rows, or one."""

from textual.app import ComposeResult

from reflect.domain.answer import Answer
from reflect.domain.protocol import Question
from reflect.tui.widgets.editor import Editor
from reflect.tui.widgets.field import WrittenField


class TextField(WrittenField):
    """Free text; takes the rows that are left."""

    single_line = False

    def __init__(self, question: Question, value: Answer = None, unclear: str = "") -> None:
        super().__init__(question, value, unclear)
        self.editor = Editor(value if isinstance(value, str) else "", single_line=self.single_line)

    @property
    def editors(self) -> list[Editor]:
        """The one editor."""
        return [self.editor]

    def compose(self) -> ComposeResult:
        """The editor alone."""
        yield self.editor

    @property
    def value(self) -> Answer:
        """What stands there, as it stands there."""
        return self.editor.text or None


class LineField(TextField):
    """One row; Enter goes on."""

    single_line = True
