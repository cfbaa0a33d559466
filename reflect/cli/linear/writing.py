"""Writing line by line: the same way through a protocol as on the screen, with the same entry at the end."""

from reflect.cli.linear.asking import Asking, Reply
from reflect.cli.linear.closing import Closing
from reflect.cli.linear.talk import Talk, Turn
from reflect.cli.request import Request
from reflect.domain import contact
from reflect.domain.answer import Answer, is_empty, proposed
from reflect.domain.protocol import Part, Question, Step, StopKind
from reflect.domain.walk import Place
from reflect.language import gettext as _
from reflect.language.contacts import contact_line, stop_sentence
from reflect.workflows.writing import Writing


class LinearWriting:
    """One entry, asked line by line.

    Args:
        request: Gives console and choices.
        writing: Begun or resumed.
    """

    def __init__(self, request: Request, writing: Writing) -> None:
        self.request = request
        self.writing = writing
        self.talk = Talk(request.console)
        self.asking = Asking(self.talk, writing.sitting.today)
        self._told = -1

    def run(self) -> None:
        """Ask from where it was left to the end; leaving keeps everything."""
        try:
            self._open()
            while self._page():
                pass
        except BaseException:
            if not self.writing.entry.finished:
                self.writing.leave()
            raise

    def _open(self) -> None:
        protocol = self.writing.entry.protocol
        self.talk.tell(protocol.title, *protocol.intro)
        self.talk.tell(_("Jede Frage darf leer bleiben. Befehle: /zurück, /auslassen, /aufhören, /hilfe."))
        if self.writing.entry.finished:
            self.writing.go_to(0)

    def _page(self) -> bool:
        """One page; whether there is another."""
        place = self.writing.place
        if place.step_index != self._told:
            self._told = place.step_index
            if not self._begin(place.step):
                return self._past(place.step_index)
        reply = self._questions(place)
        if reply.turn is Turn.LEAVE:
            return self._left()
        if reply.turn is Turn.BACK:
            if self.writing.backward() is None:
                self.talk.tell(_("Das ist die erste Frage."))
            self._told = self.writing.place.step_index if self.writing.place.step is place.step else -1
            return True
        said = any(not is_empty(self.writing.entry.answers.get(question.id)) for question in place.questions)
        following = self.writing.forward() if said else self.writing.skip()
        return following is not None or self._finish()

    def _begin(self, step: Step) -> bool:
        """Say what a step is about, help first; whether it is wanted."""
        self.talk.tell("", step.title)
        if step.stop is not None:
            self._stop(step.stop)
        if step.part is Part.TALK:
            self._three_answers()
        self.talk.tell(*step.guidance, *step.read_aloud)
        answered = any(not is_empty(self.writing.entry.answers.get(question.id)) for question in step.questions)
        return not step.optional or answered or bool(self.talk.agrees(_("Möchtest du?")))

    def _three_answers(self) -> None:
        """What three others would do, after the own answer; and the red lines."""
        from reflect.workflows.onboarding import vignette_of  # noqa: PLC0415 - for vignettes alone

        vignette = vignette_of(self.writing.entry.protocol)
        if vignette is None:
            return
        self.talk.tell(_("Drei aus dem Haus, drei Antworten. Keine ist die richtige."))
        for answer in vignette.answers_for(self.writing.entry.id):
            self.talk.tell("", answer.verb, f"  {answer.reason}", f"  {_('Der Preis')}: {answer.price}")
        self.talk.tell("", *(_("Rote Linie: {line}").format(line=line) for line in vignette.lines), "")

    def _stop(self, kind: StopKind) -> None:
        """Whom to call, before anything is asked."""
        self.talk.tell(stop_sentence(kind))
        for one in contact.for_stop(self.request.surroundings.config.contacts, kind):
            self.talk.tell(f"  {contact_line(one)}")
        self.talk.tell(_("Gehen kannst du jederzeit: /aufhören. Alles bleibt gespeichert."))

    def _past(self, step_index: int) -> bool:
        """Pass an optional step by: what is only offered does not count as left out."""
        while self.writing.place.step_index == step_index:
            if self.writing.forward() is None:
                return self._finish()
        return True

    def _questions(self, place: Place) -> Reply:
        """The questions of a page, in order; back within it goes to the one before."""
        index = 0
        reply = Reply()
        while index < len(place.questions):
            reply = self._question(place.questions[index])
            if reply.turn is Turn.LEAVE or (reply.turn is Turn.BACK and index == 0):
                return reply
            index += -1 if reply.turn is Turn.BACK else 1
        return Reply()

    def _question(self, question: Question) -> Reply:
        if question.stop is not None:
            self._stop(question.stop)
        answers = self.writing.entry.answers
        reply = self.asking.ask(
            question,
            answers.get(question.id),
            lambda value: self._keep(question, value),
            proposal=proposed(question, answers),
        )
        if reply.value is not None:
            self._keep(question, reply.value)
        return reply

    def _keep(self, question: Question, value: Answer) -> None:
        self.writing.answer(question.id, value)
        self.writing.keep()

    def _left(self) -> bool:
        self.writing.leave()
        if not self.writing.entry.is_empty:
            words = _("Weiter geht es jederzeit mit: reflect resume {id} --linear")
            self.talk.tell("", words.format(id=self.writing.entry.id))
        return False

    def _finish(self) -> bool:
        """Ask what it touches and what is next, then file it."""
        if not self.writing.entry.is_empty:
            Closing(self.talk, self.asking, self.writing).run()
        self.writing.finish()
        return False
