"""Before the wall is on: three answers lead to a method; whether it is the right place; who does what."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import DescendantFocus
from textual.widgets import Static
from textual.worker import get_current_worker

from reflect.domain.consultation.plan import RESCUE_MINUTES
from reflect.domain.consultation.proposal import Wish
from reflect.language import N_, _
from reflect.language.choosing import WISHES
from reflect.language.consultation import in_your_time, last_time, natural, size_warning
from reflect.language.consultation import people as people_words
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK
from reflect.tui.screens.consultation.casting import CastingPage
from reflect.tui.screens.consultation.sketches import Sketches
from reflect.tui.screens.page import Page
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import consulting, meetings
from reflect.workflows.gathering import Gathering

PEOPLE, MINUTES = 6, 60
MOST = 6


class Preparing(Page[Gathering]):
    """Hands back the gathering that is about to begin."""

    CSS_PATH = "../../styles/preparing.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="take", key="f6", text=N_("weiter"), action="take", order=1, priority=True),
        Command(
            id="wish",
            key="f7",
            text=N_("anderes"),
            action="wish",
            tooltip=N_("Ideen, Verstehen, Entlastung oder Üben"),
            order=2,
            priority=True,
        ),
        Command(
            id="sketches",
            key="f8",
            text=N_("Fälle"),
            action="sketches",
            tooltip=N_("wer bringt was mit, und was ist heute dran"),
            order=3,
            priority=True,
        ),
        Command(
            id="rescue",
            key="f9",
            text=N_("20 Minuten"),
            action="rescue",
            tooltip=N_("wenn das halbe Team zu spät ist"),
            order=4,
            priority=True,
        ),
        BACK.shown(order=9),
    )

    def __init__(self) -> None:
        super().__init__()
        self.room = _("Kollegiale Beratung")
        self.about = _("vorbereiten, Beamer noch aus")
        self.wish = Wish.IDEAS
        self.presenter = ""
        self.is_ready = False

    def compose_body(self) -> ComposeResult:
        """Three answers and what follows from them; before them what the last time left open."""
        yield Static(id="last", classes="ink", markup=False)
        with Horizontal(classes="answer"):
            yield Static(_("Wie viele seid ihr?"), markup=False)
            yield TypedLine(str(PEOPLE), limit=3, id="people")
        with Horizontal(classes="answer"):
            yield Static(_("Wie viele Minuten habt ihr?"), markup=False)
            yield TypedLine(str(MINUTES), limit=3, id="minutes")
        with Horizontal(classes="answer"):
            yield Static(_("Was wird gebraucht?"), markup=False)
            yield Static(id="wish", markup=False)
        yield Static(_("Das passt"), classes="heading", id="fits", markup=False)
        yield RowList([], id="list")
        yield Static(id="about", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Begin with usual numbers."""
        sitting = self.app.sitting
        meeting = meetings.latest(sitting) if sitting is not None else None
        last = self.query_one("#last", Static)
        last.display = meeting is not None
        if sitting is not None and meeting is not None:
            last.update(last_time(meeting, sitting.today))
        self.query_one("#wish", Static).update(_(WISHES[self.wish]))
        self.run_worker(self._read, thread=True)
        self.query_one("#people", TypedLine).focus()

    def _read(self) -> None:
        """Read methods and modules beside the screen; the first time it takes a moment."""
        worker = get_current_worker()
        consulting.read_ahead(self.app.surroundings)
        if not worker.is_cancelled:  # somebody may have left meanwhile
            self.app.call_from_thread(self._ready)

    def _ready(self) -> None:
        self.is_ready = True
        if self.is_attached:
            self.reload()

    def _number(self, field: str) -> int:
        text = self.query_one(f"#{field}", TypedLine).text.strip()
        return int(text) if text.isascii() and text.isdigit() else 0

    def reload(self) -> None:
        """Propose anew."""
        if not self.is_ready:
            return
        self.query_one("#wish", Static).update(_(WISHES[self.wish]))
        people, minutes = self._number("people"), self._number("minutes")
        surroundings = self.app.surroundings
        found = consulting.propose(surroundings.catalogue, surroundings.config.language, people, minutes, self.wish)
        rows = [
            Row(
                key=method.id,
                title=method.title,
                note=f"   {people_words(*method.people)}" if method.people else "",
                date=natural(method),
                chosen=index == 0,
            )
            for index, method in enumerate(found[:MOST])
        ]
        self.query_one("#list", RowList).show(rows)
        words = (
            _("Das passt") if rows else _("Dafür passt keine Methode. Ändere die Minuten oder die Zahl der Personen.")
        )
        self.query_one("#fits", Static).update(words)
        self._tell_about(rows[0] if rows else None)
        self.refresh_keys()

    def _tell_about(self, row: Row | None) -> None:
        """What the method under the mark is, and what becomes of it in the minutes at hand."""
        about = self.query_one("#about", Static)
        about.display = row is not None
        if row is None:
            return
        surroundings, people, minutes = self.app.surroundings, self._number("people"), self._number("minutes")
        catalogue, language = surroundings.catalogue, surroundings.config.language
        plan = consulting.planned(catalogue, language, row.key, people, minutes)
        summary = consulting.method(catalogue, language, row.key).summary
        about.update("\n".join(filter(None, (summary, in_your_time(plan, minutes), size_warning(plan)))))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A number is typed over, not behind."""
        super().on_descendant_focus(event)
        if isinstance(event.widget, TypedLine):
            event.widget.action_mark_all()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Say what this one is."""
        self._tell_about(event.row)

    def on_typed_line_changed(self) -> None:
        """Another number, another proposal."""
        self.reload()

    def on_typed_line_entered(self) -> None:
        """On to the next field."""
        self.focus_next()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Take this method."""
        self._take(event.row.key)

    def action_wish(self) -> None:
        """Something else is needed."""
        wishes = list(Wish)
        self.wish = wishes[(wishes.index(self.wish) + 1) % len(wishes)]
        self.reload()

    def action_rescue(self) -> None:
        """Half the team is late: what can be done in twenty minutes."""
        self.query_one("#minutes", TypedLine).set_text(str(RESCUE_MINUTES))
        self.query_one("#people", TypedLine).focus()
        self.reload()
        self.say(_("Zählt, wer schon da ist. Wer später kommt, hört zu."))

    def action_sketches(self) -> None:
        """Collect cases first."""
        self.app.push_screen(Sketches(), self._sketched)

    def _sketched(self, presenter: str | None) -> None:
        if presenter is not None:
            self.presenter = presenter
            self.say(_("{name} bringt heute den Fall ein.").format(name=presenter))

    def action_take(self) -> None:
        """Take the method under the mark."""
        here = self.query_one("#list", RowList).here
        if here is not None:
            self._take(here.key)

    def _take(self, method: str) -> None:
        self.app.push_screen(
            CastingPage(method, self._number("minutes"), self.presenter),
            self._begun,
        )

    def _begun(self, gathering: Gathering | None) -> None:
        if gathering is not None:
            self.dismiss(gathering)
