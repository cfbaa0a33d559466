"""Taking everything out: what it means is said first, and the passphrase is asked for again."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from reflect.domain.fault import Fault
from reflect.language import N_, _, ngettext
from reflect.language.coursepicture import course_files
from reflect.language.entrypage import copy_note, entry_page
from reflect.language.faults import sentence
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows.takeout import ask_again, take_out

if TYPE_CHECKING:
    from reflect.workflows.sitting import Sitting
    from reflect.workflows.takeout import Taken


class TakeoutSheet(LowSheet[str]):
    """Writes everything readable into a folder that the person names; hands back what it has to say."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="take-out", key="enter", text=N_("herausnehmen"), action="take_out", order=1),
        CLOSE,
    )
    danger = True

    def compose_body(self) -> Iterable[Widget]:
        """What happens, where to, and once more the passphrase."""
        yield Static(Content.assemble(("! ", "bold $danger"), (_("Alles lesbar herausnehmen"), "bold $ink")))
        yield Static(
            Content.styled(
                _("Danach liegt alles, was du geschrieben hast, offen lesbar in diesem Ordner, auch mit Namen."), "$ink"
            )
        )
        yield Static(Content.styled(_("Neuer Ordner, oder neue Datei mit der Endung .zip"), "$quiet"))
        yield TypedLine(str(Path.home() / _("reflect-kopie")), onward=True, id="place")
        yield Static(Content.styled(_("Noch einmal deine Passphrase"), "$quiet"))
        yield TypedLine(masked=True, id="secret")

    def on_mount(self) -> None:
        """The passphrase is what is missing."""
        self.query_one("#secret").focus()

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """The last line does it."""
        if event.line.id == "secret":
            self.action_take_out()

    def action_take_out(self) -> None:
        """Ask once more who it is, then write, in a thread."""
        sitting = self.app.sitting
        place, secret = (self.query_one(f"#{name}", TypedLine).text for name in ("place", "secret"))
        if sitting is None or not place.strip() or not secret or any(not one.is_finished for one in self.workers):
            return
        self.say(_("Wird herausgenommen …"))
        folder = Path(place.strip()).expanduser()
        self.run_worker(
            lambda: _taken_out(sitting, secret, folder), thread=True, exit_on_error=False, name="taking out"
        )

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """It lies there, or it is said why not."""
        worker = event.worker
        if worker.name != "taking out" or worker.state not in {WorkerState.SUCCESS, WorkerState.ERROR}:
            return
        if worker.error is not None and not isinstance(worker.error, Fault):
            raise worker.error
        if worker.error is not None:
            self.query_one("#secret", TypedLine).set_text("")
            self.say(sentence(worker.error), attention=True)
        elif worker.result is not None:
            self.dismiss(_told(worker.result, self.query_one("#place", TypedLine).text.strip()))


def _taken_out(sitting: "Sitting", secret: str, place: Path) -> "Taken":
    ask_again(sitting, secret)
    return take_out(sitting, place, page=entry_page, note=copy_note(), course=course_files)


def _told(taken: "Taken", place: str) -> str:
    words = ngettext("{count} Eintrag liegt in {path}.", "{count} Einträge liegen in {path}.", taken.entries)
    told = words.format(count=taken.entries, path=place)
    if taken.missing:
        told += " " + _("Nicht mehr lesbar: {id}.").format(id=", ".join(taken.missing))
    return told
