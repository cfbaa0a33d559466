"""A story of a vault's life, told on any machine; it knows what was acknowledged and what was under way."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from reflect.domain.fault import Fault, NotFound, ReadOnly, WrongPassphrase
from reflect.vault.backup import back_up
from reflect.vault.compaction import compact, purge
from reflect.vault.passphrase import change_keys, change_passphrase, create_recovery
from reflect.vault.policy import KdfPolicy
from reflect.vault.system import System
from reflect.vault.vault import Vault

FOLDER, ANCHORS, BACKUPS = Path("/vault"), Path("/state"), Path("/backup")

Content = dict[tuple[str, str], tuple[dict[str, Any], str]]


class Clock:
    """A clock that goes one second further each time somebody looks."""

    def __init__(self) -> None:
        self._time = datetime(2024, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._time += timedelta(seconds=1)
        return self._time


def content_of(vault: Vault) -> Content:
    """Everything a vault holds."""
    tables = list(vault.store.log.index.tables)
    return {
        (table, doc_id): (record, vault.body(table, doc_id))
        for table in tables
        for doc_id, record in vault.records(table).items()
    }


class Story:
    """Runs steps one after the other.

    Attributes:
        kept: What was acknowledged; None before the vault exists.
        possible: What may be there instead, if a step since then took effect without being acknowledged.
        drafts: The acknowledged draft and those tried since then.
        secrets: What may open the vault.
    """

    def __init__(self, system: System) -> None:
        self.system = system
        self.vault: Vault | None = None
        self.kept: Content | None = None
        self.possible: list[Content] = []
        self.drafts: list[str | None] = [None]
        self.secrets = ["alt"]
        self.failures: list[Fault] = []
        self._clock = Clock()

    def run(self, steps: "list[Step] | None" = None) -> None:
        """Take every step; a step that fails with a fault is noted and the next one taken."""
        for step in steps or STEPS:
            try:
                step(self)
            except Fault as fault:
                self.failures.append(fault)
                if self.vault is None:
                    return

    def open(self) -> Vault:
        """The open vault."""
        if self.vault is None:
            raise ReadOnly("asked")
        return self.vault

    def change(self, table: str, doc_id: str, record: dict[str, Any] | None, body: str | None = None) -> Content:
        """What the vault would hold after a change."""
        after = dict(self.kept or {})
        old = after.pop((table, doc_id), ({}, ""))
        if record is not None:
            after[table, doc_id] = (record, old[1] if body is None else body)
        self.possible.append(after)
        return after

    def keep(self, content: Content) -> None:
        """A step was acknowledged: this is what the vault holds, and nothing else."""
        self.kept, self.possible = content, []

    def begin(self) -> None:
        """Make the vault."""
        self.possible = [{}]
        self.vault, _ = Vault.create(
            FOLDER, "alt", anchors=ANCHORS, system=self.system, policy=KdfPolicy.for_tests(), now=self._clock
        )
        self.keep({})

    def reopen(self) -> None:
        """Close and open again."""
        self.open().close()
        self.vault = None
        for secret in self.secrets[::-1]:
            try:
                self.vault = Vault.open(FOLDER, secret, anchors=ANCHORS, system=self.system, now=self._clock)
            except WrongPassphrase:
                continue
            found, found_draft = content_of(self.vault), self.vault.draft.load()
            assert found in (self.kept, *self.possible)
            assert found_draft in self.drafts
            self.keep(found)  # a step that was not acknowledged has turned out to be whole or absent
            self.secrets, self.drafts = [secret], [found_draft]
            return

    def recover(self, system: System) -> Vault | None:
        """Open what a crash left and prove it: nothing acknowledged is gone, nothing half done is there.

        Returns:
            The vault, or None where it need not exist yet.
        """
        for secret in self.secrets:
            try:
                vault = Vault.open(FOLDER, secret, anchors=ANCHORS, system=system, now=self._clock)
            except WrongPassphrase:
                continue
            except NotFound:
                assert self.kept is None, "the vault is gone"
                return None
            assert vault.state.readonly is None, f"false alarm: {vault.state.readonly} {vault.state}"
            found = content_of(vault)
            assert found in (self.kept, *self.possible), "acknowledged content differs"
            assert vault.draft.load() in self.drafts, "the draft differs"
            return vault
        raise AssertionError("no secret opens the vault")


Step = Callable[[Story], None]


def put(table: str, doc_id: str, record: dict[str, Any], body: str | None = None) -> Step:
    """Write a document."""

    def step(story: Story) -> None:
        after = story.change(table, doc_id, record, body)
        story.open().put(table, doc_id, record, body)
        story.keep(after)

    return step


def remove(table: str, doc_id: str) -> Step:
    """Remove a document."""

    def step(story: Story) -> None:
        after = story.change(table, doc_id, None)
        story.open().remove(table, doc_id)
        story.keep(after)

    return step


def batch(count: int) -> Step:
    """Write several documents as one frame."""

    def step(story: Story) -> None:
        after = dict(story.kept or {})
        after.update({("batch", str(number)): ({"n": number}, f"Text {number}") for number in range(count)})
        story.possible.append(after)
        with story.open().batch() as changes:
            for number in range(count):
                changes.put("batch", str(number), {"n": number}, f"Text {number}")
        story.keep(after)

    return step


def draft(text: str | None) -> Step:
    """Save or clear the draft."""

    def step(story: Story) -> None:
        story.drafts.append(text)
        if text is None:
            story.open().draft.clear()
        else:
            story.open().draft.save(text)
        story.drafts = [text]

    return step


def plain(action: Callable[[Vault], object]) -> Step:
    """Do something that changes no content."""

    def step(story: Story) -> None:
        action(story.open())

    return step


def passphrase(new: str, *, rekey: bool) -> Step:
    """Change the passphrase; until it is acknowledged either may open the vault."""

    def step(story: Story) -> None:
        old, story.secrets = story.secrets[-1], [*story.secrets, new]
        if rekey:
            change_keys(story.open(), new)
        else:
            change_passphrase(story.open(), old, new, rekey=False)
        story.secrets = [new]

    return step


STEPS: list[Step] = [
    Story.begin,
    put("entries", "a", {"title": "Erste"}, "Ein Text über das Gespräch. " * 40),
    put("entries", "b", {"title": "Zweite", "tags": ["x", "y"]}, ""),
    draft("Halber Sa"),
    draft("Halber Satz"),
    put("entries", "a", {"title": "Erste, geändert"}),
    draft(None),
    batch(3),
    Story.reopen,
    plain(Vault.confirm_recovery),
    draft("Noch ein Gedanke"),
    remove("batch", "1"),
    plain(compact),
    put("entries", "c", {"title": "Nach dem Aufräumen"}, "Kurz."),
    passphrase("mittel", rekey=False),
    plain(lambda vault: back_up(vault, BACKUPS, keep=1)),
    put("cases", "k", {"roles": {"Frau M.": "Mutter"}}),
    passphrase("neu", rekey=True),
    put("entries", "c", {"title": "Nach dem Schlüsselwechsel"}, "Länger als vorher."),
    Story.reopen,
    plain(create_recovery),
    plain(purge),
    plain(lambda vault: back_up(vault, BACKUPS, keep=1)),
    draft(None),
    put("entries", "d", {"title": "Letzte"}, "Ende." * 200),
    plain(Vault.close),
]
