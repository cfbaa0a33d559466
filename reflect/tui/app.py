"""The app: carries the pages, the lock and the few commands that count everywhere."""

import asyncio
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType
from textual.events import Event, InputEvent, Key
from textual.screen import Screen

from reflect import language
from reflect.language import _
from reflect.tui.arrival import arrive
from reflect.tui.commands.commanding import Commanding, bindings
from reflect.tui.commands.everywhere import APP_WIDE
from reflect.tui.quiet import QuietApp
from reflect.tui.sealing import seal_and_close, seal_if_possible
from reflect.tui.start import Start

if TYPE_CHECKING:
    from reflect.domain.fault import Fault
    from reflect.tui.screens.page import Page
    from reflect.workflows.sitting import Sitting
    from reflect.workflows.surroundings import Surroundings

IDLE_CHECK_SECONDS = 10


class ReflectApp(QuietApp):
    """One person, one vault, one page at a time.

    Two modes: `closed` holds the unlock page or the first run, `open` home and what lies on it. Locking shows `closed`
    first and drops everything of `open` then.

    Args:
        surroundings: Places, clock and choices.
        start: Where to go once the vault is open.
        ticks: Seconds that only grow, for the idle lock.

    Attributes:
        sitting: The open vault; None while it is locked.
        door: Held while a vault is being closed; who opens waits for it.
        ticks: The clock of the idle lock.
        waiting: Whether unfinished text waits, sealed, behind the lock.
        held: What a full disk did not take at the lock, sealed.
        demo: A vault in memory that stays open behind the lock, since nothing could open it again.
    """

    # The locked page's styles too: a sheet that is read later makes Textual read all of them again.
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = ["styles/frame.tcss", "styles/unlock.tcss"]
    DEFAULT_MODE = "closed"
    TITLE = "reflect"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(APP_WIDE)]

    def __init__(
        self,
        surroundings: "Surroundings",
        *,
        start: Start | None = None,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.surroundings = surroundings
        self.start = start or Start()
        self.sitting: Sitting | None = self.start.sitting
        self.demo = self.start.sitting
        self.waiting = False
        self.held: list[bytes] = []
        self.door = threading.Lock()
        self.ticks = ticks
        self._last_used = (ticks(), surroundings.now())
        self._told_of_loss = False
        self.add_mode("closed", self._closed_page)
        self.plain_signs = surroundings.config.plain_signs
        self.begin_in(surroundings.config.theme)
        language.use(surroundings.config.language)

    # --- choices -----------------------------------------------------------------------------------------------

    def choose(self, **choices: Any) -> None:
        """Change the person's choices; language and theme hold at once.

        Raises:
            WrongUsage: A value does not fit.
            NotSaved: They hold, but only until the program ends.
        """
        try:
            self.surroundings.choose(**choices)
        finally:
            config = self.surroundings.config
            if self.sitting is not None:
                self.sitting.config = config
            language.use(config.language)
            self.theme = config.theme
            for page in self._screen_stacks.get("open", []):
                page.refresh(layout=True)

    # --- pages -------------------------------------------------------------------------------------------------

    @property
    def page(self) -> Commanding[Any] | None:
        """The page or sheet on top, when it is ours."""
        return self.screen if isinstance(self.screen, Commanding) else None

    def _closed_page(self) -> Screen[Any]:
        if self.start.consult:
            from reflect.tui.screens.consultation.guest import Guest  # noqa: PLC0415 - loaded when it is shown

            return Guest()
        if self.demo is not None and self.demo is self.sitting:
            return Screen()
        if self.surroundings.has_vault or self.surroundings.is_missing or self.demo is not None:
            from reflect.tui.screens.unlock import Unlock  # noqa: PLC0415 - loaded when it is shown

            return Unlock()
        from reflect.tui.screens.setup.first_run import FirstRun  # noqa: PLC0415 - loaded once in a lifetime

        return FirstRun()

    def on_mount(self) -> None:
        """Begin to watch for idle time; a sitting that is open already goes straight home."""
        self._heed_signals()
        self.set_interval(IDLE_CHECK_SECONDS, self.lock_when_idle)
        if self.sitting is not None:
            self.run_worker(self.open(self.sitting))

    async def open(self, sitting: "Sitting") -> None:
        """Show home, or where the start asks to go."""
        from reflect.tui.screens.home import Home  # noqa: PLC0415 - needs what the unlock page does without

        self.sitting = sitting
        interrupted, self.waiting = self.waiting, False
        self._note_use()
        left = self.current_mode
        self.add_mode("open", Home)
        await self.switch_mode("open")
        # Not awaited: the page that is taken away may be the one that asked for it.
        self.remove_mode(left)
        start, self.start = self.start, Start()
        if isinstance(self.screen, Home):
            self.screen.call_next(partial(self.screen.arrive, start, interrupted=interrupted))

    # --- lock --------------------------------------------------------------------------------------------------

    async def lock(self) -> None:
        """Hide everything at once, then seal what is unfinished and close the vault."""
        if self.sitting is None:
            return
        sitting, self.sitting = self.sitting, None
        sealing = self._unfinished()
        self.waiting = bool(sealing)
        self.start = next(filter(None, (page.way_back() for page in self._open_pages())), Start())
        self._clipboard = ""
        await self._hide()
        care = not self._told_of_loss  # a machine that shuts down waits for no backup
        seal = partial(self._close, partial(seal_and_close, sealing, sitting, self.held), sitting, care=care)
        self.run_worker(seal, thread=True, exit_on_error=True, group="lock")

    def _close(self, seal: Callable[..., None], sitting: "Sitting", *, care: bool) -> None:
        with self.door:
            seal(close=sitting is not self.demo, care=care)

    async def _hide(self) -> None:
        """Show the locked door and drop every page; in the first run the door takes the place of the steps."""
        left, shut = ("open", "closed") if self.current_mode == "open" else ("closed", "shut")
        self.add_mode(shut, self._closed_page)
        await self.switch_mode(shut)
        self.remove_mode(left)

    def _open_pages(self) -> "list[Page[Any]]":
        from reflect.tui.screens.page import Page  # noqa: PLC0415 - pages import the app's neighbours

        return [page for page in self._screen_stacks.get("open", []) if isinstance(page, Page)]

    def _unfinished(self) -> list[Callable[[], object]]:
        laid = [page.laid_aside() for page in self._open_pages()]
        return [finish for finish in laid if finish is not None]

    async def lock_when_idle(self) -> None:
        """Lock when nobody has touched key or mouse for as long as the settings say.

        Both clocks are asked, since one of them stands still while a laptop sleeps.
        """
        minutes = self.surroundings.config.idle_minutes
        ticks, moment = self._last_used
        idle = max(timedelta(seconds=self.ticks() - ticks), self.surroundings.now() - moment)
        if minutes and idle >= timedelta(minutes=minutes):
            await self.lock()

    def _note_use(self) -> None:
        self._last_used = (self.ticks(), self.surroundings.now())

    def stay_awake(self) -> None:
        """Count as use: a room that consults touches no key for minutes."""
        self._note_use()

    async def on_event(self, event: Event) -> None:
        """Every key and every move of the mouse counts as use; a key takes the last message away."""
        if isinstance(event, InputEvent) and not event.is_forwarded:
            self._note_use()
            if isinstance(event, Key) and self.page is not None:
                if self.page.takes_first(event.key):
                    await arrive(self)
                self.page.hush()
        await super().on_event(event)

    # --- commands that count everywhere ------------------------------------------------------------------------

    async def action_press(self, key: str) -> None:
        """Hand a key that counts everywhere to the page on top."""
        if self.page is not None:
            await self.page.action_press(key)

    async def action_lock(self) -> None:
        """Lock at once."""
        await self.lock()

    async def action_leave_program(self) -> None:
        """Lock and end; unfinished text stays sealed. What no disk took is named once before it is given up."""
        await self.lock()
        sealing = [worker for worker in self.workers if worker.group == "lock"]
        if sealing:  # an empty list would wait for every worker, this one too
            await self.workers.wait_for_complete(sealing)
        if self.held and not self._told_of_loss and self.page is not None:
            self._told_of_loss = True
            self.page.say(_("Der letzte Text liegt nur im Speicher, kein Platz. Öffne, dann F4."), attention=True)
            return
        self.exit(0)

    def _heed_signals(self) -> None:
        """End as with Ctrl+Q when the terminal is closed or the machine shuts down."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            # Windows' loop knows no signals, and outside the main thread nobody may listen to them.
            with suppress(AttributeError, RuntimeError, ValueError):
                loop.add_signal_handler(getattr(signal, name), self._end_at_once)

    def _end_at_once(self) -> None:
        self._told_of_loss = True
        self.run_worker(self.action_leave_program())

    def action_help(self) -> None:
        """Lay the help on the page, or take it away."""
        from reflect.tui.screens.help import HelpSheet  # noqa: PLC0415 - loaded when it is shown

        if isinstance(self.screen, HelpSheet):
            self.screen.dismiss(None)
        elif self.page is not None and not self.screen.is_modal:
            self.push_screen(HelpSheet(self.page), self._chosen)

    def action_palette(self) -> None:
        """Lay the palette on the page."""
        from reflect.tui.screens.palette import PaletteSheet  # noqa: PLC0415 - loaded when it is shown

        if self.page is not None and not self.screen.is_modal:
            self.push_screen(PaletteSheet(self.page), self._chosen)

    async def _chosen(self, command_id: str | None) -> None:
        if command_id is not None and self.page is not None:
            await self.page.action_command(command_id)

    def show_fault(self, fault: "Fault") -> None:
        """Say a fault on the page: what happened, why, what to do next."""
        from reflect.language.faults import sentence  # noqa: PLC0415 - loaded with the first fault

        if self.page is not None:
            self.page.say(sentence(fault), attention=True)

    def notify(self, message: str, **_options: Any) -> None:
        """Say it on the page instead of in a toast."""
        if self.page is not None:
            self.page.say(message)

    def action_help_quit(self) -> None:
        """Say how to leave; Ctrl+C copies where something is chosen."""
        self.notify(_("Beenden mit Strg+Q."))

    def seal_what_is_left(self) -> bool:
        """Seal what is unfinished although the program is failing."""
        return seal_if_possible(self._unfinished, self.sitting)


def run(surroundings: "Surroundings", start: Start | None = None) -> int:
    """Open the screen and stay until the person leaves.

    Args:
        surroundings: Places, clock and choices.
        start: Where to go once the vault is open; home without it.

    Returns:
        The exit code.
    """
    app = ReflectApp(surroundings, start=start)
    code = app.run()
    return app.return_code or code or 0
