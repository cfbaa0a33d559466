"""A vault as the rest of reflect uses it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reflect.domain.fault import AlreadyThere, NotAVault, NotFound, ReadOnly, WrongPassphrase
from reflect.vault.policy import KdfPolicy
from reflect.vault.vault import Vault
from tests.vault.worlds import NOON, World


def test_what_was_put_is_there_after_reopening() -> None:
    world = World()
    vault, _ = world.create()
    vault.put("entries", "a", {"title": "Erstes", "n": [1, {"x": None}]}, "Körper")
    vault.put("entries", "b", {"title": "ohne Text"})
    vault.close()
    vault = world.open()
    assert vault.records("entries") == {"a": {"title": "Erstes", "n": [1, {"x": None}]}, "b": {"title": "ohne Text"}}
    assert (vault.body("entries", "a"), vault.body("entries", "b")) == ("Körper", "")
    assert vault.record("entries", "c") is None
    with pytest.raises(NotFound):
        vault.body("entries", "c")


def test_a_record_without_a_body_keeps_the_body_and_an_empty_one_replaces_it() -> None:
    world = World()
    vault, _ = world.create()
    vault.put("entries", "a", {"v": 1}, "Text")
    vault.put("entries", "a", {"v": 2})
    assert vault.body("entries", "a") == "Text"
    vault.put("entries", "a", {"v": 3}, "")
    vault.close()
    assert world.open().body("entries", "a") == ""


def test_a_removed_document_takes_its_body_with_it() -> None:
    world = World()
    vault, _ = world.create()
    vault.put("entries", "a", {}, "Text")
    vault.remove("entries", "a")
    vault.remove("entries", "never")
    vault.put("entries", "a", {"v": 2})
    assert vault.body("entries", "a") == ""
    with vault.batch() as batch:
        batch.put("entries", "b", {}, "x")
        batch.remove("entries", "b")
        batch.put("entries", "b", {"v": 1})
        batch.put("entries", "c", {}, "y")
        batch.put("entries", "c", {"v": 1})
    vault.close()
    vault = world.open()
    assert {doc_id: body for doc_id, _, body in vault.scan("entries")} == {"a": "", "b": "", "c": "y"}


def test_a_batch_is_one_frame_or_none() -> None:
    vault, _ = World().create()
    before = vault.state.sequence
    with vault.batch() as batch:
        batch.put("entries", "a", {}, "x")
        batch.put("cases", "b", {})
    assert vault.state.sequence == before + 1

    def break_off() -> None:
        with vault.batch() as batch:
            batch.put("entries", "c", {})
            batch.put("entries", "d", {"no JSON": object()})

    with pytest.raises(TypeError):
        break_off()
    with vault.batch():
        pass
    assert (vault.state.sequence, vault.state.entries) == (before + 1, 2)


def test_records_handed_out_are_copies() -> None:
    vault, _ = World().create()
    given = {"tags": ["a"]}
    vault.put("entries", "a", given)
    given["tags"].append("b")
    vault.records("entries")["a"]["tags"].append("c")
    (vault.record("entries", "a") or {})["tags"].append("d")
    next(vault.scan("entries"))[1]["tags"].append("e")
    assert vault.record("entries", "a") == {"tags": ["a"]}


@pytest.mark.parametrize("record", [{"x": object()}, {"x": float("nan")}, {"x": {1, 2}}])
def test_what_json_cannot_say_is_refused_before_anything_is_written(record: dict[str, object]) -> None:
    world = World()
    vault, _ = world.create()
    before = bytes(world.data())
    with pytest.raises((TypeError, ValueError)):
        vault.put("entries", "a", record)
    with pytest.raises(ValueError, match="names"):
        vault.put("entries", "", {})
    assert bytes(world.data()) == before


def test_the_state_says_who_can_open_it_and_since_when() -> None:
    world = World()
    vault, recovery = world.create()
    state = vault.state
    assert (state.passphrases, state.recovery_keys, state.recovery_confirmed) == (1, 1, False)
    assert (state.created, state.writable, state.readonly, state.weak_kdf) == (NOON, True, None, True)
    assert vault.check_recovery(recovery.text)
    vault.confirm_recovery()
    vault.close()
    world.later(days=1)
    assert world.open(recovery.text).state.recovery_confirmed


def test_a_locked_vault_gives_nothing_away() -> None:
    world = World()
    vault, _ = world.create()
    vault.put("entries", "a", {"t": 1}, "x")
    keys = vault.store.keys
    vault.lock()
    vault.close()
    assert set(keys.master) == {0}
    assert not hasattr(keys, "log")
    for access in (lambda: vault.state, lambda: vault.body("entries", "a"), lambda: vault.records("entries")):
        with pytest.raises(RuntimeError):
            access()
    world.open().close()


def test_opened_for_reading_it_writes_nothing() -> None:
    world = World()
    vault, _ = world.create()
    vault.put("entries", "a", {}, "x")
    vault.close()
    before = {name: bytes(node.data) for name, node in world.memory.names.items()}
    reader = world.open(write=False)
    assert (reader.state.readonly, reader.state.writable, reader.body("entries", "a")) == (None, False, "x")
    attempts: list[Callable[[], object]] = [
        lambda: reader.put("entries", "b", {}),
        lambda: reader.remove("entries", "a"),
        reader.draft.clear,
        reader.confirm_recovery,
    ]
    for refused in attempts:
        with pytest.raises(ReadOnly):
            refused()
    reader.close()
    assert {name: bytes(node.data) for name, node in world.memory.names.items()} == before


def test_nothing_readable_reaches_the_disk() -> None:
    world = World()
    vault, _ = world.create("Passwort-im-Klartext")
    vault.put("Geheime-Tabelle", "Geheime-Kennung", {"Geheimes-Feld": "Geheimer-Wert"}, "Geheimer-Text " * 50)
    vault.draft.save("Geheimer-Entwurf " * 10)
    with vault.batch() as batch:
        for number in range(300):
            batch.put("viele", f"Geheim-{number}", {"Geheim": number})
    vault.close()
    assert any(name.endswith(".index") for name in world.memory.names)
    for name, node in world.memory.names.items():
        for word in ("Geheim", "Passwort", "Klartext"):
            for encoding in ("utf-8", "utf-16-le"):
                assert word.encode(encoding) not in node.data, name


def test_creating_over_something_is_refused(tmp_path: Path) -> None:
    world = World()
    world.create()[0].close()
    with pytest.raises(AlreadyThere):
        world.create()
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotAVault):
        Vault.create(tmp_path / "file", "p", anchors=tmp_path / "a", policy=KdfPolicy.for_tests())


def test_a_wrong_passphrase_opens_nothing_and_frees_the_lock() -> None:
    world = World()
    world.create()[0].close()
    for wrong in ("", "Pass", "pass ", "0" * 35):
        with pytest.raises(WrongPassphrase) as fault:
            world.open(wrong)
        assert fault.value.code == 3
    world.open().close()


def test_a_vault_is_a_context_and_uses_real_files_by_default(tmp_path: Path) -> None:
    made, _ = Vault.create(tmp_path / "v", "p", anchors=tmp_path / "a", policy=KdfPolicy.for_tests())
    with made as vault:
        vault.put("entries", "a", {}, "x")
    assert (tmp_path / "v/vault.reflect").stat().st_mode & 0o77 == 0
    assert (tmp_path / "v").stat().st_mode & 0o77 == 0
    with Vault.open(tmp_path / "v", "p", anchors=tmp_path / "a") as vault:
        assert vault.body("entries", "a") == "x"
    note = json.loads((tmp_path / "v/vault.reflect.lock").read_text())
    assert set(note) == {"pid", "since"}


def test_an_anchor_that_cannot_be_written_does_not_stop_a_save(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    vault, _ = world.create()
    real = world.memory.open

    def refuse(path: Path, *, write: bool = False, create: bool = False) -> int:
        if path.suffix == ".anchor" and (write or create):
            raise PermissionError(13, "no")
        return real(path, write=write, create=create)

    monkeypatch.setattr(world.memory, "open", refuse)
    vault.put("entries", "a", {}, "x")
    assert vault.state.anchor == "behind"
    monkeypatch.undo()
    vault.put("entries", "b", {}, "y")
    assert vault.state.anchor == "current"
    vault.close()
    for name in [name for name in world.memory.names if name.endswith(".anchor")]:
        world.memory.names[name].data[:] = b"x"
    assert world.open().state.anchor == "none"
