"""The check: reads the vault again from the medium and says what was proven."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from reflect.vault.anchor import Anchor
from reflect.vault.damage import Place, moment
from reflect.vault.header import read_copies
from reflect.vault.reading import read_log
from reflect.vault.source import Source
from reflect.vault.state import VaultState
from reflect.vault.tail import cut_tails
from reflect.vault.twins import twins
from reflect.vault.vault import Vault


class CheckReport(NamedTuple):
    """What a check found.

    Attributes:
        healthy: Whether nothing is damaged, lost or rolled back.
        state: The vault's state: who can open it, what was repaired at opening, whether it was rolled back.
        frames: Frames that were read and proven.
        documents: Documents they hold.
        bodies: Bodies that were unsealed and proven; 0 without `full`.
        damage: Places of damaged frames; 0 is the header.
        damaged_bodies: Table and id of documents whose body is damaged or lost, with the time they were written.
        header_copies: How many of the two header copies are whole and genuine.
        anchor: Whether the anchor agrees.
        tails: Names of cut tails that are kept beside the vault.
        twins: Names of copies a sync client made.
        folder: Where the vault and they lie.
    """

    healthy: bool
    state: VaultState
    frames: int
    documents: int
    bodies: int
    damage: tuple[Place, ...]
    damaged_bodies: tuple[tuple[str, str, datetime | None], ...]
    header_copies: int
    anchor: bool
    tails: tuple[str, ...]
    twins: tuple[str, ...]
    folder: Path


def check(vault: Vault, *, full: bool = False) -> CheckReport:
    """Prove every frame again, and with `full` every body.

    Args:
        vault: An open vault, for reading or writing.
        full: Whether to unseal every body, which reads the whole file.

    Raises:
        OSError: The medium cannot be read at all.
    """
    store, system = vault.store, vault.surroundings.system
    copies = sum(copy.genuine(store.keys.header) for copy in read_copies(system, store.handle))
    log = read_log(Source.of(system, store.handle, store.header, store.keys), store.log.sequence)
    mark = Anchor(system, vault.surroundings.anchors, store.header.vault_id).read(store.keys.anchor)
    bodies, damaged = _bodies(vault, full=full)
    state = vault.state
    damage = tuple(log.damage) or state.damage
    if not damage and log.sequence < store.log.sequence:  # the end was whole at opening
        damage = ((log.sequence + 1, moment(log.last)),)
    if copies == 0 and (0, None) not in damage:
        damage = ((0, None), *damage)
    return CheckReport(
        healthy=not damage and not damaged and state.rollback is None and copies > 1,
        state=state,
        frames=log.frames,
        documents=len(log.index),
        bodies=bodies,
        damage=damage,
        damaged_bodies=damaged,
        header_copies=copies,
        anchor=mark is not None and mark == store.mark,
        tails=tuple(cut_tails(system, store.layout)),
        twins=twins(system, store.layout),
        folder=store.layout.folder,
    )


def _bodies(vault: Vault, *, full: bool) -> tuple[int, tuple[tuple[str, str, datetime | None], ...]]:
    """Unseal bodies; without `full` only those known to be lost count as damaged."""
    index, proven = vault.store.log.index, 0
    damaged: list[tuple[str, str, datetime | None]] = []
    for table in index.tables if full else ():
        for doc_id, entry, text in vault.store.bodies(table):
            if text is None:
                damaged.append((table, doc_id, moment(entry.time)))
            elif entry.body.sequence:
                proven += 1
    return proven, tuple(damaged)
