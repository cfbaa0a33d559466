"""Eight months of self-assessment in a real terminal, with a Leitbild that is worded anew after five of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from reflect.domain.assessment import course
from reflect.domain.assessment.month import Month
from reflect.domain.assessment.rotation import parent
from reflect.domain.leitbild import Leitbild
from reflect.library.leitbild import shipped
from reflect.settings.places import Places
from reflect.vault.policy import KdfPolicy
from reflect.workflows import assessing, keeping
from reflect.workflows.opening import create_vault, open_vault
from reflect.workflows.sitting import Sitting
from reflect.workflows.surroundings import Surroundings
from tests.scenarios import measured, story
from tests.scenarios.terminal import Terminal, fresh_home
from tests.scenarios.traces import files_with

MONTHS = ("04", "05", "06", "07", "08", "09", "10", "11")
CHANGED = "09"
SIGNS = "21G3?44534"
OLDER, NEWER = "Wir", "Ab jetzt gilt: Wir"
EXAMPLE = "Bei der Wohnungssuche im Monat {month} hatte sie schon eine Liste."
QUESTION = "Wie geht ihr damit um, wenn die Zeit fehlt?"
STATEMENTS = {one.id for one in shipped("de").statements() if not one.id.startswith("1.")}


class Desk:
    """A laptop with a vault, a clock and a Leitbild, all in the hands of the scenario."""

    def __init__(self, root: Path) -> None:
        self.world = root / "world"
        self.env = fresh_home(self.world)
        self.clock, self.leitbild = root / "clock", root / "leitbild.json"
        self.be("04")
        self.word(OLDER, "1")
        places = Places.find(self.env)
        self.surroundings = Surroundings(places, policy=KdfPolicy.for_tests())
        sitting, _key = create_vault(self.surroundings, story.PASSPHRASE)
        sitting.close()

    def be(self, month: str) -> None:
        """Let it be the tenth of a month."""
        self.clock.write_text(datetime.fromisoformat(f"2026-{month}-10T17:40:00+01:00").isoformat(), "utf-8")

    def word(self, beginning: str, version: str) -> None:
        """Let the organisation word every statement anew."""
        text = shipped("de").model_dump_json().replace(f'"text":"{OLDER} ', f'"text":"{beginning} ')
        worded = Leitbild.model_validate_json(text)
        self.leitbild.write_text(worded.model_copy(update={"version": version}).model_dump_json(), "utf-8")

    @contextmanager
    def opened(self, *, killed: bool = False) -> Iterator[Terminal]:
        """The program, unlocked, in the room of the Leitbild; it ends as it should unless the power goes."""
        program = ("-P", measured.__file__, str(self.clock), str(self.leitbild))
        env = self.env | {"PYTHONPATH": str(Path(__file__).parents[2])}
        with Terminal([], env, program=program) as screen:
            screen.see("Dein Tresor ist verschlossen.")
            screen.type(story.PASSPHRASE)
            screen.see("●" * len(story.PASSPHRASE))
            screen.press("enter")
            screen.see("Etwas aufschreiben", "Eingabe")
            screen.press("l")
            screen.see("Dieser Monat", "Gesprächskarte")
            yield screen
            if not killed:
                screen.press("ctrl+q")
                assert screen.leave() == 0

    @contextmanager
    def inside(self) -> Iterator[Sitting]:
        """The vault, read without the screen."""
        sitting = open_vault(self.surroundings, story.PASSPHRASE, write=False)
        yield sitting
        sitting.close()


def rated(screen: Terminal, month: str) -> None:
    """Seven statements, one of them with an example, and the observation at the end."""
    screen.press("enter")
    for number in range(1, 8):
        screen.see(f"{number} von 7 in diesem Monat", gone=["● 1", "● 2", "● 3", "● 4", "● 5", "● G", "● ?"])
        sign = SIGNS[(int(month) + number) % len(SIGNS)]
        screen.press(sign)
        screen.see(f"● {sign}  ")
        if number == 1:
            screen.press("tab")
            screen.see("▌")
            screen.type(EXAMPLE.format(month=month))
            screen.see(EXAMPLE.format(month=month))
        screen.press("f6")
    screen.see("zum Schluss, ohne Stufen")
    screen.press("f6")
    screen.see("Gespeichert. Nur du kannst das lesen.", "7 von 7 Aussagen")


def left_and_resumed(desk: Desk) -> None:
    """The first evening ends after one statement, by a lost power line; the next goes on there."""
    with desk.opened(killed=True) as screen:
        screen.press("enter")
        screen.see("1 von 7 in diesem Monat")
        screen.press("2")
        screen.see("● 2  ")
        screen.kill()
    with desk.opened() as screen:
        screen.see("1 von 7 Aussagen")
        screen.press("enter")
        screen.see("2 von 7 in diesem Monat")
        screen.press("f5")
        screen.see("1 von 7 in diesem Monat", "● 2  ")
        screen.press("backspace")
        screen.see("○ 2  ")
        screen.press("escape")
        screen.see("Etwas aufschreiben")


def looked_back(desk: Desk) -> None:
    """The course has a break, and what leaves it is a page that still has to be looked through."""
    with desk.opened() as screen:
        screen.press("down", "down", "enter")
        screen.see("Verlauf", "║ neue Fassung", "Nov")
        screen.press("n")
        screen.see("Noch nie gefragt", "Bisher keine Gelegenheit")
        screen.press("escape")
        screen.see("Aussage", gone=["Noch nie gefragt"])
        screen.press("f")
        screen.see("Über welche Aussagen willst du sprechen?")
        screen.press("tab")
        screen.see("▌")
        screen.type(QUESTION)
        screen.see(QUESTION)
        screen.press("f6")
        screen.see("Für wen ist die Seite?")
        screen.press("enter")
        screen.see("Was soll auf die Seite?", "Über welche Aussagen")


@pytest.mark.long
def test_eight_months_with_a_new_wording_in_between(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    left_and_resumed(desk)
    for month in MONTHS:
        desk.be(month)
        if month == CHANGED:
            desk.word(NEWER, "2")
        with desk.opened() as screen:
            rated(screen, month)
    looked_back(desk)
    with desk.inside() as sitting:
        kept = assessing.months(sitting)
        entries = [record["title"] for _id, record in keeping.records(sitting)]
    assert [this.month for this in kept] == [f"2026-{month}" for month in MONTHS]
    every_statement_came_up(kept)
    no_wording_was_mixed(kept)
    assert len(entries) == 1
    examples = [EXAMPLE.format(month=month) for month in MONTHS]
    assert files_with(desk.world, [*examples, QUESTION]) == []


def every_statement_came_up(kept: tuple[Month, ...]) -> None:
    visited = [{parent(one) for one in this.marked} for this in kept]
    for start in range(len(visited) - 2):
        assert set().union(*visited[start : start + 3]) == STATEMENTS


def no_wording_was_mixed(kept: tuple[Month, ...]) -> None:
    lines = course.lines(kept)
    assert any(len(line.pieces) > 1 for line in lines)
    for line in lines:
        for piece in line.pieces:
            assert len({point.rating.wording.text for point in piece.points}) == 1
        assert all(month == line.pieces[1].points[0].month for month in line.breaks)
        assert all(month >= f"2026-{CHANGED}" for month in line.breaks)
