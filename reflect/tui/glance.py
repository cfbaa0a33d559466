"""What the room sees right now, in words: drawn alike on the laptop and on the wall."""

from dataclasses import dataclass
from datetime import datetime

from reflect.domain.consultation.round import Round
from reflect.domain.consultation.session import Session
from reflect.domain.consultation.timebank import TimeBank
from reflect.domain.protocol import Protocol, Record
from reflect.language import _, dates
from reflect.language import consultation as words
from reflect.language.consultation import Words


@dataclass(frozen=True, slots=True)
class Glance:
    """One glance.

    Attributes:
        number: Of the phase, from 1.
        title: Of the phase, and of the module that runs in it.
        left: Minutes left in words.
        left_briefly: The same where there is little room.
        end: When it will end, in words.
        ledger: The time bank.
        index: Of the phase, from 0.
        taken: Minutes of the phase so far, earlier visits included.
        silence: Who is silent.
        voice: Who speaks.
        aloud: The sentence to read aloud: it opens the phase, and closes it in its last minute.
        turns: The round.
        allowed: What may be done now.
        later: What not yet.
        bank: The time bank in words; empty while nothing can have happened to it.
        duties: Who moderates, writes and looks at the time.
        skipped: Phases that were left out.
        following: What comes next.
        record: What may be written.
        presenter: Who brought the case.
    """

    number: int
    title: str
    left: str
    left_briefly: str
    end: str
    ledger: TimeBank
    index: int
    taken: int
    silence: Words | None
    voice: Words | None
    aloud: str
    turns: Round | None
    allowed: tuple[str, ...]
    later: tuple[str, ...]
    bank: str
    duties: str
    skipped: frozenset[int]
    following: str
    record: Record
    presenter: str

    @classmethod
    def of(cls, session: Session, modules: dict[str, Protocol], now: datetime, room: int) -> "Glance":
        """What a session shows at a moment.

        Args:
            session: As it stands.
            modules: Every module at hand.
            now: The time.
            room: Cells that one row of words has.
        """
        scene, casting, index = session.scene, session.casting, session.index
        presenter, turns = casting.presenter, session.turns
        remaining = session.left(now)
        ledger = session.ledger(now)
        said = scene.step.moderation
        closing = remaining <= 0 or (remaining == 1 and session.taken(now) > 0)
        opening = scene.step.read_aloud[0] if scene.step.read_aloud else ""
        allowed, later = words.manner(scene.step, presenter)
        after = session.plan.phases[index + 1] if index + 1 < len(session.plan.phases) else None
        return cls(
            number=index + 1,
            title=_title(session, modules),
            left=words.left(remaining, session.bank.allotted[index]),
            left_briefly=words.left_briefly(remaining),
            end=dates.clock(session.end(now)),
            ledger=ledger,
            index=index,
            taken=ledger.used[index],
            silence=words.silence(scene, casting),
            voice=words.voice(scene, casting, turns.speaker if turns else None),
            aloud=words.named(said.closes if closing and said.closes else opening, presenter),
            turns=turns,
            allowed=allowed,
            later=later,
            bank=words.bank(ledger, index) if index or ledger.over else "",
            duties=words.duties(casting),
            skipped=session.skipped,
            following=words.following(
                after.step if after else None, index + 2, ledger.allotted[index + 1] if after else 0, casting, room
            ),
            record=scene.record,
            presenter=presenter,
        )


def _title(session: Session, modules: dict[str, Protocol]) -> str:
    scene, title = session.scene, session.phase.step.title
    if not scene.module:
        return title
    return _("{phase}: {module}").format(phase=title, module=modules[scene.module].title)
