"""The scribe: carries what is written to the disk, in one thread and in order, while the writer goes on."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock

Task = Callable[[], object]


class Scribe:
    """One thread that writes.

    Args:
        told: Hears after each task what went wrong, or None; called in the scribe's thread. What is not a fault is a
            mistake of the program, and told as well.

    Attributes:
        fault: Why the last task failed; None when everything is on the disk.
    """

    def __init__(self, told: Callable[[Exception | None], object]) -> None:
        self.fault: Exception | None = None
        self._told = told
        self._last: Future[None] | None = None
        self._open = 0
        self._counting = Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="scribe")

    @property
    def busy(self) -> bool:
        """Whether something is being written or waits to be."""
        return self._open > 0

    def __call__(self, task: Task) -> None:
        """Have a task carried out after those before it."""
        with self._counting:
            self._open += 1
        self._last = self._thread.submit(self._carry_out, task)

    def _carry_out(self, task: Task) -> None:
        try:
            task()
        except Exception as fault:  # noqa: BLE001 - the screen decides; silence would look like "saved"
            self.fault = fault
        else:
            self.fault = None
        with self._counting:  # before it is told: who hears of the last task finds nothing open
            self._open -= 1
        self._told(self.fault)

    def settle(self) -> Exception | None:
        """Wait until everything was carried out.

        Returns:
            Why the last task failed; None when everything is on the disk.
        """
        if self._last is not None:
            self._last.result()
        return self.fault

    def rest(self) -> None:
        """Let the thread go after its last task."""
        self._thread.shutdown(wait=False)
