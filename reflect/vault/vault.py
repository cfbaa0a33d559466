"""The vault: what the rest of reflect sees of it."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from reflect.domain.fault import ReadOnly
from reflect.vault.cache import write_cache
from reflect.vault.change import Batch, Change, Put, Remove
from reflect.vault.contents import Contents
from reflect.vault.creation import create_vault
from reflect.vault.draft import Draft
from reflect.vault.opening import Opened, open_vault
from reflect.vault.policy import KdfPolicy
from reflect.vault.recovery import RecoveryKey
from reflect.vault.slots import RECOVERY, Slot
from reflect.vault.state import VaultState, describe, observe
from reflect.vault.store import Store
from reflect.vault.surroundings import Surroundings, utc_now
from reflect.vault.system import DiskSystem, System


class Vault(Contents):
    """An open vault, which can also be changed.

    Make one with `create` or `open`, give it back with `close`. After `close` every call but `close` raises
    `RuntimeError`.

    Attributes:
        draft: What is being typed.
        surroundings: Machine, anchors, clock and chance, for the other files of this room.
    """

    def __init__(self, opened: Opened, surroundings: Surroundings) -> None:
        super().__init__(opened.store)
        self._opened = opened
        self._lock = opened.lock
        self._mutex = threading.RLock()
        self._sequence = opened.store.log.sequence
        self._verified = opened.verified or surroundings.microseconds()
        self._world = observe(opened, surroundings.system)
        self.surroundings = surroundings
        self.draft = Draft(
            surroundings.system,
            opened.store.layout,
            opened.store.header.vault_id,
            keys=lambda: self.store.keys,
            random=surroundings.random,
            refusal=lambda: self.refusal,
        )

    @staticmethod
    def create(
        folder: Path,
        passphrase: str,
        *,
        anchors: Path,
        system: System | None = None,
        policy: KdfPolicy | None = None,
        random: Callable[[int], bytes] = os.urandom,
        now: Callable[[], datetime] = utc_now,
    ) -> tuple["Vault", RecoveryKey]:
        """Make a vault and open it.

        Args:
            folder: Where it will live; made if missing.
            passphrase: As typed.
            anchors: Folder of the anchors, outside `folder`.
            system: The machine; real files by default.
            policy: Cost of a guess; calibrated on this machine by default.
            random: Returns so many random bytes.
            now: The clock.

        Returns:
            The vault, and the recovery key, which is shown once and kept nowhere.

        Raises:
            AlreadyThere: The folder holds a vault.
            NotSaved: The disk refused.
        """
        surroundings = Surroundings(system or DiskSystem(), anchors, now, random)
        opened, recovery = create_vault(folder, passphrase, policy or KdfPolicy.default(), surroundings)
        return Vault(opened, surroundings), recovery

    @staticmethod
    def open(
        folder: Path,
        secret: str,
        *,
        anchors: Path,
        write: bool = True,
        system: System | None = None,
        now: Callable[[], datetime] = utc_now,
        random: Callable[[int], bytes] = os.urandom,
    ) -> "Vault":
        """Open a vault with a passphrase or a recovery key, as typed.

        A damaged or rolled-back vault opens for reading and says so in `state`. A file named instead of a folder is a
        backup and opens for reading.

        Raises:
            WrongPassphrase, NotFound, NotAVault, NewerFormat, VaultDamaged: See `reflect.vault.opening.open_vault`.
            VaultInUse: Another process writes; with `write` only.
        """
        surroundings = Surroundings(system or DiskSystem(), anchors, now, random)
        return Vault(open_vault(folder, secret, surroundings, write=write), surroundings)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def state(self) -> VaultState:
        """Facts about the vault, as of now."""
        return describe(self.store, self._opened, self._world, writable=self.refusal is None)

    # Writing

    @property
    def refusal(self) -> str | None:
        """Why nothing may be written, or None.

        The reasons of `VaultState.readonly`, and `asked` when the vault was opened for reading. A forked child is
        refused with `in-use`: its parent holds the lock.
        """
        if self._opened.reason is not None:
            return self._opened.reason
        if self._lock is None:
            return "asked"
        return None if self._lock.mine else "in-use"

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """Give the store to one thread that may write; the others wait.

        Raises:
            ReadOnly: The vault is open for reading.
        """
        with self._mutex:
            store = self.store
            if reason := self.refusal:
                raise ReadOnly(reason)
            yield store

    def _commit(self, changes: list[Change]) -> None:
        with self.writing() as store:
            store.commit(changes)

    def put(self, table: str, doc_id: str, record: dict[str, Any], body: str | None = None) -> None:
        """Write a document; returns when it is on the medium.

        Args:
            table: Name of the table.
            doc_id: Name of the document.
            record: Its record; anything JSON can say.
            body: Its text; None keeps the one it has.

        Raises:
            ReadOnly: The vault is open for reading.
            NotSaved: The disk refused; the vault holds what it held before.
        """
        self._commit([Put.of(table, doc_id, record, body)])

    def remove(self, table: str, doc_id: str) -> None:
        """Remove a document; its bytes stay in the file, sealed, until `purge`.

        Raises:
            ReadOnly, NotSaved: As `put`.
        """
        self._commit([Remove(table, doc_id)])

    @contextmanager
    def batch(self) -> Iterator[Batch]:
        """Collect changes and write them as one frame at the end; an exception within writes nothing."""
        batch = Batch()
        yield batch
        if batch.changes:
            self._commit(batch.changes)

    # Keys

    def check_recovery(self, typed: str) -> bool:
        """Whether a recovery key, as typed, opens this vault.

        Raises:
            WrongUsage: It is mistyped; see `RecoveryKey.parse`.
        """
        return self._recovery_slot(RecoveryKey.parse(typed)) is not None

    def _recovery_slot(self, key: RecoveryKey) -> Slot | None:
        return next((slot for slot in self.store.header.slots_of(RECOVERY) if slot.open(key.secret)), None)

    def confirm_recovery(self) -> None:
        """Note that the owner has typed the recovery key back.

        Raises:
            ReadOnly, NotSaved: As `put`.
        """
        with self.writing() as store:
            slots = store.header.slots
            store.rewrite_header(*(slot.as_confirmed() if slot.kind == RECOVERY else slot for slot in slots))

    # The end

    def close(self) -> None:
        """Drop keys and documents, release the lock. Idempotent."""
        with self._mutex:
            store, self._store = self._store, None
            if store is not None:
                self._let_go(store)

    def _let_go(self, store: Store) -> None:
        if self.refusal is None and not store.broken:
            store.anchor(durable=True)
            if self._opened.verified is None or store.log.sequence != self._sequence:
                with suppress(OSError):  # the next opening reads every frame instead
                    write_cache(store, self.surroundings, self._verified)
        store.close()
        if self._lock is not None:
            self._lock.release()

    def lock(self) -> None:
        """The same as `close`: what a person calls it."""
        self.close()
