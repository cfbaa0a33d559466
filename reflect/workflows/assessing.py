"""Assessing oneself: the statements of this month, one at a time, kept at once and for nobody else."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple, Self

from pydantic import ValidationError

from reflect.domain.assessment import course, month
from reflect.domain.assessment.instrument import Instrument, Item
from reflect.domain.assessment.mark import Hindrance, Mark
from reflect.domain.assessment.month import Month
from reflect.domain.assessment.rating import Observation, Rating, Wording
from reflect.domain.assessment.rotation import next_observed, parent, proposed
from reflect.domain.fault import Fault, NotFound, WrongUsage
from reflect.workflows.keeping import records
from reflect.workflows.sitting import ASSESSMENTS, Sitting

INSTRUMENT = "selbsteinschaetzung"
MOST = 8
"""Statements a month at most, the freely chosen ones among them."""
EXAMPLE_LENGTH = 140


class Touching(NamedTuple):
    """An own entry that touches a statement.

    Attributes:
        day: When it was begun.
        title: What it is called.
    """

    day: date
    title: str


class Assessing:
    """This month's self-assessment while a person works on it.

    Attributes:
        sitting: The open vault.
        instrument: What is asked.
        month: What was said so far.
        earlier: Every month before it.
        index: The statement that is asked, from 0; one more than there are for the observation.
    """

    def __init__(self, sitting: Sitting, instrument: Instrument, this: Month, earlier: Sequence[Month]) -> None:
        self.sitting = sitting
        self.instrument = instrument
        self.month = this
        self.earlier = tuple(earlier)
        self.index = next((at for at, one in enumerate(this.asked) if one not in this.marked), 0)

    @classmethod
    def begin(cls, sitting: Sitting) -> Self:
        """Go on with this month, or begin it; nothing is kept before something is said.

        Raises:
            WrongUsage: `assess-early` (fact: day): the last one is less than four weeks ago.
        """
        kept = months(sitting)
        instrument = instrument_of(sitting)
        name = month.name(sitting.today)
        here = next((one for one in kept if one.month == name), None)
        earlier = [one for one in kept if one.month < name]
        if here is None:
            opens = opens_on(kept, sitting.today)
            if opens > sitting.today:
                raise WrongUsage("assess-early", day=opens)
            here = _planned(instrument, earlier, name)
        return cls(sitting, instrument, here, earlier)

    @classmethod
    def unsealed(cls, sitting: Sitting, sealed: bytes) -> Self | None:
        """Go on with a month that a full disk kept in memory over a lock; None when it is none, or another vault's.

        Args:
            sitting: The vault, open again.
            sealed: From `sealing`.
        """
        body = sitting.vault.draft.unseal(sealed)
        try:
            this = Month.load(body or "")
        except ValidationError:
            return None
        earlier = [one for one in months(sitting) if one.month < this.month]
        return cls(sitting, instrument_of(sitting), this, earlier)

    @property
    def items(self) -> tuple[Item, ...]:
        """What is rated this month; what the instrument no longer knows is passed over."""
        known = {item.statement: item for item in self.instrument.rated}
        return tuple(known[one] for one in self.month.asked if one in known)

    @property
    def observed(self) -> Item | None:
        """What is told about at the end; None for nothing."""
        try:
            return self.instrument.observation(self.month.observe)
        except NotFound:
            return None

    @property
    def item(self) -> Item | None:
        """The statement that is asked now; None where the observation is."""
        return self.items[self.index] if self.index < len(self.items) else None

    def rating(self, statement_id: str) -> Rating:
        """What was said about a statement this month, or an empty rating."""
        there = self.month.ratings.get(statement_id)
        return there or Rating(statement=statement_id, wording=self.wording(statement_id))

    def wording(self, statement_id: str) -> Wording:
        """What the Leitbild says there now."""
        return wording(self.sitting, statement_id)

    def mark(self, statement_id: str, mark: Mark | None) -> None:
        """Say how it was; None takes it back. It is on the disk when this returns.

        Raises:
            NotFound: The statement is not asked this month.
            ReadOnly, NotSaved: Nothing changed.
        """
        self._take(statement_id, mark=mark)

    def tell(self, statement_id: str, example: str) -> None:
        """Note an example; empty takes it back. Raises as `mark`."""
        self._take(statement_id, example=_line(example))

    def blame(self, statement_id: str, hindrances: Iterable[Hindrance]) -> None:
        """Say what made it hard; nothing takes it back. Raises as `mark`."""
        said = set(hindrances)
        self._take(statement_id, hindrances=tuple(one for one in Hindrance if one in said))

    def frame(self, statement_id: str, text: str) -> None:
        """Say what changed around the work. Raises as `mark`."""
        self._take(statement_id, frame=" ".join(text.split()))

    def observe(self, text: str) -> None:
        """Tell how something is experienced that the organisation answers for. Raises as `mark`."""
        self.say({}, observation=text)

    def say(self, said: Mapping[str, Mapping[str, object]], *, observation: str | None = None) -> None:
        """Take in what was said about several statements, and write it at once.

        Args:
            said: Fields of a `Rating` by statement.
            observation: What was told about the house; None leaves it as it is.

        Raises:
            NotFound: A statement is not asked this month.
            ReadOnly, NotSaved: Nothing changed.
        """
        before = self.month.model_copy(deep=True)
        self._said(said, observation)
        try:
            self.keep()
        except Exception:
            self.month = before
            raise

    def keep(self) -> None:
        """Write the month as it is now.

        Raises:
            ReadOnly, NotSaved: What is on the disk is unchanged.
        """
        if self.month.next_from is None:
            self.month.next_from = self.sitting.today + month.INTERVAL
        keep(self.sitting, self.month)

    def sealing(self, statement_id: str = "", text: str | None = None) -> Callable[[], bytes | None]:
        """What keeps this month, and a line that is not written yet, when a lock comes.

        Args:
            statement_id: Whose example the line is; empty for what is told about the house.
            text: The line; None for nothing new.

        Returns:
            To be carried out before the vault is closed; gives None once the month is on the disk, and where the
            disk refuses the sealed month, to be held in memory for `unsealed`.
        """
        example = {statement_id: {"example": _line(text or "")}} if statement_id else {}
        self._said(example, None if statement_id else text)

        def carry_out() -> bytes | None:
            try:
                self.keep()
            except Fault:
                return self.sitting.vault.draft.seal(self.month.dump())
            return None

        return carry_out

    def _said(self, said: Mapping[str, Mapping[str, object]], observation: str | None) -> None:
        if unknown := [one for one in said if one not in self.month.asked]:
            raise NotFound("statement", unknown[0])
        for statement, fields in said.items():
            fresh = {"wording": self.wording(statement), **fields}
            self.month.rate(self.rating(statement).model_copy(update=fresh))
        if observation is not None:
            self._observed(observation)

    def _observed(self, text: str) -> None:
        item = self.observed
        if item is None:
            raise NotFound("statement", self.month.observe)
        told = Observation(statement=item.statement, wording=self.wording(item.statement), text=text.strip())
        self.month.observed(told)

    def choose(self, statement_id: str) -> None:
        """Add a statement that occupies the person, and go to it.

        Raises:
            NotFound: It is not rated at all.
            WrongUsage: `assess-full`: eight a month are enough.
        """
        self.instrument.item(statement_id)
        if statement_id not in self.month.asked:
            if len(self.month.asked) >= MOST:
                raise WrongUsage("assess-full", most=MOST)
            self.month.free = (*self.month.free, statement_id)
        self.index = [item.statement for item in self.items].index(statement_id)

    def stand_at(self, statement_id: str) -> None:
        """Go to a statement that is asked this month, or told about at its end; any other moves nothing."""
        asked = [item.statement for item in self.items]
        asked += [self.observed.statement] if self.observed is not None else []
        if statement_id in asked:
            self.index = asked.index(statement_id)

    def go(self, by: int) -> bool:
        """Go to the statement before or after, the observation last; False where there is none."""
        last = len(self.items) - (self.observed is None)
        target = self.index + by
        if not 0 <= target <= last:
            return False
        self.index = target
        return True

    def jump(self, statement_id: str) -> course.Jump | None:
        """The jump this month's level makes from the one before; None where it makes none."""
        line = next((one for one in self.lines() if one.statement == statement_id), None)
        found = line.jump(self.month.month) if line is not None else None
        return found if found is not None and found.after.month == self.month.month else None

    def lines(self) -> tuple[course.Line, ...]:
        """The course of every statement, this month included."""
        return course.lines((*self.earlier, self.month))

    def touching(self, statement_id: str) -> tuple[Touching, ...]:
        """Own entries that touch a statement or its parts, the newest first."""
        zone = self.sitting.now().tzinfo
        return tuple(
            Touching(datetime.fromisoformat(record["created"]).astimezone(zone).date(), record["title"])
            for _entry, record in records(self.sitting)
            if record["title"] and any(_related(one, statement_id) for one in record["principles"])
        )

    def _take(self, statement_id: str, **said: object) -> None:
        self.say({statement_id: said})


