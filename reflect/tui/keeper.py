"""The keeper: seals a review while a person decides, in a thread, once they pause."""

from typing import Any

from textual.timer import Timer

from reflect.domain.fault import Fault
from reflect.tui.screens.page import Page
from reflect.tui.scribe import Scribe
from reflect.workflows.handing_over import HandingOver

PAUSE_SECONDS = 2.0


class Keeper:
    """Keeps one handover.

    Args:
        page: The page it is decided on; hears when the disk refused.
        handing: The handover.
    """

    def __init__(self, page: Page[Any], handing: HandingOver) -> None:
        self._page = page
        self._handing = handing
        self._timer: Timer | None = None
        self.scribe = Scribe(self._told)

    def soon(self) -> None:
        """Keep it once nothing was decided for a moment."""
        self._stop()
        self._timer = self._page.set_timer(PAUSE_SECONDS, self.now)

    def now(self) -> None:
        """Keep it as it is now; what is done is kept already."""
        self._stop()
        if self._handing.is_half_done:
            self.scribe(self._handing.keeping())

    def settle(self) -> Exception | None:
        """Keep it as it is now, and wait until it is on the disk.

        Returns:
            Why it is not; None when it is, or when there is nothing to keep.
        """
        self.now()
        return self.scribe.settle()

    def rest(self) -> None:
        """Let the thread go after its last task."""
        self._stop()
        self.scribe.rest()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()

    def _told(self, fault: Exception | None) -> None:
        if isinstance(fault, Fault):
            self._page.app.call_later(self._page.app.show_fault, fault)
