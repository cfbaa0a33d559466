"""One typed row: a passphrase, a word to search, a group of the recovery key; office keys, no history."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Blur, Click, Focus, Key, Paste
from textual.geometry import Offset
from textual.message import Message
from textual.widget import Widget

MASK = "●"


class TypedLine(Widget, can_focus=True):
    """A bar, one cell, and what is typed.

    Args:
        text: What stands there at first.
        masked: Shows one dot for each character and lets nothing be copied.
        limit: Most characters it takes.
        onward: Enter goes to the line after it.
        emptied: Enter hands over what stands here and leaves the line empty, so that the next words begin anew.
        joint: Stands between the lines of what is pasted; empty takes the first line only.
        id: For queries and styles.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "left", show=False),
        Binding("right", "right", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("backspace", "erase", show=False),
        Binding("delete", "erase_right", show=False),
        Binding("ctrl+backspace", "erase_all", show=False),
        Binding("ctrl+a", "mark_all", show=False),
        Binding("ctrl+v", "paste", show=False),
    ]

    @dataclass
    class Changed(Message):
        """Something was typed.

        Attributes:
            line: Where.
            text: What stands there now.
        """

        line: "TypedLine"
        text: str

    @dataclass
    class Entered(Message):
        """Enter was pressed.

        Attributes:
            line: Where.
            text: What stands there.
        """

        line: "TypedLine"
        text: str

    def __init__(
        self,
        text: str = "",
        *,
        masked: bool = False,
        limit: int = 1024,
        onward: bool = False,
        emptied: bool = False,
        joint: str = "",
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self.masked = masked
        self.limit = limit
        self.joint = joint
        self.onward = onward
        self.emptied = emptied
        self._text = text
        self._cursor = len(text)
        self._first = 0
        self._marked = False

    @property
    def text(self) -> str:
        """What stands there."""
        return self._text

    def set_text(self, text: str) -> None:
        """Put something else there, without a message."""
        self._text = text[: self.limit]
        self._first = 0
        self._move(len(self._text))

    def wrong(self, *, is_wrong: bool = True) -> None:
        """Mark what stands there as wrong; the words for it stand beside or below."""
        self.set_class(is_wrong, "-wrong")

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002 - Textual's signature
        """Everything printable is text here, so that no letter is a command."""
        return character is not None and character.isprintable()

    def on_key(self, event: Key) -> None:
        """Type a character; Enter is taken here, so that what is typed after it reaches the next line.

        Keys wait in a queue of their own for each part of a screen: some may arrive when the focus has gone on.
        """
        focused = self.screen.focused
        if focused is not None and focused is not self:
            event.stop()
            focused.post_message(event)
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            self._enter()
        elif event.character is not None and event.is_printable:
            event.stop()
            event.prevent_default()
            self._type(event.character)

    def on_paste(self, event: Paste) -> None:
        """Take the first line of what was pasted, or all of them where lines may be joined."""
        event.stop()
        lines = event.text.strip("\r\n").splitlines()
        self._type(self.joint.join(line.strip() for line in lines) if self.joint else "".join(lines[:1]))

    def on_click(self, event: Click) -> None:
        """Put the cursor where the mouse is."""
        cells = max(0, event.x - self.styles.gutter.left) + cell_len(self._shown[: self._first])
        place = 0
        while place < len(self._text) and cell_len(self._shown[: place + 1]) <= cells:
            place += 1
        self._move(place)

    def on_focus(self, _event: Focus) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self, _event: Blur) -> None:
        """Hide the cursor."""
        self.refresh()

    def action_left(self) -> None:
        """One character left."""
        self._move(self._cursor - 1)

    def action_right(self) -> None:
        """One character right."""
        self._move(self._cursor + 1)

    def action_first(self) -> None:
        """To the beginning."""
        self._move(0)

    def action_last(self) -> None:
        """To the end."""
        self._move(len(self._text))

    def action_erase(self) -> None:
        """Take the character before the cursor away, or all of it when all is marked."""
        if self._marked:
            self._put("", 0)
        elif self._cursor:
            self._put(self._text[: self._cursor - 1] + self._text[self._cursor :], self._cursor - 1)

    def action_erase_right(self) -> None:
        """Take the character after the cursor away, or all of it when all is marked."""
        if self._marked:
            self._put("", 0)
            return
        self._put(self._text[: self._cursor] + self._text[self._cursor + 1 :], self._cursor)

    def action_erase_all(self) -> None:
        """Empty the line."""
        self._put("", 0)

    def action_mark_all(self) -> None:
        """Mark everything: what is typed next takes its place."""
        self._move(len(self._text))
        self._marked = bool(self._text)

    def action_paste(self) -> None:
        """Paste what was copied inside the program."""
        self._type(self.app.clipboard.partition("\n")[0])

    def _enter(self) -> None:
        if self.onward and self._text:
            self.screen.focus_next(TypedLine)
        self.post_message(self.Entered(self, self._text))
        if self.emptied:
            self.set_text("")

    @property
    def _shown(self) -> str:
        return MASK * len(self._text) if self.masked else self._text

    def _type(self, text: str) -> None:
        clean = "".join(character for character in text if character.isprintable())
        if self._marked and clean:
            self._text, self._cursor = "", 0
        room = self.limit - len(self._text)
        clean = clean[: max(0, room)]
        self._put(self._text[: self._cursor] + clean + self._text[self._cursor :], self._cursor + len(clean))

    def _put(self, text: str, cursor: int) -> None:
        changed = text != self._text
        self._text = text
        self._move(cursor)
        if changed:
            self.remove_class("-wrong")
            self.post_message(self.Changed(self, text))

    def _move(self, cursor: int) -> None:
        self._cursor = max(0, min(len(self._text), cursor))
        self._marked = False
        self.refresh()

    def render(self) -> Content:
        """What is typed, and the cursor as a full cell."""
        width = max(1, self.content_size.width)
        shown = self._shown
        self._first = min(self._first, self._cursor)
        while cell_len(shown[self._first : self._cursor]) > width - 1:
            self._first += 1
        before = shown[self._first : self._cursor]
        at = shown[self._cursor : self._cursor + 1] or " "
        after = shown[self._cursor + 1 :]
        if not self.has_focus:
            return Content(shown[self._first :]).truncate(width)
        x = cell_len(before)
        self.app.cursor_position = self.content_region.offset + Offset(x, 0)
        chosen = "$on-select on $select" if self._marked else ""
        return Content.assemble((before, chosen), (at, "$field on $accent"), after).truncate(width)
