"""One calm page when the vault is damaged or older than it was: what is so, and what can be done."""

from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from reflect.domain.fault import Fault
from reflect.language import N_, _, dates, ngettext
from reflect.language.faults import sentence
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.screens.danger import DangerSheet
from reflect.tui.screens.page import Page
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE
from reflect.vault.state import VaultState
from reflect.workflows import keeping, upkeep

MOST_PLACES = 4


class GoOnSheet(DangerSheet):
    """The typed yes to going on with what is readable."""

    commands: ClassVar[tuple[Command, ...]] = (CLOSE.shown(text=N_("nichts verändern")),)

    @property
    def word(self) -> str:
        """The word to type."""
        return _("WEITER")

    @property
    def ask(self) -> str:
        """What to type."""
        return _("Tippe das Wort {word}.")

    @property
    def refusal(self) -> str:
        """What another word is told."""
        return _("Das ist nicht das Wort {word}. Nichts wurde verändert.")


class Rescue(Page[None]):
    """What is damaged by number and date, what is readable, and four ways."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="choose", key="enter", text=N_("wählen"), action="choose", order=1),
        BACK.shown(order=9, text=N_("lesen")),
        LOCK,
    )

    def compose_body(self) -> ComposeResult:
        """Facts first, then the ways."""
        sitting = self.app.sitting
        if sitting is None:
            return
        now = sitting.now()
        state = sitting.vault.state
        heading, *facts = described(state, now)
        yield Static(heading, classes="heading", markup=False)
        for fact in facts:
            yield Static(fact, classes="ink", markup=False)
        count = len(keeping.records(sitting))
        words = ngettext("Lesbar ist ein Eintrag.", "Lesbar sind {count} Einträge.", count).format(count=count)
        calm = _("Bis du entscheidest, wird nichts verändert.")
        yield Static(f"{words} {calm}", classes="ink", markup=False)
        yield Static("")
        yield Static(_("Was du tun kannst"), classes="heading")
        yield RowList(self._ways(), id="ways")

    @staticmethod
    def _ways() -> list[Row]:
        return [
            Row(key="read", sign="○", title=_("lesen, was da ist")),
            Row(key="take", sign="○", title=_("alles Lesbare herausnehmen"), note=_("in einen Ordner, offen lesbar")),
            Row(key="restore", sign="○", title=_("eine Sicherung zurückholen"), note=_("zeigt vorher, was sie bringt")),
            Row(key="go-on", sign="○", title=_("weiter mit diesem Stand"), note=_("die alte Datei bleibt daneben")),
        ]

    def on_mount(self) -> None:
        """The mark stands on reading."""
        self.room = _("Tresor")
        self.about = _("nur zum Lesen offen")
        self.query_one(RowList).focus()

    def action_choose(self) -> None:
        """Take the way under the mark."""
        self.query_one(RowList).action_choose()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go there."""
        if event.row.key == "read":
            self.dismiss(None)
        elif event.row.key == "take":
            from reflect.tui.screens.takeout import TakeoutSheet  # noqa: PLC0415 - loaded when somebody goes there

            self.app.push_screen(TakeoutSheet(), self._taken_out)
        elif event.row.key == "restore":
            from reflect.tui.screens.restore import RestoreSheet  # noqa: PLC0415 - loaded when somebody goes there

            self.app.push_screen(RestoreSheet())
        else:
            lost = _("Was nicht lesbar ist, fehlt danach. Die alte Datei bleibt daneben liegen.")
            self.app.push_screen(GoOnSheet(_("Weiter mit diesem Stand"), lost), self._go_on)

    def _taken_out(self, words: str | None) -> None:
        if words:
            self.say(words)

    def _go_on(self, agreed: bool | None) -> None:  # noqa: FBT001 - the sheet's answer
        sitting = self.app.sitting
        if agreed and sitting is not None:
            self.say(_("Wird neu geschrieben und geprüft …"))
            self.run_worker(lambda: upkeep.go_on(sitting), thread=True, exit_on_error=False, name="going on")

    async def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The vault is whole again and locked, or it is said why not."""
        worker, app = event.worker, self.app
        if worker.name != "going on" or worker.state not in {WorkerState.SUCCESS, WorkerState.ERROR}:
            return
        fault = worker.error
        if fault is not None and not isinstance(fault, Fault):
            raise fault
        await app.lock()
        if app.page is not None:
            words = _("Der Tresor ist wieder heil. Öffne ihn neu.") if fault is None else sentence(fault)
            app.page.say(words, attention=fault is not None)


def described(state: VaultState, now: datetime) -> list[str]:
    """A heading and facts about a vault that opens for reading only.

    Args:
        state: The open vault's.
        now: The clock, for dates in the person's time zone.
    """
    if state.rollback is not None:
        found, expected = state.rollback
        words = _("Er steht bei Nummer {found}, zuletzt war er bei {expected}.")
        return [
            _("Dieser Tresor ist älter als der letzte Stand."),
            words.format(found=found, expected=expected),
            _("Vielleicht hat jemand eine ältere Kopie zurückgelegt."),
        ]
    places = [_place(number, moment, now) for number, moment in state.damage[:MOST_PLACES]]
    left = len(state.damage) - MOST_PLACES
    if left > 0:
        places.append(ngettext("und eine weitere Stelle", "und {count} weitere Stellen", left).format(count=left))
    return [_("Am Tresor ist etwas beschädigt."), *places]


def _place(number: int, moment: datetime | None, now: datetime) -> str:
    if not number:
        return _("! der Kopf der Datei")
    if moment is None:
        return _("! Nummer {number}").format(number=number)
    day = dates.day_and_month(moment.astimezone(now.tzinfo).date(), now.date())
    return _("! Nummer {number}, etwa vom {day}").format(number=number, day=day)
