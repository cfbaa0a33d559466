"""Bodies: the long texts, each sealed by itself so that it stays sealed until somebody reads it."""

import struct
from collections.abc import Callable

from cryptography.exceptions import InvalidTag

from reflect.vault.frame import NONCE_SIZE
from reflect.vault.keys import Keys
from reflect.vault.padding import pad_body

_LENGTH = struct.Struct("<I")
_NAMES = struct.Struct("<III")


def binder(vault_id: bytes, table: str) -> Callable[[str], bytes]:
    """Return `binding` for one table; a scan asks it ten thousand times."""
    table_name = table.encode()
    front = vault_id + table_name
    vault_size, table_size = len(vault_id), len(table_name)

    def bind(doc_id: str) -> bytes:
        doc_name = doc_id.encode()
        return _NAMES.pack(vault_size, table_size, len(doc_name)) + front + doc_name

    return bind


def binding(vault_id: bytes, table: str, doc_id: str) -> bytes:
    """Bytes that tie a body to its vault, table and document; lengths first, so that no two names run together."""
    return binder(vault_id, table)(doc_id)


def seal_body(keys: Keys, bound: bytes, text: str, nonce: bytes) -> bytes:
    """Seal a text in its size bucket.

    Args:
        keys: The vault's keys.
        bound: See `binding`.
        text: The body.
        nonce: 12 random bytes.

    Returns:
        Nonce, ciphertext and tag.
    """
    plain = text.encode("utf-8", "surrogatepass")
    return nonce + keys.body.encrypt(nonce, pad_body(_LENGTH.pack(len(plain)) + plain), bound)


def open_body(keys: Keys, bound: bytes, sealed: bytes | memoryview) -> str | None:
    """Unseal a body; None when it is not what was sealed."""
    try:
        plain = keys.body.decrypt(sealed[:NONCE_SIZE], sealed[NONCE_SIZE:], bound)
    except (InvalidTag, ValueError):
        return None
    (length,) = _LENGTH.unpack_from(plain)
    text = plain[_LENGTH.size : _LENGTH.size + length]
    try:
        return text.decode()  # twice as fast as with an error handler, and half a surrogate pair is rare
    except UnicodeDecodeError:
        return text.decode("utf-8", "surrogatepass")
