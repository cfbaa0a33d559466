"""The review line by line: every place is decided, the gate is answered, the page is read once more."""

from reflect.cli.console import Console
from reflect.cli.linear.talk import Talk, Turn
from reflect.domain.decision import Action
from reflect.domain.fault import Undecided
from reflect.domain.mention import Choice, Mention, certain, choices, decided, mentions, next_open, same_as
from reflect.domain.release import Gate, Review
from reflect.language import gettext
from reflect.language import gettext as _
from reflect.language.days import read_day
from reflect.language.release import BASES, KINDS, asked, became_of_it, step_words, still_open
from reflect.workflows.handing_over import HandingOver

AROUND = 60
"""Code points of the sentence shown on either side of a place."""


class LinearReview:
    """Decides one page with a person, without a screen.

    Args:
        console: Where the conversation takes place.
        handing: With its page searched.
    """

    def __init__(self, console: Console, handing: HandingOver) -> None:
        self.talk = Talk(console)
        self.handing = handing

    def run(self) -> None:
        """Decide everything.

        Raises:
            Undecided: The person left, or did not want the page to be written.
        """
        review = self._review
        review.take_up(certain(review))
        self.talk.tell(_("Sicheres ist schon ersetzt. Den Rest entscheidest du, Stelle für Stelle."))
        self.talk.tell(_("Befehle: /zurück nimmt die letzte Entscheidung zurück, /aufhören lässt alles hier."))
        while (waiting := next_open(mentions(review))) is not None:
            self._decide(waiting)
        self._gate()
        self._last_look()

    def look_again(self) -> None:
        """Ask on which day to ask what became of it; Enter asks for none.

        Raises:
            NotSaved: The disk refused; the page is written all the same.
        """
        question = _("Wann fragen, was daraus geworden ist? Ein Tag, Eingabe für nie: ")
        while (line := self.talk.ask(question)).text.strip():
            due = read_day(line.text, self.handing.sitting.today)
            if due is not None:
                self.handing.ask_later(became_of_it(self.handing.handover.audience), due)
                return
            self.talk.tell(_("Diesen Tag gibt es nicht."))

    @property
    def _review(self) -> Review:
        if self.handing.review is None:
            raise Undecided(0)
        return self.handing.review

    def _decide(self, mention: Mention) -> None:
        review = self._review
        every = mentions(review)
        offered = {choice.letter: choice for choice in choices(every, mention)}
        done, total = decided(every)
        self.talk.tell("", still_open(total - done), self._sentence(mention))
        self.talk.tell(f"„{mention.surface}“ ({gettext(KINDS[mention.kind])}) {asked(mention)}")
        for letter, choice in offered.items():
            self.talk.tell(f"  {letter}  {_words(choice)}")
        line = self.talk.ask(_("Buchstabe, oder = und eigene Worte: "))
        typed = line.text.strip()
        if line.turn is Turn.LEAVE:
            raise Undecided(len(review.undecided()))
        if line.turn is Turn.BACK:
            review.undo()
        elif typed.startswith("=") and typed[1:].strip():
            own = (
                Choice("E", Action.GENERALISE, typed[1:].strip()) if mention.is_advice else Choice("E", Action.REPLACE)
            )
            review.decide(mention.id, own.decision(text=typed[1:].strip()))
        elif typed.upper() in offered:
            self._carry_out(mention, offered[typed.upper()], every)

    def _carry_out(self, mention: Mention, choice: Choice, every: tuple[Mention, ...]) -> None:
        same = ""
        if choice.action is Action.SAME_AS:
            others = same_as(every, mention)
            for number, other in enumerate(others, 1):
                self.talk.tell(f"  {number}  {other.surface}")
            typed = self.talk.ask(_("Wer oder was? Zahl: ")).text.strip()
            if not typed.isdecimal() or not 1 <= int(typed) <= len(others):
                return
            same = others[int(typed) - 1].id
        self._review.decide(mention.id, choice.decision(same=same))

    def _sentence(self, mention: Mention) -> str:
        """The words around a place, on one line."""
        text, first = self._review.draft.text, mention.findings[0]
        around = text[max(0, first.start - AROUND) : first.end + AROUND]
        return f"… {' '.join(around.split())} …"

    def _gate(self) -> None:
        """Ask what is asked before anything leaves.

        Raises:
            Undecided: The person left.
        """
        self.talk.tell("", _("Bevor die Seite hinausgeht"))
        outside = self._yes(_("Sitzt jemand außer Haus, der sie bekommt?"))
        for number, basis in enumerate(BASES.values(), 1):
            self.talk.tell(f"  {number}  {gettext(basis)}")
        basis = ""
        while not basis:
            line = self.talk.ask(_("Worauf stützt du dich? Zahl: "))
            if line.turn is Turn.LEAVE:
                raise Undecided(0)
            number = int(line.text) if line.text.strip().isdecimal() else 0
            basis = list(BASES)[number - 1] if 1 <= number <= len(BASES) else ""
        gate = Gate(
            outside=outside,
            basis=basis,
            entrusted=self._yes(_("Hat dir jemand unter 18 etwas davon anvertraut?")),
            recognisable=self._yes(_("Erkennen andere im Haus die Person, auch ohne mit ihr zu arbeiten?")),
            joinable=self._yes(_("Verrät die Seite zusammen mit einer früheren, wer es ist?")),
            dangerous=self._yes(_("Lässt sich etwas daraus schließen, das die Person gefährdet?")),
        )
        self._review.answer_gate(gate)

    def _last_look(self) -> None:
        """Read the page as it will arrive.

        Raises:
            Undecided: It is not to be written.
        """
        gate = self._review.gate
        if gate is not None and (gate.stays_private or gate.needs_consent):
            raise Undecided(0)
        self.talk.tell("", _("So kommt die Seite an:"), "")
        for line in self.handing.page():
            self.talk.tell(line.text)
        if not self._yes("\n" + _("Das verlässt dein Gerät. Schreiben?")):
            raise Undecided(0)

    def _yes(self, question: str) -> bool:
        answer = self.talk.agrees(question)
        if answer is None:
            raise Undecided(0)
        return answer


def _words(choice: Choice) -> str:
    match choice.action:
        case Action.REPLACE:
            return _("ersetzen durch: {words}").format(words=choice.words)
        case Action.SAME_AS:
            return _("dieselbe Person oder Sache wie eine andere")
        case Action.GENERALISE:
            return _("allgemeiner: {words}").format(words=step_words(choice.words))
        case Action.KEEP:
            return _("bleibt stehen")
    return _("bleibt immer stehen")
