"""Opening: from a secret to a sitting; a vault of one's own, or one in memory that leaves nothing behind."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reflect.domain.fault import NotFound, VaultInUse
from reflect.vault.policy import KdfPolicy
from reflect.vault.recovery import RecoveryKey
from reflect.vault.system import MemorySystem
from reflect.vault.vault import Vault
from reflect.workflows.sitting import Sitting
from reflect.workflows.surroundings import Surroundings
from reflect.workflows.writing import recover_draft

__all__ = ["Surroundings", "create_vault", "in_memory", "open_or_read", "open_vault", "waiting_text"]


def create_vault(surroundings: Surroundings, passphrase: str, *, name: str = "") -> tuple[Sitting, RecoveryKey]:
    """Make a vault at its place and open it.

    Args:
        surroundings: Where it will lie.
        passphrase: As typed.
        name: The neutral name this computer will know it by; empty leaves it without one.

    Returns:
        The sitting, and the recovery key, which is shown once and kept nowhere.

    Raises:
        WrongUsage: The name does not fit; see `Surroundings.fitting_name`.
        AlreadyThere: There is one already.
        NotSaved: The disk refused.
    """
    if name:
        surroundings.fitting_name(name)
    vault, recovery = Vault.create(
        surroundings.places.vault,
        passphrase,
        anchors=surroundings.places.state,
        system=surroundings.system,
        policy=surroundings.policy,
        random=surroundings.random,
        now=surroundings.now,
    )
    surroundings.note_place(vault.state.vault_id)
    if name:
        try:
            surroundings.know_as(name)
        except BaseException:
            vault.close()
            raise
    return _sitting(surroundings, vault), recovery


def open_vault(surroundings: Surroundings, secret: str, *, write: bool = True, recover: bool = True) -> Sitting:
    """Open the vault; text that a crash or a lock left unfinished is in it afterwards.

    Args:
        surroundings: Where it lies.
        secret: Passphrase or recovery key, as typed.
        write: False only reads, also while another process writes; unfinished text stays where it is.
        recover: Whether unfinished text is taken in; a check leaves everything a person wrote as it is.

    Raises:
        WrongPassphrase, NotFound, NotAVault, NewerFormat, VaultDamaged: See `Vault.open`.
        VaultInUse: Another process writes; with `write` only.
    """
    if not surroundings.has_vault:
        raise NotFound("vault-missing" if surroundings.is_missing else "vault", str(surroundings.places.vault))
    vault = Vault.open(
        surroundings.places.vault,
        secret,
        anchors=surroundings.places.state,
        write=write,
        system=surroundings.system,
        now=surroundings.now,
        random=surroundings.random,
    )
    sitting = _sitting(surroundings, vault)
    if vault.refusal is None:
        surroundings.note_place(vault.state.vault_id)
        if recover:
            recover_draft(sitting)
    return sitting


def open_or_read(surroundings: Surroundings, secret: str, *, recover: bool = True) -> Sitting:
    """Open the vault for writing, or for reading while another process writes.

    Args:
        surroundings: Where it lies.
        secret: As typed.
        recover: See `open_vault`.

    Raises:
        Fault: As `open_vault`, but for `VaultInUse`.
    """
    try:
        return open_vault(surroundings, secret, recover=recover)
    except VaultInUse:
        return open_vault(surroundings, secret, write=False)


def waiting_text(sitting: Sitting) -> bool:
    """Whether unfinished text waits that only an opening for writing brings in."""
    return sitting.vault.refusal == "asked" and sitting.vault.draft.load() is not None


def in_memory(surroundings: Surroundings, *, now: Callable[[], datetime] | None = None) -> Sitting:
    """A new vault that is gone with the process; its key is drawn, nobody types it.

    Args:
        surroundings: Gives choices, catalogue, Leitbild and clock; nothing is written to its places.
        now: Another clock.
    """
    clock = now or surroundings.now
    folder = Path("/memory")
    vault, _ = Vault.create(
        folder / "vault",
        surroundings.random(16).hex(),
        anchors=folder / "state",
        system=MemorySystem(),
        # Nobody can guess a drawn key and nothing lies on a disk: stretching it would only cost time.
        policy=KdfPolicy(passes=1, memory_kib=32, lanes=4),
        random=surroundings.random,
        now=clock,
    )
    return Sitting(vault, surroundings.catalogue, surroundings.config, clock, surroundings.places)


def _sitting(surroundings: Surroundings, vault: Vault) -> Sitting:
    return Sitting(vault, surroundings.catalogue, surroundings.config, surroundings.now, surroundings.places)
