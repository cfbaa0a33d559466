"""The last sheet before something leaves: file, receiver, basis; Enter writes, Esc does not."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from reflect.domain.fault import AlreadyThere, Fault, Leak
from reflect.domain.release import Gate
from reflect.language import N_, _
from reflect.language.days import read_day
from reflect.language.release import BASES, RECEIVERS, became_of_it, page_words, whereabouts, written
from reflect.tui.commands.command import Command
from reflect.tui.screens.outcome import End, Outcome
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows.formats import possible
from reflect.workflows.handing_over import HandingOver, folder_for_pages, free_path

ASK_AFTER = timedelta(days=14)
PROPOSED = ".docx"
"""What a receiver opens without asking how; F4 goes through the others."""


class HandOutSheet(LowSheet[Outcome]):
    """Writes the file and hands back where to go from there.

    Args:
        handing: The handover, decided and through the gate.
    """

    CSS_PATH = "../styles/handout.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="write", key="enter", text=N_("Datei schreiben"), action="write", order=1),
        Command(
            id="format",
            key="f4",
            text=N_("anderes Format"),
            action="format",
            tooltip=N_("Word, HTML, Text, PDF oder Markdown"),
            order=2,
        ),
        CLOSE,
    )

    def __init__(self, handing: HandingOver) -> None:
        super().__init__()
        self.handing = handing

    def compose_body(self) -> Iterable[Widget]:
        """What leaves, where to, and on what basis."""
        handover = self.handing.handover
        gate = handover.gate or (self.handing.review.gate if self.handing.review is not None else None) or Gate()
        today = self.handing.sitting.today
        yield Static(_("Freigeben"), classes="heading")
        path = free_path(folder_for_pages(Path.home()), today, suffix=PROPOSED)
        yield self._row(_("Datei"), TypedLine(_short(path), id="file"))
        receiver = f"{_(RECEIVERS[handover.audience])}, {whereabouts(gate)}"
        yield self._row(_("An"), Static(receiver, classes="ink"))
        yield self._row(_("Grundlage"), Static(_(BASES[gate.basis]) if gate.basis else "", classes="ink"))
        due = today + ASK_AFTER
        yield self._row(_("Nachsehen"), TypedLine(f"{due:%d.%m.%Y}", id="due", limit=20))
        hint = _("An dem Tag steht auf deiner Startseite: Was ist daraus geworden? Leer: keine Frage.")
        yield Static(hint, id="due-hint", classes="quiet")
        yield Static(_("Eingabe schreibt die Datei, Esc nicht."), id="hint", classes="ink")

    @staticmethod
    def _row(label: str, value: Widget) -> Horizontal:
        return Horizontal(Static(label, classes="label quiet"), value, classes="row")

    def on_mount(self) -> None:
        """The keys are on the file."""
        self.query_one("#file", TypedLine).focus()

    def on_typed_line_entered(self) -> None:
        """Enter writes."""
        self.action_write()

    @property
    def _path(self) -> Path:
        return Path(self.query_one("#file", TypedLine).text.strip()).expanduser()

    def action_format(self) -> None:
        """The next format this installation can write, by the file's name."""
        every = possible()
        path = self._path
        name = path.suffix.removeprefix(".").lower()
        following = every[(every.index(name) + 1) % len(every)] if name in every else every[0]
        if path.name:
            self.query_one("#file", TypedLine).set_text(_short(path.with_suffix(f".{following}")))

    def action_write(self) -> None:
        """Write the file, unless one of the fields says nothing sensible."""
        if any(worker.name == "write" and not worker.is_finished for worker in self.workers):
            return
        due = self.query_one("#due", TypedLine)
        if due.text.strip() and read_day(due.text, self.handing.sitting.today) is None:
            due.wrong()
            due.focus()
            self.say(_("Diesen Tag gibt es nicht."), attention=True)
        elif not self._path.name or not self._path.parent.is_dir():
            self._refuse_file(_("Diesen Ordner gibt es nicht."))
        else:
            sitting = self.handing.sitting
            words = page_words(sitting.today, sitting.config.author, days=self.handing.counts_days)
            write = partial(self.handing.write, self._path.resolve(), words)
            self.run_worker(write, thread=True, exit_on_error=False, name="write")

    def _refuse_file(self, words: str) -> None:
        line = self.query_one("#file", TypedLine)
        line.wrong()
        line.focus()
        self.say(words, attention=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The file is there, or it was not written."""
        if event.worker.name != "write":
            return
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            self._ask_later()
            self.dismiss(Outcome(End.LEAVE, written(self._path.name, event.worker.result)))
        elif event.state is WorkerState.ERROR and event.worker.error is not None:
            self._refused(event.worker.error)

    def _ask_later(self) -> None:
        due = read_day(self.query_one("#due", TypedLine).text, self.handing.sitting.today)
        if due is not None:
            try:
                self.handing.ask_later(became_of_it(self.handing.handover.audience), due)
            except Fault as fault:
                self.app.show_fault(fault)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, AlreadyThere):
            free = free_path(error.path.parent, self.handing.sitting.today, suffix=error.path.suffix)
            self.query_one("#file", TypedLine).set_text(_short(free))
            words = _("{file} gibt es schon. Sie bleibt, wie sie ist; hier steht ein freier Name.")
            self._refuse_file(words.format(file=error.path.name))
        elif isinstance(error, Leak) and all(kind.startswith("name:") for kind in error.kinds):
            self._refuse_file(_("Der Dateiname verrät etwas. Nichts wurde geschrieben."))
        elif isinstance(error, Leak):
            words = _("In der fertigen Datei stand noch etwas. Nichts wurde geschrieben.")
            self.dismiss(Outcome(End.REVIEW, words, attention=True))
        elif isinstance(error, Fault):
            self.app.show_fault(error)
        else:
            raise error


def _short(path: Path) -> str:
    """The path as a person types it: `~` for their own folder."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
