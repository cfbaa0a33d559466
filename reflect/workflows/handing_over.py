"""Handing over: one page from the choice of answers to the written file, kept sealed whenever it has to wait."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Self

from reflect.anonymize.replacement import apply
from reflect.domain.audience import Audience
from reflect.domain.decision import Action, Decision
from reflect.domain.entry import NextStep, new_id
from reflect.domain.fault import AlreadyThere, Leak, NotFound, Undecided
from reflect.domain.handover import Handover
from reflect.domain.mention import certain
from reflect.domain.outgoing import OutgoingLine, lines, pages
from reflect.domain.registry import KnownName, Registry
from reflect.domain.release import Draft, Review
from reflect.exchange.page import PageWords
from reflect.workflows import releasing, workshop
from reflect.workflows.arranging import arranged, without_own_words
from reflect.workflows.choosing import Candidate, answers
from reflect.workflows.collecting import collected
from reflect.workflows.keeping import RELEASES
from reflect.workflows.sitting import Sitting
from reflect.workflows.tracing import reopened

COUNTED = "Tag 0"
"""The first day of a page, as every other day of it is counted from."""


class HandingOver:
    """One handover while a person works on it.

    Attributes:
        sitting: The open vault.
        handover: What is kept of it.
        review: Where the review stands; None before the search.
    """

    def __init__(self, sitting: Sitting, handover: Handover) -> None:
        self.sitting = sitting
        self.handover = handover
        self.review = handover.review()

    @classmethod
    def begin(cls, sitting: Sitting, entry_ids: Iterable[str], audience: Audience) -> Self:
        """Start with some entries; nothing is kept before the review begins.

        Raises:
            NotFound: One of the ids names no entry.
        """
        entries = tuple(sitting.entry(entry_id).id for entry_id in entry_ids)
        now = sitting.now()
        return cls(sitting, Handover(id=new_id(), entries=entries, audience=audience, begun=now, changed=now))

    @classmethod
    def resume(cls, sitting: Sitting, handover_id: str) -> Self:
        """Go on where it was left.

        Raises:
            NotFound: No handover has this id.
        """
        if sitting.vault.record(RELEASES, handover_id) is None:
            raise NotFound("release", handover_id)
        return cls(sitting, Handover.load(sitting.vault.body(RELEASES, handover_id)))

    @property
    def is_half_done(self) -> bool:
        """Whether there is a review to keep that did not end in a file."""
        return self.review is not None and self.handover.written is None

    def answers(self) -> tuple[Candidate, ...]:
        """Every answer of the entries, with the reason beside those that may not leave."""
        ids, audience = self.handover.entries, self.handover.audience
        if audience is Audience.WORKSHOP:
            return workshop.material(self.sitting, ids)
        return (*answers(self.sitting, ids, audience), *collected(self.sitting, ids, audience))

    def chosen(self) -> tuple[str, ...]:
        """Keys of what stands on the page: the choice made, or what the protocols offer."""
        every = self.answers()
        if self.handover.chosen is None:
            return tuple(one.key for one in every if one.offered)
        return tuple(one.key for one in every if one.key in self.handover.chosen and not one.reason)

    def choose(self, keys: Iterable[str]) -> None:
        """Put answers on the page, in the order of the entries; what may not leave is passed over."""
        wanted = set(keys)
        self.handover.chosen = tuple(one.key for one in self.answers() if one.key in wanted and not one.reason)

    def names(self) -> Registry:
        """Who and what is known to occur."""
        return releasing.registry_of(self.sitting, self.handover.entries)

    def name(self, names: tuple[KnownName, ...]) -> None:
        """Keep the list of who occurs in every case the entries belong to.

        Args:
            names: The whole list; a name that is missing is forgotten.
        """
        for case_id in self._cases():
            case = releasing.load_case(self.sitting, case_id)
            registry = case.registry.model_copy(update={"names": names})
            if registry != case.registry:
                releasing.save_case(self.sitting, case.model_copy(update={"registry": registry}))

    def draft(self, title: str, headings: Mapping[str, str] = MappingProxyType({})) -> Draft:
        """The page as it was written.

        Args:
            title: Its first heading, in the receiver's language.
            headings: As for `arranged`; without them every answer stands under its question.
        """
        keys, audience = self.chosen(), self.handover.audience
        chosen = (one for one in self.answers() if one.key in keys)
        if audience is Audience.WORKSHOP:
            return releasing.draft(workshop.by_statement(self.sitting, chosen, headings), audience, title)
        return releasing.draft(arranged(chosen, audience, headings), audience, title)

    def fresh_review(self, title: str, headings: Mapping[str, str] = MappingProxyType({})) -> Review:
        """The page searched, nothing decided.

        Args:
            title: First heading of the page.
            headings: As for `arranged`.
        """
        return without_own_words(releasing.review(self.draft(title, headings), self.names()), title, headings)

    def search(self, title: str, headings: Mapping[str, str] = MappingProxyType({})) -> Review:
        """Find what the page tells about others; decisions made before on the same places stay.

        Takes a moment: call it in a thread.

        Args:
            title: First heading of the page.
            headings: The receiver's headings.
        """
        fresh = self.fresh_review(title, headings)
        fresh.take_up(certain(fresh))
        if self.review is not None:
            if self.review.draft == fresh.draft:
                fresh.withdrawn = self.review.withdrawn
            fresh.take_up(_carried(self.review, fresh))
        self.review = fresh
        return fresh

    def keep(self) -> None:
        """Seal what was decided so far; a handover without a review is not kept.

        Raises:
            ReadOnly: The vault is open for reading only.
            NotSaved: The disk refused.
        """
        self.keeping()()

    def keeping(self) -> Callable[[], None]:
        """What `keep` does, with everything as it is now: to be carried out later or in another thread."""
        if self.review is None:
            return _nothing
        self.handover.take(self.review)
        self.handover.changed = self.sitting.now()
        key, record, body = self.handover.id, self.handover.record(), self.handover.dump()
        return lambda: self.sitting.vault.put(RELEASES, key, record, body)

    def discard(self) -> None:
        """Keep it private: nothing leaves and nothing of it waits any more."""
        if self.sitting.vault.record(RELEASES, self.handover.id) is not None:
            self.sitting.vault.remove(RELEASES, self.handover.id)

    def page(self, footer: str = "") -> tuple[OutgoingLine, ...]:
        """The page as the receiver will read it, withdrawn lines marked.

        Args:
            footer: What the program adds below.

        Raises:
            Undecided: There was no search yet.
        """
        if self.review is None:
            raise Undecided(0)
        return lines(*self.review.page(apply), self.review.withdrawn, footer=footer)

    @property
    def counts_days(self) -> bool:
        """Whether the page speaks of days counted from its first one."""
        return any(COUNTED in line.text for line in self.page() if not line.withdrawn)

    def write(self, path: Path, words: PageWords, *, named: str = "", replace: bool = False) -> int:
        """Open the door and write the file; then learn from the decisions and keep the mapping.

        Args:
            path: The file a person named.
            words: Footer in the receiver's language.
            named: The format in so many words; without it the file's name tells.
            replace: The person said that an existing file may go.

        Returns:
            How many pages it has.

        Raises:
            Undecided: Something still waits for a person.
            Leak: The final bytes held something; nothing was written, and its place waits in the review again.
            AlreadyThere: The file exists.
            NotSaved: The disk refused.
        """
        if path.exists() and not replace:
            raise AlreadyThere(path)
        if self.review is None:
            raise Undecided(0)
        released = releasing.release(self.sitting, self.review)
        known = frozenset(name.surface for name in self.names().names)
        try:
            content = releasing.render(released, words, path=path, named=named, known=known)
        except Leak:
            self.review = reopened(self.review, apply, forbidden=released.replaced | known, kept=released.kept)
            raise
        releasing.write(content, path)
        for case_id in self._cases():
            releasing.learn(self.sitting, case_id, self.review)
        self.handover.written = self.sitting.today
        self.handover.file = path.name
        self.keep()
        return pages(self.page())

    def ask_later(self, text: str, due: date) -> None:
        """Put the question what became of it on the agenda.

        Args:
            text: The question, in the writer's language.
            due: The day.
        """
        entry = self.sitting.entry(self.handover.entries[0])
        entry.next_steps.append(NextStep(text=text, due=due))
        self.sitting.save(entry)

    def _cases(self) -> list[str]:
        keys = (releasing.case_key(self.sitting, entry_id) for entry_id in self.handover.entries)
        return list(dict.fromkeys(keys))


def _nothing() -> None:
    """There is nothing to keep yet."""


def _carried(before: Review, fresh: Review) -> dict[str, Decision]:
    """Decisions of an earlier search that still fit, because the same words were found again."""
    words = {finding.id: finding.surface.casefold() for finding in before.findings}
    decided = {words[finding_id]: decision for finding_id, decision in before.decisions.items()}
    places = {finding.surface.casefold(): finding.id for finding in reversed(fresh.findings)}
    carried = {}
    for finding in fresh.findings:
        decision = decided.get(finding.surface.casefold())
        if decision is not None and decision.action is Action.SAME_AS:
            same = places.get(words.get(decision.same_as, ""), "")
            decision = decision.model_copy(update={"same_as": same}) if same else None
        if decision is not None:
            carried[finding.id] = decision
    return carried


def free_path(folder: Path, today: date, *, name: str = "vorlage", suffix: str = ".md") -> Path:
    """A neutral file name that is not taken: `vorlage-2026-11.md`, else `vorlage-2026-11-2.md`."""
    stem = f"{name}-{today:%Y-%m}"
    path = folder / f"{stem}{suffix}"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}{suffix}"
        number += 1
    return path


def folder_for_pages(home: Path) -> Path:
    """Where pages are proposed to go: the person's documents, else their own folder.

    Args:
        home: The person's own folder.
    """
    named = (home / name for name in ("Dokumente", "Documents"))
    return next((folder for folder in named if folder.is_dir()), home)
