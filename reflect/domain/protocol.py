"""A protocol: the guided questions of one kind of reflection, as read from Markdown (format: `prompts/README.md`)."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict

from reflect.domain.audience import Audience
from reflect.domain.fault import NotFound


class ProtocolKind(StrEnum):
    """What a protocol is for; also the name of its folder below a language."""

    REFLECTION = "reflection"
    PREPARATION = "preparation"
    CONSULTATION = "consultation"
    MODULE = "module"
    ASSESSMENT = "assessment"
    ONBOARDING = "onboarding"


class QuestionType(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    LINE = "line"
    LIST = "list"
    SCALE = "scale"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"
    NUMBER = "number"
    GRID = "grid"
    PEOPLE = "people"
    SIGNED = "signed"


class Share(StrEnum):
    """Whether a release may contain an answer: never, after asking (default), or preselected."""

    NEVER = "never"
    ASK = "ask"
    OFFER = "offer"


class Role(StrEnum):
    """Who speaks or is silent in a step of a consultation."""

    PRESENTER = "presenter"
    ADVISORS = "advisors"
    FACILITATOR = "facilitator"
    INTERVIEWER = "interviewer"
    CORE = "core"
    SATELLITES = "satellites"
    ALL = "all"
    NONE = "none"


class Record(StrEnum):
    """What a consultation step writes down."""

    NONE = "none"
    KEY = "key"
    LIST = "list"
    PICK = "pick"


class StopKind(StrEnum):
    """Why a form stops and shows the organisation's own procedure first."""

    CHILD_PROTECTION = "child-protection"
    SELF_HARM = "self-harm"
    VIOLENCE = "violence"


class Part(StrEnum):
    """What a step of a vignette is, beside the questions."""

    ANSWER = "answer"
    TALK = "talk"
    LINES = "lines"


class Frozen(BaseModel):
    """Base of everything that is read once and never changed."""

    model_config = ConfigDict(frozen=True)


class Label(Frozen):
    """A row or column of a grid.

    Attributes:
        id: ASCII, the same in every language.
        text: What stands there.
        share: May narrow the question's share.
    """

    id: str
    text: str
    share: Share = Share.ASK


class Question(Frozen):
    """One question.

    Attributes:
        id: ASCII, unique in the protocol, the same in every language.
        type: How it is answered.
        text: The question.
        help: One quiet line below it; may be empty.
        required: Finishing asks for it once more; nobody is forced.
        least: How many lines a required list hopes for; 0 for any.
        missing: Id of a `choices` question before it; the first option that was not chosen there is proposed here.
        share: Whether a release may contain the answer.
        audiences: The only receivers it may reach; empty means all that `share` allows.
        principles: Ids of Leitbild statements it touches.
        options: Anchors of a scale, names of choices or steps of a task, position 1 first.
        rows: Rows of a grid.
        columns: Columns of a grid; each has its own share.
        stop: Shows the organisation's procedure first.
    """

    id: str
    type: QuestionType
    text: str
    help: str = ""
    required: bool = False
    least: int = 0
    missing: str = ""
    share: Share = Share.ASK
    audiences: tuple[Audience, ...] = ()
    principles: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    rows: tuple[Label, ...] = ()
    columns: tuple[Label, ...] = ()
    stop: StopKind | None = None

    def may_reach(self, audience: Audience) -> bool:
        """Whether a release for this audience may contain the answer at all."""
        return self.share is not Share.NEVER and (not self.audiences or audience.circle in self.audiences)


class Moderation(Frozen):
    """What the one who moderates says and watches in a step of a consultation.

    `[Name]` in a sentence stands for the one who brought the case.

    Attributes:
        closes: The sentence that ends the step.
        counter: The kind sentence for when the silent one speaks.
        good: Examples of questions or sentences that fit here.
        bad: Examples that do not, such as advice in disguise.
        allowed: What may be done now, in a few words each.
        later: What has its place in another step.
    """

    closes: str = ""
    counter: str = ""
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    later: tuple[str, ...] = ()


class Step(Frozen):
    """A part of a protocol with a heading of its own.

    Attributes:
        id: ASCII, unique in the protocol.
        title: What a colleague would call it.
        minutes: Natural length in minutes; None where it does not matter.
        guidance: Paragraphs that explain, in order.
        read_aloud: Sentences for the moderation to read aloud.
        questions: In order.
        together: All questions stand on one page instead of one at a time.
        optional: Offered, not expected.
        stop: Shows the organisation's procedure first (on a `together` step: as a row above the fields).
        speaks: Who speaks (consultation).
        silent: Who is silent (consultation).
        record: What is written down (consultation).
        round: The advisors speak in turn.
        back: Step to which a way back is allowed; empty for none.
        loop: Module that runs in a loop here; empty for none.
        choose: What is chosen here (`module`); empty for nothing.
        moderation: What the moderation says and watches (consultation).
        day: The day of the talk that ends this phase, counted from the first working day as 1 (plan of an onboarding).
        part: An answer, the talk or the red lines (vignette); None for everything that is asked first.
    """

    id: str
    title: str
    minutes: int | None = None
    guidance: tuple[str, ...] = ()
    read_aloud: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    together: bool = False
    optional: bool = False
    stop: StopKind | None = None
    speaks: tuple[Role, ...] = ()
    silent: tuple[Role, ...] = ()
    record: Record = Record.NONE
    round: bool = False
    back: str = ""
    loop: str = ""
    choose: str = ""
    moderation: Moderation = Moderation()
    day: int | None = None
    part: Part | None = None


class Repeat(StrEnum):
    """For whom a method is repeated."""

    PERSON = "person"


class Protocol(Frozen):
    """A whole protocol in one language.

    Attributes:
        id: ASCII, the same in every language.
        kind: What it is for.
        version: Raised whenever the wording changes.
        language: `de` or `en`.
        title: Its name.
        summary: One sentence: for whom, when.
        minutes: Natural length.
        people: Smallest and largest number of people; None for one person alone.
        roles: Roles that take part (consultation).
        repeat: Whether the whole is repeated, and for whom; None for once.
        principles: Ids of Leitbild statements the whole protocol exercises.
        intro: Paragraphs before the first step.
        steps: In order.
    """

    id: str
    kind: ProtocolKind
    version: int
    language: str
    title: str
    summary: str
    minutes: int
    people: tuple[int, int] | None = None
    roles: tuple[Role, ...] = ()
    repeat: Repeat | None = None
    principles: tuple[str, ...] = ()
    intro: tuple[str, ...] = ()
    steps: tuple[Step, ...]

    def step(self, step_id: str) -> Step:
        """The step with this id.

        Raises:
            NotFound: There is none.
        """
        for step in self.steps:
            if step.id == step_id:
                return step
        raise NotFound("step", step_id)

    def questions(self) -> Iterator[Question]:
        """Every question in order."""
        for step in self.steps:
            yield from step.questions

    def question(self, question_id: str) -> Question:
        """The question with this id.

        Raises:
            NotFound: There is none.
        """
        for question in self.questions():
            if question.id == question_id:
                return question
        raise NotFound("question", question_id)

    def contract(self) -> dict[str, Any]:
        """The shape that `reflect prompts show --json` promises."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "title": self.title,
            "minutes": self.minutes,
            "steps": [
                {
                    "id": step.id,
                    "title": step.title,
                    "minutes": step.minutes,
                    "speaks": [role.value for role in step.speaks],
                    "silent": [role.value for role in step.silent],
                    "questions": [
                        {"id": q.id, "type": q.type.value, "text": q.text, "share": q.share.value}
                        for q in step.questions
                    ],
                }
                for step in self.steps
            ],
        }
