"""The fault cases that are about the world around the file: 4, 15 to 18, 20, 23 to 25."""

import errno
import os
import unicodedata
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reflect.domain.fault import NotAVault, NotFound, NotSaved, ReadOnly, VaultDamaged, VaultInUse, WrongPassphrase
from reflect.vault.cache import WORTHWHILE
from reflect.vault.check import check
from reflect.vault.compaction import compact
from reflect.vault.frame import HEAD_SIZE
from reflect.vault.header import COPY_SIZE, FRAMES_START
from reflect.vault.passphrase import change_passphrase
from reflect.vault.policy import KdfPolicy
from reflect.vault.ram import MemorySystem
from reflect.vault.system import DiskSystem
from reflect.vault.vault import Vault
from tests.faults.machines import FailingSystem
from tests.faults.small import FILE, SECRET, frames, open_small, small_vault
from tests.faults.story import ANCHORS, FOLDER, STEPS, Clock, Story, content_of, put


def new_vault(tmp_path: Path, secret: str = SECRET) -> Vault:
    return Vault.create(tmp_path / "vault", secret, anchors=tmp_path / "state", policy=KdfPolicy.for_tests())[0]


def open_disk(tmp_path: Path, *, write: bool = True) -> Vault:
    return Vault.open(tmp_path / "vault", SECRET, anchors=tmp_path / "state", write=write)


# 4


def test_case_4_a_lost_sector_inside_a_body_costs_that_body() -> None:
    small = small_vault()
    raw = bytearray(small.raw)
    parts = frames(small.raw)
    end_of_second = FRAMES_START + len(parts[0]) + len(parts[1])
    raw[end_of_second - 300 : end_of_second - 100] = bytes(200)
    machine = small.machine(bytes(raw), anchor=True)
    vault = open_small(machine)
    with pytest.raises(VaultDamaged):
        vault.body("entries", "e0")
    assert vault.record("entries", "e0") == {"title": "Titel 0"}
    assert {doc_id for doc_id, _record, _body in vault.scan("entries")} == {"e1", "e2", "e3"}
    report = check(vault, full=True)
    assert not report.healthy
    assert [place[:2] for place in report.damaged_bodies] == [("entries", "e0")]


def test_case_4_a_sector_that_cannot_be_read_costs_its_frame() -> None:
    small = small_vault()

    class Scratched(MemorySystem):
        def pread(self, handle: int, size: int, offset: int) -> bytes:
            hurt = (FRAMES_START + len(frames(small.raw)[0]) + 100) // 512 * 512
            if offset < hurt + 512 and hurt < offset + size and self.fstat(handle).size == len(small.raw):
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return super().pread(handle, size, offset)

    machine = Scratched()
    healthy = small.machine(small.raw, anchor=True)
    machine.names, machine.folders = healthy.names, healthy.folders
    vault = open_small(machine)
    assert vault.state.readonly == "damaged"
    assert vault.state.entries >= len(small.content) - 2  # a sector may touch two frames


# 14


def test_case_14_after_a_failed_flush_nothing_is_written_until_the_file_is_read_again() -> None:
    system = FailingSystem()
    story = Story(system)
    story.run(STEPS[:3])

    def plan(_count: int, kind: str) -> None:
        if kind == "fsync":
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    system.plan = plan
    story.run([put("entries", "c", {}, "unsicher")])
    system.plan = None
    effects = system.effects
    story.run([put("entries", "d", {}, "danach")])
    assert [getattr(fault, "reason", None) for fault in story.failures] == ["io", "io"]
    assert system.effects == effects
    for machine in system.survivors():
        left = story.recover(machine)
        assert left is not None
    story.run([Story.reopen, put("entries", "e", {}, "wieder gut")])
    assert len(story.failures) == 2
    for machine in system.survivors():
        left = story.recover(machine)
        assert left is not None
        assert left.body("entries", "e") == "wieder gut"


# 15


