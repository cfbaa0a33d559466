"""Who occurs on the page: names the writer knows better than any detector; the list stays in the vault."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static
from textual.worker import WorkerFailed

from reflect.domain.fault import Fault
from reflect.domain.finding import Kind
from reflect.domain.registry import KnownName
from reflect.language import N_, _
from reflect.language.release import KINDS
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK
from reflect.tui.screens.outcome import End, Outcome
from reflect.tui.screens.page import Page
from reflect.tui.screens.review import ReviewPage
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows.handing_over import HandingOver

KIND_ORDER = (Kind.PERSON, Kind.PLACE, Kind.ORGANISATION)


class NamesPage(Page[Outcome]):
    """A few lines, all optional: name and role, Enter takes them in, F6 goes on.

    Args:
        handing: The handover with its answers chosen.
    """

    CSS_PATH = "../styles/names.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="take", key="enter", text=N_("aufnehmen"), action="take", order=1),
        Command(
            id="kind",
            key="f4",
            text=N_("Mensch, Ort, Stelle"),
            action="kind",
            tooltip=N_("zwischen Mensch, Ort und Stelle wechseln"),
            order=2,
        ),
        Command(
            id="drop",
            key="delete",
            text=N_("entfernen"),
            action="drop",
            tooltip=N_("Zeile aus der Liste nehmen"),
            order=3,
            available=lambda screen: screen.marked is not None,
        ),
        Command(
            id="forward",
            key="f6",
            text=N_("durchsehen"),
            action="forward",
            tooltip=N_("weiter zum Durchsehen"),
            order=4,
        ),
        BACK.shown(order=5),
    )

    def __init__(self, handing: HandingOver) -> None:
        super().__init__()
        self.handing = handing
        self.names: list[KnownName] = list(handing.names().names)
        self.kind = Kind.PERSON

    @property
    def marked(self) -> KnownName | None:
        """The name that can be removed: under the mark, or taken back into the line."""
        if isinstance(self.focused, RowList):
            here = self.focused.here
            return self.names[int(here.key)] if here is not None else None
        typed = " ".join(self.query_one("#name", TypedLine).text.split()).casefold()
        return next((known for known in self.names if known.surface.casefold() == typed), None)

    def compose_body(self) -> ComposeResult:
        """The question, who is known, and one line for the next."""
        yield Static(_("Wer kommt vor?"), classes="heading")
        yield Static(_("Namen, Spitznamen, Orte. Was hier steht, wird sicher gefunden."), classes="quiet")
        yield RowList(self._rows(), id="known")
        with Horizontal(id="labels"):
            yield Static(_(KINDS[self.kind]), id="kind", classes="quiet")
            yield Static(_("Rolle, wenn du magst"), classes="quiet")
        with Horizontal(id="next"):
            yield TypedLine(id="name", limit=80)
            yield TypedLine(id="role", limit=60)
        yield Static(_("Zum Beispiel: Selam   Schwester von"), id="example", classes="quiet")
        yield Static(_("Die Liste bleibt im Tresor und gilt für den ganzen Fall."), id="stays", classes="quiet")

    def on_mount(self) -> None:
        """The keys are on the next name."""
        self.room = _("Freigeben")
        self.about = _("wer darin vorkommt")
        self.query_one("#name", TypedLine).focus()

    def _rows(self) -> list[Row]:
        return [
            Row(key=str(number), title=name.surface, date=f"{name.role or '–'}   {_(KINDS[name.kind])}")
            for number, name in enumerate(self.names)
        ]

    def on_typed_line_changed(self) -> None:
        """Whether something can be removed hangs on the name."""
        self.refresh_keys()

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """From the name to the role, from the role into the list."""
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Take the line in; from the name first to the role; an empty line goes on."""
        name, role = self.query_one("#name", TypedLine), self.query_one("#role", TypedLine)
        surface = " ".join(name.text.split())
        if not surface:
            self.action_forward()
        elif self.focused is name:
            role.focus()
        else:
            self._add(surface, " ".join(role.text.split()))
            name.set_text("")
            role.set_text("")
            name.focus()

    def _add(self, surface: str, role: str) -> None:
        same = [known for known in self.names if known.surface.casefold() == surface.casefold()]
        update = {"surface": surface, "kind": self.kind, "role": role}
        name = same[0].model_copy(update=update) if same else KnownName.model_validate(update)
        self.names = [known for known in self.names if known not in same] + [name]
        self.query_one(RowList).show(self._rows(), keep=str(len(self.names) - 1))

    def action_kind(self) -> None:
        """A person, a place or an office."""
        self.kind = KIND_ORDER[(KIND_ORDER.index(self.kind) + 1) % len(KIND_ORDER)]
        self.query_one("#kind", Static).update(_(KINDS[self.kind]))

    def action_drop(self) -> None:
        """Take the marked name out of the list."""
        marked = self.marked
        if marked is not None:
            self.names.remove(marked)
            self.query_one(RowList).show(self._rows())
            self.query_one("#name", TypedLine).set_text("")
            self.query_one("#role", TypedLine).set_text("")
            self.refresh_keys()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Take a name back into the line to change it."""
        name = self.names[int(event.row.key)]
        self.kind = name.kind if name.kind in KIND_ORDER else Kind.PERSON
        self.query_one("#kind", Static).update(_(KINDS[self.kind]))
        self.query_one("#name", TypedLine).set_text(name.surface)
        self.query_one("#role", TypedLine).set_text(name.role)
        self.query_one("#role", TypedLine).focus()

    def action_forward(self) -> None:
        """Keep the list and search the page."""
        surface = " ".join(self.query_one("#name", TypedLine).text.split())
        if surface:
            self._add(surface, " ".join(self.query_one("#role", TypedLine).text.split()))
            self.query_one("#name", TypedLine).set_text("")
            self.query_one("#role", TypedLine).set_text("")
        self.run_worker(self._forward(), exclusive=True, name="forward")

    async def _forward(self) -> None:
        names = tuple(self.names)
        keep = self.run_worker(lambda: self.handing.name(names), thread=True, exit_on_error=False, name="keep")
        try:
            await keep.wait()
        except WorkerFailed as failed:
            if not isinstance(failed.error, Fault):
                raise
            self.app.show_fault(failed.error)
            return
        self.app.push_screen(ReviewPage(self.handing, search=True), self._came_back)

    def _came_back(self, outcome: Outcome | None) -> None:
        if outcome is not None and outcome.end is End.LEAVE:
            self.dismiss(outcome)
