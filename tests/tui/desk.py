"""A desk for tests: one entry on the screen, without home around it; every type of question."""

import errno
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Mount
from textual.pilot import Pilot
from textual.screen import Screen

import reflect.tui.app
from reflect import language
from reflect.domain.entry import Entry
from reflect.domain.protocol import Label, Protocol, ProtocolKind, Question, QuestionType, Step, StopKind
from reflect.settings.config import Config
from reflect.settings.places import Places
from reflect.tui.app import ReflectApp
from reflect.tui.screens.page import Page
from reflect.tui.screens.writing import WritingScreen, writing_page
from reflect.vault.policy import KdfPolicy
from reflect.vault.system import MemorySystem
from reflect.workflows.opening import create_vault
from reflect.workflows.sitting import Sitting
from reflect.workflows.surroundings import Surroundings
from reflect.workflows.writing import Writing
from tests.tui.world import NOW, PASSPHRASE

STYLES = Path(reflect.tui.app.__file__).parent / "styles" / "frame.tcss"
QUIET_ROUNDS = 3
MOST_ROUNDS = 60
NARROW, USUAL, WALL, WIDE = (60, 20), (80, 24), (100, 30), (120, 40)


def _labels(*texts: str) -> tuple[Label, ...]:
    return tuple(Label(id=text.lower().replace(" ", "-"), text=text) for text in texts)


EVERY_TYPE = Protocol(
    id="alle-arten",
    kind=ProtocolKind.REFLECTION,
    version=1,
    language="de",
    title="Alle Arten",
    summary="Jede Art von Frage einmal.",
    minutes=10,
    principles=("4.3", "5.5"),
    steps=(
        Step(
            id="sagen",
            title="Sagen",
            guidance=("Dieser Schritt erzählt nur etwas.",),
            read_aloud=("Wir nehmen uns Zeit.",),
        ),
        Step(
            id="schreiben",
            title="Schreiben",
            questions=(
                Question(id="text", type=QuestionType.TEXT, text="Was war?", help="Drei Wörter.", required=True),
                Question(id="line", type=QuestionType.LINE, text="In einer Zeile?"),
                Question(id="list", type=QuestionType.LIST, text="Was könntest du tun?"),
            ),
        ),
        Step(
            id="waehlen",
            title="Wählen",
            questions=(
                Question(id="scale", type=QuestionType.SCALE, text="Wie sehr?", options=("kaum", "etwas", "sehr")),
                Question(id="choice", type=QuestionType.CHOICE, text="Wie?", options=("mit", "ohne")),
                Question(id="choices", type=QuestionType.CHOICES, text="Was?", options=("üben", "Zettel", "Telefon")),
            ),
        ),
        Step(
            id="zahlen",
            title="Zahlen",
            questions=(
                Question(id="date", type=QuestionType.DATE, text="Wann schaust du nach?"),
                Question(id="number", type=QuestionType.NUMBER, text="Wie viele Stunden?"),
                Question(id="people", type=QuestionType.PEOPLE, text="Wer war dabei?"),
            ),
        ),
        Step(
            id="felder",
            title="Felder",
            questions=(
                Question(
                    id="grid",
                    type=QuestionType.GRID,
                    text="Was war bei dir, und was bei der anderen Person?",
                    rows=_labels("getan", "gedacht", "gefühlt", "gewollt"),
                    columns=_labels("Ich", "Die andere Person"),
                ),
            ),
        ),
        Step(
            id="ernst",
            title="Ernst",
            stop=StopKind.SELF_HARM,
            questions=(Question(id="worum", type=QuestionType.TEXT, text="Worum geht es?"),),
        ),
        Step(
            id="mehr",
            title="Mehr",
            optional=True,
            guidance=("Eine Frage mehr.",),
            questions=(Question(id="noch", type=QuestionType.TEXT, text="Noch etwas?"),),
        ),
    ),
)
PLACES = {
    question.id: (step_index, question_index)
    for step_index, step in enumerate(EVERY_TYPE.steps)
    for question_index, question in enumerate(step.questions)
}


