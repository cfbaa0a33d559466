"""The lifeline: what a running session needs to survive a crash, sealed, in the file system that lives in memory.

Its random key lies beside it, so it protects from nobody who reads that folder; it keeps the words out of any disk,
which a memory file system does anyway, and makes one unlink of the key enough. Both files go at the end.
"""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from reflect.vault.replacement import read_file, replace_file, write_new
from reflect.vault.system import System

_MAGIC = b"RFLLIVE1"
_NONCE = 12
_KEY = 32
_LIMIT = 4 << 20


def runtime_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """`$XDG_RUNTIME_DIR`, which the system keeps in memory and empties; None where there is none."""
    given = environment.get("XDG_RUNTIME_DIR", "")
    return Path(given) if given and Path(given).is_dir() else None


class Lifeline:
    """One sealed file and its key.

    Args:
        folder: The runtime folder; None keeps nothing.
        system: The machine.
        random: Source of key and nonces.
    """

    def __init__(self, folder: Path | None, system: System, random: Callable[[int], bytes] = os.urandom) -> None:
        self._file = folder / "reflect-session.sealed" if folder else None
        self._system = system
        self._random = random
        self._key: bytes | None = None

    @property
    def _key_file(self) -> Path | None:
        return self._file.with_suffix(".key") if self._file else None

    def keep(self, text: str) -> None:
        """Keep a text instead of the one before; a full or read-only folder keeps nothing and says nothing."""
        if self._file is None or self._key_file is None:
            return
        with suppress(OSError):
            if self._key is None:
                self._key = self._random(_KEY)
                write_new(self._system, self._key_file, self._key, durable=False)
            nonce = self._random(_NONCE)
            sealed = _MAGIC + nonce + AESGCM(self._key).encrypt(nonce, text.encode(), _MAGIC)
            replace_file(self._system, self._file, sealed, durable=False)

    def load(self) -> str | None:
        """What was kept; None when there is nothing whole."""
        if self._file is None or self._key_file is None:
            return None
        key = read_file(self._system, self._key_file, _KEY)
        sealed = read_file(self._system, self._file, _LIMIT)
        if key is None or len(key) != _KEY or sealed is None or not sealed.startswith(_MAGIC):
            return None
        start = len(_MAGIC) + _NONCE
        try:
            text = AESGCM(key).decrypt(sealed[len(_MAGIC) : start], sealed[start:], _MAGIC)
        except (InvalidTag, ValueError):
            return None
        self._key = key
        return text.decode()

    def clear(self) -> None:
        """Unlink both, the key first."""
        for path in (self._key_file, self._file):
            if path is not None:
                with suppress(OSError):
                    self._system.unlink(path)
        self._key = None
