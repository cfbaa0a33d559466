"""Forty-five minutes with six people, one vault, a question that is not there, and the power that goes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from reflect.settings.places import Places
from reflect.vault.policy import KdfPolicy
from reflect.workflows.opening import create_vault
from reflect.workflows.surroundings import Surroundings
from tests.cli.world import Home
from tests.scenarios import clocked, story
from tests.scenarios.frames import told
from tests.scenarios.terminal import Terminal, fresh_home
from tests.scenarios.traces import files_with, holds, windows

pytestmark = pytest.mark.long

NAMES = "Mina, Eva, Tom, Ines, Jale, Ben"
HELP = ("Wie bleibe ich ruhig, wenn er laut wird?", "Was braucht er, bevor ich erkläre?")
KEY = "Wie höre ich zu, bevor ich den Bescheid erkläre?"
IDEAS = ("Erst den Tee, dann den Bescheid.", "Den Termin auf zwei Tage verteilen.", "Die Schwester dazubitten.")
SPOKEN = (*HELP, KEY, *IDEAS)
TAKEN = (KEY, IDEAS[0], IDEAS[2])
DEAD = "Eine Zeile, die längst gelöscht ist."
ON_SCREEN = (KEY, *HELP, *IDEAS)
PICKED = re.compile(r"● [?\d] ")
SECRET = "nur Mina kennt diesen Satz"
HIDDEN = "●" * len(SECRET)
WALL = (100, 30)


class Wallclock:
    """A clock in a file, in the hands of the scenario."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.moment = datetime.fromisoformat("2026-11-23T16:00:00+01:00")
        self.pass_by(0)

    def pass_by(self, minutes: int) -> None:
        """Let minutes pass, at once for whoever reads."""
        self.moment += timedelta(minutes=minutes)
        fresh = self.file.with_suffix(".new")
        fresh.write_text(self.moment.isoformat(), "utf-8")
        fresh.replace(self.file)


class Room:
    """The moderator's laptop: a vault in which an entry was written and deleted, and a clock."""

    def __init__(self, root: Path) -> None:
        self.world = root / "world"
        self.env = fresh_home(self.world)
        self.clock = Wallclock(root / "clock")
        places = Places.find(self.env)
        self.vault = places.vault / "vault.reflect"
        sitting, _key = create_vault(Surroundings(places, policy=KdfPolicy.for_tests()), story.PASSPHRASE)
        sitting.vault.put("notes", "gone", {"text": DEAD}, DEAD[::-1])
        sitting.vault.remove("notes", "gone")
        sitting.close()

    @contextmanager
    def opened(self) -> Iterator[Terminal]:
        """The program, unlocked, on its way into the consultation."""
        program = ("-P", clocked.__file__, str(self.clock.file))
        with Terminal([], self.env, size=WALL, program=program) as screen:
            screen.see("Dein Tresor ist verschlossen.")
            screen.type(story.PASSPHRASE)
            screen.see("●" * len(story.PASSPHRASE))
            screen.press("enter")
            screen.see("Etwas aufschreiben", "Eingabe")
            screen.press("b")
            yield screen


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def write(screen: Terminal, *lines: str) -> None:
    for line in lines:
        screen.type(line)
        screen.see("▌ " + line)
        screen.press("enter")
        screen.see(line, gone=["▌ " + line])


def begun(screen: Terminal) -> None:
    screen.see("Wie viele seid ihr?", "Das passt", "Neun Phasen")
    screen.press("tab", "backspace", "backspace")
    screen.see("Dafür passt keine Methode")
    screen.type("45")
    screen.see("Wie viele Minuten habt ihr?", "45", "Sechs Phasen")
    for key, title in (("tab", "Neun Phasen"), ("down", "Sechs Phasen")):
        screen.press(key)
        mark = re.compile(rf"►\s+{title}")
        screen.until(lambda: mark.search(screen.screen) is not None)  # noqa: B023 - asked before the next turn
    screen.press("enter")
    screen.see("Wer ist da?")
    screen.type(NAMES)
    screen.see(NAMES)
    screen.press("f6")
    screen.see("Sechs Phasen mit Methodenwahl", "alle im Raum", "1 Rollen und Fall")


def in_phase(screen: Terminal, number: int) -> None:
    """Wait until the line below the map of minutes names this phase."""
    line = re.compile(rf"^ +{number} \S.*Minuten?\b.*Ende gegen", re.MULTILINE)
    screen.until(lambda: line.search(screen.screen) is not None)


