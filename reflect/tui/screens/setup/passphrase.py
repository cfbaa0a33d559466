"""Third step of the first run: the passphrase, twice, with an honest word about its length."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.screens.setup.step import SetupStep
from reflect.tui.strength import Strength, strength
from reflect.tui.widgets.typedline import TypedLine

if TYPE_CHECKING:
    from reflect.vault.recovery import RecoveryKey
    from reflect.workflows.sitting import Sitting
    from reflect.workflows.surroundings import Surroundings

WORDS = {
    Strength.EMPTY: N_("Vier Wörter, die nichts miteinander zu tun haben, sind gut."),
    Strength.SHORT: N_("Schnell zu raten. Nimm ein, zwei Wörter dazu."),
    Strength.FAIR: N_("Geht. Ein Wort mehr macht es viel schwerer zu raten."),
    Strength.LONG: N_("Lang genug."),
}


class PassphraseStep(SetupStep):
    """Makes the vault when both lines hold the same."""

    number = 3
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="on", key="enter", text=N_("weiter"), action="onward", order=1),
        Command(id="before", key="f5", text=N_("zurück"), action="before", order=2, priority=True),
        Command(id="field", key="tab", text=N_("nächstes Feld"), action="next_field", order=3),
    )

    def compose_step(self) -> ComposeResult:
        """Two lines and what to say about them."""
        with VerticalScroll(id="told", can_focus=False):
            yield Static(_("Womit öffnest du den Tresor?"), classes="heading")
            yield Static(_("Nimm etwas, das du nirgends sonst benutzt."), classes="quiet")
            yield Static(_("Passphrase"), classes="quiet after")
            yield TypedLine(masked=True, onward=True, id="first")
            yield Static("", id="strength", classes="quiet")
            yield Static(_("Noch einmal"), classes="quiet after")
            yield TypedLine(masked=True, id="second")
            yield Static("", id="answer", classes="quiet")
            yield Static(
                _("Niemand kann sie zurücksetzen. Dafür bekommst du gleich einen Notfallschlüssel."),
                classes="quiet after",
            )

    def on_mount(self) -> None:
        """Ready to type."""
        super().on_mount()
        self._judge("")
        self.query_one("#first").focus()

    @property
    def _busy(self) -> bool:
        return any(worker.name == "making" and not worker.is_finished for worker in self.workers)

    def on_typed_line_changed(self, event: TypedLine.Changed) -> None:
        """A word about the length; the last answer goes away."""
        if event.line.id == "first":
            self._judge(event.text)
        self._answer("")

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """The second line makes the vault; the first leads to it by itself."""
        if event.line.id == "second":
            self.action_onward()

    def action_next_field(self) -> None:
        """The other line."""
        self.focus_next()

    def action_before(self) -> None:
        """What belongs here, again."""
        if not self._busy:
            super().action_before()

    def action_onward(self) -> None:
        """Make the vault, in a thread."""
        first, second = (self.query_one(f"#{name}", TypedLine) for name in ("first", "second"))
        if self._busy:
            return
        if not first.text:
            first.focus()
        elif first.text != second.text:
            second.wrong()
            second.focus()
            self._answer(_("Die beiden sind nicht gleich. Tippe sie noch einmal."), attention=True)
        else:
            self._answer(_("Der Tresor wird angelegt …"))
            make = partial(_make, self.app.surroundings, first.text, self.beginning.name)
            self.run_worker(make, thread=True, exit_on_error=False, name="making")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The vault is there, or it is said why not."""
        from reflect.domain.fault import Fault  # noqa: PLC0415 - loaded when the thread has answered
        from reflect.language.faults import sentence  # noqa: PLC0415 - the same
        from reflect.tui.screens.setup.key import KeyStep  # noqa: PLC0415 - the steps follow one another

        if event.worker.name != "making":
            return
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            self.beginning.sitting, key = event.worker.result
            self.beginning.groups = key.groups
            self.app.sitting = self.beginning.sitting
            self.go(KeyStep)
        elif event.state is WorkerState.ERROR and event.worker.error is not None:
            if not isinstance(event.worker.error, Fault):
                raise event.worker.error
            self._answer(sentence(event.worker.error), attention=True)

    def _judge(self, passphrase: str) -> None:
        self.query_one("#strength", Static).update(Content.styled(_(WORDS[strength(passphrase)]), "$quiet"))

    def _answer(self, words: str, *, attention: bool = False) -> None:
        sign = Content.styled("! ", "bold $danger") if attention else Content("")
        drawn = Content.assemble(sign, (words, "$ink" if attention else "$quiet"))
        self.query_one("#answer", Static).update(drawn)


def _make(surroundings: "Surroundings", passphrase: str, name: str) -> "tuple[Sitting, RecoveryKey]":
    from reflect.workflows.opening import create_vault  # noqa: PLC0415 - heavy, and only in the thread

    return create_vault(surroundings, passphrase, name=name)
