"""A field: where one question is answered. One widget for each type of question, all spoken to in the same way."""

from dataclasses import dataclass

from textual.containers import Vertical
from textual.message import Message

from reflect.domain.answer import Answer
from reflect.domain.protocol import Question
from reflect.tui.widgets.editor import Editor, Keepsake

Drawer = dict[str, Keepsake]
"""What can be undone in each editor of an entry, while its screen is open."""


class Field(Vertical):
    """One question's answer on the screen.

    Args:
        question: What is asked.
        value: The answer so far, in kept shape.
        unclear: What was typed before and not understood.
    """

    @dataclass
    class Changed(Message):
        """The answer changed."""

        field: "Field"

    def __init__(self, question: Question, value: Answer = None, unclear: str = "") -> None:  # noqa: ARG002 - each kind of field shows it
        super().__init__(classes="field")
        self.question = question

    @property
    def value(self) -> Answer:
        """The answer in kept shape; None when nothing is said or it cannot be understood."""
        return None

    @property
    def unclear(self) -> str:
        """What was typed and is not understood; empty when all is well."""
        return ""

    @property
    def cursor(self) -> int:
        """Where the writer is: code points into what is written."""
        return 0

    def begin(self, cursor: int = 0) -> None:
        """Take the focus.

        Args:
            cursor: As `cursor` said when the writer left; beyond the end is the end.
        """

    def complain(self) -> None:
        """Say what is not understood."""

    def fetch(self, drawer: Drawer) -> None:
        """Take what can be undone out of the drawer."""

    def lay_aside(self, drawer: Drawer) -> None:
        """Put what can be undone into the drawer."""

    def changed(self) -> None:
        """Say that the answer changed."""
        self.post_message(self.Changed(self))


class WrittenField(Field):
    """A field that is written in: one editor or several, in reading order.

    The cursor counts through all of them as if their texts stood below each other.
    """

    @property
    def editors(self) -> list[Editor]:
        """The editors in reading order."""
        return []

    @property
    def cursor(self) -> int:
        """Code points before the cursor, all texts before it included."""
        before = 0
        for editor in self.editors:
            if editor.has_focus:
                return before + editor.cursor_index
            before += len(editor.text) + 1
        return 0

    def begin(self, cursor: int = 0) -> None:
        """Focus the editor the cursor belongs to."""
        for editor in self.editors:
            if cursor <= len(editor.text) or editor is self.editors[-1]:
                editor.focus(scroll_visible=True)
                editor.cursor_index = cursor
                return
            cursor -= len(editor.text) + 1

    def _key(self, index: int) -> str:
        return f"{self.question.id}/{index}"

    def fetch(self, drawer: Drawer) -> None:
        """Go on with the undo history of each editor."""
        for index, editor in enumerate(self.editors):
            kept = drawer.get(self._key(index))
            if kept is not None:
                editor.restore(kept)

    def lay_aside(self, drawer: Drawer) -> None:
        """Keep the undo history of each editor."""
        for index, editor in enumerate(self.editors):
            drawer[self._key(index)] = editor.keepsake()

    def on_text_area_changed(self, event: Editor.Changed) -> None:
        """Something was typed."""
        event.stop()
        self.changed()

    def on_editor_edge_reached(self, event: Editor.EdgeReached) -> None:
        """Go to the editor above or below; beyond them to the neighbours of the field."""
        event.stop()
        self.step(event.editor, event.direction)

    def step(self, editor: Editor, direction: int) -> None:
        """Go from one editor to the next in a direction, -1 up or 1 down."""
        index = self.editors.index(editor) + direction
        if 0 <= index < len(self.editors):
            self.editors[index].focus()
        elif direction < 0:
            self.screen.focus_previous(".writable, .writable *")
        else:
            self.screen.focus_next(".writable, .writable *")
