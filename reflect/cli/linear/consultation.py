"""A consultation line by line, for a moderator who hears or feels the screen: Enter goes on, `/` begins a command."""

from datetime import date
from pathlib import Path

from reflect.cli.console import Console
from reflect.domain.consultation import event as ev
from reflect.domain.consultation.event import Event
from reflect.domain.consultation.notes import Notes
from reflect.domain.consultation.permission import can_help
from reflect.domain.consultation.takeaway import Takeaway
from reflect.domain.fault import Fault
from reflect.domain.protocol import Record
from reflect.language import N_, dates, days, gettext
from reflect.language import consultation as words
from reflect.language import gettext as _
from reflect.language.faults import sentence
from reflect.workflows import taking
from reflect.workflows.gathering import Gathering

EVENTS: dict[str, Event] = {
    N_("zurück"): ev.Back(),
    N_("versehen"): ev.Undo(),
    N_("auslassen"): ev.Skip(),
    N_("nächste"): ev.GiveWord(),
    N_("aussetzen"): ev.LetPass(),
    N_("runde"): ev.RepeatRound(),
    N_("ja"): ev.SettleKey(),
    N_("nein"): ev.FailKey(),
    N_("ende"): ev.End(),
    "1": ev.More(1),
    "2": ev.More(2),
    "5": ev.More(5),
}
STATE, EXAMPLES, PAUSE, STOP, METHOD = N_("stand"), N_("fragen"), N_("pause"), N_("stopp"), N_("methode")


def command(word: str) -> str:
    """The command a word names, in German or in the language that is spoken."""
    known = (*EVENTS, STATE, EXAMPLES, PAUSE, STOP, METHOD)
    return next((name for name in known if word.casefold() in {name, gettext(name)}), "")


