"""The review: what a page tells about others, decided one person or thing at a time."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from reflect.domain.decision import Decision
from reflect.domain.fault import Fault
from reflect.domain.mention import Choice, Mention, choices, decided, mentions, next_open, same_as
from reflect.domain.release import Review
from reflect.language import _
from reflect.language.release import TITLES, asked, still_open
from reflect.tui.commands.command import Command
from reflect.tui.commands.reviewing import EVERY
from reflect.tui.screens.gate import GatePage
from reflect.tui.screens.outcome import End, Outcome, end
from reflect.tui.screens.page import Page
from reflect.tui.screens.people import PeopleSheet
from reflect.tui.scribe import Scribe
from reflect.tui.widgets.decision_block import DecisionBlock, Ways
from reflect.tui.widgets.marked_text import MarkedText
from reflect.tui.widgets.marking import pieces
from reflect.tui.widgets.mention_list import MentionList
from reflect.tui.widgets.progress_line import ProgressLine
from reflect.tui.widgets.ways import ways_for
from reflect.workflows.handing_over import HandingOver

KEEP_AFTER_SECONDS = 2.0
SCROLL_ROWS = 5


class ReviewPage(Page[Outcome]):
    """Decides every finding of a handover; what was decided is sealed while it goes on.

    Args:
        handing: The handover; without a review yet, or with other names than before, the page is searched first.
        search: Search even though there is a review, since names or answers may have changed.
        first: No page of the release lies below.

    Attributes:
        mentions: What the list shows.
        current: The mention in question; None when there is none.
    """

    AUTO_FOCUS: ClassVar[str | None] = ""
    CSS_PATH = "../styles/review.tcss"
    commands: ClassVar[tuple[Command, ...]] = EVERY

    def __init__(self, handing: HandingOver, *, search: bool = False, first: bool = False) -> None:
        super().__init__()
        self.first = first
        self.handing = handing
        self.mentions: tuple[Mention, ...] = ()
        self.current: Mention | None = None
        self._search = search or handing.review is None
        self._scribe: Scribe | None = None
        self._timer: Timer | None = None

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
        self._scribe = Scribe(self._told)
        if self._search:
            self.query_one(DecisionBlock).ask("", _("Der Text wird durchsucht …"), ())
            search = partial(self.handing.search, _(TITLES[self.handing.handover.audience]))
            self.run_worker(search, thread=True, exit_on_error=False, name="search")
        else:
            self.begin()

    def on_unmount(self) -> None:
        """Let the writing thread go."""
        if self._scribe is not None:
            self._scribe.rest()

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
        self._search = False
        self._read()
        self._ask(next_open(self.mentions) or next(iter(self.mentions), None))
        self._keep_soon()

    @property
    def review(self) -> Review:
        """Where the review stands."""
        review = self.handing.review
        if review is None:
            raise RuntimeError("the page was not searched yet")
        return review

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What may be decided about the mention in question."""
        return choices(self.mentions, self.current) if self.current is not None else ()

    @property
    def typing(self) -> bool:
        """Whether another role is being typed."""
        return any(block.typing for block in self.query(DecisionBlock))

    def _read(self) -> None:
        self.mentions = mentions(self.review)

    def _ask(self, mention: Mention | None) -> None:
        """Take a mention into question."""
        self.current = mention
        here = mention.id if mention is not None else ""
        self.query_one(MarkedText).show(list(pieces(self.review, self.mentions)), here)
        self.query_one(MentionList).show(self.mentions, here)
        self.query_one(ProgressLine).show(*decided(self.mentions), self.review.draft.title)
        block = self.query_one(DecisionBlock)
        if mention is None:
            block.ask("", _("Auf dieser Seite steht nichts, was andere verrät. F6 zeigt sie."), ())
        else:
            ways = ways_for(mention, self.choices)
            block.ask(mention.surface, asked(mention), ways, attention=mention.is_leak and mention.is_open)
        self.set_focus(None)
        self.refresh_keys()

    # --- deciding ----------------------------------------------------------------------------------------------

    def _decide(self, decision: Decision) -> None:
        """Carry a decision out and move on to the next open mention."""
        if self.current is None:
            return
        here = self.current.id
        self.review.decide(here, decision)
        self._move_on(here)

    def _move_on(self, here: str) -> None:
        self._read()
        self._ask(next_open(self.mentions, here) or self._by_id(here))
        if not any(mention.is_open for mention in self.mentions):
            self.say(_("Alles ist entschieden. F6 zeigt die Seite."))
        self._keep_soon()

    def _by_id(self, mention_id: str) -> Mention | None:
        """The mention a finding belongs to."""
        for mention in self.mentions:
            if any(finding.id == mention_id for finding in mention.findings):
                return mention
        return None

    def _choice(self, letter: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.letter == letter), None)

    def _take(self, letter: str) -> None:
        choice = self._choice(letter)
        if choice is not None:
            self._decide(choice.decision())

    def action_replace(self) -> None:
        """Offer the proposal; another role can be typed."""
        choice = self._choice("E")
        if choice is not None:
            self.query_one(DecisionBlock).type_other(proposal=choice.words)
            self.refresh_keys()

    def on_decision_block_typed(self, event: DecisionBlock.Typed) -> None:
        """Replace by the proposal or by what was typed."""
        choice = self._choice("E")
        if choice is not None:
            self._decide(choice.decision(text=event.words))

    def action_take_words(self) -> None:
        """Replace by what stands in the field."""
        self.query_one(DecisionBlock).take()

    def action_stop_typing(self) -> None:
        """Close the field and ask again."""
        self._ask(self.current)

    def action_same(self) -> None:
        """Ask who it is the same as."""
        if self.current is not None:
            sheet = PeopleSheet(self.current.surface, same_as(self.mentions, self.current))
            self.app.push_screen(sheet, self._is_same)

    def _is_same(self, other: str | None) -> None:
        choice = self._choice("A")
        if choice is not None and other:
            self._decide(choice.decision(same=other))

    def action_keep(self) -> None:
        """Keep it on this page."""
        self._take("B")

    def action_always(self) -> None:
        """Keep it from now on."""
        self._take("I")

    def action_generalise(self) -> None:
        """Say it one step more generally."""
        self._take("V")

    def action_beyond(self) -> None:
        """Say it two steps more generally, or one where there is no second."""
        self._take("VV" if self._choice("VV") is not None else "V")

    def action_keep_rest(self) -> None:
        """Keep everything else that is merely advice."""
        if self.current is not None:
            self.review.keep_all_advice()
            self._move_on(self.current.id)

    def action_undo(self) -> None:
        """Take the last decision back and show what it was about."""
        if self._search:
            return
        before = self.review.decisions
        if not self.review.undo():
            self.say(_("Hier ist nichts zurückzunehmen."))
            return
        after = self.review.decisions
        changed = [one.id for one in self.review.findings if before.get(one.id) != after.get(one.id)]
        self._read()
        self._ask(self._by_id(changed[0]) if changed else self.current)
        self._keep_soon()

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
        if self.current is not None:
            index = self.mentions.index(self.current) + by
            self._ask(self.mentions[max(0, min(len(self.mentions) - 1, index))])

    def on_mention_list_picked(self, event: MentionList.Picked) -> None:
        """A row was clicked."""
        self._ask(self._by_id(event.mention))

    def on_marked_text_picked(self, event: MarkedText.Picked) -> None:
        """A mark was clicked."""
        self._ask(self._by_id(event.mention))

    def action_scroll_down(self) -> None:
        """Read on."""
        self.query_one(MarkedText).scroll_by(SCROLL_ROWS)

    def action_scroll_up(self) -> None:
        """Read back."""
        self.query_one(MarkedText).scroll_by(-SCROLL_ROWS)

    # --- leaving -----------------------------------------------------------------------------------------------

    def action_preview(self) -> None:
        """On to the gate and the page; while something is open, to the first of it."""
        if self._search:
            return
        waiting = next_open(self.mentions)
        if waiting is not None:
            done, every = decided(self.mentions)
            self._ask(waiting)
            self.say(still_open(every - done))
            return
        self.app.push_screen(GatePage(self.handing), self._came_back)

    def _came_back(self, outcome: Outcome | None) -> None:
        if outcome is not None and outcome.end is End.LEAVE:
            self._leave(outcome)
            return
        self.begin()
        if outcome is not None and outcome.words:
            self.say(outcome.words, attention=outcome.attention)

    def action_later(self) -> None:
        """Keep everything and leave."""
        self._keep_now()
        self._leave(Outcome(End.LEAVE, _("Aufgehoben. Du kannst später weitermachen.")))

    def _leave(self, outcome: Outcome) -> None:
        if self.first:
            end(self, outcome)
        else:
            self.dismiss(outcome)

    # --- keeping -----------------------------------------------------------------------------------------------

    def _keep_soon(self) -> None:
        """Seal what was decided once the person pauses."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(KEEP_AFTER_SECONDS, self._keep_now)

    def _keep_now(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        if self._scribe is not None and self.handing.is_half_done:
            self._scribe(self.handing.keeping())

    def _told(self, fault: Exception | None) -> None:
        if isinstance(fault, Fault):
            self.app.call_from_thread(self.app.show_fault, fault)

    def laid_aside(self) -> Callable[[], object] | None:
        """Seal the review before the lock."""
        return self.handing.keeping() if self.handing.is_half_done and not self._search else None
