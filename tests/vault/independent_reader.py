"""A reader of the vault format made from FORMAT.md alone: standard library and `cryptography`, nothing of reflect.

    python tests/vault/independent_reader.py FILE < passphrase

prints every document as JSON. It reads healthy vaults; it repairs nothing.
"""

import hashlib
import hmac
import json
import struct
import sys
import unicodedata
import zlib
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

MAGIC = bytes.fromhex("89 52 46 4c 54 0d 0a 1a")
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def hkdf(secret: bytes, salt: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=f"reflect/1 {purpose}".encode()).derive(secret)


def recovery_secret(typed: str) -> bytes:
    symbols = typed.replace("-", "").replace(" ", "").upper()
    number = 0
    for place in range(7):
        check = place + 1
        for symbol in symbols[place * 5 : place * 5 + 4]:
            check = double(check) ^ ALPHABET.index(symbol)
            number = number * 32 + ALPHABET.index(symbol)
        if ALPHABET[double(check)] != symbols[place * 5 + 4]:
            raise ValueError(f"group {place + 1} is mistyped")
    return number.to_bytes(18, "big")


def double(value: int) -> int:
    return (value * 2) ^ (0b100101 if value & 16 else 0)


def master_key(header: bytes, secret: str, *, recovery: bool) -> bytes:
    passes, memory, lanes = struct.unpack_from("<III", header, 68)
    if recovery:
        stretched = recovery_secret(secret)
    else:
        text = unicodedata.normalize("NFC", secret).encode()
        kdf = Argon2id(salt=header[52:68], length=32, iterations=passes, lanes=lanes, memory_cost=memory)
        stretched = kdf.derive(text)
    for number in range(8):
        slot = header[80 + 64 * number : 144 + 64 * number]
        if (slot[0], slot[1]) == (2 if recovery else 1, 1):
            try:
                key = hkdf(stretched, slot[8:24], "recovery slot" if recovery else "passphrase slot")
                return aes_key_unwrap(key, slot[24:64])
            except InvalidUnwrap:
                continue
    raise ValueError("wrong passphrase")


def read_header(raw: bytes, secret: str, *, recovery: bool) -> tuple[bytes, bytes]:
    """Return the header that counts and the master key."""
    found = []
    for header in (raw[:4096], raw[4096:8192]):
        whole = header[:8] == MAGIC and zlib.crc32(header[:4060]) == struct.unpack_from("<I", header, 4060)[0]
        if whole and struct.unpack_from("<H", header, 8)[0] == 1:
            found.append(header)
    header = max(found, key=lambda copy: int.from_bytes(copy[12:20], "little"))
    master = master_key(header, secret, recovery=recovery)
    key = hkdf(master, header[20:36], "header")
    if not hmac.compare_digest(hmac.digest(key, header[:4064], hashlib.sha256), header[4064:]):
        raise ValueError("the header is forged")
    return header, master


def read_vault(raw: bytes, secret: str, *, recovery: bool = False) -> dict[str, dict[str, dict[str, Any]]]:
    """Return table to id to `{"record", "body"}`."""
    header, master = read_header(raw, secret, recovery=recovery)
    vault_id, salt = header[20:36], header[36:52]
    log, body_key = AESGCM(hkdf(master, salt, "log")), AESGCM(hkdf(master, vault_id, "body"))
    documents: dict[tuple[str, str], tuple[bytes, bytes]] = {}
    bodies_at: dict[int, int] = {}
    at, last, tag, more = 8192, 0, b"", False
    while at < len(raw):
        mark, kind, flags, zero, number, size, bodies, nonce, crc = struct.unpack_from("<4sBBHQII12sI", raw, at)
        first = at == 8192
        if (mark, zero, crc) != (b"FRM1", 0, zlib.crc32(raw[at : at + 36])) or (not first and number != last + 1):
            raise ValueError(f"no frame at {at}")
        sealed = raw[at + 40 : at + 40 + size]
        plain = log.decrypt(nonce, sealed, salt + raw[at : at + 36])
        header_sequence, previous, _time, count = struct.unpack_from("<Q16sqI", plain)
        in_order = (kind, flags & 1) == (2, 1) if first else previous == tag and (kind == 2) == more
        if not in_order or header_sequence > int.from_bytes(header[12:20], "little"):
            raise ValueError(f"the chain is broken at {at}")
        last, tag, more = number, sealed[-16:], bool(flags & 2)
        bodies_at[number] = at + 40 + size
        apply(documents, plain[36:], count)
        at += 40 + size + bodies
    result: dict[str, dict[str, dict[str, Any]]] = {}
    for (table, doc_id), (record, place) in documents.items():
        body = read_body(raw, body_key, bodies_at, place, [vault_id, table.encode(), doc_id.encode()])
        result.setdefault(table, {})[doc_id] = {"record": json.loads(record), "body": body}
    return result


def apply(documents: dict[tuple[str, str], tuple[bytes, bytes]], plain: bytes, count: int) -> None:
    at = 0
    for _ in range(count):
        kind, _zero, table_size, id_size, record_size = struct.unpack_from("<BBHHI", plain, at)
        place, at = plain[at + 10 : at + 42], at + 42
        table = plain[at : at + table_size].decode()
        doc_id = plain[at + table_size : at + table_size + id_size].decode()
        at += table_size + id_size
        documents.pop((table, doc_id), None)
        if kind == 1:
            documents[table, doc_id] = (plain[at : at + record_size], place)
        at += record_size


def read_body(raw: bytes, key: AESGCM, bodies_at: dict[int, int], place: bytes, names: list[bytes]) -> str:
    number, offset, size, tag = struct.unpack("<QII16s", place)
    if not number:
        return ""
    start = bodies_at[number] + offset
    sealed = raw[start : start + size]
    if sealed[-16:] != tag:
        raise ValueError("not the body that was pinned")
    bound = struct.pack("<III", *map(len, names)) + b"".join(names)
    plain = key.decrypt(sealed[:12], sealed[12:], bound)
    return plain[4 : 4 + int.from_bytes(plain[:4], "little")].decode()


if __name__ == "__main__":
    print(json.dumps(read_vault(Path(sys.argv[1]).read_bytes(), sys.stdin.readline().rstrip("\n")), ensure_ascii=False))
