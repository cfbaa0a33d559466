"""What pages and sheets share: keys drawn from commands, and one way to carry a command out."""

from collections.abc import Callable, Iterable
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from textual.binding import Binding, BindingType
from textual.screen import Screen

from reflect.language import _
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import APP_WIDE

if TYPE_CHECKING:
    from reflect.tui.app import ReflectApp


Result = TypeVar("Result")


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The key map of some commands."""
    return [
        Binding(key, f"press('{command.key}')", command.text, show=False, priority=command.priority)
        for command in commands
        for key in command.keys
    ]


class Commanding(Screen[Result], Generic[Result]):
    """A screen whose `commands` become keys, key row, help and palette."""

    commands: ClassVar[tuple[Command, ...]] = ()

    def __init_subclass__(cls, **arguments: Any) -> None:
        if "commands" in cls.__dict__:
            shared = {command.id for command in APP_WIDE}
            own = [command for command in cls.commands if command.id not in shared]
            cls.BINDINGS = [*bindings(own), *cls.__dict__.get("BINDINGS", [])]
        super().__init_subclass__(**arguments)

    @property
    def app(self) -> "ReflectApp":  # type: ignore[override]  # Textual's App is invariant in its result
        """The app, as ours."""
        return cast("ReflectApp", super().app)

    @property
    def topic(self) -> str:
        """What the help calls this screen."""
        return str(getattr(self, "room", ""))

    def every_command(self) -> list[Command]:
        """The screen's own commands and the app's, in the order of the key row."""
        own = {command.id: command for command in self.commands}
        rest = [command for command in APP_WIDE if command.id not in own]
        return sorted([*own.values(), *rest], key=lambda command: command.order)

    def usable_commands(self) -> list[Command]:
        """The commands that are available now, or say why they are not."""
        return [command for command in self.every_command() if command.available(self) or command.reason]

    def row_commands(self) -> list[Command]:
        """The commands of the key row, without the help at its end."""
        return [command for command in self.usable_commands() if command.in_row and command.id != "help"]

    def takes_first(self, key: str) -> bool:
        """Whether a key is a command even where text is typed."""
        return any(command.priority and key in command.keys for command in self.every_command())

    def say(self, text: str, *, attention: bool = False) -> None:
        """Tell something; pages have a line for it."""

    def hush(self) -> None:
        """Take what was told away; the app calls it before each key."""

    async def action_press(self, key: str) -> None:
        """Carry out the command of a key; of several with the same key the one that is available now."""
        holders = [command for command in self.every_command() if command.key == key]
        free = [command for command in holders if command.available(self)]
        for command in (free or holders)[:1]:
            await self.carry_out(command)

    async def action_command(self, command_id: str) -> None:
        """Carry out a command by its id."""
        await self.carry_out(next(command for command in self.every_command() if command.id == command_id))

    async def carry_out(self, command: Command) -> None:
        """Do it, or say why it cannot be done now."""
        if not command.available(self):
            if command.reason:
                self.say(_(command.reason))
            return
        done = self._method(command)()
        if isawaitable(done):
            await done

    def _method(self, command: Command) -> Callable[[], Any]:
        name = f"action_{command.action}"
        return cast("Callable[[], Any]", getattr(self, name, None) or getattr(self.app, name))
