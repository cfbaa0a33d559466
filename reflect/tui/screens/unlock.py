"""The locked door: nothing of the vault is known here, and nothing heavy is loaded before it is painted."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import QUIT
from reflect.tui.screens.door import OTHER_VAULT, RESTORE_MISSING, Door, is_away
from reflect.tui.widgets.typedline import TypedLine

if TYPE_CHECKING:
    from reflect.workflows.sitting import Sitting
    from reflect.workflows.surroundings import Surroundings

USUAL_SECONDS = 1.5
BAR_AFTER_SECONDS = 2
BAR_CELLS = 24
HEAVY = ("reflect.workflows.opening", "reflect.tui.screens.home")
"""What home and the vault need; loaded in a thread while the person types."""


class Unlock(Door):
    """Asks for the passphrase or the recovery key."""

    CSS_PATH = "../styles/unlock.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            id="open",
            key="enter",
            text=N_("öffnen"),
            action="open",
            order=1,
            available=lambda screen: not (screen.is_in_use or is_away(screen)),
        ),
        Command(
            id="only-read",
            key="enter",
            text=N_("nur lesen"),
            action="open",
            tooltip=N_("öffnen, ohne zu schreiben"),
            order=1,
            available=lambda screen: screen.is_in_use,
        ),
        Command(
            id="look-again",
            key="enter",
            text=N_("nachsehen"),
            tooltip=N_("sehen, ob er wieder da ist"),
            action="look_again",
            order=1,
            available=is_away,
        ),
        Command(
            id="recovery",
            key="f2",
            text=N_("Notfallschlüssel"),
            action="other_secret",
            tooltip=N_("mit dem Notfallschlüssel öffnen"),
            order=2,
            available=lambda screen: not (screen.with_recovery or is_away(screen)),
        ),
        Command(
            id="passphrase",
            key="f2",
            text=N_("Passphrase"),
            action="other_secret",
            tooltip=N_("mit der Passphrase öffnen"),
            order=2,
            available=lambda screen: screen.with_recovery,
        ),
        RESTORE_MISSING,
        OTHER_VAULT,
        QUIT.shown(order=4),
    )

    def __init__(self) -> None:
        super().__init__()
        self.with_recovery = False
        self.is_in_use = False
        self.is_told_away = False
        self._began = 0.0

    def compose_body(self) -> ComposeResult:
        """A block of 52 cells, a little above the middle."""
        yield Static(id="above")
        with Vertical(id="door"):
            yield Static("reflect", classes="heading")
            yield Static(id="closed", classes="ink")
            yield Static(self.called, id="name", classes="quiet", markup=False)
            if self.app.waiting:
                yield Static(_("Ein angefangener Text wartet, versiegelt."), id="waiting", classes="ink")
            yield Static(_("Passphrase"), id="label", classes="quiet")
            yield TypedLine(masked=True, id="secret")
            yield Static(self.promise(), id="said", classes="quiet")

    def on_mount(self) -> None:
        """Load what home needs while the person types."""
        self.look_again()
        self.query_one(TypedLine).focus()
        self.set_interval(0.5, self.show_share)
        # Not before the first paint: the imports would compete with it.
        self.call_after_refresh(self.run_worker, _load_heavy, thread=True, exit_on_error=False, name="loading")

    async def action_open(self) -> None:
        """Open with what is typed; for reading when another window writes and the person has been told so."""
        self._try(self.query_one(TypedLine).text)

    def action_look_again(self) -> None:
        """Look whether the vault is back."""
        self.look_again()

    def look_again(self) -> None:
        """Say what there is now."""
        self.is_in_use = False
        self.is_told_away = is_away(self)
        self._show_name()
        away = _("Dein Tresor ist gerade nicht da.")
        self.query_one("#closed", Static).update(away if self.is_told_away else _("Dein Tresor ist verschlossen."))
        self._say(Content(self.promise()))
        self.refresh_keys()

    def _show_name(self) -> None:
        """Say the vault's name where there are several, else leave no empty row."""
        line = self.query_one("#name", Static)
        line.update(self.called)
        line.display = bool(self.called)

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """Enter opens, or looks again for a vault that is not there."""
        if self.is_told_away:
            self.look_again()
        if not self.is_told_away:
            self._try(event.text)

    def on_typed_line_changed(self) -> None:
        """A new attempt: the last answer goes away."""
        if not self._busy:
            self._say(Content(self.promise()))

    def action_other_secret(self) -> None:
        """Between passphrase and recovery key; the key is shown while it is typed, since it is copied from paper."""
        self.with_recovery = not self.with_recovery
        line = self.query_one(TypedLine)
        line.masked = not self.with_recovery
        line.set_text("")
        self.query_one("#label", Static).update(_("Notfallschlüssel") if self.with_recovery else _("Passphrase"))
        self.refresh_keys()
        line.focus()

    @property
    def _busy(self) -> bool:
        return any(worker.name == "opening" and not worker.is_finished for worker in self.workers)

    def _try(self, secret: str) -> None:
        demo = self.app.demo
        if self._busy or not (secret or demo):
            return
        self._say_open()
        opening: Callable[[], Sitting] = partial(self._open, secret, reading=self.is_in_use)
        if demo is not None:
            opening = partial(reopen, demo)
        self.run_worker(opening, thread=True, exit_on_error=False, name="opening")

    def _open(self, secret: str, *, reading: bool) -> "Sitting":
        with self.app.door:  # the sitting before may still be writing its backup
            return open_sitting(self.app.surroundings, secret, reading=reading)

    def _say_open(self) -> None:
        self._began = self.app.ticks()
        self._say(Content(_("Öffnet …")))

    def show_share(self) -> None:
        """From two seconds on, show that it goes on; how long it takes hangs on the machine."""
        seconds = self.app.ticks() - self._began
        if self._busy and seconds >= BAR_AFTER_SECONDS:
            done = round(BAR_CELLS * seconds / (seconds + USUAL_SECONDS))
            self._say(Content(_("Öffnet …") + "\n" + "█" * done + "░" * (BAR_CELLS - done)))

    async def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The door opened, or it stays closed and says why."""
        if event.worker.name != "opening":
            return
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            self.query_one(TypedLine).set_text("")
            await self.app.open(event.worker.result)
        elif event.state is WorkerState.ERROR and event.worker.error is not None:
            self._refuse(event.worker.error)

    def _refuse(self, error: BaseException) -> None:
        from reflect.domain.fault import Fault, VaultInUse, WrongPassphrase  # noqa: PLC0415 - loaded while the person types
        from reflect.language.faults import sentence  # noqa: PLC0415 - loaded with the first fault

        line = self.query_one(TypedLine)
        if isinstance(error, WrongPassphrase) and self.with_recovery:
            self._attend(_wrong_key(line.text))
        elif isinstance(error, WrongPassphrase):
            line.set_text("")
            self._attend(_("Das war nicht die Passphrase. Nichts ist verloren.") + self._hint())
        elif isinstance(error, Fault):
            self.is_in_use = isinstance(error, VaultInUse)
            self.refresh_keys()
            reading = "\n" + _("Eingabe öffnet hier nur zum Lesen.") if self.is_in_use else ""
            self._attend(sentence(error) + reading)
        else:
            raise error
        line.focus()

    def _hint(self) -> str:
        return "\n" + _("Oder ist es ein anderer Tresor? F3") if self.called else ""

    def _attend(self, words: str) -> None:
        self._say(Content.assemble(("! ", "bold $danger"), (words, "$ink")))

    def _say(self, words: Content) -> None:
        self.query_one("#said", Static).update(words)


def reopen(demo: "Sitting") -> "Sitting":
    """The vault of the demo, which never was closed, with the text that was interrupted."""
    from reflect.workflows.writing import recover_draft  # noqa: PLC0415 - loaded with the vault

    recover_draft(demo)
    return demo


def _wrong_key(typed: str) -> str:
    """What is wrong with a recovery key that opened nothing: the mistyped group, or that it is another vault's."""
    from reflect.domain.fault import WrongUsage  # noqa: PLC0415 - loaded while the person types
    from reflect.language.faults import sentence  # noqa: PLC0415 - loaded with the first fault
    from reflect.workflows.recovery import look_at  # noqa: PLC0415 - the same

    try:
        look_at(typed)
    except WrongUsage as fault:
        return sentence(fault)
    return _("Dieser Schlüssel gehört zu einem anderen Tresor. Nichts ist verloren.")


def _load_heavy() -> None:
    for name in HEAVY:
        import_module(name)


def open_sitting(surroundings: "Surroundings", secret: str, *, reading: bool) -> "Sitting":
    """Open the vault; slow, so in a thread.

    Args:
        surroundings: Where it lies.
        secret: As typed.
        reading: Whether reading is enough while another window writes; the right to write is taken where it is free.
    """
    from reflect.workflows.opening import open_or_read, open_vault  # noqa: PLC0415 - heavy, and only in the thread

    return open_or_read(surroundings, secret) if reading else open_vault(surroundings, secret)
