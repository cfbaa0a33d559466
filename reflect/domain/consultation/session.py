"""A session as it stands: phase, roles, time, round and lines. `course.advance` is the only thing that changes it."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self

from reflect.domain.consultation.casting import Casting
from reflect.domain.consultation.notes import Line, Notes
from reflect.domain.consultation.plan import Phase, Plan
from reflect.domain.consultation.round import Round
from reflect.domain.consultation.timebank import TimeBank
from reflect.domain.protocol import Frozen, Record, Role, Step

SLIP_SECONDS = 60
"""Within this time a step can be taken back as a slip."""


class Mode(StrEnum):
    """Whether the session runs."""

    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    ENDED = "ended"


class Scene(Frozen):
    """What holds right now: the phase itself, or the module that runs in it.

    Attributes:
        step: Whose sentences and examples are shown.
        speaks: Who speaks.
        silent: Who is silent.
        record: What may be written.
        module: Id of the module that runs, empty for none.
        loop: Whether the module runs in a loop, to return to the phase.
    """

    step: Step
    speaks: tuple[Role, ...]
    silent: tuple[Role, ...]
    record: Record
    module: str = ""
    loop: bool = False

    @property
    def presenter_silent(self) -> bool:
        """Whether the one who brought the case is silent."""
        return not {Role.PRESENTER, Role.ALL}.isdisjoint(self.silent)

    @property
    def round(self) -> bool:
        """Whether people speak in turn."""
        return self.step.round


class Session(Frozen):
    """One session.

    Attributes:
        plan: What was agreed.
        casting: Who does what.
        bank: The minutes.
        modules: Steps of every module at hand, by its id.
        index: Number of the phase, from 0.
        skipped: Phases that were left out.
        loop: Module that runs in a loop, empty for none.
        module: Module chosen for the consultation, empty for none.
        stage: Step within the running module, from 0.
        turns: The round that runs.
        earlier: Notes of those who presented before, where each person does in turn.
        lines: What the scribe wrote.
        key: The presenter's question, where it was written.
        key_settled: Whether there is one.
        helped: Whether the group already helped to find it.
        mode: Whether the session runs.
        ran: Seconds that ran before `since`.
        since: When the clock last began to run; None while it stands.
        entered: Value of the clock, in seconds, when this phase was entered.
        before: The session before the last step, for a slip; None when there is nothing to take back.
    """

    plan: Plan
    casting: Casting
    bank: TimeBank
    modules: dict[str, tuple[Step, ...]]
    index: int = 0
    skipped: frozenset[int] = frozenset()
    loop: str = ""
    module: str = ""
    stage: int = 0
    turns: Round | None = None
    earlier: tuple[Notes, ...] = ()
    lines: tuple[Line, ...] = ()
    key: str = ""
    key_settled: bool = False
    helped: bool = False
    mode: Mode = Mode.RUNNING
    ran: int = 0
    since: datetime | None = None
    entered: int = 0
    before: "Session | None" = None

    @property
    def phase(self) -> Phase:
        """Where the group is."""
        return self.plan.phases[self.index]

    @property
    def last(self) -> bool:
        """Whether this is the closing."""
        return self.index == self.bank.closing

    @property
    def scene(self) -> Scene:
        """What holds now."""
        step = self.phase.step
        running = self.loop or (self.module if self.hosts_module else "")
        if not running:
            return Scene(step=step, speaks=step.speaks, silent=step.silent, record=step.record)
        inner = self.modules[running][self.stage]
        return Scene(
            step=inner,
            speaks=inner.speaks or step.speaks,
            silent=inner.silent if inner.speaks else step.silent,
            record=inner.record,
            module=running,
            loop=bool(self.loop),
        )

    @property
    def hosts_module(self) -> bool:
        """Whether a chosen module runs in this phase: the one after the choice."""
        return self.index > 0 and bool(self.plan.phases[self.index - 1].step.choose)

    @property
    def way_back(self) -> int | None:
        """The phase the method allows to return to; None for none."""
        back = self.phase.step.back
        return next((i for i in range(self.index) if self.plan.phases[i].step.id == back), None)

    def clock(self, now: datetime) -> int:
        """Seconds the session has run, pauses left out; a clock that is set back does not count."""
        if self.since is None:
            return self.ran
        return self.ran + max(0, (now - self.since) // timedelta(seconds=1))

    def taken(self, now: datetime) -> int:
        """Whole minutes of this visit to the phase, counted on the session's clock so that nothing is rounded twice."""
        return self.clock(now) // 60 - self.entered // 60

    def ledger(self, now: datetime) -> TimeBank:
        """The bank as it would stand if the phase ended now."""
        return self.bank.take(self.index, self.taken(now))

    def left(self, now: datetime) -> int:
        """Minutes this phase still has; negative when it is over."""
        return self.bank.left(self.index) - self.taken(now)

    def end(self, now: datetime) -> datetime:
        """When the session will end if every later phase takes what it holds."""
        ledger = self.ledger(now)
        later = sum(max(0, ledger.left(index)) for index in range(self.index + 1, len(self.plan.phases)))
        return now + timedelta(minutes=later + max(0, ledger.left(self.index)))

    def is_slip(self, now: datetime) -> bool:
        """Whether the last step can still be taken back."""
        return self.before is not None and self.clock(now) - self.entered < SLIP_SECONDS

    def kept(self) -> tuple[Line, ...]:
        """Lines that were not taken back."""
        return self.notes.kept()

    @property
    def notes(self) -> Notes:
        """What was written for the one who presents now."""
        return Notes(presenter=self.casting.presenter, key=self.key, lines=self.lines)

    def every_notes(self) -> tuple[Notes, ...]:
        """What waits for those who presented, in their order; who has nothing written is left out."""
        return tuple(notes for notes in (*self.earlier, self.notes) if not notes.is_empty)

    def parted(self, presenter: str) -> Self:
        """Without the notes of one who has taken what they wanted."""
        if presenter == self.casting.presenter:
            return self.model_copy(update={"lines": (), "key": ""})
        left = tuple(Notes(presenter=presenter) if notes.presenter == presenter else notes for notes in self.earlier)
        return self.model_copy(update={"earlier": left})

    @property
    def number(self) -> int:
        """How many have presented, this one counted."""
        return len(self.earlier) + 1

    def waiting(self) -> tuple[str, ...]:
        """Who is yet to present, where each person does in turn; the last speakers come last."""
        had = {self.casting.presenter, *(notes.presenter for notes in self.earlier)}
        return tuple(name for name in self.casting.names if name not in had) if self.plan.each else ()
