"""Six people, one laptop, the power goes in the middle: nothing is lost, and nothing is left."""

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.world import Home
from tests.scenarios.terminal import Terminal, fresh_home
from tests.scenarios.traces import files_with

pytestmark = pytest.mark.long

NAMES = "Mina, Eva, Tom, Ines, Jale, Ben"
LINES = ("Vielleicht ist der Brief gar nicht das Thema.", "Einen Termin nur zum Zuhören anbieten.")
PASSPHRASE = "nur Mina kennt diesen Satz"
HIDDEN = "●" * len(PASSPHRASE)
STOP = "\x1b[24~"
WALL = (100, 30)


def into_the_consultation(room: Terminal) -> None:
    room.see("Wie viele seid ihr?", "Neun Phasen")
    room.press("f6")
    room.see("Wer ist da?")
    room.type(NAMES)
    room.see(NAMES)
    room.press("f6")
    room.see("alle im Raum", "1 Rollen klären")
    for title in ("2 Situation schildern", "3 Verständnisfragen", "4 Stille", "5 Beratung untereinander"):
        room.press("f6")
        room.see(title)
    room.see("Mina hört zu und", "Es spricht das")
    for number, line in enumerate(LINES, start=1):
        room.type(line)
        room.press("enter")
        room.see(f"{number}  {line}")


def held_until_the_power_goes(env: dict[str, str]) -> None:
    with Terminal(["session"], env, size=WALL) as room:
        into_the_consultation(room)
        room.kill()


def taken_along(env: dict[str, str]) -> Path:
    sealed = Path(env["HOME"]) / "beratung.age"
    with Terminal(["session"], env, size=WALL) as room:
        room.see("Eine Beratung wurde unterbrochen.")
        room.press("w")
        room.see("5 Beratung untereinander", LINES[1])
        room.press("f6", "f6")
        room.see("7 Vorschlagsrunde", "► Tom")
        room.press("f3", "f4")
        room.see("– Ines", "► Jale")
        room.press(STOP)
        room.see("Was braucht ihr?")
        room.press("e")
        room.see("Was davon nimmst du mit?", *LINES)
        room.press("down", "enter", "f6")
        room.see("Wie nimmst du es mit?")
        room.press("d")
        room.see("beratung.age")
        room.press("enter")
        room.see("▏ ", ".age", "▌  ▌\n▌  Noch einmal")
        room.type(PASSPHRASE)
        room.see("▌ " + HIDDEN)
        room.press("enter")
        room.see("▏ " + HIDDEN)
        room.type(PASSPHRASE)
        room.see("▌ " + HIDDEN)
        room.press("f6")
        room.see("Geschrieben: beratung.age")
        room.press("escape")
        assert room.leave() == 0
    return sealed


def test_nothing_is_lost_and_nothing_is_left(tmp_path: Path) -> None:
    world = tmp_path / "world"
    env = fresh_home(world)
    held_until_the_power_goes(env)
    assert files_with(world, LINES) == []
    assert sorted(path.name for path in Path(env["XDG_RUNTIME_DIR"]).iterdir()) == [
        "reflect-session.key",
        "reflect-session.sealed",
    ]
    sealed = taken_along(env)
    assert [path for path in world.rglob("*") if path.is_file()] == [sealed]
    assert files_with(world, LINES) == []
    other = Home(tmp_path).furnish()
    secret = tmp_path / "age"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    entry = other.reflect("import", sealed, "--file-password", secret, "--password-file", other.secret).out.strip()
    shown = other.reflect("show", entry, "--json", "--password-file", other.secret).json
    assert shown["answers"]["beitraege"] == [LINES[1]]


FAST = ("Wer so schnell tippt,", "verliert kein Wort.", "Auch die halbe Zeile nicht")


def test_no_key_overtakes_what_was_typed(tmp_path: Path) -> None:
    env = fresh_home(tmp_path / "world")
    with Terminal(["session"], env, size=WALL) as room:
        room.see("Wie viele seid ihr?", "Neun Phasen")
        room.press("f6")
        room.see("Wer ist da?")
        room.burst(NAMES, "f6")
        room.see("alle im Raum", "1 Rollen klären")
        for title in ("2 Situation schildern", "3 Verständnisfragen", "4 Stille", "5 Beratung untereinander"):
            room.press("f6")
            room.see(title)
        room.see("Es spricht das")
        room.burst(FAST[0], "enter", FAST[1], "enter", FAST[2], "f6")
        room.see("6 Stellungnahme")
        room.press(STOP)
        room.see("Was braucht ihr?")
        room.press("e")
        room.see("Was davon nimmst du mit?", *(f"○ {number}   {line}" for number, line in enumerate(FAST, start=1)))


CALL = re.compile(r"\b(?:open|openat|creat|mkdir\w*|rename\w*|link\w*|symlink\w*)\(.*\) += \d.*")
WRITING = re.compile(r"^(?:creat|mkdir|rename|link|symlink)|\bO_(?:WRONLY|RDWR|CREAT|TMPFILE)\b")
PLACES = re.compile(r'"(/[^"]*)"')


def places_written_to(trace: Path) -> set[str]:
    """Every absolute path that a call of a trace opened for writing, made or renamed; devices left out."""
    calls = (call[0] for line in trace.read_text("utf-8").splitlines() if (call := CALL.search(line)))
    found = {place for call in calls if WRITING.search(call) for place in PLACES.findall(call)}
    return {place for place in found if not place.startswith(("/dev/", "/proc/"))}


@pytest.mark.skipif(shutil.which("strace") is None, reason="only a tracer sees files that are gone again")
def test_a_guest_writes_to_the_memory_file_system_alone(tmp_path: Path) -> None:
    env = fresh_home(tmp_path / "world") | {"PYTHONDONTWRITEBYTECODE": "1"}
    trace = tmp_path / "trace"
    calls = "open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat"
    tracer = ("strace", "-D", "-f", "-A", "-s", "4096", "-o", str(trace), "-e", f"trace={calls}")
    with Terminal(["session"], env, size=WALL, prefix=tracer) as room:
        into_the_consultation(room)
        room.press(STOP)
        room.see("Was braucht ihr?")
        room.press("e")
        room.see("Was davon nimmst du mit?", *LINES)
        room.press("f6")
        room.see("Nichts ist aufgehoben.")
        room.press("escape")
        assert room.leave() == 0
    written = places_written_to(trace)
    assert any(place.startswith(env["XDG_RUNTIME_DIR"] + "/") for place in written), "the tracer saw nothing"
    assert [place for place in written if not place.startswith(env["XDG_RUNTIME_DIR"])] == []
    assert [path for path in (tmp_path / "world").rglob("*") if path.is_file()] == []
