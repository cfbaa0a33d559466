"""From day 1 to day 90 on a fake clock, with a trainer beside: what is signed, what stays closed, and what leaves."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from reflect.settings.places import Places
from reflect.vault.policy import KdfPolicy
from reflect.workflows.opening import create_vault
from reflect.workflows.surroundings import Surroundings
from tests.cli.world import Home
from tests.scenarios import clocked, story
from tests.scenarios.terminal import Terminal, fresh_home
from tests.scenarios.traces import files_with

pytestmark = pytest.mark.long

TALKS = ("2026-11-23", "2026-11-27", "2026-12-04", "2026-12-22", "2027-01-21", "2027-02-19")
"""The days of the six talks, when the first day is 23 November."""
TITLES = ("Vor dem ersten Tag", "Tag 1 bis 5", "Woche 2", "Bis Tag 30", "Bis Tag 60", "Bis Tag 90")
BLICK = "Die Sprechzeiten haengen nur auf Deutsch."
OWN = "erst fragen, was er selbst sagen will"
CLOSED, OPENED = "Wer wofür da ist", "Verschwiegenheit"


class Laptop:
    """The new colleague's laptop, and a clock in the hands of the scenario."""

    def __init__(self, root: Path) -> None:
        self.world = root / "world"
        self.env = fresh_home(self.world)
        self.clock = root / "clock"
        sitting, _key = create_vault(
            Surroundings(Places.find(self.env), policy=KdfPolicy.for_tests()), story.PASSPHRASE
        )
        sitting.close()
        self.home = Home(root)
        self.home.env = self.env
        self.home.secret.write_text(story.PASSPHRASE + "\n", "utf-8")

    @contextmanager
    def on(self, day: str, *words: str) -> Iterator[Terminal]:
        """The program, unlocked, on a morning."""
        self.clock.write_text(datetime.fromisoformat(f"{day}T09:00:00+01:00").isoformat(), "utf-8")
        program = ("-P", clocked.__file__, str(self.clock))
        with Terminal(list(words), self.env, program=program) as screen:
            screen.see("Dein Tresor ist verschlossen.")
            screen.type(story.PASSPHRASE)
            screen.see("●" * len(story.PASSPHRASE))
            screen.press("enter")
            yield screen
            screen.press("ctrl+q")
            assert screen.leave() == 0

    def plan(self) -> Any:
        """The plan as the command line shows it."""
        return self.home.reflect("onboarding", "show", "--json", "--password-file", self.home.secret).json


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path)


def signed(screen: Terminal, task: str, trainer: str = "kb") -> None:
    """The trainer signs the task under the mark on this laptop, as it is proposed."""
    screen.see(f"► {task}")
    screen.press("enter")
    screen.see("Anleitung", "heute")
    screen.press("enter")
    screen.see("▌                     ▏ heute")
    screen.type(trainer)
    screen.see(f"▌ {trainer}")
    screen.press("enter")
    screen.see("▌ heute")
    screen.press("enter")
    screen.see(f"► {task}", "LM KB", gone=["▏ heute"])


def held(screen: Terminal) -> None:
    """The talk under the mark is held."""
    screen.see("► Gespräch:")
    screen.press("enter")
    screen.see("Das Gespräch ist geführt.")


def first_day(laptop: Laptop) -> None:
    with laptop.on(TALKS[0], "new", "einarbeitung") as screen:
        screen.see("erster Tag noch offen", "► Vor dem ersten Tag", "du und deine Anleitung")
        screen.press("n")
        screen.see("Wann ist dein erster Arbeitstag?", "• nur du")
        screen.type("heute")
        screen.see("▌ heute", "Montag, 23. November")
        screen.press("f6")
        screen.see("Mit welchem Kürzel")
        screen.type("LM")
        screen.see("▌ LM")
        screen.press("escape")
        screen.see("erster Tag 23. November", "► Vor dem ersten Tag")
        screen.press("down")
        held(screen)
        screen.press("down")
        signed(screen, OPENED)
        screen.press("down")
        signed(screen, CLOSED)


def a_talk(laptop: Laptop, number: int) -> None:
    """Home names the talk on its day; it is held, and the first task of the phase is signed."""
    with laptop.on(TALKS[number]) as screen:
        screen.see("Etwas aufschreiben", "Heute fällig", f"Gespräch          Einarbeitung: {TITLES[number]}", "heute")
        screen.press("tab")
        screen.see("► Gespräch")
        screen.press("enter")
        screen.see("► Vor dem ersten Tag")
        for title in TITLES[1 : number + 1]:
            screen.press("j")
            screen.see(f"► {title}")
        screen.press("down")
        held(screen)
        if number == 1:
            fresh_eye(screen)


