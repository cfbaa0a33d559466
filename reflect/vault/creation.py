"""Creation: a new, empty vault with one passphrase and one recovery key."""

from pathlib import Path

from reflect.domain.fault import AlreadyThere, NotAVault
from reflect.vault.failure import saving
from reflect.vault.generation import Start, install, write_generation
from reflect.vault.header import Header
from reflect.vault.keys import MASTER_SIZE, Keys
from reflect.vault.layout import VAULT_NAME, Layout
from reflect.vault.lock import WriterLock
from reflect.vault.log import NO_TAG
from reflect.vault.opening import Opened
from reflect.vault.policy import KdfPolicy
from reflect.vault.recovery import RecoveryKey
from reflect.vault.slots import PASSPHRASE, RECOVERY, Slot
from reflect.vault.store import Store, Vessel
from reflect.vault.surroundings import Surroundings
from reflect.vault.verdict import Verdict

_ID_SIZE = 16


def new_slots(
    surroundings: Surroundings, master: bytes | bytearray, passphrase: str, kdf: KdfPolicy, kdf_salt: bytes
) -> tuple[Slot, Slot, RecoveryKey]:
    """Wrap a master key for a passphrase and for a new recovery key."""
    random = surroundings.random
    recovery = RecoveryKey.create(random)
    stretched = kdf.stretch(passphrase, kdf_salt)
    return (
        Slot.seal(PASSPHRASE, stretched, master, random(_ID_SIZE)),
        Slot.seal(RECOVERY, recovery.secret, master, random(_ID_SIZE)),
        recovery,
    )


def _must_be_free(surroundings: Surroundings, layout: Layout) -> None:
    if surroundings.system.exists(layout.file):
        raise AlreadyThere(layout.file)


def create_vault(
    folder: Path, passphrase: str, policy: KdfPolicy, surroundings: Surroundings
) -> tuple[Opened, RecoveryKey]:
    """Make a vault; it has its name only when it is whole.

    Raises:
        AlreadyThere: The folder holds a vault.
        NotAVault: The folder's name belongs to a file.
        VaultInUse: Somebody makes one at this moment.
        NotSaved: The disk refused.
    """
    system, random = surroundings.system, surroundings.random
    layout = Layout(folder / VAULT_NAME)
    if system.exists(folder) and not system.is_dir(folder):
        raise NotAVault(folder, "unknown")
    with saving(layout.file):
        system.makedirs(folder)
        lock = WriterLock.take(system, layout.lock, surroundings.now())
    try:
        _must_be_free(surroundings, layout)
        kdf_salt, master = random(_ID_SIZE), bytearray(random(MASTER_SIZE))
        by_passphrase, by_recovery, recovery = new_slots(surroundings, master, passphrase, policy, kdf_salt)
        header = Header(0, random(_ID_SIZE), random(_ID_SIZE), kdf_salt, policy, ())
        header = header.with_slots(by_passphrase, by_recovery)
        keys = Keys(master, header.vault_id, header.generation_salt)
        start = Start(1, NO_TAG, surroundings.microseconds())
        log = write_generation(surroundings, layout, header=header, keys=keys, start=start, documents=())
        install(surroundings, layout)
        handle = system.open(layout.file, write=True)
        with saving(layout.file):
            system.fsync_dir(folder.parent)
    except BaseException:
        lock.release()
        raise
    store = Store(Vessel(layout, handle, header, keys, log), surroundings)
    store.anchor(durable=True)
    opened = Opened(store, lock, None, Verdict(None), cut_tail=False, repaired=(), anchor_found=True, verified=None)
    return opened, recovery
