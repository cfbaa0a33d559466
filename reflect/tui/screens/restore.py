"""Bringing a backup back: first what it would bring, then one key; the vault so far stays beside it."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker

from reflect.domain.fault import Fault
from reflect.language import N_, _, dates, ngettext
from reflect.language.faults import sentence
from reflect.tui.commands.command import Command
from reflect.tui.widgets.keyrow import KeyRow
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import upkeep

if TYPE_CHECKING:
    from datetime import datetime

    from reflect.vault.restore import Preview


class RestoreSheet(LowSheet[str]):
    """Names the file, shows what it holds, and makes it the vault; the door is locked afterwards.

    Before a door that is closed already it hands back what it has to say.

    Args:
        file: The file to look at; the newest backup without it.
        heading: What the sheet is called.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="look", key="enter", text=N_("ansehen"), action="look", order=1),
        Command(
            id="bring-back",
            key="f6",
            text=N_("zurückholen"),
            action="bring_back",
            order=2,
            available=lambda screen: screen.seen,
            priority=True,
        ),
        CLOSE,
    )

    def __init__(self, file: Path | None = None, *, heading: str = "") -> None:
        super().__init__()
        self.heading = heading or _("Sicherung zurückholen")
        self.seen = False
        self.file = file

    def compose_body(self) -> Iterable[Widget]:
        """The file, what opens it, and what it would bring."""
        newest = upkeep.newest_backup(self.app.sitting) if self.app.sitting is not None else None
        file = self.file or (newest.path if newest else "")
        yield Static(Content.styled(self.heading, "bold $ink"))
        yield Static(Content.styled(_("Datei der Sicherung"), "$quiet"))
        yield TypedLine(str(file), onward=True, id="file")
        yield Static(Content.styled(_("Passphrase der Sicherung"), "$quiet"))
        yield TypedLine(masked=True, id="secret")
        yield Static("", id="brings")

    def on_mount(self) -> None:
        """Begin where something is missing."""
        self.query_one("#secret" if self.query_one("#file", TypedLine).text else "#file").focus()

    def on_typed_line_changed(self) -> None:
        """Another file or passphrase has to be looked at first."""
        self.seen = False
        self.query_one(KeyRow).refresh()

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """The last line looks."""
        if event.line.id == "secret":
            self.action_look()

    def action_look(self) -> None:
        """Look what it would bring; nothing is written."""
        self._work("previewing", upkeep.preview)

    def action_bring_back(self) -> None:
        """Make it the vault."""
        self._work("restoring", self._bring_back)

    def _work(self, name: str, task: Callable[..., Any]) -> None:
        file, secret = (self.query_one(f"#{one}", TypedLine).text for one in ("file", "secret"))
        if file.strip() and secret and not any(not worker.is_finished for worker in self.workers):
            self.say(_("Wird gelesen und geprüft …"))
            call = partial(task, self.app.surroundings, Path(file.strip()).expanduser(), secret)
            self.run_worker(call, thread=True, exit_on_error=False, name=name)

    def _bring_back(self, surroundings: Any, file: Path, secret: str) -> Path | None:
        if self.app.sitting is not None:  # the vault so far is moved aside, so nobody may hold it
            self.app.sitting.close()
        return upkeep.bring_back(surroundings, file, secret)

    async def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what it would bring; lock once it is the vault, or once the vault was let go."""
        worker = event.worker
        if worker.name not in {"previewing", "restoring"} or not worker.is_finished:
            return
        fault = worker.error
        if fault is not None and not isinstance(fault, Fault):
            raise fault
        if worker.name == "restoring":
            await self._lock(fault, worker.result)
        elif fault is not None:
            self.say(sentence(fault), attention=True)
        elif worker.result is not None:
            self._tell(worker.result)

    async def _lock(self, fault: Fault | None, kept: Path | None) -> None:
        app = self.app
        words = _("Der Stand der Sicherung ist jetzt dein Tresor.")
        if kept is not None:
            words = _("Zurückgeholt. Der bisherige Tresor liegt noch da: {name}").format(name=kept.name)
        if app.sitting is None and fault is None:
            self.dismiss(words)
            return
        await app.lock()
        if app.page is not None:
            app.page.say(sentence(fault) if fault is not None else words, attention=fault is not None)

    def _tell(self, found: "Preview") -> None:
        self.seen = True
        self.query_one("#brings", Static).update(Content.styled(brings(found, self.app.surroundings.now()), "$ink"))
        self.hush()
        self.query_one(KeyRow).refresh()


def brings(found: "Preview", now: "datetime") -> str:
    """What a backup would bring, change and leave behind, in words."""
    parts = []
    if found.written is not None:
        day = dates.day_and_month(found.written.astimezone(now.tzinfo).date(), now.date())
        parts.append(_("Geschrieben am {day}.").format(day=day))
    words = ngettext("Ein Eintrag darin.", "{count} Einträge darin.", found.documents)
    parts.append(words.format(count=found.documents))
    if not found.comparable:
        return "\n".join([" ".join(parts), _("Mit dem jetzigen Tresor lässt sie sich nicht vergleichen.")])
    words = _("Bringt {brings}, die jetzt fehlen, ändert {changes}; {loses} sind nur im jetzigen Tresor.")
    compared = words.format(brings=len(found.brings), changes=len(found.changes), loses=len(found.loses))
    return "\n".join([" ".join(parts), compared, _("Der jetzige Tresor bleibt daneben liegen.")])
