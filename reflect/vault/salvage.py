"""Going on: a damaged or rolled-back vault becomes a healthy one with everything that is readable.

Both are explicit choices of the owner; until then such a vault is open for reading only.
"""

from pathlib import Path
from typing import NamedTuple

from reflect.domain.fault import WrongUsage
from reflect.vault.anchor import Anchor
from reflect.vault.documents import Name, documents
from reflect.vault.keys import Keys
from reflect.vault.lock import WriterLock
from reflect.vault.succession import Successor, next_header, succeed
from reflect.vault.vault import Vault

_ASIDE = {"damaged": "before-salvage", "rolled-back": "before-going-on"}


class Salvage(NamedTuple):
    """What a salvage kept.

    Attributes:
        documents: How many documents the vault holds now.
        without_body: Table and id of those whose body was lost.
        kept: Where the old file is.
    """

    documents: int
    without_body: tuple[Name, ...]
    kept: Path | None


def go_on(vault: Vault) -> Salvage:
    """Write everything readable into a new generation above the anchor; the old file stays beside it.

    Args:
        vault: A vault whose `state.readonly` is `damaged` or `rolled-back`. It is closed when this returns: open it
            again to write.

    Returns:
        What was kept.

    Raises:
        WrongUsage: `nothing-to-salvage`: the vault is neither damaged nor rolled back.
        VaultInUse: Another process writes.
        NotSaved: The disk refused; the old file is in place.
    """
    reason = vault.state.readonly
    if reason not in _ASIDE:
        raise WrongUsage("nothing-to-salvage", reason=reason)
    surroundings, store = vault.surroundings, vault.store
    lock = WriterLock.take(surroundings.system, store.layout.lock, surroundings.now())
    try:
        mark = Anchor(surroundings.system, surroundings.anchors, store.header.vault_id).read(store.keys.anchor)
        header = next_header(store.header, surroundings.random)
        if mark is not None:
            header = header.above(mark.header_sequence)
        keys = Keys(store.keys.master, header.vault_id, header.generation_salt)
        lost: list[Name] = []
        # Two above the anchor: one above would claim to follow the anchor's own frame.
        sequence = 0 if mark is None else mark.sequence + 2
        successor = Successor(header, keys, documents(store, lost=lost), sequence, _ASIDE[reason])
        renewed, kept = succeed(store, surroundings, successor)
        count = len(renewed.log.index)
        renewed.close()
    finally:
        lock.release()
        vault.close()
    return Salvage(count, tuple(lost), kept)