def fresh_eye(screen: Terminal) -> None:
    """What only somebody new sees is noted, for the writer alone at first."""
    screen.press("n")
    screen.see("Was hast du gesehen, und was hast du gedeutet?")
    screen.press("f6")
    screen.see("Was fällt dir auf, das wir nicht mehr sehen?", "• nur du")
    screen.type(BLICK)
    screen.see("▌ " + BLICK)
    screen.press("escape")
    screen.see("► Gespräch:")


def vignette(laptop: Laptop) -> None:
    """The own answer first, then three others; the wall does not show the own one."""
    with laptop.on("2026-12-05", "new", "vignette-begleitung-zum-termin") as screen:
        screen.see("Herr K. bittet dich", "Was tust du?", gone=["Der Preis", "mitgehen", "verbinden"])
        screen.type(OWN)
        screen.see("▌ " + OWN)
        for question in ("Was kostet deine Zusage", "Was kann Herr K. danach", "Wer im Team handelt anders"):
            screen.press("f6")
            screen.see(question, gone=["Der Preis"])
        screen.press("f6")
        screen.see("Der Preis", "mitgehen", "vorbereiten", "verbinden", f"Deine Antwort:  {OWN}", "Rote Linie:")
        screen.press("w")
        screen.see("••• alle im Raum", gone=[OWN])
        screen.press("w")
        screen.see(OWN)
        screen.press("f6")
        screen.see("Etwas aufschreiben")


def two_views(laptop: Laptop) -> None:
    """Two tasks have an own view, one is opened; the trainer chooses beside it."""
    with laptop.on("2027-02-20") as screen:
        screen.see("Etwas aufschreiben", "Angefangen", "Einarbeitung")
        screen.press("tab")
        screen.see("► Einarbeitung")
        screen.press("enter")
        screen.see("► Vor dem ersten Tag")
        screen.press("s")
        screen.see(f"► {OPENED}", "• nur du")
        screen.press("enter", "enter", "o")
        screen.see("geöffnet      begleitet")
        screen.press("down")
        screen.see(f"► {CLOSED}")
        screen.press("enter")
        screen.see("gezeigt")
        screen.press("f6")
        screen.see("zwei Sichten", OPENED, "du und deine Anleitung", gone=[CLOSED])
        screen.press("down")
        screen.see(f"► {OPENED}")
        screen.press("enter", "enter", "enter")
        screen.see("begleitet     selbständig")


def test_ninety_days_with_a_trainer_beside(laptop: Laptop) -> None:
    first_day(laptop)
    for number in range(1, len(TALKS)):
        a_talk(laptop, number)
        if number == 2:
            vignette(laptop)
    two_views(laptop)
    plan = laptop.plan()
    assert [phase["talk"]["held"] for phase in plan["phases"]] == list(TALKS)
    tasks = {task["title"]: task for phase in plan["phases"] for task in phase["tasks"]}
    assert [one["day"] for one in tasks[OPENED]["signatures"]] == [TALKS[0]]
    assert (tasks[OPENED]["own"], tasks[OPENED]["seen"]) == (2, 3)
    assert (tasks[CLOSED]["own"], tasks[CLOSED]["seen"]) == (None, None)
    page = released(laptop, plan["id"])
    assert "begleitet | KB: selbständig" in page
    assert BLICK in page
    assert page.count("begleitet") == 1, "the closed view stays"
    assert files_with(laptop.world, (BLICK, OWN), but=[laptop.world / "blatt.md"]) == []


def released(laptop: Laptop, entry: str) -> str:
    """What goes to the trainer: through the review, every finding decided by the writer."""
    file = laptop.world / "blatt.md"
    words = ("export", entry, "--for", "trainer", "--include", "all", "--output", file, "--json")
    held_back = laptop.home.reflect(*words, "--password-file", laptop.home.secret)
    assert held_back.code == 7, held_back.err
    decisions = laptop.world.parent / "decisions.json"
    decisions.write_text(json.dumps({"advice": True} | dict.fromkeys(held_back.json["undecided"], "keep")), "utf-8")
    done = laptop.home.reflect(*words, "--decisions", decisions, "--password-file", laptop.home.secret)
    assert done.code == 0, done.err
    return file.read_text("utf-8")
