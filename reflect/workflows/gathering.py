"""A gathering: one consultation while it runs, from the first phase to what the presenter takes along."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from reflect.domain.consultation.course import advance
from reflect.domain.consultation.event import Event
from reflect.domain.consultation.permission import allowed
from reflect.domain.consultation.session import Mode, Session
from reflect.domain.protocol import Protocol
from reflect.vault.lifeline import Lifeline


@dataclass
class Gathering:
    """A session, its clock and its modules by name.

    Attributes:
        session: As it stands.
        modules: Every module at hand, for their titles.
        now: The clock, with time zone.
        lifeline: Keeps the session through a crash; None keeps nothing.
    """

    session: Session
    modules: dict[str, Protocol]
    now: Callable[[], datetime]
    lifeline: Lifeline | None = None

    def __post_init__(self) -> None:
        self._keep()

    def may(self, event: Event) -> bool:
        """Whether an event has a place now."""
        return allowed(self.session, event, self.now())

    def tell(self, event: Event) -> None:
        """Let something happen.

        Raises:
            NotNow: It has no place now; nothing changed.
        """
        self.session = advance(self.session, event, self.now())
        self._keep()

    def _keep(self) -> None:
        if self.lifeline is not None:
            self.lifeline.keep(self.session.model_dump_json(exclude_defaults=True, exclude={"before"}))

    def part(self, presenter: str) -> None:
        """One presenter has taken what they wanted; the rest of theirs is gone."""
        self.session = self.session.parted(presenter)
        self._keep()

    def forget(self) -> None:
        """Nothing is left of it: the presenter has taken what they wanted."""
        if self.lifeline is not None:
            self.lifeline.clear()

    @property
    def ended(self) -> bool:
        """Whether the session is over."""
        return self.session.mode is Mode.ENDED