def test_case_15_a_read_only_file_opens_for_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = new_vault(tmp_path)
    vault.put("entries", "a", {"t": 1}, "x")
    vault.close()
    before = (tmp_path / "vault/vault.reflect").read_bytes()
    real = DiskSystem.open

    def refuse(self: DiskSystem, path: Path, *, write: bool = False, create: bool = False) -> int:
        if write or create:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return real(self, path, write=write, create=create)

    monkeypatch.setattr(DiskSystem, "open", refuse)
    reader = open_disk(tmp_path)
    assert reader.state.readonly == "media"
    assert reader.body("entries", "a") == "x"
    with pytest.raises(ReadOnly):
        reader.put("entries", "b", {})
    with pytest.raises(ReadOnly):
        reader.draft.save("x")
    reader.close()
    assert (tmp_path / "vault/vault.reflect").read_bytes() == before


def test_case_15_a_folder_that_takes_no_lock_opens_for_reading() -> None:
    class Sealed(MemorySystem):
        def lock(self, path: Path) -> int:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    small, machine = small_vault(), Sealed()
    healthy = small.machine(small.raw, anchor=True)
    machine.names, machine.folders = healthy.names, healthy.folders
    assert open_small(machine).state.readonly == "media"


# 16, 17


def test_case_16_the_second_writer_is_told_who_writes_since_when(tmp_path: Path) -> None:
    first = new_vault(tmp_path)
    first.put("entries", "a", {"t": 1}, "x")
    with pytest.raises(VaultInUse) as fault:
        open_disk(tmp_path)
    assert fault.value.pid == os.getpid()
    assert fault.value.since is not None
    reader = open_disk(tmp_path, write=False)
    assert reader.state.readonly == "in-use"
    assert reader.body("entries", "a") == "x"
    with pytest.raises(ReadOnly):
        reader.put("entries", "b", {})
    first.put("entries", "c", {}, "y")
    first.close()
    assert open_disk(tmp_path, write=False).state.readonly is None


def test_case_17_a_stale_lock_file_does_not_lock(tmp_path: Path) -> None:
    new_vault(tmp_path).close()
    (tmp_path / "vault/vault.reflect.lock").write_text('{"pid": 1, "since": "2020-01-01T00:00:00+00:00"}')
    vault = open_disk(tmp_path)
    assert vault.refusal is None
    vault.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this platform")
def test_case_17_a_forked_child_neither_writes_nor_keeps_the_lock(tmp_path: Path) -> None:
    vault = new_vault(tmp_path)
    ready, resume = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        try:
            vault.put("entries", "child", {})
            verdict = b"wrote"
        except ReadOnly as refused:
            verdict = refused.reason.encode()
        os.write(ready[1], verdict)
        os.read(resume[0], 1)
        os._exit(0)
    try:
        assert os.read(ready[0], 10) == b"in-use"
        vault.put("entries", "parent", {})
        vault.close()
        # The child still lives and had inherited every handle.
        again = open_disk(tmp_path)
        assert again.state.entries == 1
        again.close()
    finally:
        os.write(resume[1], b"x")
        os.waitpid(child, 0)
        for handle in (*ready, *resume):
            os.close(handle)


# 18


def test_case_18_a_file_replaced_under_us_is_not_written_to(tmp_path: Path) -> None:
    vault = new_vault(tmp_path)
    vault.put("entries", "a", {"t": 1}, "x")
    file = tmp_path / "vault/vault.reflect"
    synced = tmp_path / "synced"
    synced.write_bytes(file.read_bytes())
    synced.replace(file)
    before = file.read_bytes()
    for _ in range(2):
        with pytest.raises(NotSaved) as fault:
            vault.put("entries", "b", {})
        assert fault.value.reason == "replaced"
    assert file.read_bytes() == before
    assert vault.body("entries", "a") == "x"
    vault.close()


def test_case_18_a_file_changed_in_place_is_not_written_to(tmp_path: Path) -> None:
    vault = new_vault(tmp_path)
    vault.put("entries", "a", {"t": 1}, "x")
    file = tmp_path / "vault/vault.reflect"
    with file.open("ab") as other:
        other.write(b"mehr")
    with pytest.raises(NotSaved) as fault:
        vault.put("entries", "b", {})
    assert fault.value.reason == "replaced"
    vault.close()