def months(sitting: Sitting) -> tuple[Month, ...]:
    """Every month that was kept, the oldest first; damaged ones are passed over."""
    found = (Month.load(body) for _id, _record, body in sitting.vault.scan(ASSESSMENTS))
    return tuple(sorted(found, key=lambda one: one.month))


def keep(sitting: Sitting, this: Month) -> None:
    """Write a month, under its name: nothing tells on which day anything was said.

    Raises:
        ReadOnly, NotSaved: What was there before is unchanged.
    """
    sitting.vault.put(ASSESSMENTS, this.month, this.record(), this.dump())


def instrument_of(sitting: Sitting) -> Instrument:
    """The indicators, the person's own version before the shipped one.

    Raises:
        NotFound: There are none.
    """
    return Instrument.of(sitting.catalogue.load(INSTRUMENT, sitting.config.language))


def opens_on(kept: Iterable[Month], today: date) -> date:
    """The day from which the next self-assessment may begin; today when nothing is in the way."""
    return max((one.next_from for one in kept if one.next_from is not None), default=today)


def wording(sitting: Sitting, statement_id: str) -> Wording:
    """A statement of the Leitbild that counts today, or what the instrument calls it where this Leitbild has none.

    Raises:
        NotFound: Neither knows it.
    """
    try:
        return Wording.of(sitting.leitbild, statement_id)
    except NotFound:
        instrument = instrument_of(sitting)
        items = {item.statement: item for item in (*instrument.observed, *instrument.rated)}
        if statement_id not in items:
            raise
        return Wording(version=sitting.leitbild.version, text=items[statement_id].title)


