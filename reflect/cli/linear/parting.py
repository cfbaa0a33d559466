"""The parting line by line: each who presented picks from their own notes, and all the rest vanishes."""

from datetime import date
from pathlib import Path

from reflect.cli.console import Console
from reflect.cli.linear.numbered import numbers
from reflect.domain.consultation.notes import Notes
from reflect.domain.consultation.takeaway import Takeaway
from reflect.domain.fault import Fault
from reflect.language import days
from reflect.language import gettext as _
from reflect.language.faults import sentence
from reflect.workflows import taking
from reflect.workflows.gathering import Gathering


class LinearParting:
    """What is taken along.

    Args:
        gathering: A session that has ended.
        console: Where words come from and go to.
    """

    def __init__(self, gathering: Gathering, console: Console) -> None:
        self.gathering = gathering
        self.console = console

    def run(self) -> None:
        """One presenter after the other; nothing else is kept."""
        for notes in self.gathering.session.every_notes():
            self.part(notes)
        self.gathering.forget()
        self.console.insist(_("Sonst ist nichts aufgehoben."))

    def part(self, notes: Notes) -> None:
        """The presenter picks; everything else vanishes."""
        say = self.console.insist
        say()
        say(_("{name} wählt. Alles andere verschwindet.").format(name=notes.presenter))
        if notes.key:
            say(_("0, deine Frage: {text}").format(text=notes.key))
        for line in notes.kept():
            say(_("{number}: {title}").format(number=line.number, title=line.text))
        picked = numbers(self.console.line(_("Welche Nummern? Mit Komma, leer nimmt keine: ")) or "")
        method, day = self.gathering.session.plan.title, self.gathering.now().date()
        takeaway = Takeaway.of(notes, method, picked, day, question=0 in picked)
        if takeaway.step:
            takeaway = takeaway.by(self._day(takeaway))
        if not takeaway.is_empty:
            self._seal(takeaway)
        self.gathering.part(notes.presenter)

    def _day(self, takeaway: Takeaway) -> date | None:
        """By when the first step is to be done; None for no day."""
        self.console.insist(_("Dein erster Schritt: {text}").format(text=takeaway.step))
        while text := (self.console.line(_("Bis wann? Zum Beispiel Freitag, leer geht auch: ")) or ""):
            day = days.read_day(text, takeaway.day)
            if day is not None:
                return day
            self.console.insist(_("Diesen Tag gibt es nicht."))
        return None

    def _seal(self, takeaway: Takeaway) -> None:
        """Into a file that only the presenter opens; a passphrase is asked for twice."""
        while name := self.console.line(_("In welche Datei, versiegelt? Leer schreibt keine: ")):
            try:
                secret = self.console.secret(_("Passphrase, die nur du kennst"))
                if secret != self.console.secret(_("Noch einmal")):
                    self.console.insist(_("Die beiden sind verschieden. Nichts ist geschrieben."))
                    continue
                taking.seal(takeaway, Path(name).expanduser(), secret)
            except Fault as fault:
                self.console.insist(sentence(fault))
            else:
                self.console.insist(_("Geschrieben: {file}.").format(file=Path(name).name))
                return
