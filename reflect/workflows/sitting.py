"""A sitting: one unlocked stay at the vault, from the passphrase to the lock."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from reflect.domain.contact import Contact, for_stop
from reflect.domain.entry import Entry
from reflect.domain.fault import NotFound
from reflect.domain.leitbild import Leitbild, Statement
from reflect.domain.protocol import StopKind
from reflect.library.catalogue import Catalogue
from reflect.settings.config import Config
from reflect.settings.places import Places
from reflect.vault.vault import Vault
from reflect.workflows.editions import Editions, editions

ENTRIES = "entries"
CASES = "cases"
ASSESSMENTS = "assessments"


@dataclass
class Sitting:
    """What a workflow needs while the vault is open.

    Attributes:
        vault: Open, perhaps for reading only.
        catalogue: The protocols.
        config: The person's choices.
        now: The clock, with time zone.
        places: Where the organisation's own Leitbild is looked for; None knows the shipped one only.
    """

    vault: Vault
    catalogue: Catalogue
    config: Config
    now: Callable[[], datetime]
    places: Places | None = None

    @property
    def today(self) -> date:
        """The day in the person's time zone."""
        return self.now().date()

    @property
    def editions(self) -> Editions:
        """The Leitbild in all its versions: which one counts on a day, and what a statement says in it."""
        return editions(self.places, self.config)

    @property
    def leitbild(self) -> Leitbild:
        """The text the organisation measures itself against today: its own version in force, else the shipped one.

        `leitbild.statement(id)` finds the own statement for a shipped id; show `Statement.label`, never its `id`.
        """
        return self.editions.on(self.today)

    def wording(self, reference: str) -> Statement:
        """What a statement says today, in the organisation's own words where it has some.

        Args:
            reference: Id of a shipped statement, as protocols name it, or any id an entry keeps.

        Raises:
            NotFound: No text knows it.
        """
        return self.editions.wording(reference, self.today)

    def label(self, reference: str) -> str:
        """The number a person reads for a statement today; the reference itself where no text knows it."""
        try:
            return self.wording(reference).label
        except NotFound:
            return reference

    def doubts(self, entry: Entry) -> list[tuple[str, str]]:
        """What an entry says should be looked at again: number of the statement, and why."""
        return [(self.label(one.statement), one.why) for one in entry.doubts]

    def touched(self, references: list[str]) -> tuple[Statement, ...]:
        """The statements that an entry's references mean, in the order of the text that counts today."""
        return self.editions.touched(references, self.today)

    def contacts(self, kind: StopKind | None) -> tuple[Contact, ...]:
        """The numbers that help: the organisation's own, else the public ones.

        Args:
            kind: What happened; None when the writer asks for help without saying why.
        """
        return for_stop(self.config.contacts, kind)

    def entry(self, entry_id: str) -> Entry:
        """An entry with its body.

        Raises:
            NotFound: No entry has this id.
            VaultDamaged: Its bytes cannot be read.
        """
        wanted = entry_id.strip().upper()
        if self.vault.record(ENTRIES, wanted) is None:
            raise NotFound("entry", entry_id)
        return Entry.load(self.vault.body(ENTRIES, wanted))

    def save(self, entry: Entry) -> None:
        """Write an entry; it is on the disk when this returns.

        Raises:
            ReadOnly: The vault is open for reading only.
            NotSaved: The disk refused; what was there before is unchanged.
        """
        self.saving(entry)()

    def saving(self, entry: Entry) -> Callable[[], None]:
        """What `save` does, with the entry as it is now: to be carried out later or in another thread.

        An entry with nothing in it is not stored before it ever was. The result raises what `save` raises.
        """
        entry.changed = self.now()
        entry_id, record, body, empty = entry.id, entry.record(), entry.dump(), entry.is_empty

        def carry_out() -> None:
            if not empty or self.vault.record(ENTRIES, entry_id) is not None:
                self.vault.put(ENTRIES, entry_id, record, body)

        return carry_out

    def close(self) -> None:
        """Drop the keys and every word of the texts, and let the lock go."""
        self.vault.close()
        if "reflect.anonymize.lists" in sys.modules:  # it loads slowly, and only a sitting that searched needs it
            from reflect.anonymize.forgetting import forget  # noqa: PLC0415 - see above

            forget()
