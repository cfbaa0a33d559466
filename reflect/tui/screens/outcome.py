"""How a page of the release ends, handed back to the page before it."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reflect.tui.screens.page import Page


class End(Enum):
    """Where to go from here."""

    REVIEW = auto()
    LEAVE = auto()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Handed back by the pages of a release; None means one page back.

    Attributes:
        end: Back to the review, or out of the release altogether.
        words: What is said on the page that is reached; may be empty.
        attention: With `!` before it.
    """

    end: End
    words: str = ""
    attention: bool = False


def end(page: "Page[Outcome]", outcome: Outcome) -> None:
    """Leave the release, and say on the page below how it ended."""
    app = page.app
    page.dismiss(outcome)

    def tell() -> None:
        if app.page is not None and outcome.words:
            app.page.say(outcome.words, attention=outcome.attention)

    app.call_after_refresh(tell)
