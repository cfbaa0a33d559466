"""The way through a consultation: prepare or go on, the room, what is taken along, the next meeting."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.screens.consultation.after import After
from reflect.tui.screens.consultation.live import Live
from reflect.tui.screens.consultation.nextmeeting import NextMeeting
from reflect.tui.screens.consultation.preparing import Preparing
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.workflows import consulting
from reflect.workflows.gathering import Gathering

if TYPE_CHECKING:
    from reflect.tui.app import ReflectApp

Back = Callable[[str], None]


class InterruptedSheet(LowSheet[bool]):
    """A session was cut off; hands back whether it goes on."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="on", key="w", text=N_("weitermachen"), action="on", order=1),
        Command(id="drop", key="v", text=N_("verwerfen"), action="drop", order=2),
        CLOSE,
    )

    def compose_body(self) -> Iterable[Widget]:
        """What happened."""
        yield Static(Content.styled(_("Eine Beratung wurde unterbrochen. Alles ist noch da."), "bold $ink"))

    def action_on(self) -> None:
        """Go on."""
        self.dismiss(result=True)

    def action_drop(self) -> None:
        """Let it vanish."""
        self.dismiss(result=False)


class Way:
    """From the first page to the last.

    Args:
        app: The app.
        back: Called at the end with a sentence about what became of it; empty when nothing began.
    """

    def __init__(self, app: "ReflectApp", back: Back) -> None:
        self.app = app
        self.back = back

    def begin(self) -> None:
        """Go on with what was interrupted, or prepare."""
        interrupted = consulting.resumable(self.app.surroundings)
        if interrupted is None:
            self.app.push_screen(Preparing(), self._begun)
        else:
            self.app.push_screen(InterruptedSheet(), lambda on: self._resumed(interrupted, on=on))

    def _resumed(self, gathering: Gathering, *, on: bool | None) -> None:
        if on:
            self._begun(gathering)
        elif on is not None:
            gathering.forget()
            self.app.push_screen(Preparing(), self._begun)

    def _begun(self, gathering: Gathering | None) -> None:
        if gathering is None:
            self.back("")
        elif gathering.ended:
            self._ended(gathering)
        else:
            self.app.push_screen(Live(gathering), lambda _result: self._ended(gathering))

    def _ended(self, gathering: Gathering, words: str = "") -> None:
        """Each who presented picks from their own notes, one after the other."""
        waiting = gathering.session.every_notes()
        if waiting:
            self.app.push_screen(After(gathering, waiting[0]), lambda said: self._ended(gathering, said or ""))
            return
        gathering.forget()
        if gathering.session.earlier:
            words = _("Nichts ist aufgehoben, außer was jemand mitgenommen hat.")
        self._parted(gathering, words or _("Nichts ist aufgehoben."))

    def _parted(self, gathering: Gathering, words: str) -> None:
        if self.app.sitting is None:
            self.back(words)
        else:
            self.app.push_screen(NextMeeting(gathering.session), lambda _result: self.back(words))


def enter(app: "ReflectApp", back: Back) -> None:
    """Go to the consultation.

    Args:
        app: The app.
        back: Called at the end with a sentence about what became of it.
    """
    Way(app, back).begin()
