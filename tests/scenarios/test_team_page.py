"""Five entries of one case become one page for the team: keys counted on the screen, exit code 7 without one."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from reflect.anonymize.pages import parts
from tests.cli.world import PASSPHRASE, Home
from tests.scenarios.terminal import Terminal

KEYS_ALLOWED = 120
FINDINGS = 40
NAMES = "person\tSelam Tesfay\tKlientin\nperson\tYonas\tBruder von\nperson\tMarlies Habermann\tKollegin\n"
TOLD = (
    {
        "was": "Selam Tesfay kam mit Yonas um acht. Selam weinte, Yonas war laut. Der Brief mit dem Aktenzeichen "
        "1234567-423 lag auf dem Tisch. Yonas rief Frau Habermann an, 0176 34567891.",
        "schritt": "Ich frage Selam zuerst. Mit Marlies Habermann spreche ich danach.",
    },
    {
        "was": "Yonas stand wieder im Flur. Selam war am 12.10.2026 beim Arzt in Bad Belzig. Tesfay steht nicht "
        "auf der Liste. Marlies Habermann hat mit Selam gewartet, Yonas auch.",
        "schritt": "Ich rufe Selam am Mittag an und Yonas am Abend.",
    },
    {
        "was": "Frau Tesfay sprach vom Bruder. Yonas Tesfay will nach Rathenow. Selam will bleiben. Habermann sagte, "
        "Selam habe recht. Yonas ging.",
        "schritt": "Ich schreibe Selam und Marlies.",
    },
    {
        "was": "Selams Mail kam von selam.tesfay@example.org. Yonas hat sie gelesen. Marlies war krank, "
        "Frau Tesfay allein.",
        "schritt": "Selam ruft mich unter 0331 2345678 an, nicht Yonas.",
    },
    {
        "was": "Am 3. November saß Selam mit Marlies Habermann in der Küche. Yonas kochte. Selam lachte. Frau Tesfay "
        "und Yonas sind jetzt in Brandenburg an der Havel.",
        "schritt": "Mit Selam und Yonas nach einem Platz suchen.",
    },
)
BETRAYING = (
    *("Selam", "Tesfay", "Yonas", "Marlies", "Habermann", "Belzig", "Rathenow", "Havel"),
    *("1234567", "34567891", "2345678", "example.org", "12.10.2026"),
)


class Counted(Terminal):
    """A terminal that counts the keys of a person once the vault is open."""

    presses = 0

    def press(self, *keys: str) -> None:
        """Press and count."""
        self.presses += len(keys)
        super().press(*keys)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A vault with one case of five entries."""
    home = Home(tmp_path).furnish()
    home.env["COLORTERM"] = "truecolor"
    case = home.opened("case", "new", given="Leuchtturm\n").out.strip()
    assert home.opened("case", "names", case, given=NAMES).code == 0
    assert home.opened("case", "add", case, *(home.wrote(answers) for answers in TOLD)).code == 0
    return home


def exported(home: Home, *words: str | Path) -> Any:
    ids = [row["id"] for row in home.opened("list", "--json").json]
    every = ("--for", "team", "--include", "all", "--output", "seite.md", "--json")
    return home.opened("export", *ids, *every, *words, started=True)


def test_the_command_line_holds_the_page_back_while_one_is_undecided(home: Home) -> None:
    held = exported(home)
    assert (held.code, len(held.json["findings"]) >= FINDINGS) == (7, True), len(held.json["findings"])
    decided = {one["id"]: "replace" for one in held.json["findings"] if one["tier"] != "advice"} | {"advice": "keep"}
    last = next(one["id"] for one in held.json["findings"] if one["tier"] != "advice")
    file = home.root / "decisions.json"
    file.write_text(json.dumps({key: action for key, action in decided.items() if key != last}))
    one_left = exported(home, "--decisions", file)
    assert (one_left.code, one_left.json["undecided"], (home.root / "seite.md").exists()) == (7, [last], False)
    file.write_text(json.dumps(decided))
    assert exported(home, "--decisions", file).code == 0
    page = (home.root / "seite.md").read_text("utf-8")
    assert [word for word in BETRAYING if word in page] == []


def choose_everything(person: Counted) -> None:
    """All five entries, the team, every answer that may go."""
    person.press("n")
    person.see("Einträge", "Kurzreflexion")
    for number in range(1, len(TOLD) + 1):
        person.press(" ")
        person.see(f"{number} gewählt")
        person.press(*(("down",) if number < len(TOLD) else ()))
    person.press("f")
    person.see("Für wen ist die Seite?", "aus 5 Einträgen")
    person.press("enter")
    person.see("Was soll auf die Seite?")
    for number in range(len(TOLD)):
        person.press("enter")
        person.press(*(("down", "down") if number < len(TOLD) - 1 else ()))
    person.see("● Was war?", gone=["○ Was war?"])
    person.press("f6")
    person.see("Wer kommt vor?", "Selam Tesfay")
    person.press("f6")


def decide(person: Counted) -> None:
    """What the case does not know; what it knows is decided."""
    while True:
        screen = person.see("entschieden", "andere Stelle")
        done, of = map(int, re.findall(r"(\d+) von (\d+) entschieden", screen)[0])
        if done == of:
            return
        if re.search(r"^   V ", screen, re.MULTILINE):
            person.press("v")
        else:
            person.press("e")
            person.see("Eingabe nimmt")
            person.press("enter")
        person.see("entschieden", gone=[f"{done} von {of} entschieden"])


def let_out(person: Counted) -> str:
    """Through the gate to the file; its name."""
    person.press("f6")
    person.see("Bevor die Seite hinausgeht")
    person.press("right")
    for _ in range(4):
        person.press("down", "right", "right")
    person.see("● mit Einwilligung", "ja   ● nein")
    person.press("f6")
    person.see("Das verlässt dein Gerät.")
    person.press("f")
    person.see("Eingabe schreibt die Datei, Esc nicht.")
    person.press("enter")
    name = re.search(r"Geschrieben: (\S+\.docx)", person.see("Geschrieben: "))
    assert name is not None
    return name[1]


def test_five_entries_of_a_case_reach_the_team_in_few_keys(home: Home) -> None:
    with Counted([], home.env, size=(100, 30)) as person:
        person.see("Dein Tresor ist verschlossen.", "Passphrase")
        person.type(PASSPHRASE + "\n")
        person.see("Etwas aufschreiben")
        choose_everything(person)
        decide(person)
        content = (home.root / let_out(person)).read_bytes()
        page = "\n".join(text for _, text in parts(content, "docx"))
        used = person.presses
        person.press("ctrl+q")
        assert person.leave() == 0
    assert used < KEYS_ALLOWED, used
    assert [word for word in BETRAYING if word in page] == []
    assert page.count("Klientin A") >= len(TOLD)
    assert "Bruder von A" in page