def test_case_18_a_last_frame_overwritten_at_the_same_size_is_noticed() -> None:
    small = small_vault()
    machine = small.machine(small.raw, anchor=True)
    vault = open_small(machine)
    data = machine.names[FILE].data
    data[vault.store.log.tag_at] ^= 1
    with pytest.raises(NotSaved) as fault:
        vault.put("entries", "b", {})
    assert fault.value.reason == "replaced"


def test_case_18_a_missing_file_is_not_made_anew(tmp_path: Path) -> None:
    vault = new_vault(tmp_path)
    (tmp_path / "vault/vault.reflect").unlink()
    with pytest.raises(NotSaved):
        vault.put("entries", "b", {})
    vault.close()
    with pytest.raises(NotFound):
        open_disk(tmp_path)


# 20: see test_surgery; 23


def grown() -> tuple[Any, MemorySystem]:
    small = small_vault()
    machine = small.machine(small.raw, anchor=True)
    vault = open_small(machine)
    with vault.batch() as batch:
        for number in range(WORTHWHILE):
            batch.put("entries", f"n{number}", {"n": number}, "kurz" if number % 50 == 0 else None)
    content = content_of(vault)
    vault.close()
    return content, machine


def test_case_23_the_cache_gives_what_the_frames_give() -> None:
    content, machine = grown()
    cached = open_small(machine)
    assert not cached.state.verified
    assert content_of(cached) == content
    cached.put("entries", "mehr", {"x": 1}, "y")
    cached.close()
    again = open_small(machine)
    assert (again.state.verified, again.body("entries", "mehr")) == (False, "y")


@pytest.mark.parametrize("how", ["flipped", "cut", "foreign", "gone", "of another file"])
def test_case_23_a_cache_that_does_not_fit_is_ignored(how: str) -> None:
    content, machine = grown()
    cache = machine.names[FILE + ".index"].data
    if how == "flipped":
        cache[len(cache) // 2] ^= 1
    elif how == "cut":
        del cache[100:]
    elif how == "foreign":
        cache[:] = b"<html>"
    elif how == "gone":
        del machine.names[FILE + ".index"]
    else:
        machine.names[FILE].modified += 1
    vault = open_small(machine)
    assert vault.state.verified
    assert content_of(vault) == content


def test_case_23_a_cache_does_not_hide_a_change_of_the_file_for_long() -> None:
    content, machine = grown()
    later = datetime(2024, 4, 1, tzinfo=UTC)
    vault = Vault.open(FOLDER, SECRET, anchors=ANCHORS, system=machine, now=lambda: later)
    assert vault.state.verified
    assert content_of(vault) == content


@pytest.mark.parametrize("damage", [b"", b"RFLDRFT1", b"<html></html>", bytes(600)])
def test_case_23_a_damaged_draft_falls_back_to_the_one_before(damage: bytes) -> None:
    small = small_vault()
    machine = small.machine(small.raw, anchor=True)
    vault = open_small(machine)
    vault.draft.save("erster")
    vault.draft.save("zweiter")
    machine.names[FILE + ".draft"].data[:] = damage
    assert vault.draft.load() == "erster"


def test_case_23_a_draft_of_another_vault_is_ignored() -> None:
    one, two = small_vault(), small_vault("anders")
    machine = one.machine(one.raw, anchor=True)
    vault = open_small(machine)
    vault.draft.save("fremd")
    stranger = two.machine(two.raw, anchor=True)
    stranger.names[FILE + ".draft"] = machine.names[FILE + ".draft"]
    assert open_small(stranger, "anders").draft.load() is None


# 24


def test_case_24_clocks_that_jump_do_not_disturb_the_order(tmp_path: Path) -> None:
    times = [datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC), datetime(1999, 1, 1, tzinfo=UTC)]
    vault, _ = Vault.create(
        tmp_path / "vault", SECRET, anchors=tmp_path / "state", policy=KdfPolicy.for_tests(), now=lambda: times[0]
    )
    vault.close()
    for number in range(6):
        now = times[number % 3] - timedelta(hours=number)
        vault = Vault.open(tmp_path / "vault", SECRET, anchors=tmp_path / "state", now=lambda at=now: at)  # type: ignore[misc] # binds the loop's value
        assert vault.state.readonly is None
        vault.put("entries", "a", {"n": number}, f"Text {number}")
        vault.draft.save(f"Entwurf {number}")
        vault.close()
    vault = open_disk(tmp_path)
    assert vault.record("entries", "a") == {"n": 5}
    assert (vault.body("entries", "a"), vault.draft.load()) == ("Text 5", "Entwurf 5")
    vault.close()


