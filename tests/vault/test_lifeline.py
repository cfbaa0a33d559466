"""The lifeline: one sealed file and its key, in memory, gone at the end."""

from pathlib import Path

from reflect.vault.lifeline import Lifeline, runtime_folder
from reflect.vault.system import MemorySystem

FOLDER = Path("/run/user/1000")


def test_the_newest_text_comes_back_in_another_process() -> None:
    system = MemorySystem()
    first = Lifeline(FOLDER, system)
    first.keep("eins")
    first.keep("zwei")
    assert Lifeline(FOLDER, system).load() == "zwei"
    names = sorted(Path(name).name for name in system.names)
    assert names == ["reflect-session.key", "reflect-session.sealed"]
    assert not any(b"zwei" in bytes(node.data) for node in system.names.values())


def test_both_files_go_at_the_end() -> None:
    system = MemorySystem()
    line = Lifeline(FOLDER, system)
    line.keep("eins")
    line.clear()
    assert system.names == {}
    assert Lifeline(FOLDER, system).load() is None


def test_a_resumed_session_goes_on_under_its_key() -> None:
    system = MemorySystem()
    Lifeline(FOLDER, system).keep("eins")
    second = Lifeline(FOLDER, system)
    assert second.load() == "eins"
    second.keep("zwei")
    assert Lifeline(FOLDER, system).load() == "zwei"


def test_damage_and_other_files_are_nothing() -> None:
    system = MemorySystem()
    Lifeline(FOLDER, system).keep("eins")
    sealed = system.names[str(FOLDER / "reflect-session.sealed")]
    sealed.data[-1] ^= 1
    assert Lifeline(FOLDER, system).load() is None
    sealed.data[:4] = b"Text"
    assert Lifeline(FOLDER, system).load() is None


def test_without_a_folder_nothing_is_kept() -> None:
    line = Lifeline(None, MemorySystem())
    line.keep("eins")
    line.clear()
    assert line.load() is None


def test_the_runtime_folder_is_the_systems_own(tmp_path: Path) -> None:
    assert runtime_folder({"XDG_RUNTIME_DIR": str(tmp_path)}) == tmp_path
    assert runtime_folder({"XDG_RUNTIME_DIR": str(tmp_path / "fehlt")}) is None
    assert runtime_folder({}) is None
