"""Keys on screen: another passphrase, a new recovery key, and the paper it is copied to."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from reflect.domain.fault import Fault, WrongPassphrase
from reflect.language import N_, _
from reflect.language.faults import sentence
from reflect.tui.commands.command import Command
from reflect.tui.screens.setup.key import PER_ROW
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import upkeep

Groups = tuple[str, ...]
WORKING = "sealing anew"


class KeySheet(LowSheet[Groups]):
    """Changes a key in a thread; hands the groups of a new recovery key back, none where there is no new one."""

    def change(self, carry_out: Callable[[], object]) -> None:
        """Carry a change out, once at a time."""
        if not any(worker.name == WORKING and not worker.is_finished for worker in self.workers):
            self.say(_("Wird versiegelt …"))
            self.run_worker(carry_out, thread=True, exit_on_error=False, name=WORKING)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """It holds, or it is said why not and nothing changed."""
        if event.worker.name != WORKING:
            return
        if event.state is WorkerState.SUCCESS:
            self.dismiss(event.worker.result.groups if event.worker.result is not None else ())
        elif event.state is WorkerState.ERROR and event.worker.error is not None:
            if not isinstance(event.worker.error, Fault):
                raise event.worker.error
            self.refuse(event.worker.error)

    def refuse(self, fault: Fault) -> None:
        """Say why not."""
        self.say(sentence(fault), attention=True)


class PassphraseSheet(KeySheet):
    """The old one, the new one twice, and whether somebody could know the old one."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="field", key="tab", text=N_("nächstes Feld"), action="next_field", order=1),
        CLOSE,
    )

    def compose_body(self) -> Iterable[Widget]:
        """Three lines and one question."""
        yield Static(Content.styled(_("Passphrase ändern"), "bold $ink"))
        for name, words in (("old", N_("Bisher")), ("new", N_("Neu")), ("again", N_("Noch einmal"))):
            yield Static(Content.styled(_(words), "$quiet"))
            yield TypedLine(masked=True, onward=name != "again", id=name)
        yield Static("")
        yield Static(Content.styled(_("Könnte jemand die alte kennen?"), "bold $ink"))
        rows = [
            Row(key="no", sign="○", title=_("nein")),
            Row(key="yes", sign="○", title=_("ja oder unsicher: alles neu versiegeln, neuer Notfallschlüssel")),
        ]
        yield RowList(rows, id="known")

    def on_mount(self) -> None:
        """Begin to type."""
        self.query_one("#old").focus()

    def action_next_field(self) -> None:
        """The next one."""
        self.focus_next()

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """From the last line to the question."""
        if event.line.id == "again":
            self.query_one(RowList).focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """The answer carries it out."""
        old, new, again = (self.query_one(f"#{name}", TypedLine) for name in ("old", "new", "again"))
        sitting = self.app.sitting
        if sitting is None or not old.text or not new.text:
            (new if old.text else old).focus()
        elif new.text != again.text:
            again.wrong()
            again.focus()
            self.say(_("Die beiden sind nicht gleich. Tippe sie noch einmal."), attention=True)
        else:
            known = event.row.key == "yes"
            self.change(partial(upkeep.change_passphrase, sitting, old.text, new.text, known=known))

    def refuse(self, fault: Fault) -> None:
        """A wrong old one is marked."""
        super().refuse(fault)
        if isinstance(fault, WrongPassphrase):
            self.query_one("#old", TypedLine).wrong()
            self.query_one("#old").focus()
            self.say(_("Das war nicht die alte Passphrase. Nichts wurde verändert."), attention=True)


class NewKeySheet(KeySheet):
    """A new recovery key: the one before no longer opens."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="make", key="enter", text=N_("neu machen"), action="make", order=1),
        CLOSE,
    )

    def compose_body(self) -> Iterable[Widget]:
        """What it means."""
        yield Static(Content.styled(_("Neuer Notfallschlüssel"), "bold $ink"))
        yield Static(Content.styled(_("Der bisherige öffnet danach nicht mehr. Leg Papier und Stift bereit."), "$ink"))
        yield Static(Content.styled(_("Ältere Sicherungen öffnet weiter der alte."), "$quiet"))

    def action_make(self) -> None:
        """Make it."""
        if self.app.sitting is not None:
            self.change(partial(upkeep.new_recovery_key, self.app.sitting))


class KeyPaper(LowSheet[bool]):
    """Shows a new recovery key until it is copied.

    Args:
        groups: The key; kept nowhere else.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="copied", key="enter", text=N_("abgeschrieben, prüfen"), action="copied", order=1),
        CLOSE.shown(text=N_("später prüfen")),
    )

    def __init__(self, groups: Groups) -> None:
        super().__init__()
        self.groups = groups

    def compose_body(self) -> Iterable[Widget]:
        """The groups, numbered."""
        yield Static(Content.styled(_("Dein neuer Notfallschlüssel"), "bold $ink"))
        yield Static(Content.styled(_("Schreib ihn von Hand ab und leg ihn weit weg."), "$ink"))
        for at in range(0, len(self.groups), PER_ROW):
            numbered = enumerate(self.groups[at : at + PER_ROW], at + 1)
            parts = [
                part for place, group in numbered for part in ((f"{place} ", "$quiet"), (f"{group}      ", "bold"))
            ]
            yield Static("")
            yield Static(Content.assemble(*parts))
        yield Static("")
        yield Static(Content.styled(_("Nicht fotografieren, nicht drucken, nicht ins Handy."), "$quiet"))

    def action_copied(self) -> None:
        """On to typing it back."""
        self.dismiss(result=True)
