"""The draft: what is being typed right now, sealed, one small file that is replaced atomically.

The generation before stays beside it until the next save, so that no step of a save leaves nothing.
"""

import struct
from collections.abc import Callable
from pathlib import Path

from cryptography.exceptions import InvalidTag

from reflect.domain.fault import ReadOnly
from reflect.vault.failure import saving
from reflect.vault.frame import NONCE_SIZE
from reflect.vault.keys import Keys
from reflect.vault.layout import Layout
from reflect.vault.padding import pad_body
from reflect.vault.replacement import read_file, write_new
from reflect.vault.system import System

_MAGIC = b"RFLDRFT1"
_LAYOUT = struct.Struct("<QI")
_LIMIT = 64 << 20


class Draft:
    """The draft of one open vault.

    Args:
        system: The machine.
        layout: Names of the vault's files.
        vault_id: Binds the draft to its vault.
        keys: Gives the vault's keys while it is open.
        random: Source of nonces.
        refusal: Why nothing may be written, or None.
    """

    def __init__(
        self,
        system: System,
        layout: Layout,
        vault_id: bytes,
        *,
        keys: Callable[[], Keys],
        random: Callable[[int], bytes],
        refusal: Callable[[], str | None],
    ) -> None:
        self._system = system
        self._path = layout.draft
        self._bound = _MAGIC + vault_id
        self._keys = keys
        self._random = random
        self._refusal = refusal
        self._count: int | None = None

    @property
    def _generations(self) -> tuple[Path, Path, Path]:
        """The draft, the one before, and one whose renaming was cut off."""
        return (
            self._path,
            self._path.with_name(self._path.name + ".old"),
            self._path.with_name(self._path.name + ".new"),
        )

    def save(self, text: str) -> None:
        """Keep a text through a crash or a power loss.

        Raises:
            ReadOnly: The vault is open for reading.
            NotSaved: The disk refused; the draft before is unchanged.
        """
        self.store(self.seal(text))

    def seal(self, text: str) -> bytes:
        """Seal a text without writing it: for locking at once while the disk is full.

        Returns:
            Bytes for a later `store`, harmless to keep in memory.
        """
        return self._seal(text, self._keys())

    def _seal(self, text: str, keys: Keys) -> bytes:
        if self._count is None:
            self._count = self._newest()[0]
        self._count += 1
        plain = text.encode("utf-8", "surrogatepass")
        nonce = self._random(NONCE_SIZE)
        padded = pad_body(_LAYOUT.pack(self._count, len(plain)) + plain)
        return _MAGIC + nonce + keys.draft.encrypt(nonce, padded, self._bound)

    def store(self, sealed: bytes) -> None:
        """Write what `seal` returned.

        Raises:
            ReadOnly: The vault is open for reading.
            NotSaved: The disk refused; the draft before is unchanged.
        """
        if reason := self._refusal():
            raise ReadOnly(reason)
        current, old, new = self._generations
        with saving(current):
            self._promote(current, new)
            write_new(self._system, new, sealed, durable=True)
            if self._system.exists(current):
                self._system.replace(current, old)
            self._system.replace(new, current)
            self._system.fsync_dir(current.parent)

    def load(self) -> str | None:
        """Return the newest draft that is whole and this vault's, or None."""
        return self._newest()[1]

    def unseal(self, sealed: bytes) -> str | None:
        """What `seal` was given; None when it is another vault's or was changed."""
        opened = self._open(sealed)
        return None if opened is None else opened[1]

    def clear(self) -> None:
        """Remove the draft; call it when its text is in the vault.

        Raises:
            ReadOnly: The vault is open for reading.
            NotSaved: The disk refused.
        """
        if reason := self._refusal():
            raise ReadOnly(reason)
        current, old, new = self._generations
        with saving(current):
            for path in (old, new, current):  # the newest goes last: an older one must never come back
                self._system.unlink(path)
            self._system.fsync_dir(current.parent)

    def carry(self, keys: Keys) -> None:
        """Lay the draft ready under the keys that are about to replace the vault's.

        Until the vault has its new keys, the draft in place opens; from then on this one does.

        Raises:
            NotSaved: The disk refused.
        """
        text = self.load()
        new = self._generations[2]
        with saving(new):
            if text is not None:
                write_new(self._system, new, self._seal(text, keys), durable=True)
                self._system.fsync_dir(new.parent)

    def renew(self) -> None:
        """After the change of keys: put the draft in place and drop what the old keys opened.

        Raises:
            NotSaved: The disk refused; the draft still opens.
        """
        current, old, new = self._generations
        with saving(current):
            self._promote(current, new)
            self._system.unlink(old)
            self._system.fsync_dir(current.parent)

    def _promote(self, current: Path, new: Path) -> None:
        """Finish a renaming that was cut off, before its file would be overwritten."""
        waiting = self._open(read_file(self._system, new, _LIMIT))
        placed = self._open(read_file(self._system, current, _LIMIT)) if waiting else None
        if waiting is not None and (placed is None or placed < waiting):
            self._system.replace(new, current)

    def _newest(self) -> tuple[int, str | None]:
        found = [self._open(read_file(self._system, path, _LIMIT)) for path in self._generations]
        whole = [draft for draft in found if draft is not None]
        return max(whole, key=lambda draft: draft[0], default=(0, None))

    def _open(self, raw: bytes | None) -> tuple[int, str] | None:
        if raw is None or not raw.startswith(_MAGIC):
            return None
        start = len(_MAGIC) + NONCE_SIZE
        try:
            plain = self._keys().draft.decrypt(raw[len(_MAGIC) : start], raw[start:], self._bound)
        except (InvalidTag, ValueError):
            return None
        count, length = _LAYOUT.unpack_from(plain)
        return count, plain[_LAYOUT.size : _LAYOUT.size + length].decode("utf-8", "surrogatepass")
