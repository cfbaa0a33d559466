"""Kollegiale Beratung in words: who speaks, who is silent, how long still, what comes next."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from reflect.domain.consultation.casting import Casting
from reflect.domain.consultation.floor import MERGE_BELOW
from reflect.domain.consultation.meeting import Meeting
from reflect.domain.consultation.plan import Plan
from reflect.domain.consultation.session import Scene, Session
from reflect.domain.consultation.takeaway import Takeaway
from reflect.domain.consultation.timebank import TimeBank
from reflect.domain.protocol import Protocol, Role, Step
from reflect.language import N_, dates, gettext, ngettext
from reflect.language import gettext as _

ROLES = {
    Role.PRESENTER: N_("wer den Fall einbringt"),
    Role.ADVISORS: N_("das Team"),
    Role.FACILITATOR: N_("die Moderation"),
    Role.INTERVIEWER: N_("wer das Gespräch führt"),
    Role.CORE: N_("das Kernteam"),
    Role.SATELLITES: N_("die Gruppen"),
    Role.ALL: N_("alle"),
    Role.NONE: N_("niemand"),
}
_VOICES = (
    ({Role.ALL}, N_("Es sprechen"), N_("alle")),
    ({Role.ADVISORS, Role.PRESENTER}, N_("{name} antwortet, es fragt das"), N_("Team")),
    ({Role.SATELLITES}, N_("Es sprechen die"), N_("Gruppen")),
    ({Role.CORE}, N_("Es spricht das engere"), N_("Team")),
    ({Role.INTERVIEWER}, N_("Im Gespräch ist"), ""),
    ({Role.PRESENTER}, N_("Es spricht"), ""),
    ({Role.ADVISORS}, N_("Es spricht das"), N_("Team")),
)
"""The first line whose roles all speak: half a sentence and its last word, the presenter's name where it is empty."""

NAME = "[Name]"
"""Stands for the presenter in sentences of a protocol."""


class Words(NamedTuple):
    """Half a sentence that ends in a word which stands large on the wall.

    Attributes:
        lead: The half sentence.
        word: Its last word.
    """

    lead: str
    word: str

    @property
    def big(self) -> str:
        """The word in capitals."""
        return self.word.upper()

    @property
    def sentence(self) -> str:
        """The whole, to be read line by line."""
        return f"{self.lead} {self.word}."


def minutes(count: int) -> str:
    """`5 Minuten`."""
    return ngettext("{count} Minute", "{count} Minuten", count).format(count=count)


def natural(method: Protocol) -> str:
    """How long a method takes by nature: `55 Minuten`, or `je 12 Minuten` where each person presents in turn."""
    words = minutes(method.minutes)
    return _("je {minutes}").format(minutes=words) if method.repeat else words


def people(least: int, most: int) -> str:
    """`4 bis 9 Personen`."""
    return _("{least} bis {most} Personen").format(least=least, most=most)


def roles(found: Iterable[Role]) -> str:
    """`das Team, wer den Fall einbringt`."""
    return ", ".join(gettext(ROLES[role]) for role in found)


def size_warning(plan: Plan) -> str:
    """What to think of when a group is smaller or larger than recommended; empty when it is not."""
    if not plan.off_size:
        return ""
    if plan.off_size > 0:
        words = _("{title} ist für {people} gedacht. Zu {count} helfen kleine Gruppen oder stille Beobachtung.")
    elif plan.people < MERGE_BELOW:
        words = _("{title} ist für {people} gedacht. Zu {count} geht es auch: Wer moderiert, berät mit.")
    else:
        words = _("{title} ist für {people} gedacht. Zu {count} geht es auch.")
    return words.format(title=plan.title, people=people(*plan.size), count=plan.people)


def named(text: str, presenter: str) -> str:
    """A sentence of a protocol with the presenter's name in it."""
    return text.replace(NAME, presenter)


def silence(scene: Scene, casting: Casting) -> Words | None:
    """Who is silent, for the band; None when everybody may speak."""
    if Role.ALL in scene.silent:
        return Words(_("Alle sind"), _("still"))
    if Role.PRESENTER in scene.silent:
        return Words(_("{name} hört zu und").format(name=casting.presenter), _("schweigt"))
    if Role.ADVISORS in scene.silent:
        return Words(_("Das Team hört zu und"), _("schweigt"))
    if Role.SATELLITES in scene.silent:
        return Words(_("Der große Kreis hört zu und"), _("schweigt"))
    return None


def voice(scene: Scene, casting: Casting, speaker: str | None = None) -> Words | None:
    """Who speaks; None in silence.

    Args:
        scene: What holds now.
        casting: Who does what.
        speaker: Whose turn it is in a round.
    """
    if speaker:
        return Words(_("Es spricht"), speaker)
    for needed, lead, word in _VOICES:
        if needed <= set(scene.speaks):
            return Words(gettext(lead).format(name=casting.presenter), gettext(word) or casting.presenter)
    return None


def duties(casting: Casting) -> str:
    """Who moderates, writes and looks at the time; in a large group also who advises first."""
    if casting.timekeeper == casting.facilitator:
        words = _("{facilitator} moderiert und achtet auf die Zeit, {scribe} schreibt mit.")
    else:
        words = _("{facilitator} moderiert, {scribe} schreibt mit, {timekeeper} achtet auf die Zeit.")
    said = words.format(facilitator=casting.facilitator, scribe=casting.scribe, timekeeper=casting.timekeeper)
    if casting.merged:
        said = _("{facilitator} moderiert, schreibt mit und berät mit.").format(facilitator=casting.facilitator)
    if casting.core:
        said += " " + _("Kernteam: {names}.").format(names=", ".join(casting.core))
    return said


