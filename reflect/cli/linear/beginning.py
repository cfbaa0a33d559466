"""The beginning of a consultation line by line: three answers lead to a method, then the right place and the names."""

from collections.abc import Sequence

from reflect.cli.console import Console
from reflect.cli.linear.numbered import chosen, numbers
from reflect.domain.consultation.proposal import Wish
from reflect.domain.consultation.suitability import ADDRESSES, Concern
from reflect.domain.contact import for_stop
from reflect.domain.fault import Fault, WrongUsage
from reflect.domain.protocol import Protocol, StopKind
from reflect.language import choosing, gettext
from reflect.language import consultation as words
from reflect.language import gettext as _
from reflect.language.contacts import contact_line
from reflect.language.faults import sentence
from reflect.workflows import consulting
from reflect.workflows.gathering import Gathering
from reflect.workflows.surroundings import Surroundings

PEOPLE, MINUTES = 6, 60
MOST = 5
YES, NO = frozenset({"j", "ja", "y", "yes"}), frozenset({"n", "nein", "no"})


class LinearBeginning:
    """Asks what a group has to say before it consults; what does not fit is said, and asked again.

    Args:
        surroundings: Methods, clock and choices.
        console: Where words come from and go to.
    """

    def __init__(self, surroundings: Surroundings, console: Console) -> None:
        self.surroundings = surroundings
        self.console = console
        self._last: Fault = WrongUsage("session-alone", people=0)

    def resumed(self) -> Gathering | None:
        """The session that a crash cut off, when the group goes on with it; otherwise it is gone."""
        gathering = consulting.resumable(self.surroundings)
        if gathering is None:
            return None
        self.console.insist(_("Eine Beratung wurde unterbrochen. Alles ist noch da."))
        if self._ask(_("Weitermachen? ja oder nein, leer heißt ja: ")).casefold() in NO:
            gathering.forget()
            return None
        return gathering

    def run(self) -> Gathering | None:
        """Ask everything.

        Returns:
            None when the group found that the case belongs elsewhere.

        Raises:
            Fault: The last thing that did not fit, when the input is over.
        """
        while True:
            people = self._number(_("Wie viele seid ihr? Leer heißt {count}: "), PEOPLE)
            minutes = self._number(_("Wie viele Minuten habt ihr? Leer heißt {count}: "), MINUTES)
            proposed = self._proposed(people, minutes)
            if proposed:
                break
            self.console.insist(_("Dafür passt keine Methode. Ändere die Minuten oder die Zahl der Personen."))
        method = self._method(proposed, people, minutes)
        if not self._belongs_here():
            return None
        return self._gathering(method, minutes)

    def _ask(self, prompt: str) -> str:
        line = self.console.line(prompt)
        if line is None:
            raise self._last
        return line.strip()

    def _again(self, fault: Fault) -> None:
        self._last = fault
        self.console.insist(sentence(fault))

    def _number(self, prompt: str, usual: int) -> int:
        while True:
            said = self._ask(prompt.format(count=usual))
            if not said:
                return usual
            if said.isascii() and said.isdigit() and int(said):
                return int(said)
            self.console.insist(_("Das ist keine Zahl."))

    def _numbered(self, titles: Sequence[str]) -> None:
        for number, title in enumerate(titles, start=1):
            self.console.insist(_("{number}: {title}").format(number=number, title=title))

    def _wish(self) -> Wish:
        self.console.insist(_("Was wird gebraucht?"))
        self._numbered([gettext(title) for title in choosing.WISHES.values()])
        while True:
            said = self._ask(_("Eine Nummer, leer heißt 1: "))
            wish = chosen(said or "1", list(choosing.WISHES))
            if wish is not None:
                return wish
            self.console.insist(_("Diese Nummer gibt es nicht."))

    def _proposed(self, people: int, minutes: int) -> tuple[Protocol, ...]:
        catalogue, language = self.surroundings.catalogue, self.surroundings.config.language
        return consulting.propose(catalogue, language, people, minutes, self._wish())[:MOST]

    def _method(self, proposed: Sequence[Protocol], people: int, minutes: int) -> Protocol:
        catalogue, language = self.surroundings.catalogue, self.surroundings.config.language
        self.console.insist(_("Das passt, das Erste am besten:"))
        self._numbered([f"{one.title}, {words.natural(one)}. {one.summary}" for one in proposed])
        while True:
            said = self._ask(_("Welche Methode? Nummer oder Name, leer heißt 1: "))
            try:
                method = chosen(said or "1", proposed) or consulting.method(catalogue, language, said)
                consulting.planned(catalogue, language, method.id, people, minutes)
            except Fault as fault:
                self._again(fault)
            else:
                return method

    def _belongs_here(self) -> bool:
        """Whether anything speaks against it; the group decides."""
        self.console.insist(_("Trifft etwas davon zu?"))
        self._numbered([gettext(title) for title in choosing.CONCERNS.values()])
        picked = numbers(self._ask(_("Nummern mit Komma, leer heißt nein: ")))
        concerns = [one for number, one in enumerate(choosing.CONCERNS, start=1) if number in picked]
        if not concerns:
            return True
        for concern in ADDRESSES:
            if concern in concerns:
                self.console.insist(choosing.instead(concern))
                self._numbers_that_help(concern)
        return self._ask(_("Trotzdem beraten? ja oder nein, leer heißt nein: ")).casefold() in YES

    def _numbers_that_help(self, concern: Concern) -> None:
        if concern is Concern.DANGER:
            for contact in for_stop(self.surroundings.config.contacts, StopKind.VIOLENCE):
                self.console.insist(contact_line(contact).replace("   ", ", "))

    def _gathering(self, method: Protocol, minutes: int) -> Gathering:
        self.console.insist(_("Sucht jetzt Decknamen für die Menschen aus, um die es geht."))
        self.console.insist(_("Mit Komma: erst wer den Fall einbringt, dann wer moderiert, dann alle."))
        while True:
            said = self._ask(_("Wer ist da? Vornamen oder Kürzel genügen: "))
            names = [name.strip() for name in said.split(",") if name.strip()]
            try:
                gathering = consulting.gather(
                    self.surroundings.catalogue,
                    self.surroundings.config.language,
                    method.id,
                    names=names,
                    minutes=minutes,
                    now=self.surroundings.now,
                    lifeline=consulting.lifeline(self.surroundings),
                )
            except Fault as fault:
                self._again(fault)
                continue
            warning = words.size_warning(gathering.session.plan)
            for line in (words.roles_of(gathering.session.casting), warning):
                if line:
                    self.console.insist(line)
            return gathering
