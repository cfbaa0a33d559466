"""The versions of the Leitbild: which one counts, what is open, what changed."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.fault import Fault
from reflect.domain.succession import unsettled
from reflect.language import N_, _
from reflect.language.leitbild import open_count
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.screens.leitbild.mapping import MappingPage
from reflect.tui.screens.leitbild.text import ComparisonPage, VersionPage
from reflect.tui.screens.listing import Listing
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.workflows import leitbild as taking
from reflect.workflows.mapping import Mapping, compared

SHIPPED = "shipped"
"""Key of the row of the text that comes with the program."""


def _has_row(screen: Any) -> bool:
    return screen.here is not None


def _is_own(screen: Any) -> bool:
    return screen.here is not None and screen.here.key != SHIPPED


class Versions(Listing[None]):
    """The shipped text and every own version, the youngest first."""

    CSS_PATH: ClassVar[Any] = ["../../styles/listing.tcss", "../../styles/leitbild.tcss"]
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="read", key="enter", text=N_("lesen"), action="read", order=1, available=_has_row),
        Command(
            id="map",
            key="z",
            text=N_("zuordnen"),
            action="map",
            tooltip=N_("zur früheren und zu den mitgelieferten Aussagen"),
            order=2,
            available=_is_own,
        ),
        Command(
            id="compare",
            key="v",
            text=N_("vergleichen"),
            action="compare",
            tooltip=N_("mit der Fassung davor"),
            order=3,
            available=_is_own,
        ),
        Command(
            id="adopt",
            key="w",
            text=N_("wählen"),
            action="adopt",
            tooltip=N_("diese Fassung gilt ab heute"),
            order=4,
            available=_has_row,
        ),
        BACK.shown(order=9),
        LOCK,
    )

    def __init__(self) -> None:
        super().__init__()
        self.room = _("Leitbild")
        self.about = _("Fassungen")

    def compose_body(self) -> ComposeResult:
        """The list, and how an own version gets there."""
        yield from super().compose_body()
        hint = _("Eine eigene Fassung nimmt auf: reflect leitbild import DATEI")
        yield Static(hint, id="hint", classes="quiet", markup=False)

    def rows(self) -> Sequence[Row]:
        """Every version with what has to be known about it."""
        surroundings = self.app.surroundings
        chosen = taking.version_in_force(surroundings)
        rows = []
        for leitbild, ties in reversed(taking.editions(surroundings)):
            counts, waiting = leitbild.version == chosen, len(unsettled(leitbild, ties))
            state = _("gilt") if counts else open_count(waiting) if waiting else ""
            rows.append(self._row(leitbild.version, leitbild.title, leitbild.version, state, counts=counts))
        shipped = surroundings.editions.shipped
        state = "" if chosen else _("gilt")
        rows.append(self._row(SHIPPED, shipped.title, _("mitgeliefert"), state, counts=not chosen))
        return rows

    @staticmethod
    def _row(key: str, title: str, kind: str, state: str, *, counts: bool) -> Row:
        return Row(key, title, sign="●" if counts else "○", kind=kind, date=state)

    def on_row_list_chosen(self, _event: RowList.Chosen) -> None:
        """Read it."""
        self.action_read()

    def on_row_list_moved(self) -> None:
        """What can be done hangs on the row."""
        self.refresh_keys()

    def action_read(self) -> None:
        """Read the version under the mark."""
        if self.here is None:
            return
        editions, key = self.app.surroundings.editions, self.here.key
        self._carry(
            lambda: self.app.push_screen(VersionPage(editions.shipped if key == SHIPPED else editions.version(key)))
        )

    def action_map(self) -> None:
        """Map the version under the mark."""
        if _is_own(self) and self.here is not None:
            version = self.here.key
            self._carry(
                lambda: self.app.push_screen(MappingPage(Mapping.of(self.app.surroundings, version)), self._mapped)
            )

    def _mapped(self, words: str | None) -> None:
        self.reload()
        if words:
            self.say(words)

    def action_compare(self) -> None:
        """Hold the version under the mark against the one before."""
        if _is_own(self) and self.here is not None:
            version = self.here.key
            self._carry(lambda: self.app.push_screen(ComparisonPage(compared(self.app.surroundings, later=version))))

    def action_adopt(self) -> None:
        """Let the version under the mark count from today on; one that waits to be mapped is mapped first."""
        if self.here is None:
            return
        version = "" if self.here.key == SHIPPED else self.here.key
        try:
            if version and Mapping.of(self.app.surroundings, version).waiting:
                self.action_map()
                return
            self.app.choose(leitbild=taking.chosen_from_today(self.app.surroundings, version))
        except Fault as fault:
            self.app.show_fault(fault)
            return
        self.reload()
        words = _("Es gilt Fassung {version}.").format(version=version)
        self.say(words if version else _("Es gilt das mitgelieferte Leitbild."))

    def _carry(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except Fault as fault:
            self.app.show_fault(fault)
