"""The review: what a page tells about others, decided one person or thing at a time."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from reflect.domain.conversation import Conversation
from reflect.domain.fault import Fault
from reflect.domain.mention import Choice, Mention
from reflect.language import _
from reflect.language.release import TITLES, asked, headings_for, still_open
from reflect.tui.commands.command import Command
from reflect.tui.commands.reviewing import EVERY
from reflect.tui.keeper import Keeper
from reflect.tui.screens.gate import GatePage
from reflect.tui.screens.outcome import End, Outcome, end
from reflect.tui.screens.page import Page
from reflect.tui.screens.people import PeopleSheet
from reflect.tui.widgets.decision_block import DecisionBlock, Ways
from reflect.tui.widgets.marked_text import MarkedText
from reflect.tui.widgets.marking import pieces
from reflect.tui.widgets.mention_list import MentionList
from reflect.tui.widgets.progress_line import ProgressLine
from reflect.tui.widgets.ways import ways_for
from reflect.workflows.handing_over import HandingOver

SCROLL_ROWS = 5


class ReviewPage(Page[Outcome]):
    """Decides every finding of a handover; what was decided is sealed while it goes on.

    Args:
        handing: The handover; without a review yet, or with other names than before, the page is searched first.
        search: Search even though there is a review, since names or answers may have changed.
        first: No page of the release lies below.

    Attributes:
        talk: The conversation; None while the page is searched.
        keeper: Seals what was decided.
    """

    AUTO_FOCUS: ClassVar[str | None] = ""
    CSS_PATH = "../styles/review.tcss"
    commands: ClassVar[tuple[Command, ...]] = EVERY

    def __init__(self, handing: HandingOver, *, search: bool = False, first: bool = False) -> None:
        super().__init__()
        self.first = first
        self.handing = handing
        self.talk: Conversation | None = None
        self.keeper = Keeper(self, handing)
        self._warned = False
        self._search = search or handing.review is None

    # --- the page ----------------------------------------------------------------------------------------------

    def compose_body(self) -> ComposeResult:
        """Progress, text and list, decision."""
        yield ProgressLine(id="progress")
        with Horizontal(id="both"):
            yield MarkedText(id="text")
            with Vertical(id="beside"):
                yield MentionList(id="list")
                yield Static(self._signs(), id="signs")
        yield DecisionBlock()

    @staticmethod
    def _signs() -> str:
        return "\n".join(
            [
                _("■ ersetzt   ● bleibt   – weggelassen"),
                _("? zu entscheiden   ~ macht erkennbar"),
            ]
        )

    def on_mount(self) -> None:
        """Search, or show where the review was left."""
        self.room = _("Durchsehen")
        self.about = _("was deine Vorlage über andere verrät")
        if self._search:
            self.query_one(DecisionBlock).ask("", _("Der Text wird durchsucht …"), ())
            audience = self.handing.handover.audience
            search = partial(self.handing.search, _(TITLES[audience]), headings_for(audience))
            self.run_worker(search, thread=True, exit_on_error=False, name="search")
        else:
            self.begin()

    def on_unmount(self) -> None:
        """Let the writing thread go."""
        self.keeper.rest()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The search ended."""
        if event.worker.name != "search":
            return
        if event.state is WorkerState.SUCCESS:
            self.begin()
        elif event.state is WorkerState.ERROR and event.worker.error is not None:
            if not isinstance(event.worker.error, Fault):
                raise event.worker.error
            self.app.show_fault(event.worker.error)

    def begin(self) -> None:
        """Show the review, the first open mention in question."""
        review = self.handing.review
        if review is not None:
            self.talk = Conversation(review)
            self._show()
            self._say_when_done()
            self.keeper.soon()

    @property
    def current(self) -> Mention | None:
        """The mention in question."""
        return self.talk.current if self.talk is not None else None

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What may be decided about it."""
        return self.talk.choices if self.talk is not None else ()

    @property
    def typing(self) -> bool:
        """Whether another role is being typed."""
        return any(block.typing for block in self.query(DecisionBlock))

    def _show(self) -> None:
        """Draw the conversation as it stands."""
        talk = self.talk
        if talk is None:
            return
        here = talk.current.id if talk.current is not None else ""
        self.query_one(MarkedText).show(list(pieces(talk.review, talk.mentions)), here)
        self.query_one(MentionList).show(talk.mentions, here)
        every = len(talk.mentions)
        self.query_one(ProgressLine).show(every - talk.waiting, every, talk.review.draft.title)
        block = self.query_one(DecisionBlock)
        if talk.current is None:
            block.ask("", _("Auf dieser Seite steht nichts, was andere verrät. F6 zeigt sie."), ())
        else:
            ways = ways_for(talk.current, talk.choices)
            attention = talk.current.is_leak and talk.current.is_open
            block.ask(talk.current.surface, asked(talk.current), ways, attention=attention)
        self.set_focus(None)
        self.refresh_keys()

    # --- deciding ----------------------------------------------------------------------------------------------

    def _decide(self, letter: str, *, text: str = "", same: str = "") -> None:
        if self.talk is not None and self.talk.decide(letter, text=text, same=same):
            self._decided()

    def _decided(self) -> None:
        """Show where the conversation went, and seal it soon."""
        self._show()
        self._say_when_done()
        self.keeper.soon()

    def _say_when_done(self) -> None:
        if self.talk is not None and self.talk.mentions and not self.talk.waiting:
            self.say(_("Alles ist entschieden. F6 zeigt die Seite."))

    def action_replace(self) -> None:
        """Offer the proposal; another role can be typed."""
        choice = self.talk.choice("E") if self.talk is not None else None
        if choice is not None:
            self.query_one(DecisionBlock).type_other(proposal=choice.words)
            self.refresh_keys()

    def on_decision_block_typed(self, event: DecisionBlock.Typed) -> None:
        """Replace by the proposal or by what was typed."""
        self._decide("E", text=event.words)

    def action_take_words(self) -> None:
        """Replace by what stands in the field."""
        self.query_one(DecisionBlock).take()

    def action_stop_typing(self) -> None:
        """Close the field and ask again."""
        self._show()

    def action_same(self) -> None:
        """Ask who it is the same as."""
        if self.talk is not None and self.talk.current is not None:
            self.app.push_screen(PeopleSheet(self.talk.current.surface, self.talk.others), self._is_same)

    def _is_same(self, other: str | None) -> None:
        if other:
            self._decide("A", same=other)

    def action_keep(self) -> None:
        """Keep it on this page."""
        self._decide("B")

    def action_always(self) -> None:
        """Keep it from now on."""
        self._decide("I")

    def action_generalise(self) -> None:
        """Say it one step more generally."""
        self._decide("V")

    def action_beyond(self) -> None:
        """Say it two steps more generally, or one where there is no second."""
        self._decide("VV")

    def action_keep_rest(self) -> None:
        """Keep everything else that is merely advice."""
        if self.talk is not None:
            self.talk.keep_rest()
            self._decided()

    def action_undo(self) -> None:
        """Take the last decision back and show what it was about."""
        if self.talk is None:
            return
        if self.talk.undo():
            self._show()
            self.keeper.soon()
        else:
            self.say(_("Hier ist nichts zurückzunehmen."))

    def on_ways_picked(self, event: Ways.Picked) -> None:
        """A way was clicked."""
        self.run_worker(self.action_command(event.command), exclusive=False)

    # --- moving ------------------------------------------------------------------------------------------------

    def action_up(self) -> None:
        """The mention above."""
        self._step(-1)

    def action_down(self) -> None:
        """The mention below."""
        self._step(1)

    def _step(self, by: int) -> None:
        if self.talk is not None:
            self.talk.step(by)
            self._show()

    def on_mention_list_picked(self, event: MentionList.Picked) -> None:
        """A row was clicked."""
        self._go_to(event.mention)

    def on_marked_text_picked(self, event: MarkedText.Picked) -> None:
        """A mark was clicked."""
        self._go_to(event.mention)

    def _go_to(self, mention_id: str) -> None:
        if self.talk is not None:
            self.talk.go_to(mention_id)
            self._show()

    def action_scroll_down(self) -> None:
        """Read on."""
        self.query_one(MarkedText).scroll_by(SCROLL_ROWS)

    def action_scroll_up(self) -> None:
        """Read back."""
        self.query_one(MarkedText).scroll_by(-SCROLL_ROWS)

    # --- leaving -----------------------------------------------------------------------------------------------

    def action_preview(self) -> None:
        """On to the gate and the page; while something is open, to the first of it."""
        if self.talk is None:
            return
        if self.talk.go_to_first_open():
            self._show()
            self.say(still_open(self.talk.waiting))
        else:
            self.app.push_screen(GatePage(self.handing), self._came_back)

    def _came_back(self, outcome: Outcome | None) -> None:
        if outcome is not None and outcome.end is End.LEAVE:
            self._leave(outcome)
            return
        self.begin()
        if outcome is not None and outcome.words:
            self.say(outcome.words, attention=outcome.attention)

    def action_later(self) -> None:
        """Keep everything and leave; what cannot be kept is said once, before a second Esc leaves it."""
        fault = self.keeper.settle()
        if fault is not None and not self._warned:
            self._warned = True
            return
        if fault is not None:
            self._leave(Outcome(End.LEAVE, _("Was du entschieden hast, ist nicht gespeichert."), attention=True))
            return
        self._leave(Outcome(End.LEAVE, _("Aufgehoben. Du kannst später weitermachen.")))

    def _leave(self, outcome: Outcome) -> None:
        if self.first:
            end(self, outcome)
        else:
            self.dismiss(outcome)

    def laid_aside(self) -> Callable[[], object] | None:
        """Seal the review before the lock."""
        return self.handing.keeping() if self.handing.is_half_done and self.talk is not None else None