def question_found(screen: Terminal, clock: Wallclock) -> None:
    """The key question fails once: the group helps in a round in which one passes, and comes back."""
    for minutes, following in ((5, 2), (10, 3)):
        clock.pass_by(minutes)
        screen.press("f6")
        in_phase(screen, following)
    screen.press("f6")
    screen.see("Steht die Schlüsselfrage?")
    screen.press("n")
    screen.see("Mina hört zu und", "► Tom")
    write(screen, HELP[0])
    screen.press("f3")
    screen.see("► Ines")
    screen.press("f4")
    screen.see("– Ines", "► Jale")
    write(screen, HELP[1])
    clock.pass_by(4)
    screen.press("f6")
    screen.see("in einem Satz, in den Worten von Mina", gone=["► Jale"])
    write(screen, KEY)
    screen.press("f6")
    in_phase(screen, 4)


def overrun(screen: Terminal, clock: Wallclock) -> None:
    """A method is chosen, and the consultation takes three minutes more than it has."""
    screen.press("f6")
    screen.see("Was will die Schlüsselfrage?")
    screen.press("enter")
    in_phase(screen, 5)
    screen.see("Mina hört zu und")
    clock.pass_by(18)
    screen.see("3 Minuten darüber", "3 Minuten gespart")
    write(screen, *IDEAS[:2])


def gone_on(screen: Terminal) -> None:
    screen.see("Eine Beratung wurde unterbrochen. Alles ist noch da.")
    screen.press("w")
    in_phase(screen, 5)
    screen.see("3 Minuten darüber", IDEAS[1])
    write(screen, IDEAS[2])
    screen.press("f6")
    in_phase(screen, 6)
    screen.see("noch etwa 5 von 5 Minuten")
    screen.press("f6")
    screen.see("Was davon nimmst du mit?", *SPOKEN)


def sealed(screen: Terminal, file: Path) -> None:
    """Three lines are picked, and leave in a file that only the presenter opens."""
    for count, line in enumerate(TAKEN, start=1):
        at = ON_SCREEN.index(line) - (ON_SCREEN.index(TAKEN[count - 2]) if count > 1 else 0)
        screen.press(*["down"] * at, "enter")
        screen.until(lambda: len(PICKED.findall(screen.screen)) == count)  # noqa: B023 - asked before the next turn
    screen.press("f6")
    screen.see("Wie nimmst du es mit?")
    screen.press("d")
    screen.see(file.name)
    screen.press("enter")
    screen.see("▏ ", file.name, "▌  ▌\n▌  Noch einmal")
    screen.type(SECRET)
    screen.see("▌ " + HIDDEN)
    screen.press("enter")
    screen.see("▏ " + HIDDEN)
    screen.type(SECRET)
    screen.see("▌ " + HIDDEN)
    screen.press("f6")


def parted(screen: Terminal) -> None:
    """The group's log gets a day and a name."""
    screen.see("Wann trefft ihr euch wieder?")
    screen.type("7.12.")
    screen.see("▌ 7.12.")
    screen.press("enter")
    screen.type("Ines")
    screen.see("▌ Ines")
    screen.press("f6")
    screen.see("Etwas aufschreiben", "Geschrieben: beratung.age")
    screen.press("ctrl+q")
    assert screen.leave() == 0


def test_the_moderators_vault_knows_no_contribution(tmp_path: Path, room: Room) -> None:
    with room.opened() as screen:
        begun(screen)
        question_found(screen, room.clock)
        overrun(screen, room.clock)
        screen.kill()
    at_the_crash = told(room.vault, story.PASSPHRASE)
    assert any(DEAD in text for text in at_the_crash), "dead frames are not read"
    assert any(DEAD[::-1] in text for text in at_the_crash), "dead bodies are not read"
    file = Path(room.env["HOME"]) / "beratung.age"
    with room.opened() as screen:
        gone_on(screen)
        sealed(screen, file)
        parted(screen)
    afterwards = told(room.vault, story.PASSPHRASE)
    assert any("Sechs Phasen" in text and "Ines" in text for text in afterwards), "the meeting is not in the log"
    for text in (*at_the_crash, *afterwards):
        assert not holds(text.encode(), windows(SPOKEN))
    assert files_with(room.world, SPOKEN) == []
    assert list(Path(room.env["XDG_RUNTIME_DIR"]).iterdir()) == []
    assert imported(Home(tmp_path).furnish(), file, tmp_path / "age") == {
        "schluesselfrage": KEY,
        "beitraege": [*IDEAS[::2]],
    }


def imported(home: Home, file: Path, secret: Path) -> dict[str, object]:
    """What another vault makes of the file: its question and its lines."""
    secret.write_text(SECRET + "\n", "utf-8")
    entry = home.reflect("import", file, "--file-password", secret, "--password-file", home.secret).out.strip()
    answers = home.reflect("show", entry, "--json", "--password-file", home.secret).json["answers"]
    return {name: answers[name] for name in ("schluesselfrage", "beitraege")}
