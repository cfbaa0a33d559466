"""What leaves the device: the page as its receiver reads it, and one key to take a line out."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from reflect.domain.outgoing import pages
from reflect.domain.release import Gate
from reflect.language import N_, _, ngettext
from reflect.language.release import BASES, LEAVES, RECEIVERS, TITLES, page_count, page_words, too_long, whereabouts
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK
from reflect.tui.reader import leaving
from reflect.tui.screens.handout import PROPOSED, HandOutSheet
from reflect.tui.screens.outcome import End, Outcome
from reflect.tui.screens.page import Page
from reflect.tui.widgets.outgoing_page import OutgoingPage
from reflect.workflows.handing_over import HandingOver, folder_for_pages, free_path


def _line_stands(screen: "PreviewPage") -> bool:
    line = screen.page.line
    return line is not None and not line.withdrawn


def _line_is_out(screen: "PreviewPage") -> bool:
    line = screen.page.line
    return line is not None and line.withdrawn


RELEASE = Command(
    id="release", key="f", text=N_("freigeben"), action="hand_out", tooltip=N_("die Datei schreiben"), order=1
)
WITHDRAW = Command(
    id="withdraw",
    key="z",
    text=N_("Zeile zurückziehen"),
    action="withdraw",
    order=2,
    available=_line_stands,
)
BRING_BACK = Command(
    id="bring-back",
    key="z",
    text=N_("Zeile zurückholen"),
    action="withdraw",
    order=2,
    available=_line_is_out,
)
REVIEW = Command(id="review", key="d", text=N_("durchsehen"), action="review", order=3)


class PreviewPage(Page[Outcome]):
    """The outgoing page; the reader's mark is the only filled place.

    Args:
        handing: The handover, decided and through the gate.
    """

    CSS_PATH = "../styles/preview.tcss"
    commands: ClassVar[tuple[Command, ...]] = (RELEASE, WITHDRAW, BRING_BACK, REVIEW, BACK.shown(order=4))

    def __init__(self, handing: HandingOver) -> None:
        super().__init__()
        self.handing = handing

    @property
    def page(self) -> OutgoingPage:
        """The page on the page."""
        return self.query_one(OutgoingPage)

    @property
    def gate(self) -> Gate:
        """What was answered at the gate."""
        review = self.handing.review
        return review.gate if review is not None and review.gate is not None else Gate()

    def compose_body(self) -> ComposeResult:
        """What is said about the page, the page, and on wide screens the facts beside it."""
        yield Static(id="said")
        with Horizontal(id="checked"):
            yield Static(_("pseudonymisiert und geprüft"), id="what", classes="quiet")
            yield Static(id="facts", classes="quiet")
        with Horizontal(id="both"):
            yield OutgoingPage(id="page")
            with Vertical(id="beside"):
                yield Static(id="notes")

    def on_mount(self) -> None:
        """Show the page."""
        audience = self.handing.handover.audience
        self.room = _("Freigeben")
        self.about = _(TITLES[audience])
        self.reader = leaving(_(LEAVES[audience]))
        said = (_("Das verlässt dein Gerät."), "bold $ink")
        self.query_one("#said", Static).update(Content.assemble(said, (" " + _("Genau so, Zeile für Zeile."), "$ink")))
        self.show()
        self.page.focus()

    def show(self) -> None:
        """Show the page and the facts as things stand."""
        sitting = self.handing.sitting
        lines = self.handing.page(
            page_words(sitting.today, sitting.config.author, days=self.handing.counts_days).footer
        )
        self.page.show(lines)
        length = page_count(pages(lines))
        basis = _(BASES[self.gate.basis]) if self.gate.basis else ""
        facts = ["", length, whereabouts(self.gate), basis]
        self.query_one("#facts", Static).update("   ".join(facts))
        gone = sum(line.withdrawn for line in lines if line.can_be_withdrawn)
        withdrawn = ngettext("{count} Zeile", "{count} Zeilen", gone).format(count=gone)
        file = free_path(folder_for_pages(Path.home()), sitting.today, suffix=PROPOSED).name
        groups = [
            (_("An"), [_(RECEIVERS[self.handing.handover.audience]), whereabouts(self.gate)]),
            (_("Grundlage"), [basis, _("von dir geprüft")]),
            (_("Datei"), [file, length, _("ohne Namen in den Eigenschaften")]),
            *([(_("Zurückgezogen"), [withdrawn])] if gone else []),
        ]
        notes = [
            Content("\n").join([Content.styled(heading, "bold $ink"), *(Content.styled(row, "$ink") for row in rows)])
            for heading, rows in groups
        ]
        self.query_one("#notes", Static).update(Content("\n\n").join(notes))
        if words := too_long(self.handing.handover.audience, pages(lines)):
            self.say(words)
        self.refresh_keys()

    def on_outgoing_page_moved(self) -> None:
        """Whether a line can go or come back hangs on the line."""
        self.refresh_keys()

    def on_outgoing_page_picked(self) -> None:
        """Take the line out or bring it back."""
        self.action_withdraw()

    def action_withdraw(self) -> None:
        """Take the line out or bring it back."""
        line, review = self.page.line, self.handing.review
        if line is not None and review is not None:
            review.withdraw(line.passage, line.number)
            self.show()

    def action_review(self) -> None:
        """Back to the review."""
        self.dismiss(Outcome(End.REVIEW))

    def action_hand_out(self) -> None:
        """Ask for the file; something has to be left on the page."""
        if all(line.withdrawn for line in self.page.lines if line.can_be_withdrawn):
            self.say(_("Auf der Seite steht nichts mehr."))
            return
        self.app.push_screen(HandOutSheet(self.handing), self._handed_out)

    def _handed_out(self, outcome: Outcome | None) -> None:
        if outcome is not None:
            self.dismiss(outcome)
