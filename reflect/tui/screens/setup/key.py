"""Fourth step of the first run: the recovery key, copied by hand, three groups typed back."""

from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from reflect.domain.fault import Fault
from reflect.language import N_, _
from reflect.language.faults import sentence
from reflect.tui.commands.command import Command
from reflect.tui.screens.setup.done import DoneStep
from reflect.tui.screens.setup.step import Beginning, SetupStep
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import recovery

ASKED = 3
PER_ROW = 4
LOOKALIKES = str.maketrans("OIL", "011")


def drawn(number: int, count: int) -> tuple[int, ...]:
    """Three different group numbers, in order.

    Args:
        number: Any number; decides which.
        count: How many groups there are.
    """
    left = list(range(1, count + 1))
    chosen = []
    for _turn in range(ASKED):
        number, place = divmod(number, len(left))
        chosen.append(left.pop(place))
    return tuple(sorted(chosen))


def same(typed: str, group: str) -> bool:
    """Whether a typed group is the one on the screen; look-alikes and case do not matter."""
    return "".join(typed.split()).upper().translate(LOOKALIKES) == group


def _shown(screen: Any) -> bool:
    return not screen.asking


def _asking(screen: Any) -> bool:
    return bool(screen.asking)


class KeyStep(SetupStep):
    """Shows the key; then hides it and asks for three groups."""

    number = 4
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="copied", key="enter", text=N_("abgeschrieben"), action="ask", order=1, available=_shown),
        Command(id="check", key="enter", text=N_("prüfen"), action="check", order=1, available=_asking),
        Command(
            id="again",
            key="f5",
            text=N_("noch einmal zeigen"),
            action="show_again",
            order=2,
            available=_asking,
            priority=True,
        ),
        Command(
            id="later",
            key="f7",
            text=N_("später prüfen"),
            action="later",
            tooltip=N_("reflect erinnert dich daran"),
            order=3,
            priority=True,
        ),
    )

    def __init__(self, beginning: Beginning) -> None:
        super().__init__(beginning)
        self.asking = False
        self.asked: tuple[int, ...] = ()

    def compose_step(self) -> ComposeResult:
        """The key, or three lines."""
        with VerticalScroll(id="told", can_focus=False):
            if self.asking:
                yield from self._questions()
            else:
                yield from self._key()

    def _key(self) -> ComposeResult:
        yield Static(_("Dein Notfallschlüssel"), classes="heading")
        yield Static(
            _("Er öffnet den Tresor, wenn die Passphrase weg ist. Schreib ihn von Hand ab und leg ihn weit weg."),
            classes="ink",
        )
        rows = [self.beginning.groups[at : at + PER_ROW] for at in range(0, len(self.beginning.groups), PER_ROW)]
        for row_number, row in enumerate(rows):
            parts: list[tuple[str, str]] = []
            for place, group in enumerate(row, row_number * PER_ROW + 1):
                parts += [(f"{place} ", "$quiet"), (f"{group}      ", "bold $ink")]
            yield Static(Content.assemble(*parts), classes="after group-row")
        yield Static(_("Nur Ziffern und große Buchstaben. I, L, O und U kommen nicht vor."), classes="quiet after")
        yield Static(_("Nicht fotografieren, nicht drucken, nicht ins Handy."), classes="quiet")

    def _questions(self) -> ComposeResult:
        yield Static(_("Tippe drei Gruppen von deinem Blatt."), classes="heading")
        yield Static(_("So weißt du, dass es richtig abgeschrieben ist."), classes="quiet")
        for place in self.asked:
            yield Static(_("Gruppe {number}").format(number=place), classes="quiet after")
            yield TypedLine(limit=12, onward=place != self.asked[-1], id=f"group-{place}")
        yield Static("", id="answer", classes="quiet")

    def on_mount(self) -> None:
        """The first line, when there is one."""
        super().on_mount()
        for line in list(self.query(TypedLine))[:1]:
            line.focus()

    async def _turn(self, *, asking: bool) -> None:
        self.asking = asking
        if asking:
            number = int.from_bytes(self.app.surroundings.random(4))
            self.asked = drawn(number, len(self.beginning.groups))
        await self.recompose()
        KeyStep.on_mount(self)
        self.refresh_keys()

    async def action_ask(self) -> None:
        """Hide the key and ask."""
        await self._turn(asking=True)

    async def action_show_again(self) -> None:
        """Show the key again."""
        await self._turn(asking=False)

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """The last line checks; the others lead to the next by themselves."""
        if not event.line.onward:
            self.action_check()

    def action_check(self) -> None:
        """Compare; every group that differs says so."""
        wrong = []
        for place in self.asked:
            line = self.query_one(f"#group-{place}", TypedLine)
            fits = same(line.text, self.beginning.groups[place - 1])
            line.wrong(is_wrong=not fits)
            wrong += [] if fits else [place]
        if wrong:
            words = _("Gruppe {number} stimmt nicht. Vergleiche sie mit deinem Blatt.").format(number=wrong[0])
            answer = Content.assemble(("! ", "bold $danger"), (words, "$ink"))
            self.query_one("#answer", Static).update(answer)
            self.query_one(f"#group-{wrong[0]}").focus()
        elif self.beginning.sitting is not None:
            confirm = partial(recovery.confirm, self.beginning.sitting)
            self.run_worker(confirm, thread=True, exit_on_error=False, name="confirming")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """It is noted, or it is said why not."""
        if event.worker.name != "confirming":
            return
        if event.state is WorkerState.SUCCESS:
            self.action_later()
        elif event.state is WorkerState.ERROR and isinstance(event.worker.error, Fault):
            self.say(sentence(event.worker.error), attention=True)

    def action_later(self) -> None:
        """Go on; home says when the key was not checked."""
        self.beginning.groups = ()
        self.go(DoneStep)
