"""Textual without what it tells others or says in English: own colours, no pictures, no toasts, no values in errors."""

from collections.abc import Iterable, Sequence
from typing import Any

from textual.app import App, SystemCommand
from textual.filter import LineFilter
from textual.screen import Screen

from reflect.tui import themes
from reflect.tui.colours import Indexed, PlainSigns, TwoColours


class QuietApp(App[int]):
    """An app with our three themes and every open door closed.

    Attributes:
        plain_signs: Draw only signs of every font.
    """

    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        super().__init__()
        self.plain_signs = False
        self.animation_level = "none"
        self._said_goodbye = False
        indexed = self.console.color_system == "256"
        for name in themes.NAMES:
            self.register_theme(themes.theme(name, indexed=indexed))

    def begin_in(self, theme: str) -> None:
        """Set the first theme: before anything is drawn, so the styles need not be read a second time for it.

        Args:
            theme: One of our names.
        """
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Every token, so that styles can be read before a theme is set."""
        return themes.variables("hell")

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What the terminal needs instead of our colours and signs."""
        filters: list[LineFilter] = []
        if self.no_color or self.console.color_system in {None, "standard", "windows"}:
            filters.append(TwoColours())
        elif self.console.color_system == "256":
            filters.append(Indexed())
        if self.plain_signs:
            filters.append(PlainSigns())
        return filters

    def copy_to_clipboard(self, text: str) -> None:
        """Keep a copy inside the program; the system's clipboard and its history never see it."""
        self._clipboard = text

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's signature
        """None: no picture of the screen, no second palette."""
        return ()

    def deliver_screenshot(self, *_arguments: Any, **_options: Any) -> None:
        """No picture of the screen is written to a disk."""

    def save_screenshot(self, *_arguments: Any, **_options: Any) -> str:
        """No picture of the screen is written to a disk."""
        return ""

    def _fatal_error(self) -> None:
        """End with a page of our own: the stock one prints the values of every variable."""
        from reflect.tui import fatal  # noqa: PLC0415 - loaded when all else has failed

        if self._said_goodbye:
            return
        self._said_goodbye = True
        self._exit_renderables.append(fatal.page(self._exception, sealed=self.seal_what_is_left()))
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        for page in self._exit_renderables:
            self.error_console.print(page, soft_wrap=False)
        self._exit_renderables.clear()

    def seal_what_is_left(self) -> bool:
        """Save what can be saved while the program fails; whether there was something and it worked."""
        return False
