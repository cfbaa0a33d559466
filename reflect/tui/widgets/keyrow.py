"""The key row: what a person can do now, in words that can also be clicked."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.content import Content
from textual.events import Click, MouseMove
from textual.widget import Widget

from reflect.language import _
from reflect.language.keys import key_name
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import HELP

if TYPE_CHECKING:
    from reflect.tui.commands.commanding import Commanding

MOST = 5
WIDE_GAP = 3
TIGHT_GAP = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where a command stands in the row.

    Attributes:
        command: The command.
        start: First cell.
        end: The cell after its last.
    """

    command: Command
    start: int
    end: int


def words_of(command: Command) -> Content:
    """Key bold, word quiet."""
    key = key_name(command.key) if command.key else ""
    return Content.assemble((f"{key} " if key else "", "bold $ink"), (_(command.text), "$quiet"))


def layout(commands: list[Command], width: int, most: int = MOST) -> list[Place]:
    """Give each command its place; what does not fit drops from the right, help stays at the edge.

    Args:
        commands: In order, without help.
        width: In cells.
        most: How many stand beside help at most.
    """
    help_start = max(0, width - words_of(HELP).cell_length)
    chosen = commands[:most]
    gap = WIDE_GAP if _needed(chosen, WIDE_GAP) <= help_start - WIDE_GAP else TIGHT_GAP
    while chosen and _needed(chosen, gap) > help_start - TIGHT_GAP:
        chosen = chosen[:-1]
    places, at = [], 0
    for command in chosen:
        end = at + words_of(command).cell_length
        places.append(Place(command, at, end))
        at = end + gap
    return [*places, Place(HELP, help_start, width)]


def _needed(commands: list[Command], gap: int) -> int:
    return sum(words_of(command).cell_length for command in commands) + gap * max(0, len(commands) - 1)


class KeyRow(Widget):
    """Drawn from the commands of the screen it stands on."""

    most: ClassVar[int] = MOST

    @property
    def places(self) -> list[Place]:
        """What stands where now."""
        owner = cast("Commanding[Any]", self.screen)
        return layout(owner.row_commands(), self.size.width, self.most)

    def render(self) -> Content:
        """The row."""
        row = Content("")
        for place in self.places:
            row = Content.assemble(row, " " * (place.start - row.cell_length), words_of(place.command))
        return row

    def _at(self, x: int) -> Command | None:
        inside = x - self.styles.gutter.left
        return next((place.command for place in self.places if place.start <= inside < place.end), None)

    async def on_click(self, event: Click) -> None:
        """Carry the clicked command out."""
        command = self._at(event.x)
        if command is not None:
            event.stop()
            await cast("Commanding[Any]", self.screen).action_command(command.id)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Let the tooltip speak of what is under the mouse."""
        command = self._at(event.x)
        self.tooltip = _(command.tooltip or command.text) if command else None


class LongKeyRow(KeyRow):
    """One key more, for the live room."""

    most: ClassVar[int] = MOST + 1
