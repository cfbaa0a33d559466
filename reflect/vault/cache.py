"""The index cache: the documents' records as they were at closing, sealed; opening then need not read every frame.

It is disposable. It counts only for the very file it was made from (identity, size, time of change and last tag),
only for the generation whose key seals it, and only for a week: then everything is read and proven again. Wrong records
cannot come out of it, because it is authenticated and bodies are pinned by their tags.
"""

import struct
from datetime import datetime, timedelta
from typing import NamedTuple

from cryptography.exceptions import InvalidTag

from reflect.vault.anchor import Mark
from reflect.vault.frame import NONCE_SIZE, TAG_SIZE
from reflect.vault.index import Entry, Index
from reflect.vault.layout import Layout
from reflect.vault.log import Log
from reflect.vault.operation import BodyPlace
from reflect.vault.reading import quiet_collector
from reflect.vault.replacement import read_file, replace_file
from reflect.vault.source import Source
from reflect.vault.store import Store
from reflect.vault.surroundings import Surroundings
from reflect.vault.system import FileStat

_MAGIC = b"RFLINDX1"
_FRONT = struct.Struct("<QQQqqQQ16sQQQqqQI")
_ENTRY = struct.Struct("<HHIQII16sqQqI")
_LIMIT = 1 << 30
MAX_AGE = timedelta(days=7)
WORTHWHILE = 256  # documents; reading so few frames takes some milliseconds


class Cached(NamedTuple):
    """What the cache gave.

    Attributes:
        log: The log as it was at closing.
        verified: When every frame was last proven, microseconds since 1970.
    """

    log: Log
    verified: int


def write_cache(store: Store, surroundings: Surroundings, verified: int) -> None:
    """Replace the cache; call it when nothing more will be written.

    Args:
        store: The open file.
        surroundings: The machine.
        verified: When every frame was last proven, microseconds since 1970.

    Raises:
        OSError: The disk refused; the vault is not concerned.
    """
    log, system = store.log, surroundings.system
    if len(log.index) < WORTHWHILE:
        return
    plain = _pack(log, system.fstat(store.handle), verified)
    nonce = surroundings.random(NONCE_SIZE)
    sealed = store.keys.cache.encrypt(nonce, plain, _MAGIC + store.header.vault_id)
    replace_file(system, store.layout.cache, _MAGIC + nonce + sealed, durable=False)


def read_cache(layout: Layout, source: Source, vault_id: bytes, mark: Mark | None, now: datetime) -> Cached | None:
    """Return the log from the cache, or None when the file must be read.

    Args:
        layout: Names of the vault's files.
        source: The open file.
        vault_id: The vault's 16 bytes.
        mark: What the anchor remembers; without it, or where it disagrees, the cache does not count.
        now: The time.
    """
    raw = read_file(source.system, layout.cache, _LIMIT)
    if raw is None or not raw.startswith(_MAGIC) or mark is None:
        return None
    start = len(_MAGIC) + NONCE_SIZE
    try:
        plain = source.keys.cache.decrypt(raw[len(_MAGIC) : start], raw[start:], _MAGIC + vault_id)
    except (InvalidTag, ValueError):
        return None
    log, found, verified = _unpack_front(plain)
    age = now - datetime.fromtimestamp(verified / 1_000_000, now.tzinfo)
    fits = found == source.system.fstat(source.handle) and (log.sequence, log.tag) == (mark.sequence, mark.tag)
    if not fits or not timedelta(0) <= age < MAX_AGE or source.read(TAG_SIZE, log.tag_at) != log.tag:
        return None
    log.witnessed = log.tag
    with quiet_collector():
        _unpack_entries(plain, log.index)
    return Cached(log, verified)


def _pack(log: Log, found: FileStat, verified: int) -> bytes:
    front = _FRONT.pack(
        *found.identity,
        found.size,
        found.modified,
        verified,
        log.frames,
        log.sequence,
        log.tag,
        log.offset,
        log.tag_at,
        log.end,
        log.last or 0,
        log.created or 0,
        log.header_sequence,
        len(log.index.tables),
    )
    parts = [front]
    for name, entries in log.index.tables.items():
        encoded = name.encode()
        parts += [struct.pack("<HI", len(encoded), len(entries)), encoded]
        fixed, texts = [], []
        for doc_id, entry in entries.items():
            text = doc_id.encode()
            fixed.append(
                _ENTRY.pack(
                    len(text), 0, len(entry.packed), *entry.body, entry.position, entry.sequence, entry.time, entry.cost
                )
            )
            texts += [text, entry.packed]
        parts += [*fixed, *texts]
    return b"".join(parts)


def _unpack_front(plain: bytes) -> tuple[Log, FileStat, int]:
    (device, inode, size, modified, verified, *rest) = _FRONT.unpack_from(plain)
    log = Log()
    (log.frames, log.sequence, log.tag, log.offset, log.tag_at, log.end, last, created, log.header_sequence, _) = rest
    log.last, log.created = last, created
    return log, FileStat((device, inode), size, modified), verified


def _unpack_entries(plain: bytes, index: Index) -> None:
    """Rebuild the documents; runs over every one of them at opening."""
    at = _FRONT.size
    for _ in range(_FRONT.unpack_from(plain)[-1]):
        name_size, count = struct.unpack_from("<HI", plain, at)
        at += 6
        name = plain[at : at + name_size].decode()
        at += name_size
        fixed_end = at + count * _ENTRY.size
        entries, live, text = {}, 0, fixed_end
        for id_size, _zero, record_size, *body, position, sequence, time, cost in _ENTRY.iter_unpack(
            plain[at:fixed_end]
        ):
            id_end = text + id_size
            record_end = id_end + record_size
            doc_id = plain[text:id_end].decode()
            entries[doc_id] = Entry(
                plain[id_end:record_end], tuple.__new__(BodyPlace, body), position, sequence, time, cost
            )
            text = record_end
            live += cost
        index.tables[name] = entries
        index.live += live
        at = text
