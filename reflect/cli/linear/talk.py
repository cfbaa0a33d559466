"""Talk: one line asked, one line answered, and the few words that are commands everywhere."""

from dataclasses import dataclass
from enum import StrEnum

from reflect.cli.console import LINE_LIMIT, Console
from reflect.language import gettext as _


class Turn(StrEnum):
    """What a person can say instead of an answer."""

    BACK = "back"
    SKIP = "skip"
    LEAVE = "leave"
    HELP = "help"


_WORDS = {
    "/zurück": Turn.BACK,
    "/zurueck": Turn.BACK,
    "/z": Turn.BACK,
    "/back": Turn.BACK,
    "/b": Turn.BACK,
    "/auslassen": Turn.SKIP,
    "/a": Turn.SKIP,
    "/skip": Turn.SKIP,
    "/s": Turn.SKIP,
    "/aufhören": Turn.LEAVE,
    "/aufhoeren": Turn.LEAVE,
    "/q": Turn.LEAVE,
    "/stop": Turn.LEAVE,
    "/hilfe": Turn.HELP,
    "/help": Turn.HELP,
    "/?": Turn.HELP,
}
"""Both languages count at any time."""
_YES = frozenset({"j", "ja", "y", "yes"})


@dataclass(frozen=True, slots=True)
class Line:
    """What came back.

    Attributes:
        text: The line; empty when only Enter was pressed.
        turn: What was asked for instead of an answer.
        ended: The input is over; `turn` is `LEAVE` then.
    """

    text: str = ""
    turn: Turn | None = None
    ended: bool = False


class Talk:
    """A conversation on the console."""

    def __init__(self, console: Console) -> None:
        self.console = console

    def tell(self, *lines: str) -> None:
        """Say something; an empty text is an empty line."""
        for line in lines:
            self.console.insist(line)

    def ask(self, prompt: str = "") -> Line:
        """Ask for one line; help is given on the way."""
        while True:
            text = self.console.line(prompt)
            if text is None:
                return Line(turn=Turn.LEAVE, ended=True)
            turn = _WORDS.get(text.strip().casefold())
            if turn is not Turn.HELP:
                self._warn_if_cut(text)
                return Line(turn=turn) if turn else Line(text)
            self.tell(*help_lines())

    def agrees(self, question: str) -> bool | None:
        """Ask for yes or no; Enter is no.

        Returns:
            None at the end of the input.
        """
        line = self.ask(_("{question} (ja oder nein) ").format(question=question))
        return None if line.ended else line.text.strip().casefold() in _YES

    def _warn_if_cut(self, text: str) -> None:
        if self.console.given.isatty() and len(text.encode()) >= LINE_LIMIT - 1:
            self.tell(_("Diese Zeile war länger, als ein Terminal weitergibt. Prüfe ihr Ende."))


def help_lines() -> tuple[str, ...]:
    """The commands, one line each."""
    return (
        _("/zurück     zur vorigen Frage"),
        _("/auslassen  diese Frage auslassen"),
        _("/aufhören   jetzt gehen; alles bleibt gespeichert"),
        _("/hilfe      diese Hilfe"),
    )
