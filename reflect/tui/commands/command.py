"""A command: one thing a person can do; key row, palette, help and key map are drawn from it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal, Self

Group = Literal["hier", "schreiben", "überall"]


def always(_screen: Any) -> bool:
    """The command is available whenever its screen is."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do on a screen.

    Attributes:
        id: Unique on its screen; a screen's own command replaces an everywhere command of the same id.
        key: As Textual names it (`ctrl+l`, `f6`, `enter`, `r`); empty for a command without a key.
        text: The word in the key row and the palette, a German msgid (`N_("sperren")`).
        action: Name of the method `action_<name>` on the screen or on the app.
        tooltip: The line in the help and at the mouse, a German msgid; empty repeats `text`.
        group: Where the help lists it.
        in_row: Whether the key row offers it.
        order: Smaller comes first.
        available: Whether it can be done now, asked with the screen.
        reason: Why not, a German msgid; without one an unavailable command is not shown at all.
        priority: The key counts even where text is typed.
    """

    id: str
    key: str
    text: str
    action: str
    tooltip: str = ""
    group: Group = "hier"
    in_row: bool = True
    order: int = 50
    available: Callable[[Any], bool] = always
    reason: str = ""
    priority: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that does it: a letter counts in both cases."""
        if not self.key:
            return ()
        return (self.key, self.key.upper()) if len(self.key) == 1 and self.key.isalpha() else (self.key,)

    def shown(self, *, order: int | None = None, text: str | None = None) -> Self:
        """The same command in the key row, perhaps at another place or under another word."""
        return replace(
            self,
            in_row=True,
            order=self.order if order is None else order,
            text=self.text if text is None else text,
        )
