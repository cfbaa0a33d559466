"""The page: head, body, message line and keys; every full screen is one."""

from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import DescendantFocus
from textual.reactive import reactive

from reflect.tui.commands.command import Command
from reflect.tui.commands.commanding import Commanding
from reflect.tui.commands.everywhere import BACK
from reflect.tui.reader import ONLY_YOU, Reader
from reflect.tui.start import Start
from reflect.tui.widgets.head import Head
from reflect.tui.widgets.keyrow import KeyRow
from reflect.tui.widgets.message import MessageLine

Result = TypeVar("Result")
COLUMNS = ((0, "-cols-0"), (76, "-cols-76"), (110, "-cols-110"))
ROWS = ((0, "-rows-0"), (28, "-rows-28"), (30, "-rows-30"), (36, "-rows-36"))


class Page(Commanding[Result], Generic[Result]):
    """One reading page with a margin.

    A subclass lists `commands` and fills `compose_body`. The classes `-rows-28`, `-rows-30`, `-rows-36`,
    `-cols-76` and `-cols-110` follow the size; exactly one of each kind holds (the largest that fits).
    """

    HORIZONTAL_BREAKPOINTS = list(COLUMNS)  # noqa: RUF012 - Textual declares it as an instance variable
    VERTICAL_BREAKPOINTS = list(ROWS)  # noqa: RUF012 - the same
    commands: ClassVar[tuple[Command, ...]] = (BACK,)
    key_row: ClassVar[type[KeyRow]] = KeyRow

    room = reactive("")
    about = reactive("")
    reader: reactive[Reader] = reactive(ONLY_YOU)

    def compose(self) -> ComposeResult:
        """Head, body, message line and keys."""
        yield Head(self.room, self.about, self.reader)
        with Vertical(id="body"):
            yield from self.compose_body()
        yield MessageLine()
        yield self.key_row()

    def compose_body(self) -> ComposeResult:
        """What a screen fills in."""
        return ()

    def watch_room(self, room: str) -> None:
        """The head follows."""
        for head in self.query(Head):
            head.room = room

    def watch_about(self, about: str) -> None:
        """The head follows."""
        for head in self.query(Head):
            head.about = about

    def watch_reader(self, reader: Reader) -> None:
        """The head follows."""
        for head in self.query(Head):
            head.reader = reader

    def say(self, text: str, *, attention: bool = False) -> None:
        """Show a sentence above the keys until the next key.

        Args:
            text: A fact in the past tense, in the reader's language.
            attention: Puts `!` before it.
        """
        self.query_one(MessageLine).say(text, attention=attention)

    def hush(self) -> None:
        """Take the sentence away; the app calls it before each key."""
        for line in self.query(MessageLine):
            line.hush()

    def refresh_keys(self) -> None:
        """Draw the key row again, after what is available has changed."""
        self.query_one(KeyRow).refresh()

    def on_descendant_focus(self, _event: DescendantFocus) -> None:
        """What is available may hang on the focus."""
        self.refresh_keys()

    def laid_aside(self) -> Callable[[], object] | None:
        """What is left to do on the disk before the vault is locked, with what a person typed here.

        Called in the screen's thread when the page is hidden; the result runs in another one.

        Returns:
            None when nothing is unfinished here. Bytes that the result gives back could not be written and are held
            in memory, sealed, until the vault is open again.
        """
        return None

    def way_back(self) -> Start | None:
        """Where to go once the vault is open again, when a lock takes this page away; None for home."""
        return None

    async def action_back(self) -> None:
        """Go back to the page before."""
        self.dismiss(None)
