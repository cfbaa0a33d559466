"""The keys of an open vault, all derived from one master key with HKDF-SHA256 (RFC 5869)."""

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MASTER_SIZE = 32


def derive(secret: bytes | bytearray, salt: bytes, purpose: str) -> bytearray:
    """Derive a 32-byte key for one purpose.

    Args:
        secret: Key material.
        salt: Vault id, generation salt or slot salt.
        purpose: A word; the format's name and version are put before it.
    """
    kdf = HKDF(algorithm=SHA256(), length=MASTER_SIZE, salt=salt, info=b"reflect/1 " + purpose.encode())
    return bytearray(kdf.derive(secret))  # no copy of the secret is made on our side


class Keys:
    """Ciphers and keys of one generation of one vault.

    Python cannot wipe what a library copied; what is ours lies in bytearrays and is overwritten by `drop`.

    Attributes:
        master: The master key.
        header: HMAC key of the header.
        anchor: HMAC key of the anchor.
        log: Cipher of the frames' operations; changes with every generation.
        body: Cipher of the bodies; stays, so that compaction copies them as they are.
        draft: Cipher of the draft file.
        cache: Cipher of the index cache; changes with every generation.
    """

    def __init__(self, master: bytes | bytearray, vault_id: bytes, generation_salt: bytes) -> None:
        self.master = bytearray(master)
        self.header = derive(master, vault_id, "header")
        self.anchor = derive(master, vault_id, "anchor")
        self.log = AESGCM(derive(master, generation_salt, "log"))
        self.body = AESGCM(derive(master, vault_id, "body"))
        self.draft = AESGCM(derive(master, vault_id, "draft"))
        self.cache = AESGCM(derive(master, generation_salt, "index"))

    def drop(self) -> None:
        """Overwrite the keys and let the ciphers go; anything sealed stays sealed from here on. Idempotent."""
        for key in (self.master, self.header, self.anchor):
            key[:] = bytes(len(key))
        for cipher in ("log", "body", "draft", "cache"):
            self.__dict__.pop(cipher, None)
