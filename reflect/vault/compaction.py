"""Compaction: the file is written anew without what nobody needs any more. Purging also removes what was put aside."""

from typing import NamedTuple

from reflect.vault.documents import documents
from reflect.vault.failure import saving
from reflect.vault.keys import Keys
from reflect.vault.succession import Successor, next_header, succeed
from reflect.vault.tail import cut_tails
from reflect.vault.vault import Vault

WORTHWHILE = 8 << 20


class Purge(NamedTuple):
    """What a purge did.

    Attributes:
        freed: Bytes.
        tails: Cut tails that were removed.
        remaining: Files beside the vault that still hold older states, such as `vault.reflect.before-restore`;
            they are the owner's to delete. Backups are listed by `reflect.vault.backup`.
    """

    freed: int
    tails: int
    remaining: tuple[str, ...]


def compaction_due(vault: Vault) -> bool:
    """Whether idle time is worth a compaction: more than 8 MiB and more than half of the file are dead."""
    state = vault.state
    return vault.refusal is None and state.dead_bytes > max(WORTHWHILE, state.size_bytes // 2)


def compact(vault: Vault) -> int:
    """Rewrite the vault without its dead bytes.

    Returns:
        Bytes freed; negative when the bookkeeping of the new generation outweighs them.

    Raises:
        ReadOnly: The vault is open for reading.
        NotSaved: The disk refused; nothing changed.
        VaultDamaged: A body is damaged; nothing changed.
    """
    with vault.writing() as store:
        store.guard()
        before = store.log.end
        header = next_header(store.header, vault.surroundings.random)
        keys = Keys(store.keys.master, header.vault_id, header.generation_salt)
        successor, _ = succeed(store, vault.surroundings, Successor(header, keys, documents(store)))
        vault.adopt(successor)
        return before - successor.log.end


def purge(vault: Vault) -> Purge:
    """Remove what was removed: compact, and delete cut tails.

    Flash memory may keep old blocks all the same, and backups keep what they hold: the edges say so.

    Raises:
        ReadOnly, NotSaved, VaultDamaged: As `compact`.
    """
    freed = compact(vault)
    system, layout = vault.surroundings.system, vault.store.layout
    tails = cut_tails(system, layout)
    with saving(layout.folder):
        for name in tails:
            system.unlink(layout.folder / name)
        system.fsync_dir(layout.folder)
    kept = (name for name in system.listdir(layout.folder) if name.startswith(layout.beside("before-").name))
    return Purge(freed, len(tails), tuple(kept))
