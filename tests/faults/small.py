"""A small vault whose every byte can be tried."""

from datetime import UTC, datetime
from typing import NamedTuple

from reflect.domain.fault import Fault, VaultDamaged
from reflect.vault.frame import HEAD_SIZE, read_head
from reflect.vault.header import FRAMES_START
from reflect.vault.policy import KdfPolicy
from reflect.vault.ram import MemorySystem
from reflect.vault.vault import Vault
from tests.faults.machines import contents_of, machine_of
from tests.faults.story import ANCHORS, FOLDER, Clock, Content, content_of

FILE = str(FOLDER / "vault.reflect")
SECRET = "klein"
LATER = datetime(2024, 3, 1, 13, tzinfo=UTC)


class Small(NamedTuple):
    """A closed vault.

    Attributes:
        files: Every file of its machine.
        folders: Its folders.
        content: What it holds.
    """

    files: dict[str, bytes]
    folders: set[str]
    content: Content

    @property
    def raw(self) -> bytes:
        """The vault file."""
        return self.files[FILE]

    def machine(self, raw: bytes, *, anchor: bool) -> MemorySystem:
        """A machine with this vault file, with or without the anchor."""
        files = {name: data for name, data in self.files.items() if anchor or not name.startswith(str(ANCHORS))}
        return machine_of({**files, FILE: raw}, self.folders)


def small_vault(secret: str = SECRET, documents: int = 4) -> Small:
    """Make a vault of a few short documents."""
    machine = MemorySystem()
    vault, _ = Vault.create(FOLDER, secret, anchors=ANCHORS, system=machine, policy=KdfPolicy.for_tests(), now=Clock())
    for number in range(documents):
        vault.put("entries", f"e{number}", {"title": f"Titel {number}"}, f"Text {number}")
    vault.put("cases", "k", {"roles": ["Mutter"]})
    content = content_of(vault)
    vault.close()
    return Small(contents_of(machine), set(machine.folders), content)


def open_small(machine: MemorySystem, secret: str = SECRET) -> Vault:
    """Open it for writing, an hour after it was made."""
    return Vault.open(FOLDER, secret, anchors=ANCHORS, system=machine, now=lambda: LATER)


def frames(raw: bytes) -> list[bytes]:
    """Cut a healthy vault file into its frames."""
    found, at = [], FRAMES_START
    while at < len(raw):
        head = read_head(raw[at : at + HEAD_SIZE], at, len(raw))
        assert head is not None
        end = at + HEAD_SIZE + head.operations_size + head.bodies_size
        found.append(raw[at:end])
        at = end
    return found


class Outcome(NamedTuple):
    """What opening a changed vault gave.

    Attributes:
        noticed: Whether anything was said.
        readable: Documents that were read.
        wrong: Documents that differ from what was written.
        readonly: Why it is read-only.
    """

    noticed: bool
    readable: int
    wrong: int
    readonly: str | None


def outcome(small: Small, machine: MemorySystem, secret: str = SECRET) -> Outcome:
    """Open a changed vault and compare everything it gives."""
    try:
        vault = open_small(machine, secret)
    except Fault:
        return Outcome(noticed=True, readable=0, wrong=0, readonly="fault")
    state = vault.state
    noticed = bool(state.readonly or state.repaired or state.cut_tail or state.damage)
    readable = wrong = 0
    for table in list(vault.store.log.index.tables):
        for doc_id, record in vault.records(table).items():
            try:
                body = vault.body(table, doc_id)
            except VaultDamaged:
                noticed = True
                continue
            readable += 1
            wrong += small.content.get((table, doc_id)) != (record, body)
    vault.close()
    return Outcome(noticed, readable, wrong, state.readonly)
