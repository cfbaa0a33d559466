"""A consultation line by line, for a moderator who hears or feels the screen: Enter goes on, `/` begins a command."""

from reflect.cli.console import Console
from reflect.cli.linear.numbered import chosen
from reflect.cli.linear.parting import LinearParting
from reflect.domain.consultation import event as ev
from reflect.domain.consultation.event import Event
from reflect.domain.consultation.finder import found
from reflect.domain.consultation.permission import can_help
from reflect.domain.fault import Fault
from reflect.domain.protocol import Record
from reflect.language import N_, choosing, dates, gettext
from reflect.language import consultation as words
from reflect.language import gettext as _
from reflect.language.faults import sentence
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


HELP = {
    N_("zurück"): N_("zurück, wo die Methode es vorsieht"),
    N_("versehen"): N_("den letzten Schritt zurücknehmen, eine Minute lang"),
    N_("auslassen"): N_("diese Phase auslassen"),
    N_("nächste"): N_("in einer Runde: die nächste Person"),
    N_("aussetzen"): N_("in einer Runde: diese Person setzt aus"),
    N_("runde"): N_("die Runde noch einmal"),
    N_("ja"): N_("die Schlüsselfrage steht"),
    N_("nein"): N_("noch keine Schlüsselfrage, die Gruppe hilft suchen"),
    METHOD: N_("eine Methode wählen"),
    EXAMPLES: N_("gute Fragen, verkleidete Fragen, Sätze zum Vorlesen"),
    STATE: N_("wo ihr steht, wer spricht, wie lange noch"),
    "1": N_("eine Minute mehr, ebenso /2 und /5"),
    PAUSE: N_("die Zeit anhalten"),
    STOP: N_("unterbrechen: Was braucht ihr?"),
    N_("ende"): N_("die Beratung beenden"),
}


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
        self.console.insist(_("Eingabe geht weiter. Text wird mitgeschrieben, wo es vorgesehen ist."))
        self.console.insist(_("Befehle beginnen mit einem Schrägstrich; /hilfe nennt alle."))
        place, speaker = None, None
        while not self.gathering.ended:
            if place != self._place():
                self._tell()
            elif speaker != self._speaker():
                self._turn()
            place, speaker = self._place(), self._speaker()
            line = self.console.line(self._prompt())
            if line is None:
                self._happen(ev.End())
            else:
                self._heed(line.strip())
        LinearParting(self.gathering, self.console).run()

    def _place(self) -> tuple[object, ...]:
        session = self.gathering.session
        return session.number, session.index, session.loop, session.module, session.stage

    def _speaker(self) -> str | None:
        turns = self.gathering.session.turns
        return turns.speaker if turns else None

    def _prompt(self) -> str:
        """What a line does now, said each time: nobody sees the rows above."""
        session = self.gathering.session
        on = _("Eingabe beendet") if session.last else _("Eingabe geht weiter")
        if session.scene.record is Record.KEY and not session.key_settled:
            return _("Schlüsselfrage notieren, oder {on}: ").format(on=on)
        if session.scene.record is not Record.NONE:
            return _("Eine Zeile mitschreiben, oder {on}: ").format(on=on)
        return f"{on}: "

    def _help(self) -> None:
        for name, about in HELP.items():
            self.console.insist(f"/{gettext(name)}: {gettext(about)}")

    def _turn(self) -> None:
        """Whose turn it is in a round."""
        turns = self.gathering.session.turns
        if turns is None or turns.speaker is None:
            self.console.insist(_("Alle hatten das Wort."))
            return
        words_of = _("Es spricht {name}, {number} von {count}.")
        self.console.insist(words_of.format(name=turns.speaker, number=turns.turn + 1, count=len(turns.order)))

    def _tell(self) -> None:
        """Where the group is: phase, silence, voice, sentence, time."""
        session, say = self.gathering.session, self.console.insist
        scene = session.scene
        say()
        number = _("Phase {number} von {count}: {title}.")
        title = self.gathering.modules[scene.module].title if scene.module else session.phase.step.title
        said = number.format(number=session.index + 1, count=len(session.plan.phases), title=title)
        say(said.replace("?.", "?"))
        silence = words.silence(scene, session.casting)
        if silence:
            say(silence.sentence)
        if session.turns:
            self._turn()
            say(_("Die nächste Person kommt mit /nächste, aussetzen geht mit /aussetzen."))
        elif voice := words.voice(scene, session.casting):
            say(voice.sentence)
        for text in scene.step.read_aloud:
            say(_("Vorlesen: {text}").format(text=words.named(text, session.casting.presenter)))
        self._time()

    def _state(self) -> None:
        self._tell()
        self._bank()

    def _time(self) -> None:
        session = self.gathering.session
        left = words.left(session.left(self.gathering.now()), session.bank.allotted[session.index])
        self.console.insist(f"{left[:1].upper()}{left[1:]}.")

    def _bank(self) -> None:
        """What time was taken from later phases, and when it ends."""
        session, now = self.gathering.session, self.gathering.now()
        bank = words.bank(session.ledger(now), session.index)
        self.console.insist(f"{bank[:1].upper()}{bank[1:]}")
        self.console.insist(_("Ende gegen {time}.").format(time=dates.clock(session.end(now))))

    def _heed(self, line: str) -> None:
        if not line:
            self._onward()
        elif not line.startswith("/"):
            self._write(line)
        else:
            word, _space, rest = line[1:].partition(" ")
            self._obey(command(word), rest.strip())

    def _write(self, line: str) -> None:
        """Write a line, and say that it stands."""
        is_key = self.gathering.session.scene.record is Record.KEY
        before = len(self.gathering.session.lines)
        self._happen(ev.Write(line))
        lines = self.gathering.session.lines
        if is_key and self.gathering.session.key:
            self.console.insist(_("Die Schlüsselfrage steht."))
        elif len(lines) > before:
            self.console.insist(_("Notiert als {number}.").format(number=lines[-1].number))

    def _obey(self, name: str, rest: str) -> None:
        if name in EVENTS:
            self._happen(EVENTS[name])
            if isinstance(EVENTS[name], ev.More):
                self._time()
                self._bank()
            elif isinstance(EVENTS[name], ev.SettleKey):
                self._happen(ev.Next())
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
        """Take a method by its name, or find it by what the key question asks for."""
        module = module or self._found()
        if not module:
            return
        before = self.gathering.session.module
        self._happen(ev.ChooseModule(module))
        if self.gathering.session.module != before and not self.gathering.session.hosts_module:
            self._happen(ev.Next())

    def _found(self) -> str:
        """The id of a module; empty when none was taken."""
        say, modules = self.console.insist, self.gathering.modules
        say(_("Was will die Schlüsselfrage?"))
        for number, title in enumerate(choosing.NEEDS.values(), start=1):
            say(_("{number}: {title}").format(number=number, title=gettext(title)))
        need = chosen(self.console.line(_("Eine Nummer, leer geht zurück: ")) or "", list(choosing.NEEDS))
        at_hand = [module for answers, module in found(modules) if need and answers is need]
        for number, name in enumerate(at_hand, start=1):
            title = f"{modules[name].title}. {modules[name].summary}".replace("?.", "?")
            say(_("{number}: {title}").format(number=number, title=title))
        if not at_hand:
            return ""
        return chosen(self.console.line(_("Welche Methode? Nummer, leer geht zurück: ")) or "", at_hand) or ""

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
