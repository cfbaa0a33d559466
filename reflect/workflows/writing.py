"""Writing an entry: one page at a time, kept while typing, resumed exactly there."""

from datetime import date, datetime
from typing import Any, Self

from reflect.domain import walk
from reflect.domain.answer import checked
from reflect.domain.entry import Entry, NextStep, new_id
from reflect.domain.protocol import Question
from reflect.domain.trial import planned
from reflect.workflows.sitting import ENTRIES, Sitting


class Writing:
    """One entry while it is written.

    Answers live in memory until `keep` seals them in the draft file (while typing) or a step, a leave or the
    finish writes a frame to the vault. Nothing asks "save?".
    """

    def __init__(self, sitting: Sitting, entry: Entry) -> None:
        self.sitting = sitting
        self.entry = entry

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
        if question_id in self.entry.skipped:
            self.entry.skipped.remove(question_id)

    def keep(self, cursor: int = 0) -> datetime:
        """Seal the unfinished text in the draft file.

        Args:
            cursor: Code points before the cursor in the field.

        Returns:
            When it was on the disk.

        Raises:
            NotSaved: The disk refused; the previous draft is unchanged.
        """
        self.entry.position = walk.at(self.place, cursor)
        self.entry.changed = self.sitting.now()
        self.sitting.vault.draft.save(self.entry.dump())
        return self.entry.changed

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
        for question in self.place.questions:
            if question.id not in self.entry.answers and question.id not in self.entry.skipped:
                self.entry.skipped.append(question.id)
        return self.forward()

    def go_to(self, step_index: int) -> walk.Place:
        """Jump to the first page of a step."""
        target = next(place for place in walk.places(self.entry.protocol) if place.step_index == step_index)
        self._move(target)
        return target

    def touch(self, statement_id: str) -> bool:
        """Mark that the entry touches a statement of the Leitbild, or take the mark back.

        Returns:
            Whether it is marked now.
        """
        if statement_id in self.entry.principles:
            self.entry.principles.remove(statement_id)
            return False
        self.entry.principles.append(statement_id)
        return True

    def plan(self, text: str, due: date) -> None:
        """Add a next step by hand."""
        self.entry.next_steps.append(NextStep(text=text.strip(), due=due))

    def store(self) -> None:
        """Write a frame with what is there; an entry with nothing in it is not stored.

        Raises:
            ReadOnly: The vault is open for reading only.
            NotSaved: The disk refused.
        """
        self.entry.next_steps = planned(self.entry)
        if self.entry.is_empty and self.sitting.vault.record(ENTRIES, self.entry.id) is None:
            return
        self.sitting.save(self.entry)

    def leave(self, cursor: int = 0) -> None:
        """Put the pen down; the entry waits under "Angefangen"."""
        self.entry.position = walk.at(self.place, cursor)
        self.store()
        self.sitting.vault.draft.clear()

    def finish(self) -> None:
        """Say that it is finished."""
        if self.entry.finished is None:
            self.entry.finished = self.sitting.now()
        self.store()
        self.sitting.vault.draft.clear()

    def _move(self, place: walk.Place) -> None:
        self.entry.position = walk.at(place)
        self.store()
        self.sitting.vault.draft.clear()


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
