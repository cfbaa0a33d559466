"""The main job in a real terminal: from the first key to a released page, with the power going in the middle."""

import re
import shutil
import time
from pathlib import Path

import pytest

from reflect.anonymize.pages import parts
from tests.scenarios import story
from tests.scenarios.terminal import Terminal, fresh_home
from tests.scenarios.traces import files_with, written_with

GROUP, GROUPS = re.compile(r"\b(\d) ([0-9A-Z]{5})\b"), 7
ASKED, ASKED_FOR = re.compile(r"Gruppe (\d)"), 3
DRAFT = Path("data/reflect/vault/vault.reflect.draft")


def test_the_story_is_long_enough() -> None:
    assert len(story.TEXT.split()) >= 150


@pytest.fixture
def prefix(tmp_path: Path) -> tuple[str, ...]:
    """A tracer around the program where there is one."""
    tracer = shutil.which("strace")
    trace = tmp_path / "trace"
    calls = "trace=write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg"
    return (tracer, "-D", "-f", "-y", "-xx", "-s", "1000000", "-A", "-o", str(trace), "-e", calls) if tracer else ()


def first_run(person: Terminal) -> None:
    """Five short steps; the recovery key is copied and three groups are typed back."""
    person.see("Deutsch", "English")
    person.press("enter")
    person.see("Gehört nicht hierher", "beschlagnahmt")
    person.press("enter")
    person.see("Womit öffnest du den Tresor?")
    person.type(story.PASSPHRASE)
    person.see("●" * len(story.PASSPHRASE))
    person.press("enter")
    person.see("Noch einmal\n   ▌")
    person.type(story.PASSPHRASE)
    person.see(f"Noch einmal\n   ▌ {'●' * len(story.PASSPHRASE)}")
    person.press("enter")
    person.see("Dein Notfallschlüssel")
    person.until(lambda: len(GROUP.findall(person.screen)) == GROUPS)
    sheet = dict(GROUP.findall(person.screen))
    person.press("enter")
    person.see("Tippe drei Gruppen")
    person.until(lambda: len(ASKED.findall(person.screen)) == ASKED_FOR)
    asked = ASKED.findall(person.screen)
    for number in asked:
        person.see(f"Gruppe {number}\n   ▌")
        person.type(sheet[number].lower())
        person.see(f"Gruppe {number}\n   ▌ {sheet[number].lower()}")
        person.press("enter")
    person.see("Dein Tresor ist da.")
    person.press("enter")
    person.see("Etwas aufschreiben", gone=["Notfallschlüssel noch nicht geprüft"])


def unlock(person: Terminal) -> None:
    person.see("Dein Tresor ist verschlossen.", "Passphrase")
    person.type(story.PASSPHRASE)
    person.see("●" * len(story.PASSPHRASE))
    person.press("enter")


def write_until_the_power_goes(person: Terminal, home: Path) -> None:
    person.press("enter")
    person.see("Bist du in Sicherheit? Ist jemand bei dir?", "Was war?")
    for text, following in ((story.WAS, "Was bewegt dich?"), (story.BEWEGT, "Was tust du als Nächstes?")):
        person.type(text)
        person.see(text.split()[-1])
        person.press("tab")
        person.see(f"{following}\n   ▌")
    person.type(story.SCHRITT_BEGONNEN)
    person.see("erkläre, und dann")
    shown = time.time_ns()
    person.until(lambda: (home / DRAFT).exists() and (home / DRAFT).stat().st_mtime_ns > shown)
    person.see("gespeichert")
    person.kill()


def finish(person: Terminal) -> None:
    unlock(person)
    person.see("Angefangen", "… Kurzreflexion")
    person.press("down", "enter")
    screen = person.see("Frau Selam Tesfay", "Mir zittern noch die Hände.", "erkläre, und dann")
    assert "Was tust du als Nächstes?\n   ▌" in screen
    person.type(story.SCHRITT_ZU_ENDE)
    person.see("an der Havel.")
    person.press("f6")
    person.see("Etwas aufschreiben", "gespeichert, nur du kannst das lesen")


def decide_everything(person: Terminal) -> int:
    """Two keys for each open finding; how many findings there were."""
    decided = -1
    while True:
        screen = person.see("entschieden", "andere Stelle")
        done, of = map(int, re.findall(r"(\d+) von (\d+) entschieden", screen)[0])
        if done == of:
            return of
        assert done > decided, screen
        decided = done
        if re.search(r"^   V ", screen, re.MULTILINE):
            person.press("v")
        else:
            person.press("e")
            person.see("Eingabe nimmt")
            person.press("enter")
        person.see("entschieden", gone=[f"{done} von {of} entschieden"])


def release(person: Terminal) -> str:
    """Release the newest entry for team supervision; the name of the written file."""
    person.press("n")
    person.see("Einträge", "Kurzreflexion")
    person.press("f")
    person.see("Für wen ist die Seite?")
    person.press("enter")
    person.see("Was soll auf die Seite?", "Was war?", "nicht für diesen Kreis")
    person.press("enter")
    person.see("● Was war?", "● Was tust du als Nächstes?")
    person.press("f6")
    person.see("Wer kommt vor?")
    person.press("f6")
    decide_everything(person)
    person.press("f6")
    person.see("Bevor die Seite hinausgeht")
    person.press("right")
    for _ in range(4):
        person.press("down", "right", "right")
    person.see("● mit Einwilligung", "ja   ● nein")
    person.press("f6")
    person.see("Das verlässt dein Gerät.", "→ geht an die Teamsupervision", "pseudonymisiert und geprüft")
    person.press("f")
    person.see("Eingabe schreibt die Datei, Esc nicht.")
    person.press("enter")
    name = re.search(
        r"Geschrieben: (\S+\.docx)", person.see("Geschrieben: ", "Die Zuordnung der Namen bleibt", "im Tresor.")
    )
    assert name is not None
    return name[1]


def test_a_hard_case_from_the_first_key_to_a_released_page(tmp_path: Path, prefix: tuple[str, ...]) -> None:
    home = tmp_path / "home-of-a-worker"
    home.mkdir()
    env = fresh_home(home)
    with Terminal([], env, prefix=prefix) as person:
        first_run(person)
        write_until_the_power_goes(person, home)
    with Terminal([], env, prefix=prefix) as person:
        finish(person)
        released = home / "home" / release(person)
        person.press("ctrl+q")
        assert person.leave() == 0

    page = "\n".join(text for _, text in parts(released.read_bytes(), "docx"))
    assert "zurückgewichen" in page
    assert "bis sie antwortet" in page
    assert "Mir zittern" not in page
    assert [word for word in story.IDENTIFYING if word in page] == []
    secrets = [story.WAS, story.BEWEGT, story.SCHRITT_BEGONNEN + story.SCHRITT_ZU_ENDE, story.PASSPHRASE]
    assert files_with(home, secrets, but=[released]) == []
    if prefix:
        targets = [Path(target) for target in written_with(tmp_path / "trace", secrets)]
        # The released bytes get their name when they are whole; until then they lie beside it.
        assert {path.parent for path in targets} <= {released.parent}
        assert {path.suffix for path in targets} <= {".part", ".docx"}
