"""Forgetting: one person out of every entry, with an honest account of where the name may still stand."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from reflect.anonymize.erasure import erase
from reflect.domain.assessment.month import Month
from reflect.domain.audience import Audience
from reflect.domain.case import Case
from reflect.domain.entry import Entry
from reflect.domain.handover import Handover
from reflect.domain.registry import KnownName
from reflect.vault import compaction
from reflect.vault.backup import backups_holding
from reflect.vault.change import Batch
from reflect.vault.tail import cut_tails
from reflect.workflows.keeping import RELEASES
from reflect.workflows.sitting import ASSESSMENTS, CASES, ENTRIES, Sitting

_PERSON = "Person"
_LETTERS = [a + b for a in ("", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ") for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]


class LeftExport(NamedTuple):
    """A file that left and was made from an entry about the person.

    Attributes:
        file: Its name, without its folder.
        written: The day.
        audience: Who it was for.
    """

    file: str
    written: date
    audience: Audience


class Forgotten(NamedTuple):
    """What was done, and where the name may still stand.

    Attributes:
        role: What stands instead.
        entries: Ids of the changed entries, and months of the self-assessment that were changed.
        places: How many places were replaced in them.
        doubtful: Ids of those with everyday words that may be the name; they stay and need a look.
        unreadable: Ids of entries whose bytes are damaged; they may hold the name.
        cases: How many cases knew the name.
        reviews: How many half-done pages were dropped.
        backups: Backups that still hold an entry as it was, or cannot be read to tell.
        tails: Files beside the vault with what an interrupted write left.
        copies: Files beside the vault with older states of it.
        exports: Files that left.
    """

    role: str
    entries: tuple[str, ...]
    places: int
    doubtful: tuple[str, ...]
    unreadable: tuple[str, ...]
    cases: int
    reviews: int
    backups: tuple[Path, ...]
    tails: tuple[str, ...]
    copies: tuple[str, ...]
    exports: tuple[LeftExport, ...]


class Oblivion:
    """One person being forgotten: looked for at once, written with `carry_out`.

    Attributes:
        names: Every name of the person: the one that was given, and those the cases know for the same person.
        role: What stands instead.
    """

    def __init__(self, sitting: Sitting, name: str, role: str = "") -> None:
        self.sitting = sitting
        self._cases = [Case.model_validate_json(body) for _id, _record, body in sitting.vault.scan(CASES)]
        self.names = _names(name, self._cases)
        bodies = {entry_id: body for entry_id, _record, body in sitting.vault.scan(ENTRIES)}
        self._unreadable = tuple(entry_id for entry_id in sitting.vault.records(ENTRIES) if entry_id not in bodies)
        months = {name: body for name, _record, body in sitting.vault.scan(ASSESSMENTS)}
        given = role or next((one.role for one in self.names if one.role), "")
        self.role = _role(given, [*bodies.values(), *months.values()])
        self._places = 0
        self._doubtful: list[str] = []
        self._changed = [entry for body in bodies.values() if (entry := self._without(Entry.load(body))) is not None]
        self._months = [this for body in months.values() if (this := self._assessed(Month.load(body))) is not None]
        self._known = [case for case in (self._unknowing(case) for case in self._cases) if case is not None]
        self._handovers = self._touched()

    def report(self) -> Forgotten:
        """Where the name stands, and where it will still stand afterwards."""
        vault, ids = self.sitting.vault, tuple(entry.id for entry in self._changed)
        months = tuple(this.month for this in self._months)
        system, layout = vault.surroundings.system, vault.store.layout
        before = layout.beside("before-").name
        held: dict[Path, None] = {}
        if self.sitting.config.backup_folder:
            folder = Path(self.sitting.config.backup_folder).expanduser()
            tables = [(ENTRIES, one) for one in ids] + [(CASES, case.id) for case in self._known]
            tables += [(ASSESSMENTS, one) for one in months]
            held = dict.fromkeys(one.path for place in tables for one in backups_holding(vault, folder, *place))
        written = [one for one in self._handovers if one.written is not None]
        return Forgotten(
            role=self.role,
            entries=(*ids, *months),
            places=self._places,
            doubtful=tuple(self._doubtful),
            unreadable=self._unreadable,
            cases=len(self._known),
            reviews=len(self._handovers) - len(written),
            backups=tuple(held),
            tails=tuple(cut_tails(system, layout)),
            copies=tuple(name for name in system.listdir(layout.folder) if name.startswith(before)),
            exports=tuple(LeftExport(one.file, one.written, one.audience) for one in written if one.written),
        )

    def carry_out(self) -> None:
        """Write everything as one change: all of it, or nothing.

        Raises:
            ReadOnly, NotSaved: Nothing changed.
        """
        with self.sitting.vault.batch() as batch:
            for entry in self._changed:
                entry.changed = self.sitting.now()
                batch.put(ENTRIES, entry.id, entry.record(), entry.dump())
            for this in self._months:
                batch.put(ASSESSMENTS, this.month, this.record(), this.dump())
            for case in self._known:
                record = {"schema": 1, "name": case.name}
                batch.put(CASES, case.id, record, case.model_dump_json(by_alias=True))
            for handover in self._handovers:
                self._let_go(batch, handover)

    def purge(self) -> compaction.Purge:
        """Remove the older states of the entries from the vault's file, and the cut tails."""
        return compaction.purge(self.sitting.vault)

    @staticmethod
    def _let_go(batch: Batch, handover: Handover) -> None:
        """A half-done page goes; of a written one stays when and for whom, not what stood on it."""
        if handover.written is None:
            batch.remove(RELEASES, handover.id)
            return
        empty: dict[str, Any] = {"draft": None, "findings": (), "decisions": {}, "withdrawn": ()}
        bare = handover.model_copy(update=empty)
        batch.put(RELEASES, bare.id, bare.record(), bare.dump())

    def _without(self, entry: Entry) -> Entry | None:
        """The entry without the person; None when nothing in it speaks of them."""
        before, doubted = self._places, [0]
        # The protocol is its author's text, and a chosen position or day holds no name.
        entry.answers = self._cleaned(entry.answers, doubted)
        entry.unclear = self._cleaned(entry.unclear, doubted)
        entry.tags = self._cleaned(entry.tags, doubted)
        entry.next_steps = [
            step.model_copy(update=self._cleaned({"text": step.text, "outcome": step.outcome}, doubted))
            for step in entry.next_steps
        ]
        entry.doubts = [one.model_copy(update={"why": self._cleaned(one.why, doubted)}) for one in entry.doubts]
        if doubted[0]:
            self._doubtful.append(entry.id)
        return entry if self._places > before else None

    def _assessed(self, this: Month) -> Month | None:
        """The month without the person; None when nothing in it speaks of them. Wordings are the organisation's."""
        before, doubted = self._places, [0]
        for rating in list(this.ratings.values()):
            words = {"example": rating.example, "frame": rating.frame}
            this.rate(rating.model_copy(update=self._cleaned(words, doubted)))
        for told in list(this.observations.values()):
            this.observed(told.model_copy(update=self._cleaned({"text": told.text}, doubted)))
        if doubted[0]:
            self._doubtful.append(this.month)
        return this if self._places > before else None

    def _cleaned(self, value: Any, doubted: list[int]) -> Any:
        """Any answer, every text in it cleaned."""
        if isinstance(value, str):
            erased = erase(value, self.names, self.role)
            self._places += erased.places
            doubted[0] += erased.doubtful
            return erased.text
        if isinstance(value, list):
            return [self._cleaned(one, doubted) for one in value]
        if isinstance(value, dict):
            return {key: self._cleaned(one, doubted) for key, one in value.items()}
        return value

    def _unknowing(self, case: Case) -> Case | None:
        """The case without the names; None when it knew none."""
        gone = {one.surface.casefold() for one in self.names}
        left = tuple(one for one in case.registry.names if one.surface.casefold() not in gone)
        keep = tuple(word for word in case.registry.keep if erase(word, self.names, self.role).places == 0)
        name = erase(case.name, self.names, self.role).text
        if (left, keep, name) == (case.registry.names, case.registry.keep, case.name):
            return None
        registry = case.registry.model_copy(update={"names": left, "keep": keep})
        return case.model_copy(update={"registry": registry, "name": name})

    def _touched(self) -> list[Handover]:
        """The handovers that speak of the person, or were made from an entry that does."""
        changed = {entry.id for entry in self._changed}
        every = [Handover.load(body) for _id, _record, body in self.sitting.vault.scan(RELEASES)]
        return [one for one in every if changed & set(one.entries) or self._on(one)]

    def _on(self, handover: Handover) -> bool:
        return handover.draft is not None and erase(handover.draft.text, self.names, self.role).places > 0


def _names(name: str, cases: Iterable[Case]) -> tuple[KnownName, ...]:
    """The name and every other name the cases know for the same person.

    A longer name counts when it is the only one that holds the given words, a shorter one when the given name holds it.
    """
    given = KnownName(surface=" ".join(name.split()))
    known = [one for case in cases for one in case.registry.names]
    words = _words(given.surface)
    longer = [one for one in known if words < _words(one.surface)]
    same = [one for one in known if _words(one.surface) <= words]
    if len({one.surface.casefold() for one in longer}) == 1:
        same += longer
    entities = {one.entity for one in same if one.entity}
    alike = [one for one in known if one.entity in entities]
    found = {one.surface.casefold(): one.model_copy(update={"entity": "forgotten"}) for one in (given, *alike, *same)}
    return tuple(found.values())


def _words(surface: str) -> frozenset[str]:
    return frozenset(surface.casefold().replace("-", " ").split())


def _role(word: str, bodies: Iterable[str]) -> str:
    """The role with a letter that nobody in the vault has yet."""
    word = word.removesuffix(" von").strip() or _PERSON
    texts = list(bodies)
    return next(role for role in (f"{word} {letter}" for letter in _LETTERS) if not any(role in text for text in texts))