def name_frame(sitting: Sitting, month_name: str, statement_id: str, text: str) -> None:
    """Note what changed around the work when a rating of some month jumped.

    Raises:
        NotFound: There is no such rating.
        ReadOnly, NotSaved: Nothing changed.
    """
    this = next((one for one in months(sitting) if one.month == month_name), None)
    if this is None or statement_id not in this.ratings:
        raise NotFound("statement", statement_id)
    this.rate(this.ratings[statement_id].model_copy(update={"frame": " ".join(text.split())}))
    keep(sitting, this)


def _line(text: str) -> str:
    """A text as one line of an example."""
    return " ".join(text.split())[:EXAMPLE_LENGTH]


def _planned(instrument: Instrument, earlier: Sequence[Month], name: str) -> Month:
    visits = {one: past.month for past in earlier for one in past.marked}
    seen = {one: past.month for past in earlier for one in past.observations}
    told = [item.statement for item in instrument.observed]
    parts = [item.statement for item in instrument.rated]
    return Month(
        month=name,
        instrument=instrument.version,
        planned=proposed(parts, visits),
        observe=next_observed(told, seen),
    )


def _related(one: str, other: str) -> bool:
    """Whether two ids speak of the same: one covers the other."""
    return one == other or one == parent(other) or other == parent(one)