def whose_turn(session: Session) -> str:
    """What the room does, and whose case it is where each person presents in turn."""
    if not session.plan.each:
        return _("Kollegiale Beratung")
    words = _("Fall {number} von {count}: {name}")
    return words.format(number=session.number, count=session.plan.people, name=session.casting.presenter)


def in_your_time(plan: Plan, at_hand: int) -> str:
    """What becomes of a method in the minutes at hand, and what they leave over."""
    if plan.each:
        turns = min(plan.people, max(1, at_hand // plan.total))
        words = ngettext(
            "{count} Person bringt ihren Fall ein: {each}.",
            "{count} Personen bringen ihren Fall ein, jede {each}.",
            turns,
        )
        return words.format(count=turns, each=minutes(plan.total))
    return _("Die Phasen füllen eure {minutes} genau.").format(minutes=minutes(plan.total))


def each_turn(plan: Plan) -> str:
    """How long it takes when everybody presents; empty where one person does."""
    if not plan.each:
        return ""
    words = _("Jede Person bringt einen Fall ein: {people} mal {minutes}, zusammen {total}.")
    return words.format(people=plan.people, minutes=minutes(plan.total), total=minutes(plan.total * plan.people))


def roles_of(casting: Casting) -> str:
    """Who brings the case and who does what, as soon as names are typed."""
    return _("{name} bringt den Fall ein. {duties}").format(name=casting.presenter, duties=duties(casting))


def first_step(takeaway: Takeaway) -> str:
    """The first step, with its day where one was said."""
    if takeaway.until is None:
        return takeaway.step
    day = dates.day_and_month(takeaway.until, takeaway.day)
    return _("{step}   bis {day}").format(step=takeaway.step, day=day)


def last_time(meeting: Meeting, today: date) -> str:
    """What is known of the meeting before, and the question it leaves."""
    day = dates.day_and_month(meeting.day, today)
    said = _("Zuletzt am {day}: {method}. Wie ist es geworden?").format(day=day, method=meeting.method)
    if meeting.moderator:
        said += " " + _("Heute moderiert {name}.").format(name=meeting.moderator)
    return said


def left(remaining: int, whole: int) -> str:
    """`noch etwa 6 von 10 Minuten`, or how far over, in the same calm voice."""
    if remaining < 0:
        return ngettext("{count} Minute darüber", "{count} Minuten darüber", -remaining).format(count=-remaining)
    if remaining == 0:
        return _("die Zeit ist um")
    return _("noch etwa {left} von {whole}").format(left=remaining, whole=minutes(whole))


def left_briefly(remaining: int) -> str:
    """The same where there is little room: `noch etwa 6 Minuten`."""
    if remaining <= 0:
        return left(remaining, 0)
    return _("noch etwa {minutes}").format(minutes=minutes(remaining))


def bank(ledger: TimeBank, index: int) -> str:
    """What overtime takes from whom, and that the closing keeps its own."""
    closing = _("Der Schluss behält seine {count}.").format(count=ledger.allotted[ledger.closing])
    lent = ledger.lent(index)
    if ledger.over:
        first = ngettext("{count} Minute über dem Ende.", "{count} Minuten über dem Ende.", ledger.over)
        return f"{first.format(count=ledger.over)} {closing}"
    if lent:
        count = sum(amount for _phase, amount in lent)
        phases = ", ".join(str(phase + 1) for phase, _amount in lent)
        words = ngettext(
            "{count} Minute aus Phase {phases} geliehen.", "{count} Minuten aus Phase {phases} geliehen.", count
        )
        return f"{words.format(count=count, phases=phases)} {closing}"
    if ledger.saved:
        words = ngettext("{count} Minute gespart.", "{count} Minuten gespart.", ledger.saved)
        return f"{words.format(count=ledger.saved)} {closing}"
    return _("ausgeglichen. {closing}").format(closing=closing)


def following(step: Step | None, number: int, length: int, casting: Casting, room: int) -> str:
    """What comes next: number, title, who speaks, minutes, as much of it as fits.

    Args:
        step: The next phase; None at the end.
        number: Of that phase, from 1.
        length: Its minutes.
        casting: Who does what.
        room: Cells there are.
    """
    if step is None:
        return _("das Ende")
    scene = Scene(step=step, speaks=step.speaks, silent=step.silent, record=step.record)
    title = step.title if step.title.endswith("?") else f"{step.title}:"
    for who in _who(scene, casting):
        words = _("{number} {title} {who}. {minutes}")
        said = words.format(number=number, title=title, who=who, minutes=minutes(length))
        if len(said) <= room:
            return said
    return f"{number} {step.title}"


def _who(scene: Scene, casting: Casting) -> tuple[str, ...]:
    """Who speaks, in words; shorter ones after longer ones."""
    name = casting.presenter
    if Role.NONE in scene.speaks:
        return (_("alle sind still"),)
    if Role.ALL in scene.speaks:
        return (_("alle sprechen"),)
    if scene.speaks == (Role.PRESENTER,):
        return _("{name} spricht, alle anderen hören zu").format(name=name), _("{name} spricht").format(name=name)
    if Role.PRESENTER in scene.silent:
        return (_("{name} hört zu").format(name=name),)
    return (_("{name} antwortet").format(name=name),)


def manner(step: Step, presenter: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is allowed now, and what is not yet, in a few words each."""
    said = step.moderation
    return (
        tuple(named(words, presenter) for words in said.allowed),
        tuple(named(words, presenter) for words in said.later),
    )