class Disk(MemorySystem):
    """A disk that a test can fill.

    Attributes:
        full: Whether nothing more fits.
    """

    full = False

    def pwrite(self, handle: int, data: bytes, offset: int) -> int:
        """As any disk; none left says so."""
        if self.full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().pwrite(handle, data, offset)


class Blank(Page[None]):
    """What lies below the desk."""


class DeskApp(ReflectApp):
    """The app with one entry on the desk.

    Attributes:
        writing: The entry.
    """

    CSS_PATH = str(STYLES)

    def __init__(self, writing: Writing, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.writing = writing

    def _closed_page(self) -> Screen[None]:
        return Blank()

    def on_mount(self, event: Mount | None = None) -> None:
        """Put the entry on the desk instead of opening home."""
        if event is not None:
            event.prevent_default()
        self.sitting = self.writing.sitting
        self.push_screen(writing_page(self.writing))

    @property
    def disk(self) -> Disk:
        """What it is saved on."""
        assert isinstance(self.surroundings.system, Disk)
        return self.surroundings.system

    @property
    def desk(self) -> WritingScreen:
        """The page that is written on."""
        return next(screen for screen in self.screen_stack if isinstance(screen, WritingScreen))


def surroundings(folder: Path, **choices: object) -> Surroundings:
    """A machine in memory, a clock that stands still."""
    names = ("config", "vault", "state", "cache", "prompts", "organisation")
    config = Config().changed(**choices)
    language.use(config.language)
    return Surroundings(
        places=Places(**{name: folder / name for name in names}),
        config=config,
        now=lambda: NOW,
        system=Disk(),
        policy=KdfPolicy.for_tests(),
    )


def sitting_in(folder: Path, **choices: object) -> tuple[Surroundings, Sitting]:
    """An open vault in memory."""
    around = surroundings(folder, **choices)
    return around, create_vault(around, PASSPHRASE)[0]


def desk_app(folder: Path, protocol: str | Protocol = EVERY_TYPE, at: str = "", **choices: object) -> DeskApp:
    """An app that writes a new entry.

    Args:
        folder: For settings.
        protocol: Id of a shipped one, or a protocol.
        at: Question to begin with.
        choices: Settings.
    """
    around, sitting = sitting_in(folder, **choices)
    if isinstance(protocol, str):
        writing = Writing.begin(sitting, protocol)
    else:
        writing = Writing(sitting, Entry(id="AAAAAAAAA1", protocol=protocol, created=NOW, changed=NOW))
    if at:
        step, question = PLACES[at]
        writing.entry.position = writing.entry.position.model_copy(update={"step": step, "question": question})
    return DeskApp(writing, around)


@asynccontextmanager
async def written_on(app: DeskApp, size: tuple[int, int] = USUAL) -> AsyncIterator[Pilot[int]]:
    """Run it without a terminal; leave when the disk is quiet."""
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield pilot
        await settle(pilot)


async def settle(pilot: Pilot[int]) -> None:
    """Wait until every message was handled and everything is on the disk."""
    quiet = 0
    for _ in range(MOST_ROUNDS):
        await pilot.pause()
        desks = [screen for screen in pilot.app.screen_stack if isinstance(screen, WritingScreen)]
        for desk in desks:
            desk._scribe.settle()
        waits = any(desk._afterwards is not None and not desk.is_unsaved for desk in desks)
        asked = sum(pump.message_queue_size for pump in (pilot.app, *pilot.app.screen_stack))
        quiet = 0 if waits or asked else quiet + 1
        if quiet == QUIET_ROUNDS:
            return


async def type_text(pilot: Pilot[int], text: str) -> None:
    """Type as a person would."""
    await pilot.press(*({" ": "space", "\n": "enter"}.get(character, character) for character in text))
    await pilot.pause()


def on_top(app: ReflectApp) -> type[Screen[object]]:
    """Which page or sheet is seen."""
    return type(app.screen)


def desk_of(app: ReflectApp) -> WritingScreen:
    """The page that is written on, on top."""
    assert isinstance(app.screen, WritingScreen)
    return app.screen
