"""Everything a vault file says to whoever has its master key: each record and body of each frame, dead ones too."""

from collections.abc import Iterator
from pathlib import Path

from reflect.vault.body import binding, open_body
from reflect.vault.disk import DiskSystem
from reflect.vault.frame import Frame
from reflect.vault.header import read_copies
from reflect.vault.keys import Keys
from reflect.vault.operation import unpack
from reflect.vault.parts import read_parts
from reflect.vault.source import Source
from reflect.vault.unlocking import unlock


def told(file: Path, passphrase: str) -> list[str]:
    """Table, id, record and body of every operation that was ever written into the file and is still there."""
    system = DiskSystem()
    handle = system.open(file)
    try:
        header, master, *_ = unlock(read_copies(system, handle), passphrase)
        source = Source.of(system, handle, header, Keys(master, header.vault_id, header.generation_salt))
        parts = list(read_parts(source))
        assert all(isinstance(part, Frame) for part in parts), "a part of the file is no frame"
        return list(_texts(source, {part.sequence: part for part in parts if isinstance(part, Frame)}))
    finally:
        system.close(handle)


def _texts(source: Source, frames: dict[int, Frame]) -> Iterator[str]:
    for frame in frames.values():
        for operation in unpack(frame.operations, frame.operation_count):
            yield f"{operation.table} {operation.doc_id} {operation.record.decode()}"
            place = operation.body
            if not place.sequence:
                continue
            sealed = source.read(place.length, frames[place.sequence].bodies + place.offset)
            body = open_body(source.keys, binding(source.vault_id, operation.table, operation.doc_id), sealed)
            assert body is not None, "a body did not open"
            yield body
