"""Choosing what leaves: for whom, which entries, which answers; what never leaves is named with its reason."""

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.audience import Audience
from reflect.language import N_, _, dates, ngettext
from reflect.language.release import RECEIVERS, TITLES, answer_heading
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK
from reflect.tui.screens.names import NamesPage
from reflect.tui.screens.outcome import End, Outcome, end
from reflect.tui.screens.page import Page
from reflect.tui.screens.review import ReviewPage
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.workflows import keeping
from reflect.workflows.choosing import Candidate
from reflect.workflows.handing_over import HandingOver

CHOSEN, OPEN, HELD = "●", "○", "–"
TOGGLE = Command(
    id="take",
    key="enter",
    text=N_("nehmen oder weglassen"),
    action="take",
    tooltip=N_("nehmen oder weglassen"),
    order=2,
)
FORWARD = Command(id="forward", key="f6", text=N_("weiter"), action="forward", order=3)


class Choosing(Page[Outcome]):
    """A question above a list of rows that are taken or left out."""

    CSS_PATH = "../styles/choose.tcss"
    commands: ClassVar[tuple[Command, ...]] = (TOGGLE, FORWARD, BACK.shown(order=4))

    def lead(self) -> Iterable[tuple[str, str]]:
        """Text and class of what stands above the list."""
        raise TypeError

    def rows(self) -> list[Row]:
        """The list as it stands."""
        raise TypeError

    @property
    def topic(self) -> str:
        """What the page is about."""
        return _("was hinausgehen soll")

    def compose_body(self) -> ComposeResult:
        """Question, help, list."""
        for words, look in self.lead():
            yield Static(words, classes=look)
        yield RowList(self.rows(), kind_width=0, id="choices")

    @property
    def list(self) -> RowList:
        """The rows."""
        return self.query_one(RowList)

    def redraw(self) -> None:
        """Draw the list again, the mark where it was."""
        here = self.list.here
        self.list.show(self.rows(), keep=here.key if here is not None else "")

    def on_mount(self) -> None:
        """The keys are on the list."""
        self.room = _("Freigeben")
        self.about = self.topic
        self.list.focus()

    def go_on(self, page: Page[Outcome]) -> None:
        """Lay the next page on this one; a release that has ended ends here, too."""
        self.app.push_screen(page, self._came_back)

    def _came_back(self, outcome: Outcome | None) -> None:
        if outcome is not None and outcome.end is End.LEAVE:
            self.leave(outcome)

    def leave(self, outcome: Outcome) -> None:
        """Hand the end of the release on."""
        self.dismiss(outcome)


