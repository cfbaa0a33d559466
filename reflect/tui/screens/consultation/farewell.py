"""Ways to take something along: a sealed file, paper, this vault if it is the presenter's own, or nothing."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.consultation.takeaway import Takeaway
from reflect.domain.fault import Fault
from reflect.language import N_, _
from reflect.language.consultation import first_step
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK
from reflect.tui.screens.page import Page
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import taking

SUFFIX = ".age"


class WaySheet(LowSheet[str]):
    """Hands back `file`, `paper`, `vault` or `nothing`.

    Args:
        has_vault: Whether a vault is open.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="file", key="d", text=N_("Datei, versiegelt"), action="file", order=1),
        Command(id="paper", key="p", text=N_("Papier"), action="paper", order=2),
        Command(
            id="vault",
            key="t",
            text=N_("dieser Tresor"),
            action="vault",
            order=3,
            available=lambda screen: screen.has_vault,
        ),
        Command(id="nothing", key="n", text=N_("nichts"), action="nothing", order=4),
        CLOSE,
    )

    def __init__(self, *, has_vault: bool) -> None:
        super().__init__()
        self.has_vault = has_vault

    def compose_body(self) -> Iterable[Widget]:
        """The question."""
        yield Static(Content.styled(_("Wie nimmst du es mit?"), "bold $ink"))
        yield Static(
            Content.styled(_("Die Datei öffnet nur deine Passphrase, mit reflect oder mit dem Programm age."), "$quiet")
        )

    def action_file(self) -> None:
        """A sealed file."""
        self.dismiss("file")

    def action_paper(self) -> None:
        """Paper."""
        self.dismiss("paper")

    def action_vault(self) -> None:
        """This vault."""
        self.dismiss("vault")

    def action_nothing(self) -> None:
        """Nothing."""
        self.dismiss("nothing")


class SealSheet(LowSheet[str]):
    """Asks for a file and a passphrase, writes, and hands back the file's name.

    Args:
        takeaway: What was picked.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="seal", key="f6", text=N_("versiegeln"), action="seal", order=1, priority=True),
        CLOSE,
    )

    def __init__(self, takeaway: Takeaway) -> None:
        super().__init__()
        self.takeaway = takeaway
        self.busy = False

    def compose_body(self) -> Iterable[Widget]:
        """Three lines."""
        yield Static(Content.styled(_("Wohin? Zum Beispiel auf deinen Stick."), "bold $ink"))
        yield TypedLine(str(Path.home() / f"beratung{SUFFIX}"), id="file")
        yield Static(Content.styled(_("Passphrase, die nur du kennst (oder öffentlicher age-Schlüssel)"), "bold $ink"))
        yield TypedLine(masked=True, id="secret")
        yield Static(Content.styled(_("Noch einmal"), "bold $ink"))
        yield TypedLine(masked=True, id="again")

    def on_mount(self) -> None:
        """The file's name first."""
        self.query_one("#file", TypedLine).focus()

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """On to the next line; after the last one it is sealed."""
        if event.line.id == "again":
            self.action_seal()
        else:
            self.focus_next()

    def action_seal(self) -> None:
        """Write, in a thread: the passphrase is made slow to guess on purpose."""
        path = Path(self.query_one("#file", TypedLine).text.strip()).expanduser()
        secret, again = (self.query_one(f"#{name}", TypedLine).text for name in ("secret", "again"))
        if secret != again:
            self.say(_("Die beiden sind verschieden. Nichts ist geschrieben."), attention=True)
        elif not self.busy:
            self.busy = True
            self.say(_("Die Datei wird versiegelt …"))
            self.run_worker(lambda: self._seal(path, secret), thread=True)

    def _seal(self, path: Path, secret: str) -> None:
        try:
            taking.seal(self.takeaway, path, secret)
        except Fault as fault:
            self.app.call_from_thread(self._failed, fault)
        else:
            self.app.call_from_thread(self.dismiss, path.name)

    def _failed(self, fault: Fault) -> None:
        self.busy = False
        self.app.show_fault(fault)


class OwnerSheet(LowSheet[bool]):
    """This vault has an owner; only they may put something of theirs into it.

    Args:
        presenter: Who brought the case.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="mine", key="j", text=N_("ja, es ist meiner"), action="mine", order=1),
        CLOSE.shown(text=N_("nein")),
    )

    def __init__(self, presenter: str) -> None:
        super().__init__()
        self.presenter = presenter

    def compose_body(self) -> Iterable[Widget]:
        """Whose it is."""
        yield Static(Content.styled(_("Dieser Tresor gehört der Person, die ihn heute geöffnet hat."), "bold $ink"))
        yield Static(Content.styled(_("{name}, bist das du? Nur du öffnest ihn.").format(name=self.presenter), "$ink"))

    def action_mine(self) -> None:
        """It is."""
        self.dismiss(result=True)


class PaperPage(Page[bool]):
    """What was picked, to be copied by hand; then it is gone.

    Args:
        takeaway: What was picked.
    """

    CSS_PATH = "../../styles/preparing.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="done", key="f6", text=N_("abgeschrieben"), action="done", order=1, priority=True),
        BACK,
    )

    def __init__(self, takeaway: Takeaway) -> None:
        super().__init__()
        self.takeaway = takeaway
        self.room = _("Abschreiben")
        self.about = takeaway.method

    def compose_body(self) -> ComposeResult:
        """One line after the other."""
        if self.takeaway.question:
            yield Static(self.takeaway.question, classes="heading", markup=False)
            yield Static("")
        for line in self.takeaway.lines:
            yield Static(f"–  {line}", classes="ink", markup=False)
        if self.takeaway.step:
            yield Static("")
            yield Static(_("Mein erster Schritt"), classes="heading", markup=False)
            yield Static(first_step(self.takeaway), classes="ink", markup=False)

    def action_done(self) -> None:
        """It is on paper."""
        self.dismiss(result=True)
