"""A backup at once: where to, and the copy is proven before anybody calls it one."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from reflect.domain.fault import Fault
from reflect.language import N_, _
from reflect.language.faults import sentence
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import upkeep


class BackupSheet(LowSheet[str]):
    """Asks for the folder, remembers it, and hands it back once the copy is proven."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="back-up", key="enter", text=N_("sichern und prüfen"), action="back_up", order=1),
        CLOSE,
    )

    def compose_body(self) -> Iterable[Widget]:
        """What happens, and the folder."""
        yield Static(Content.styled(_("Sicherung"), "bold $ink"))
        yield Static(Content.styled(_("Ein Ordner an einem anderen Ort, am besten auf einem Stick."), "$ink"))
        yield Static(
            Content.styled(_("Danach sichert reflect von selbst dorthin, nach dem Sperren oder Beenden."), "$quiet")
        )
        yield Static("")
        yield TypedLine(self.app.surroundings.config.backup_folder)

    def on_typed_line_entered(self) -> None:
        """Do it."""
        self.action_back_up()

    @property
    def _busy(self) -> bool:
        return any(worker.name == "backing up" and not worker.is_finished for worker in self.workers)

    def action_back_up(self) -> None:
        """Write the copy and read it back, in a thread."""
        sitting, typed = self.app.sitting, self.query_one(TypedLine).text.strip()
        if sitting is None or not typed or self._busy:
            return
        self.say(_("Wird gesichert und geprüft …"))
        making = partial(upkeep.back_up, sitting, Path(typed).expanduser())
        self.run_worker(making, thread=True, exit_on_error=False, name="backing up")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The copy is whole, or it is said why not."""
        if event.worker.name != "backing up":
            return
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            self._remember(str(event.worker.result.path.parent))
        elif event.state is WorkerState.ERROR and event.worker.error is not None:
            if not isinstance(event.worker.error, Fault):
                raise event.worker.error
            self.query_one(TypedLine).wrong()
            self.say(sentence(event.worker.error), attention=True)

    def _remember(self, folder: str) -> None:
        try:
            self.app.choose(backup_folder=folder)
        except Fault as fault:
            self.say(sentence(fault), attention=True)
        else:
            self.dismiss(folder)