class ChooseAnswers(Choosing):
    """Which answers stand on the page: preselected what a protocol offers, off what it asks about.

    Args:
        handing: The handover.
    """

    def __init__(self, handing: HandingOver) -> None:
        super().__init__()
        self.handing = handing
        self.answers = handing.answers()
        self.taken = set(handing.chosen())

    @property
    def topic(self) -> str:
        """For whom the page is."""
        return _(TITLES[self.handing.handover.audience])

    def lead(self) -> Iterable[tuple[str, str]]:
        """What is asked."""
        yield _("Was soll auf die Seite?"), "heading"
        yield _("Ausgewählt ist nur, was der Bogen dafür vorsieht."), "quiet"

    def rows(self) -> list[Row]:
        """Every answer; what may not leave is quiet and says why."""
        return [self._row(answer) for answer in self.answers]

    def _row(self, answer: Candidate) -> Row:
        if answer.reason:
            why = _("bleibt immer bei dir") if answer.reason == "never" else _("nicht für diesen Kreis")
            return Row(answer.key, f"{HELD} {answer.heading}", date=why, quiet=True)
        taken = answer.key in self.taken
        heading = answer.heading or answer_heading(answer.question)
        return Row(answer.key, f"{CHOSEN if taken else OPEN} {heading}", chosen=taken)

    def compose_body(self) -> ComposeResult:
        """The list, and below it what the marked answer says."""
        yield from super().compose_body()
        yield Static(id="excerpt", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Show what the first answer says."""
        super().on_mount()
        self._show_words()

    def on_row_list_moved(self) -> None:
        """Show what the marked answer says."""
        self._show_words()

    def _show_words(self) -> None:
        here = self.list.here
        words = next((one.text for one in self.answers if here is not None and one.key == here.key), "")
        self.query_one("#excerpt", Static).update(words)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Take an answer, or leave it out."""
        answer = next(one for one in self.answers if one.key == event.row.key)
        if answer.reason == "never":
            self.say(_("Diese Antwort verlässt dein Gerät nie."))
        elif answer.reason == "audience":
            self.say(_("Diese Antwort ist für einen anderen Kreis gedacht."))
        else:
            self.taken ^= {answer.key}
            self.redraw()

    def action_take(self) -> None:
        """Take the marked answer, or leave it out."""
        self.list.action_choose()

    def action_forward(self) -> None:
        """On to the names."""
        if not self.taken:
            self.say(_("Noch steht nichts auf der Seite."))
            return
        self.handing.choose(self.taken)
        self.go_on(NamesPage(self.handing))


class ChooseAudience(Choosing):
    """For whom the page is.

    Args:
        entries: Ids of the entries.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="take", key="enter", text=N_("wählen"), action="take", order=2),
        BACK.shown(order=4),
    )

    def __init__(self, entries: tuple[str, ...]) -> None:
        super().__init__()
        self.entries = entries

    def lead(self) -> Iterable[tuple[str, str]]:
        """What is asked."""
        yield _("Für wen ist die Seite?"), "heading"
        yield _("Danach richtet sich, was sie enthalten darf."), "quiet"

    @property
    def topic(self) -> str:
        """How many entries it draws on."""
        return ngettext("aus {count} Eintrag", "aus {count} Einträgen", len(self.entries)).format(
            count=len(self.entries)
        )

    def rows(self) -> list[Row]:
        """The five receivers; the workshop has a page of its own, which gathers its entries itself."""
        return [
            Row(audience.value, _(RECEIVERS[audience])) for audience in Audience if audience is not Audience.WORKSHOP
        ]

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """On to the answers."""
        sitting = self.app.sitting
        if sitting is not None:
            self.go_on(ChooseAnswers(HandingOver.begin(sitting, self.entries, Audience(event.row.key))))

    def action_take(self) -> None:
        """Choose the marked receiver."""
        self.list.action_choose()

    def leave(self, outcome: Outcome) -> None:
        """End the release and say how on the page below."""
        end(self, outcome)


class ChooseEntries(Choosing):
    """Which entries the page draws on, when nobody said so before."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[str] = []

    def lead(self) -> Iterable[tuple[str, str]]:
        """What is asked."""
        yield _("Aus welchen Einträgen?"), "heading"
        yield _("Einer oder mehrere."), "quiet"

    def rows(self) -> list[Row]:
        """Every entry, newest first."""
        sitting = self.app.sitting
        if sitting is None:
            return []
        now = sitting.now()
        return [
            Row(
                entry_id,
                f"{CHOSEN if entry_id in self.taken else OPEN} {record['title'] or record['protocol_title']}",
                date=f"{record['protocol_title']}   {dates.lately(datetime.fromisoformat(record['created']), now)}",
                chosen=entry_id in self.taken,
            )
            for entry_id, record in keeping.records(sitting)
        ]

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Take an entry, or leave it out."""
        if event.row.key in self.taken:
            self.taken.remove(event.row.key)
        else:
            self.taken.append(event.row.key)
        self.redraw()

    def action_take(self) -> None:
        """Take the marked entry, or leave it out."""
        self.list.action_choose()

    def action_forward(self) -> None:
        """On to the receiver."""
        if self.taken:
            self.go_on(ChooseAudience(tuple(self.taken)))
        else:
            self.say(_("Noch ist kein Eintrag gewählt."))

    def leave(self, outcome: Outcome) -> None:
        """End the release and say how on the page below."""
        end(self, outcome)


def choose(entries: Iterable[str] = ()) -> Page[Outcome]:
    """The first page of a release.

    Args:
        entries: Ids of the entries; empty asks for them.
    """
    chosen = tuple(entries)
    return ChooseAudience(chosen) if chosen else ChooseEntries()


def resumed(handing: HandingOver) -> Page[Outcome]:
    """The review of a handover that was left half done.

    Args:
        handing: The handover, as it was kept.
    """
    return ReviewPage(handing, first=True)
