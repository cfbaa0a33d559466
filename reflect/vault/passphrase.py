"""Passphrases and recovery keys of a vault that is open: changing them, and changing everything."""

from dataclasses import replace

from reflect.domain.fault import WrongPassphrase
from reflect.vault.body import binding, seal_body
from reflect.vault.creation import new_slots
from reflect.vault.documents import documents
from reflect.vault.frame import NONCE_SIZE
from reflect.vault.header import Header
from reflect.vault.keys import MASTER_SIZE, Keys
from reflect.vault.policy import KdfPolicy
from reflect.vault.recovery import RecoveryKey
from reflect.vault.slots import PASSPHRASE, RECOVERY, Slot
from reflect.vault.succession import SALT_SIZE, Successor, succeed
from reflect.vault.unlocking import Opener
from reflect.vault.vault import Vault


def change_passphrase(
    vault: Vault, old: str, new: str, *, rekey: bool, policy: KdfPolicy | None = None
) -> RecoveryKey | None:
    """Replace the passphrase.

    Without rekeying, whoever kept a copy of the old file and knows the old passphrase still opens that copy, and its
    master key opens this vault too. Only `rekey` ends that.

    Args:
        vault: The open vault.
        old: The passphrase so far, or the recovery key, as typed.
        new: The passphrase to be.
        rekey: Whether somebody could know the old one.
        policy: New cost of a guess, with `rekey` only; None keeps it.

    Returns:
        With `rekey` the new recovery key, else None.

    Raises:
        WrongPassphrase: `old` opens nothing.
        ReadOnly, NotSaved: As `Vault.put`.
    """
    with vault.writing() as store:
        header, opener = store.header, Opener(old)
        if opener.open(header) is None:
            raise WrongPassphrase
        if rekey:
            return change_keys(vault, new, policy=policy)
        stretched = header.kdf.stretch(new, header.kdf_salt)
        fresh = Slot.seal(PASSPHRASE, stretched, store.keys.master, vault.surroundings.random(SALT_SIZE))
        store.rewrite_header(fresh, *(slot for slot in header.slots if slot.active and not opener.opens(slot)))
    return None


def opens(vault: Vault, secret: str) -> bool:
    """Whether a passphrase or recovery key, as typed, opens this vault; costs as much as opening it."""
    return Opener(secret).open(vault.store.header) is not None


def create_recovery(vault: Vault) -> RecoveryKey:
    """Replace every recovery key by a new, unconfirmed one.

    Raises:
        ReadOnly, NotSaved: As `Vault.put`.
    """
    random = vault.surroundings.random
    key = RecoveryKey.create(random)
    with vault.writing() as store:
        fresh = Slot.seal(RECOVERY, key.secret, store.keys.master, random(SALT_SIZE))
        store.rewrite_header(*store.header.slots_of(PASSPHRASE), fresh)
    return key


def change_keys(vault: Vault, passphrase: str, *, policy: KdfPolicy | None = None) -> RecoveryKey:
    """Rekey: a new master key, everything sealed anew, every slot dropped but the new passphrase's.

    Old backups still open with what opened them; the edges say that they must be destroyed.

    Args:
        vault: The open vault.
        passphrase: The only passphrase from now on.
        policy: New cost of a guess; None keeps it.

    Returns:
        The new recovery key, tested, not yet confirmed by its owner.

    Raises:
        ReadOnly, NotSaved: As `Vault.put`.
        VaultDamaged: A body is damaged; nothing changed.
    """
    with vault.writing() as store:
        store.guard()
        renewed, recovery = _renewed(vault, passphrase, policy or store.header.kdf)
        header, keys = renewed

        def reseal(table: str, doc_id: str, text: str) -> bytes:
            nonce = vault.surroundings.random(NONCE_SIZE)
            return seal_body(keys, binding(header.vault_id, table, doc_id), text, nonce)

        vault.draft.carry(keys)
        successor = Successor(header, keys, documents(store, reseal=reseal))
        vault.adopt(succeed(store, vault.surroundings, successor)[0])
        vault.draft.renew()
    return recovery


def _renewed(vault: Vault, passphrase: str, kdf: KdfPolicy) -> tuple[tuple[Header, Keys], RecoveryKey]:
    """Draw a master key and build the header and the keys around it."""
    random, before = vault.surroundings.random, vault.store.header
    master, kdf_salt = bytearray(random(MASTER_SIZE)), random(SALT_SIZE)
    by_passphrase, by_recovery, recovery = new_slots(vault.surroundings, master, passphrase, kdf, kdf_salt)
    if by_recovery.open(RecoveryKey.parse(recovery.text).secret) != master:
        raise AssertionError("a recovery key that does not open must never be handed out")
    blank = replace(before, generation_salt=random(SALT_SIZE), kdf_salt=kdf_salt, kdf=kdf)
    header = blank.with_slots(by_passphrase, by_recovery)
    return (header, Keys(master, header.vault_id, header.generation_salt)), recovery
