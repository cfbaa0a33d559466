"""The state of an open vault: what a person is told about it."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from reflect.vault.damage import moment
from reflect.vault.lock import holder
from reflect.vault.opening import Opened
from reflect.vault.store import Store
from reflect.vault.system import System
from reflect.vault.twins import twins

Holder = tuple[datetime | None, int | None]


class World(NamedTuple):
    """What was seen around the vault when it was opened.

    Attributes:
        twins: Names of copies a sync client made.
        holder: Who writes, when somebody else does.
        size: Bytes of the vault file.
    """

    twins: tuple[str, ...]
    holder: Holder | None
    size: int


def observe(opened: Opened, system: System) -> World:
    """Look around once; later looks would cost a folder listing each."""
    layout = opened.store.layout
    writer = holder(system, layout.lock) if opened.reason == "in-use" else None
    return World(twins(system, layout), writer, system.fstat(opened.store.handle).size)


@dataclass(frozen=True, slots=True)
class VaultState:
    """Facts about an open vault; a snapshot.

    Attributes:
        readonly: Why nothing can be written: `in-use`, `damaged`, `rolled-back`, `media`, `backup`; None: nothing
            stands in the way (a vault opened for reading is still not written to).
        holder: With `in-use`: since when and which process writes, as far as it says so.
        writable: Whether changes are accepted.
        damage: `(sequence number, about when)` of every damaged place; 0 is the header.
        lost: How many frames or bodies cannot be read.
        rollback: `(found, expected)` sequence numbers of a vault that is older than its anchor, else None.
        cut_tail: Whether an unfinished frame was found at the end and put aside.
        repaired: Header copies that were rewritten from the other: `header-a`, `header-b`.
        anchor: `current`, `behind` (its disk refused) or `none` (missing or unreadable when the vault was opened).
        verified: Whether every frame was read and proven at opening; False: the sealed index was used.
        twins: Names of files in the folder that look like copies a sync client made.
        vault_id: 32 hexadecimal digits.
        created: When the vault's first frame was written, if known.
        sequence: Number of the last frame.
        passphrases: How many passphrases open it.
        recovery_keys: How many recovery keys open it.
        recovery_confirmed: Whether the owner typed every recovery key back.
        weak_kdf: Whether guesses are cheaper than new vaults allow.
        entries: How many documents all tables hold.
        size_bytes: Size of the vault file.
        dead_bytes: How much of it compaction would free.
    """

    readonly: str | None
    holder: Holder | None
    writable: bool
    damage: tuple[tuple[int, datetime | None], ...]
    lost: int
    rollback: tuple[int, int] | None
    cut_tail: bool
    repaired: tuple[str, ...]
    anchor: str
    verified: bool
    twins: tuple[str, ...]
    vault_id: str
    created: datetime | None
    sequence: int
    passphrases: int
    recovery_keys: int
    recovery_confirmed: bool
    weak_kdf: bool
    entries: int
    size_bytes: int
    dead_bytes: int


def describe(store: Store, opened: Opened, world: World, *, writable: bool) -> VaultState:
    """Put the facts together."""
    anchor = "current" if store.anchored else "behind"
    return VaultState(
        readonly=opened.reason,
        holder=world.holder,
        writable=writable,
        damage=opened.verdict.places,
        lost=opened.verdict.lost,
        rollback=opened.verdict.rollback,
        cut_tail=opened.cut_tail,
        repaired=opened.repaired,
        anchor=anchor if opened.anchor_found else "none",
        verified=opened.verified is None,
        twins=world.twins,
        vault_id=store.header.vault_id.hex(),
        created=moment(store.log.created),
        sequence=store.log.sequence,
        passphrases=store.header.passphrases,
        recovery_keys=store.header.recovery_keys,
        recovery_confirmed=store.header.recovery_confirmed,
        weak_kdf=store.header.kdf.weak,
        entries=len(store.log.index),
        size_bytes=store.log.end if writable else world.size,
        dead_bytes=store.dead_bytes,
    )
