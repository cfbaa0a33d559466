"""Writing an entry: one page at a time, kept while typing, resumed exactly there."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self

from reflect.domain import walk
from reflect.domain.answer import checked, is_empty, is_short
from reflect.domain.concern import raised
from reflect.domain.doubt import doubted
from reflect.domain.entry import Entry, NextStep, Position, new_id
from reflect.domain.fault import Fault
from reflect.domain.protocol import Question
from reflect.domain.touching import toggled
from reflect.domain.trial import planned
from reflect.vault.failure import saving
from reflect.vault.replacement import write_new
from reflect.workflows.sitting import ENTRIES, Sitting

Hand = Callable[[Callable[[], None]], None]
"""Carries out what goes to the disk: at once, or in another thread but in order."""


def at_once(task: Callable[[], None]) -> None:
    """Carry a task out here and now."""
    task()


class Writing:
    """One entry while it is written.

    Answers live in memory until `keep` seals them in the draft file (while typing) or a step, a leave or the
    finish writes a frame to the vault. Nothing asks "save?".

    Attributes:
        sitting: The open vault.
        entry: What is written.
        hand: Carries out what goes to the disk; what is written is fixed when a method is called. With another hand
            than `at_once` the methods return before it is on the disk and never raise `NotSaved` or `ReadOnly`.
    """

    def __init__(self, sitting: Sitting, entry: Entry) -> None:
        self.sitting = sitting
        self.entry = entry
        self.hand: Hand = at_once

    @classmethod
    def begin(cls, sitting: Sitting, protocol_id: str, *, case: str = "") -> Self:
        """Start a new entry; nothing is stored before something is written.

        Raises:
            NotFound: No protocol has this id.
        """
        protocol = sitting.catalogue.load(protocol_id, sitting.config.language)
        now = sitting.now()
        return cls(sitting, Entry(id=new_id(), protocol=protocol, created=now, changed=now, case=case))

    @classmethod
    def resume(cls, sitting: Sitting, entry_id: str) -> Self:
        """Go on with an entry exactly where it was left; finished ones can be edited too.

        Raises:
            NotFound: No entry has this id.
        """
        return cls(sitting, sitting.entry(entry_id))

    @classmethod
    def unsealed(cls, sitting: Sitting, sealed: bytes) -> Self | None:
        """Go on with a text that a full disk kept in memory over a lock; None when it is not this vault's.

        Args:
            sitting: The vault, open again.
            sealed: From `sealing`.
        """
        body = sitting.vault.draft.unseal(sealed)
        return None if body is None else cls(sitting, Entry.load(body))

    @property
    def place(self) -> walk.Place:
        """The page the writer is on."""
        return walk.here(self.entry)

    def question(self, question_id: str) -> Question:
        """A question of this entry's protocol."""
        return self.entry.protocol.question(question_id)

    def answer(self, question_id: str, value: Any) -> None:
        """Take an answer in.

        Raises:
            NotFound: The protocol has no such question.
            WrongAnswer: The value does not fit; the previous answer stays.
        """
        self.entry.answers[question_id] = checked(self.question(question_id), value)
        if question_id in self.entry.skipped and not is_empty(self.entry.answers[question_id]):
            self.entry.skipped.remove(question_id)

    def note_unclear(self, question_id: str, typed: str) -> None:
        """Keep what was typed but not understood; the empty text forgets it."""
        if typed:
            self.entry.unclear[question_id] = typed
        else:
            self.entry.unclear.pop(question_id, None)

    def keep(self, cursor: int = 0, question: int | None = None) -> datetime:
        """Seal the unfinished text in the draft file.

        Args:
            cursor: Code points before the cursor in the field.
            question: Index of the question it is in, on a page that holds several.

        Returns:
            The time it says it was written.

        Raises:
            NotSaved: The disk refused; the previous draft is unchanged.
        """
        self._stand(cursor, question)
        self.entry.changed = self.sitting.now()
        body = self.entry.dump()
        self.hand(lambda: self.sitting.vault.draft.save(body))
        return self.entry.changed

    def sealing(self, cursor: int = 0, question: int | None = None) -> Callable[[], bytes | None]:
        """What seals the unfinished text for a lock, with the text as it is now.

        Returns:
            To be carried out before the vault is closed; gives None once the draft is on the disk, and where the
            disk refuses the sealed text itself, to be held in memory for `unsealed`.
        """
        self._stand(cursor, question)
        self.entry.changed = self.sitting.now()
        draft, body = self.sitting.vault.draft, self.entry.dump()

        def carry_out() -> bytes | None:
            try:
                draft.save(body)
            except Fault:
                return draft.seal(body)
            return None

        return carry_out

    def keeping_elsewhere(self, folder: Path) -> Callable[[], Path]:
        """What seals the text as it is now in another folder, when there is no room in the vault's.

        The file has the draft's name and format: laid beside the vault it is found at the next opening.

        Args:
            folder: Where there is room.

        Returns:
            To be carried out; gives the file that was written, or raises `NotSaved`.
        """
        vault, body = self.sitting.vault, self.entry.dump()
        path = folder / vault.store.layout.draft.name

        def carry_out() -> Path:
            with saving(path):
                write_new(vault.surroundings.system, path, vault.draft.seal(body), durable=True)
            return path

        return carry_out

    def forward(self) -> walk.Place | None:
        """Finish this page and go to the next one; None when this was the last."""
        following = walk.following(self.entry)
        if following is not None:
            self._move(following)
        return following

    def backward(self) -> walk.Place | None:
        """Go to the page before; None when this is the first."""
        preceding = walk.preceding(self.entry)
        if preceding is not None:
            self._move(preceding)
        return preceding

    def skip(self) -> walk.Place | None:
        """Leave this page's questions out and go on; an answer already typed stays."""
        self.leave_out()
        return self.forward()

    def leave_out(self) -> None:
        """Note that this page's questions are left out on purpose; what was answered stays."""
        for question in self.place.questions:
            if is_empty(self.entry.answers.get(question.id)) and question.id not in self.entry.skipped:
                self.entry.skipped.append(question.id)

    def go_to(self, step_index: int, question_index: int = 0) -> walk.Place:
        """Jump to a page of a step, the first one unless said otherwise."""
        of_step = [place for place in walk.places(self.entry.protocol) if place.step_index == step_index]
        target = next((place for place in of_step if place.question_index == question_index), of_step[0])
        self._move(target)
        return target

    def touch(self, statement_id: str) -> bool:
        """Mark that the entry touches a statement of the Leitbild, or take the mark back.

        Returns:
            Whether it is marked now.
        """
        before = len(self.entry.principles)
        self.entry.principles = toggled(self.sitting.leitbild, self.entry.principles, statement_id)
        return len(self.entry.principles) > before

    def doubt(self, statement_id: str, why: str) -> bool:
        """Mark that a statement of the Leitbild should be looked at again, or take the mark back.

        Who doubts a statement touches it, too.

        Args:
            statement_id: As an entry keeps it.
            why: One line; empty takes the mark back.

        Returns:
            Whether it is marked now.
        """
        self.entry.doubts = doubted(self.entry.doubts, statement_id, why, self.sitting.today)
        meant, marked = (set(self.sitting.touched(ids)) for ids in ([statement_id], self.entry.principles))
        if why.strip() and not meant & marked:
            self.touch(statement_id)
        return bool(why.strip())

    def plan(self, text: str, due: date) -> None:
        """Add a next step by hand."""
        self.entry.next_steps.append(NextStep(text=text.strip(), due=due))

    def unplan(self, text: str, due: date) -> None:
        """Take back a next step that was added by hand."""
        planned_by_hand = NextStep(text=text, due=due)
        self.entry.next_steps = [step for step in self.entry.next_steps if step != planned_by_hand]

    def open_questions(self) -> list[Question]:
        """What the protocol asks for and is not there yet."""
        questions = self.entry.protocol.questions()
        return [one for one in questions if is_short(one, self.entry.answers.get(one.id))]

    def store(self) -> None:
        """Write a frame with what is there; an entry with nothing in it is not stored.

        Raises:
            ReadOnly: The vault is open for reading only.
            NotSaved: The disk refused.
        """
        self._bring_up_to_date()
        self.hand(self.sitting.saving(self.entry))

    def leave(self, cursor: int = 0, question: int | None = None) -> None:
        """Put the pen down; the entry waits under "Angefangen"."""
        self._stand(cursor, question)
        self._file()

    def finish(self) -> None:
        """Say that it is finished."""
        if self.entry.finished is None:
            self.entry.finished = self.sitting.now()
        self._file()

    def _move(self, place: walk.Place) -> None:
        self.entry.position = walk.at(place)
        self._file()

    def _stand(self, cursor: int, question: int | None) -> None:
        place = self.place
        index = place.question_index if question is None else question
        self.entry.position = Position(step=place.step_index, question=index, cursor=cursor)

    def _bring_up_to_date(self) -> None:
        self.entry.next_steps = planned(self.entry)
        self.entry.point = raised(self.entry)

    def _file(self) -> None:
        """Write a frame and let the draft go, in this order: while the frame is not on the disk the draft stays."""
        self._bring_up_to_date()
        save = self.sitting.saving(self.entry)

        def carry_out() -> None:
            save()
            self.sitting.vault.draft.clear()

        self.hand(carry_out)


def recover_draft(sitting: Sitting) -> str | None:
    """Bring a draft that was sealed before a crash, a kill or a lock into the vault.

    A draft older than what the vault holds was left by a crash after the save, and is dropped.

    Returns:
        The entry's id; None when there was no draft or nothing new in it.
    """
    body = sitting.vault.draft.load()
    if body is None:
        return None
    entry = Entry.load(body)
    stored = sitting.vault.record(ENTRIES, entry.id)
    newer = stored is None or datetime.fromisoformat(stored["changed"]) < entry.changed
    wanted = newer and not entry.is_empty
    if wanted:
        Writing(sitting, entry).store()
    sitting.vault.draft.clear()
    return entry.id if wanted else None
