"""Unlocking: from what a person typed to the master key and the header that counts."""

from typing import NamedTuple

from reflect.domain.fault import NewerFormat, VaultDamaged, WrongPassphrase
from reflect.vault.header import VERSION, Header, HeaderCopy
from reflect.vault.keys import derive
from reflect.vault.recovery import RecoveryKey
from reflect.vault.slots import PASSPHRASE, RECOVERY, Slot

HEADER_DAMAGED = ((0, None),)


class Unlocked(NamedTuple):
    """A header that opened.

    Attributes:
        header: The newest genuine one.
        master: The master key.
        repairs: Copies that do not say the same as `header`: `header-a`, `header-b`.
        genuine: False when a slot opened but neither copy's HMAC holds: read, never write.
    """

    header: Header
    master: bytearray
    repairs: tuple[str, ...]
    genuine: bool


class Opener:
    """Tries one secret on headers, stretching it once per salt and cost.

    Args:
        secret: A passphrase or a recovery key, as typed.
    """

    def __init__(self, secret: str) -> None:
        self._secret = secret
        whole = RecoveryKey.looks_like(secret) and not RecoveryKey.mistakes(secret)
        self._recovery = RecoveryKey.parse(secret) if whole else None
        self._stretched: dict[tuple[bytes, object], bytes] = {}

    def open(self, header: Header) -> bytearray | None:
        """Return the master key, or None when no slot opens.

        Raises:
            VaultDamaged: The header asks for more work than any vault may.
        """
        for slot in header.slots_of(RECOVERY):
            if self._recovery is not None and (master := slot.open(self._recovery.secret)):
                return master
        slots = header.slots_of(PASSPHRASE)
        if not slots:
            return None
        if not header.kdf.bearable:
            raise VaultDamaged(HEADER_DAMAGED)
        at = (header.kdf_salt, header.kdf)
        if at not in self._stretched:
            self._stretched[at] = header.kdf.stretch(self._secret, header.kdf_salt)
        return next((master for slot in slots if (master := slot.open(self._stretched[at]))), None)

    def opens(self, slot: Slot) -> bool:
        """Whether a passphrase slot of a header tried before goes with the secret.

        A recovery key stands for every passphrase: who uses it has forgotten them.
        """
        if slot.kind != PASSPHRASE:
            return False
        return self._recovery is not None or any(slot.open(stretched) for stretched in self._stretched.values())


def unlock(copies: tuple[HeaderCopy, HeaderCopy], secret: str) -> Unlocked:
    """Open the newest genuine header.

    An older copy that the secret opens does not count while the other copy is newer and genuine: else an old
    passphrase would live on in whichever copy was not rewritten.

    Raises:
        WrongPassphrase: No slot opened, or only one of an outdated copy.
        NewerFormat: A newer reflect wrote the header.
        VaultDamaged: Neither copy is usable.
    """
    opener = Opener(secret)
    readable = [copy for copy in copies if copy.header is not None]
    if not any(copy.intact for copy in readable):
        newer = [copy.version for copy in copies if copy.intact and (copy.version or 0) > VERSION]
        if newer:
            raise NewerFormat(max(version or 0 for version in newer), VERSION)
    ordered = sorted(readable, key=lambda copy: (not copy.intact, -(copy.header.sequence if copy.header else 0)))
    opened = _first_open(opener, ordered)
    if opened is None:
        if any(copy.intact for copy in readable):
            raise WrongPassphrase
        raise VaultDamaged(HEADER_DAMAGED)
    header, master = opened
    key = derive(master, header.vault_id, "header")
    genuine = [copy.header for copy in ordered if copy.header is not None and copy.genuine(key)]
    if not genuine:
        return Unlocked(header, master, ("header-a", "header-b"), genuine=False)
    newest = max(genuine, key=lambda found: found.sequence)
    if newest != header and opener.open(newest) is None:
        raise WrongPassphrase
    repairs = tuple(
        name
        for name, copy in zip(("header-a", "header-b"), copies, strict=True)
        if copy.header != newest or not copy.genuine(key)
    )
    return Unlocked(newest, master, repairs, genuine=True)


def _first_open(opener: Opener, copies: list[HeaderCopy]) -> tuple[Header, bytearray] | None:
    """Try the copies in turn; an unbearable one is passed over unless nothing else opens."""
    refused: VaultDamaged | None = None
    for copy in copies:
        if copy.header is None:
            continue
        try:
            if master := opener.open(copy.header):
                return copy.header, master
        except VaultDamaged as fault:
            refused = fault
    if refused is not None and all(copy.header is None or not copy.header.kdf.bearable for copy in copies):
        raise refused
    return None
