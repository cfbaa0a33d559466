"""Screen, line by line, answers in a file: three ways to the same entry, and the same door out."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reflect.settings.places import Places
from reflect.vault.policy import KdfPolicy
from reflect.workflows.opening import create_vault
from reflect.workflows.surroundings import Surroundings
from tests.scenarios import story
from tests.scenarios.terminal import Terminal, fresh_home
from tests.scenarios.traces import files_with

pytestmark = pytest.mark.long

SCHRITT = story.SCHRITT_BEGONNEN + story.SCHRITT_ZU_ENDE
ANSWERS = {"was": story.WAS, "bewegt": story.BEWEGT, "schritt": SCHRITT}

Reflect = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home-of-a-worker"
    folder.mkdir()
    return folder


@pytest.fixture
def env(home: Path) -> dict[str, str]:
    """A home with a vault whose key costs nothing to derive, and the passphrase in a file outside it."""
    env = fresh_home(home)
    sitting, _ = create_vault(Surroundings(Places.find(env), policy=KdfPolicy.for_tests()), story.PASSPHRASE)
    sitting.close()
    (home.parent / "passphrase").write_text(story.PASSPHRASE + "\n", "utf-8")
    return env


@pytest.fixture
def reflect(home: Path, env: dict[str, str]) -> Reflect:
    """`reflect WORDS` with the passphrase from the file."""

    def call(*words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "reflect", *words, "--password-file", str(home.parent / "passphrase")]
        return subprocess.run(command, env=env, input=given, capture_output=True, text=True, check=False)

    return call


def shown(reflect: Reflect, entry_id: str) -> dict[str, Any]:
    """What an entry says, without what differs from one writing to the next."""
    entry = json.loads(reflect("show", entry_id, "--json").stdout)
    return {
        key: value for key, value in entry.items() if key not in {"id", "created", "changed", "finished", "position"}
    }


def by_screen(env: dict[str, str]) -> None:
    with Terminal(["new", "kurzreflexion"], env) as person:
        person.see("Dein Tresor ist verschlossen.")
        person.type(story.PASSPHRASE)
        person.see("●" * len(story.PASSPHRASE))
        person.press("enter")
        for text, following in ((story.WAS, "Was bewegt dich?"), (story.BEWEGT, "Was tust du als Nächstes?")):
            person.see("Was war?")
            person.type(text)
            person.see(text.split()[-1])
            person.press("tab")
            person.see(f"{following}\n   ▌")
        person.type(SCHRITT)
        person.see("an der Havel.")
        person.press("f6")
        person.see("gespeichert, nur du kannst das lesen")
        person.press("ctrl+q")
        assert person.leave() == 0


def test_the_same_entry_by_screen_by_line_and_by_file(reflect: Reflect, env: dict[str, str], home: Path) -> None:
    by_screen(env)
    lines = [story.WAS, "", story.BEWEGT, "", SCHRITT, "", *["n"] * 6]
    linear = reflect("new", "kurzreflexion", "--linear", given="\n".join(lines) + "\n")
    assert linear.returncode == 0, linear.stderr
    filed = reflect("new", "kurzreflexion", "--answers", "-", given=json.dumps(ANSWERS))
    assert filed.returncode == 0, filed.stderr
    assert len(filed.stdout.strip()) == 10

    rows = json.loads(reflect("list", "--json").stdout)
    assert len(rows) == 3
    assert all(row["finished"] for row in rows)
    first, second, third = (shown(reflect, row["id"]) for row in rows)
    assert first["answers"] == ANSWERS
    assert first == second == third
    assert files_with(home, [*ANSWERS.values(), story.PASSPHRASE]) == []


def test_a_page_leaves_only_when_everything_is_decided(reflect: Reflect, home: Path) -> None:
    entry = reflect("new", "kurzreflexion", "--answers", "-", given=json.dumps(ANSWERS)).stdout.strip()
    page, decisions = home.parent / "page.md", home.parent / "decisions.json"
    export = ("export", entry, "--for", "team", "--format", "md", "--output", str(page), "--include", "all", "--json")
    held = reflect(*export)
    assert held.returncode == 7
    assert not page.exists()

    found = json.loads(held.stdout)["findings"]
    assert {one["tier"] for one in found} >= {"certain", "suspect"}
    decided = {one["id"]: "replace" for one in found}
    one_missing = dict(list(decided.items())[1:])
    decisions.write_text(json.dumps(one_missing), "utf-8")
    assert reflect(*export, "--decisions", str(decisions)).returncode == 7
    assert not page.exists()

    decisions.write_text(json.dumps(decided | {"advice": "keep"}), "utf-8")
    released = reflect(*export, "--decisions", str(decisions))
    assert released.returncode == 0, released.stderr
    text = page.read_text("utf-8")
    assert "zurückgewichen" in text
    assert "Mir zittern" not in text, "what moves the writer goes to individual supervision only"
    assert [word for word in story.IDENTIFYING if word in text] == []
    assert files_with(home, [*ANSWERS.values(), story.PASSPHRASE]) == []


def test_the_demo_needs_no_vault_and_leaves_nothing(home: Path) -> None:
    env = fresh_home(home)
    done = subprocess.run(
        [sys.executable, "-m", "reflect", "demo", "--print"], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "seudonymisiert und geprüft" in done.stdout
    longest = max(done.stdout.splitlines(), key=len)
    assert files_with(home, [longest]) == []