class LinearConsultation:
    """One session in plain lines.

    Args:
        gathering: The session that runs.
        console: Where words come from and go to.
    """

    def __init__(self, gathering: Gathering, console: Console) -> None:
        self.gathering = gathering
        self.console = console

    def run(self) -> None:
        """From the first phase to what the presenter takes along."""
        self._help()
        told = None
        while not self.gathering.ended:
            place = self._place()
            if place != told:
                self._tell()
                told = place
            line = self.console.line("> ")
            if line is None:
                self._happen(ev.End())
            else:
                self._heed(line.strip())
        for notes in self.gathering.session.every_notes():
            self._part(notes)
        self.gathering.forget()
        self.console.insist(_("Sonst ist nichts aufgehoben."))

    def _place(self) -> tuple[object, ...]:
        session = self.gathering.session
        speaker = session.turns.speaker if session.turns else None
        return session.number, session.index, session.loop, session.module, session.stage, speaker

    def _help(self) -> None:
        say = self.console.insist
        say(_("Eingabe geht weiter. Text wird mitgeschrieben, wo es vorgesehen ist. Befehle beginnen mit /:"))
        say(", ".join(f"/{gettext(name)}" for name in (*EVENTS, STATE, EXAMPLES, PAUSE, STOP, METHOD)))

    def _tell(self) -> None:
        """Where the group is: phase, silence, voice, sentence, time."""
        session, now = self.gathering.session, self.gathering.now()
        scene, say = session.scene, self.console.insist
        say()
        number = _("Phase {number} von {count}: {title}.")
        title = self.gathering.modules[scene.module].title if scene.module else session.phase.step.title
        say(number.format(number=session.index + 1, count=len(session.plan.phases), title=title))
        speaker = session.turns.speaker if session.turns else None
        for half in (words.silence(scene, session.casting), words.voice(scene, session.casting, speaker)):
            if half:
                say(half.sentence)
        for text in scene.step.read_aloud:
            say(_("„{text}“").format(text=words.named(text, session.casting.presenter)))
        say(words.left(session.left(now), session.bank.allotted[session.index]))
        if scene.record is not Record.NONE:
            say(_("Hier wird mitgeschrieben."))

    def _state(self) -> None:
        session, now = self.gathering.session, self.gathering.now()
        self._tell()
        self.console.insist(words.bank(session.ledger(now), session.index))
        self.console.insist(_("Ende gegen {time}.").format(time=dates.clock(session.end(now))))

    def _heed(self, line: str) -> None:
        if not line:
            self._onward()
        elif not line.startswith("/"):
            self._happen(ev.Write(line))
        else:
            word, _space, rest = line[1:].partition(" ")
            self._obey(command(word), rest.strip())

    def _obey(self, name: str, rest: str) -> None:
        if name in EVENTS:
            self._happen(EVENTS[name])
            if isinstance(EVENTS[name], ev.More):
                self._state()
        elif name == STATE:
            self._state()
        elif name == EXAMPLES:
            self._examples()
        elif name in {PAUSE, STOP}:
            self._hold(ev.Pause() if name == PAUSE else ev.Stop())
        elif name == METHOD:
            self._choose(rest)
        else:
            self._help()

    def _onward(self) -> None:
        session = self.gathering.session
        if session.scene.record is Record.KEY and can_help(session) and not session.key_settled:
            self.console.insist(_("Steht die Schlüsselfrage? /ja oder /nein"))
        elif session.phase.step.choose and not session.module:
            self._choose("")
        elif session.last and session.waiting():
            self._hand_on()
        else:
            self._happen(ev.Next())

    def _hand_on(self) -> None:
        """Where each person presents in turn: who comes next, or that it is enough."""
        waiting = self.gathering.session.waiting()
        self.console.insist(_("Wer ist als Nächstes dran? Es fehlen noch: {names}.").format(names=", ".join(waiting)))
        line = self.console.line(_("Name, leer beendet die Beratung: "))
        wanted = (line or "").strip().casefold()
        chosen = next((name for name in waiting if name.casefold() == wanted), "")
        if wanted and not chosen:
            self.console.insist(_("So heißt niemand, der noch fehlt."))
        else:
            self._happen(ev.NextCase(chosen) if chosen else ev.Next())

    def _choose(self, module: str) -> None:
        if module:
            self._happen(ev.ChooseModule(module))
            return
        for name, found in self.gathering.modules.items():
            self.console.insist(f"/{gettext(METHOD)} {name}: {found.title}. {found.summary}")

    def _hold(self, event: Event) -> None:
        """A pause or a stop lasts until the next line."""
        self._happen(event)
        stopped = isinstance(event, ev.Stop)
        self.console.insist(_("Wir unterbrechen hier. Was braucht ihr?") if stopped else _("Pause. Die Zeit steht."))
        line = self.console.line(_("Eingabe macht weiter, /ende beendet: "))
        ends = line is None or command(line.strip().removeprefix("/")) == "ende"
        self._happen(ev.End() if ends else ev.Resume())

    def _examples(self) -> None:
        session = self.gathering.session
        said = session.scene.step.moderation
        for heading, lines in (
            (_("Gut"), said.good),
            (_("Besser so nicht"), said.bad),
            (_("Wenn doch jemand spricht"), (said.counter,)),
            (_("Zum Abschluss der Phase"), (said.closes,)),
        ):
            for line in filter(None, lines):
                self.console.insist(f"{heading}: {words.named(line, session.casting.presenter)}")

    def _happen(self, event: Event) -> None:
        try:
            self.gathering.tell(event)
        except Fault as fault:
            self.console.insist(sentence(fault))

    def _part(self, notes: Notes) -> None:
        """The presenter picks; everything else vanishes."""
        say = self.console.insist
        say()
        say(_("{name} wählt. Alles andere verschwindet.").format(name=notes.presenter))
        if notes.key:
            say(f"0  {notes.key}")
        for line in notes.kept():
            say(f"{line.number}  {line.text}")
        self._take(notes, self.console.line(_("Welche Nummern? Mit Komma, leer nimmt keine: ")) or "")
        self.gathering.part(notes.presenter)

    def _take(self, notes: Notes, picked: str) -> None:
        numbers = {int(number) for number in picked.replace(",", " ").split() if number.isascii() and number.isdigit()}
        day = self.gathering.now().date()
        takeaway = Takeaway.of(notes, self.gathering.session.plan.title, numbers, day, question=0 in numbers)
        if takeaway.step:
            takeaway = takeaway.by(self._day(takeaway))
        while not takeaway.is_empty:
            name = self.console.line(_("In welche Datei, versiegelt? Leer schreibt keine: "))
            if not name:
                return
            try:
                taking.seal(takeaway, Path(name).expanduser(), self.console.secret(_("Passphrase, die nur du kennst")))
            except Fault as fault:
                self.console.insist(sentence(fault))
            else:
                self.console.insist(_("Geschrieben: {file}.").format(file=Path(name).name))
                return

    def _day(self, takeaway: Takeaway) -> date | None:
        """By when the first step is to be done; None for no day."""
        self.console.insist(takeaway.step)
        while text := (self.console.line(_("Bis wann machst du das? Zum Beispiel Freitag, leer geht auch: ")) or ""):
            day = days.read_day(text, takeaway.day)
            if day is not None:
                return day
            self.console.insist(_("Diesen Tag gibt es nicht."))
        return None
