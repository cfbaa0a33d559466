"""What the five steps of the first run share: head, rail, and what was made so far."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from reflect.language import N_, _
from reflect.tui.screens.page import Page
from reflect.tui.widgets.rail import COMING, DONE, HERE, Rail, Stop

if TYPE_CHECKING:
    from reflect.workflows.sitting import Sitting

TITLES = (N_("Sprache"), N_("Was hierher gehört"), N_("Passphrase"), N_("Schlüssel"), N_("Fertig"))


@dataclass
class Beginning:
    """What was made so far.

    Attributes:
        sitting: The new vault, from the third step on.
        groups: The recovery key, until it was copied; kept nowhere else.
        name: The neutral name of a vault that is made beside another one.
    """

    sitting: "Sitting | None" = None
    groups: tuple[str, ...] = ()
    name: str = ""


class SetupStep(Page[None]):
    """One of the five.

    Args:
        beginning: What was made so far.

    Attributes:
        number: From 1.
    """

    CSS_PATH = "../../styles/setup.tcss"
    number: ClassVar[int] = 1

    def __init__(self, beginning: Beginning) -> None:
        super().__init__()
        self.beginning = beginning

    def compose_body(self) -> ComposeResult:
        """The rail, and the step beside or below it."""
        with Vertical(classes="with-rail"):
            yield Rail()
            with Vertical(id="step", classes="beside-rail"):
                yield from self.compose_step()

    def compose_step(self) -> ComposeResult:
        """What the step says and asks."""
        return ()

    def on_mount(self) -> None:
        """Where the person is."""
        self.room = _("Einrichten")
        self.about = _("Schritt {number} von {count}").format(number=self.number, count=len(TITLES))
        stops = tuple(Stop(_(title), self._sign(place)) for place, title in enumerate(TITLES, 1))
        self.query_one(Rail).show(stops, _("etwa fünf Minuten"))

    def _sign(self, place: int) -> str:
        return HERE if place == self.number else DONE if place < self.number else COMING

    def go(self, step: "type[SetupStep]") -> None:
        """Go on to the next step; it lies on this one."""
        self.app.push_screen(step(self.beginning), self.again)

    async def again(self, _result: object = None) -> None:
        """The next step was left again."""

    def action_before(self) -> None:
        """Go back to the step before."""
        self.dismiss(None)
