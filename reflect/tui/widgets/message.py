"""The message line: a sentence or two above the keys, whole, until the next key."""

from textual.content import Content
from textual.widgets import Static


class MessageLine(Static):
    """Lies over the last rows of the body while it has something to say; it wraps and is never cut."""

    def say(self, text: str, *, attention: bool = False) -> None:
        """Show a sentence.

        Args:
            text: Already in the reader's language.
            attention: Puts `!` before it.
        """
        sign = Content.styled("! ", "bold $danger") if attention else Content("")
        self.update(Content.assemble(sign, (text, "$ink")))
        self.display = True

    def hush(self) -> None:
        """Take the sentence away."""
        self.display = False
