"""The editor: where a person writes. Keys that office people know, a bar at the left, a cursor that stands still."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.document._document import Selection
from textual.document._history import EditHistory
from textual.message import Message

from reflect.tui.widgets.painted_area import TAB, PaintedArea

_CONTROLS = dict.fromkeys([*range(0x20), 0x7F, *range(0x80, 0xA0)])
_KEPT_CONTROLS = {ord("\n"): "\n", ord("\t"): " " * TAB}
_CLEAN = _CONTROLS | _KEPT_CONTROLS


def _hidden(keys: str, action: str) -> Binding:
    return Binding(keys, action, show=False)


def _moving(key: str, action: str) -> list[BindingType]:
    """A key that moves, and the same with Shift that selects on the way."""
    *held, last = key.split("+")
    return [_hidden(key, action), _hidden("+".join([*held, "shift", last]), f"{action}(True)")]


class Keepsake(NamedTuple):
    """What an editor needs to go on as if it had never been away.

    Attributes:
        text: What stood there.
        history: What can be undone.
        selection: Cursor and selection.
    """

    text: str
    history: EditHistory
    selection: Selection


class Editor(PaintedArea):
    """A field for prose.

    Attributes:
        single_line: Enter finishes instead of breaking the line.
    """

    DEFAULT_CSS = """
    Editor, Editor:focus {
        background: $field;
        color: $ink;
        border-left: vkey $stroke;
        padding-left: 1;
        scrollbar-background: $field;
        scrollbar-background-hover: $field;
        scrollbar-background-active: $field;
        scrollbar-color: $stroke;
        scrollbar-color-hover: $stroke;
        scrollbar-color-active: $accent;
        & .text-area--cursor { background: $accent; color: $field; text-style: none; }
        & .text-area--selection { background: $select; color: $on-select; text-style: none; }
        & .text-area--placeholder { color: $quiet; }
    }
    Editor:focus { border-left: outer $accent; }
    Editor.-wrong, Editor.-wrong:focus { border-left: outer $danger; }
    Editor.-line { height: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *_moving("left", "cursor_left"),
        *_moving("right", "cursor_right"),
        *_moving("up", "cursor_up"),
        *_moving("down", "cursor_down"),
        *_moving("home", "cursor_line_start"),
        *_moving("end", "cursor_line_end"),
        *_moving("ctrl+left", "cursor_word_left"),
        *_moving("ctrl+right", "cursor_word_right"),
        *_moving("ctrl+home", "text_start"),
        *_moving("ctrl+end", "text_end"),
        _hidden("pageup", "cursor_page_up"),
        _hidden("pagedown", "cursor_page_down"),
        _hidden("backspace", "delete_left"),
        _hidden("delete", "delete_right"),
        _hidden("ctrl+backspace", "delete_word_left"),
        _hidden("ctrl+delete", "delete_word_right"),
        _hidden("ctrl+a", "select_all"),
        _hidden("ctrl+z", "undo"),
        _hidden("ctrl+y,ctrl+shift+z", "redo"),
        _hidden("ctrl+c", "copy"),
        _hidden("ctrl+x", "cut"),
        _hidden("ctrl+v", "paste"),
    ]

    @dataclass
    class Submitted(Message):
        """Enter was pressed in a field of one line."""

        editor: "Editor"

    @dataclass
    class EdgeReached(Message):
        """The cursor wanted to go beyond the first row (-1) or the last (1)."""

        editor: "Editor"
        direction: int

    @dataclass
    class EmptiedBefore(Message):
        """Backspace was pressed at the very beginning."""

        editor: "Editor"

    def __init__(
        self,
        text: str = "",
        *,
        single_line: bool = False,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(clean(text), placeholder=placeholder, id=id, classes=classes)
        self.single_line = single_line
        self.set_class(single_line, "-line")

    # --- typing ---

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            if self.single_line:
                self.post_message(self.Submitted(self))
            else:
                self.put("\n")
        elif event.is_printable and event.character is not None:
            event.stop()
            event.prevent_default()
            self.put(event.character)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.put(event.text)

    def put(self, text: str) -> None:
        """Put text where the cursor is, in place of what is selected."""
        text = clean(text)
        if self.single_line:
            text = " ".join(text.split("\n")) if "\n" in text else text
        if text or not self.selection.is_empty:
            self._replace_via_keyboard(text, *self.selection)

    def action_delete_left(self) -> None:
        """Delete to the left; at the very beginning say so."""
        if self.selection.is_empty and self.cursor_at_start_of_text:
            self.post_message(self.EmptiedBefore(self))
            return
        super().action_delete_left()

    # --- moving ---

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """One row up; beyond the first row the neighbours are asked."""
        if not select and self._cursor_offset[1] == 0:
            self.post_message(self.EdgeReached(self, -1))
        super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """One row down; beyond the last row the neighbours are asked."""
        if not select and self._cursor_offset[1] == self.wrapped_document.height - 1:
            self.post_message(self.EdgeReached(self, 1))
        super().action_cursor_down(select)

    def action_text_start(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """To the beginning of the text."""
        self.move_cursor((0, 0), select=select)

    def action_text_end(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """To the end of the text."""
        self.move_cursor(self.document.end, select=select)

    # --- the clipboard inside ---

    def action_copy(self) -> None:
        """Copy what is selected; nothing selected leaves the clipboard alone."""
        if not self.selection.is_empty:
            self.app.copy_to_clipboard(self.selected_text)

    def action_cut(self) -> None:
        """Copy what is selected and take it away."""
        if not self.selection.is_empty:
            self.action_copy()
            self._delete_via_keyboard(*self.selection)

    def action_paste(self) -> None:
        """Put in what was copied inside reflect."""
        if self.app.clipboard:
            self.put(self.app.clipboard)

    # --- going away and coming back ---

    @property
    def cursor_index(self) -> int:
        """Code points before the cursor."""
        row, column = self.cursor_location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    @cursor_index.setter
    def cursor_index(self, index: int) -> None:
        row = 0
        for row, line in enumerate(self.document.lines):
            if index <= len(line):
                self.move_cursor((row, max(0, index)))
                return
            index -= len(line) + 1
        self.move_cursor(self.document.end)

    def keepsake(self) -> Keepsake:
        """Text, undo history and cursor, for `restore` in another editor."""
        return Keepsake(self.text, self.history, self.selection)

    def restore(self, kept: Keepsake) -> None:
        """Go on where another editor stopped; a text that changed meanwhile keeps its own history."""
        if kept.text == self.text:
            self.history = kept.history
            self.history.checkpoint()
            self.selection = kept.selection


def clean(text: str) -> str:
    """Text fit for a field: one kind of line break, tabs as blanks, no control characters.

    A pasted escape sequence would otherwise reach the terminal when it is painted.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CLEAN)
