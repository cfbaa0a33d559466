"""Six people, one laptop, the power goes in the middle: nothing is lost, and nothing is left."""

from pathlib import Path

from tests.cli.world import Home
from tests.scenarios.terminal import Terminal, fresh_home
from tests.scenarios.traces import files_with

NAMES = "Mina, Eva, Tom, Ines, Jale, Ben"
LINES = ("Vielleicht ist der Brief gar nicht das Thema.", "Einen Termin nur zum Zuhören anbieten.")
PASSPHRASE = "nur Mina kennt diesen Satz"
HIDDEN = "●" * len(PASSPHRASE)
STOP = "\x1b[24~"
WALL = (100, 30)


def held_until_the_power_goes(env: dict[str, str]) -> None:
    with Terminal(["session"], env, size=WALL) as room:
        room.see("Wie viele seid ihr?", "Neun Phasen")
        room.press("f6")
        room.see("Wer ist da?")
        room.type(NAMES)
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
        room.see("▏ /")
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