# 25


@pytest.mark.parametrize(
    ("content", "looks_like"),
    [
        (b"", "empty"),
        (bytes(20000), "empty"),
        (b"<!DOCTYPE html>\n<html><body>Login</body></html>", "html"),
        (b"\xef\xbb\xbf  <html>", "html"),
        ("Liebe Kollegin, anbei die Notizen. Grüße".encode(), "text"),
        (b"PK\x03\x04\xff\xfe\x00binary", "unknown"),
        (b"SQLite format 3\x00", "unknown"),
    ],
)
def test_case_25_what_is_not_a_vault_stays_untouched(tmp_path: Path, content: bytes, looks_like: str) -> None:
    folder = tmp_path / "vault"
    folder.mkdir()
    (folder / "vault.reflect").write_bytes(content)
    with pytest.raises(NotAVault) as fault:
        open_disk(tmp_path)
    assert (fault.value.looks_like, fault.value.code) == (looks_like, 5)
    assert [path.name for path in folder.iterdir()] == ["vault.reflect"]
    assert (folder / "vault.reflect").read_bytes() == content


def test_case_25_an_empty_or_missing_folder_is_no_deletion(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_disk(tmp_path)
    (tmp_path / "vault").mkdir()
    with pytest.raises(NotFound):
        open_disk(tmp_path)
    assert list((tmp_path / "vault").iterdir()) == []


@pytest.mark.parametrize(("created", "typed"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_case_25_a_passphrase_opens_in_either_unicode_form(tmp_path: Path, created: Any, typed: Any) -> None:
    phrase = "Grüße an Zoë"
    vault = new_vault(tmp_path, unicodedata.normalize(created, phrase))
    vault.close()
    Vault.open(tmp_path / "vault", unicodedata.normalize(typed, phrase), anchors=tmp_path / "state").close()
    with pytest.raises(WrongPassphrase):
        Vault.open(tmp_path / "vault", phrase.lower(), anchors=tmp_path / "state")


@pytest.mark.parametrize(
    ("passes", "memory", "lanes"),
    [(1, 2**32 - 1, 1), (2**32 - 1, 8, 1), (100, 1 << 20, 1), (0, 8, 1), (1, 0, 1), (1, 8, 0), (1, 1 << 20, 4096)],
)
def test_case_25_a_header_that_asks_for_too_much_work_is_refused(
    passes: int, memory: int, lanes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = small_vault()
    raw = with_kdf(small.raw, passes, memory, lanes)
    worked: list[KdfPolicy] = []

    def stretch(policy: KdfPolicy, *_: object) -> bytes:
        worked.append(policy)
        return bytes(32)

    monkeypatch.setattr(KdfPolicy, "stretch", stretch)
    with pytest.raises(VaultDamaged):
        open_small(small.machine(raw, anchor=True))
    assert worked == []


def test_case_25_cheaper_parameters_do_not_open() -> None:
    small = small_vault()
    with pytest.raises(WrongPassphrase):
        open_small(small.machine(with_kdf(small.raw, 1, 16, 1), anchor=True))


def with_kdf(raw: bytes, passes: int, memory: int, lanes: int) -> bytes:
    """Forge the KDF's parameters in both header copies, checksums included."""
    forged = bytearray(raw)
    for copy in (0, COPY_SIZE):
        for at, value in ((68, passes), (72, memory), (76, lanes)):
            forged[copy + at : copy + at + 4] = value.to_bytes(4, "little")
        checksum = zlib.crc32(forged[copy : copy + 4060])
        forged[copy + 4060 : copy + 4064] = checksum.to_bytes(4, "little")
    return bytes(forged)


def test_case_25_conflicted_copies_are_named_and_not_merged(tmp_path: Path) -> None:
    vault = new_vault(tmp_path)
    vault.close()
    folder = tmp_path / "vault"
    copies = [
        "vault (conflicted copy 2024-03-01).reflect",
        "vault (In Konflikt stehende Kopie von Büro).reflect",
        "vault.sync-conflict-20240301-120000-ABCDEFG.reflect",
        "vault-LAPTOP.reflect",
    ]
    for name in copies:
        (folder / name).write_bytes((folder / "vault.reflect").read_bytes())
    (folder / "vault-notes.reflect").write_bytes(b"something else")
    vault = open_disk(tmp_path)
    assert vault.state.twins == tuple(sorted(copies))
    assert check(vault).twins == tuple(sorted(copies))
    vault.close()


def test_lengths_are_bounded_before_anything_is_allocated() -> None:
    small = small_vault()
    raw = bytearray(small.raw)
    second = FRAMES_START + len(frames(small.raw)[0])
    raw[second + 16 : second + 24] = b"\xff" * 8
    vault = open_small(small.machine(bytes(raw), anchor=True))
    assert vault.state.readonly == "damaged"
    assert vault.state.entries == len(small.content) - 1
    assert HEAD_SIZE == 40


def test_several_vaults_of_one_account_do_not_share_an_anchor(tmp_path: Path) -> None:
    anchors = tmp_path / "state"
    one = Vault.create(tmp_path / "one", "a", anchors=anchors, policy=KdfPolicy.for_tests(), now=Clock())[0]
    two = Vault.create(tmp_path / "two", "a", anchors=anchors, policy=KdfPolicy.for_tests(), now=Clock())[0]
    for number in range(5):
        one.put("entries", str(number), {})
    one.close()
    two.close()
    assert len(list(anchors.glob("*.anchor"))) == 2
    for name, entries in (("one", 5), ("two", 0)):
        vault = Vault.open(tmp_path / name, "a", anchors=anchors)
        assert (vault.state.readonly, vault.state.entries) == (None, entries)
        vault.close()
    first, second = sorted(anchors.glob("*.anchor"))
    first.write_bytes(second.read_bytes())
    for name in ("one", "two"):
        vault = Vault.open(tmp_path / name, "a", anchors=anchors)
        assert vault.state.readonly is None
        vault.close()


class Busy(MemorySystem):
    """A machine on which another process does something while the vault is read."""

    def __init__(self) -> None:
        super().__init__()
        self.meanwhile: Callable[[], object] | None = None

    def pread(self, handle: int, size: int, offset: int) -> bytes:
        found = super().pread(handle, size, offset)
        if offset == COPY_SIZE and size == COPY_SIZE and self.meanwhile is not None:
            act, self.meanwhile = self.meanwhile, None
            act()
        return found


@pytest.mark.parametrize("what", ["put", "compact", "confirm", "passphrase"])
def test_case_16_a_reader_raises_no_alarm_while_another_process_writes(what: str) -> None:
    machine = Busy()
    writer, _ = Vault.create(FOLDER, SECRET, anchors=ANCHORS, system=machine, policy=KdfPolicy.for_tests(), now=Clock())
    writer.put("entries", "a", {"n": 1}, "x")
    acts: dict[str, Callable[[], object]] = {
        "put": lambda: writer.put("entries", "b", {}, "y"),
        "compact": lambda: compact(writer),
        "confirm": writer.confirm_recovery,
        "passphrase": lambda: change_passphrase(writer, SECRET, "neu", rekey=False),
    }
    machine.meanwhile = acts[what]
    secrets = ("neu", SECRET) if what == "passphrase" else (SECRET,)
    for secret in secrets[::-1]:
        try:
            reader = Vault.open(FOLDER, secret, anchors=ANCHORS, system=machine, write=False, now=Clock())
        except WrongPassphrase:
            continue
        assert reader.state.readonly == "in-use"
        assert reader.body("entries", "a") == "x"
        return
    raise AssertionError
