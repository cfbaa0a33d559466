"""A guest's consultation line by line, and what the presenter carries home from it."""

from pathlib import Path

import pyrage  # type: ignore[import-untyped]  # it has no types
import pytest

from reflect.domain.consultation.takeaway import Takeaway
from tests.cli.world import Home

NAMES = "Mina, Eva, Tom, Ines, Jale, Ben"
IDEA = "Man sagt einfach nichts."


def begun(method: str = "neun", *, people: str = "", minutes: str = "55", names: str = NAMES) -> tuple[str, ...]:
    """What a group answers before it consults: how many, how long, what for, which method, nothing against it, who."""
    return people, minutes, "", method, "", names


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    folder.mkdir()
    return folder


def guest(home: Home, runtime: Path, *lines: str) -> str:
    """What a guest hears who says these lines."""
    done = home.reflect("session", "--linear", given="\n".join(lines) + "\n", env={"XDG_RUNTIME_DIR": str(runtime)})
    assert (done.code, done.out) == (0, "")
    return done.err


def files(home: Home) -> set[str]:
    return {str(path.relative_to(home.root)) for path in home.root.rglob("*") if path.is_file()}


def test_a_guest_is_led_through_and_nothing_stays(empty_home: Home, runtime: Path) -> None:
    before = files(empty_home)
    words = guest(
        empty_home,
        runtime,
        *begun("sechs", minutes="45"),
        *("", "", "", "/nein", "Wie sage ich Nein?", "", "/ja", "", "7", "1", IDEA, "/5", "/stand"),
        *("/fragen", "/pause", "", "/aussetzen", "/wie", "/hilfe", "", "", ""),
    )
    assert "Phase 3 von 6: Schlüsselfrage finden." in words
    assert "Mina hört zu und schweigt." in words
    assert "Es spricht Tom, 1 von 4." in words
    assert "Notiert als 1." in words
    assert "7: Nichts geht mehr\n" in words
    assert "Phase 5 von 6: Kopfstand." in words
    assert "Noch etwa 20 von 20 Minuten." in words
    assert "Der Schluss behält seine 5." in words
    assert "Besser so nicht: " in words
    assert "Pause. Die Zeit steht." in words
    assert "Das geht in diesem Augenblick nicht." in words
    assert "/aussetzen: in einer Runde: diese Person setzt aus" in words
    assert "Sonst ist nichts aufgehoben." in words
    assert files(empty_home) == before


def test_every_word_can_be_spoken_and_every_prompt_says_what_to_do(empty_home: Home, runtime: Path) -> None:
    words = guest(
        empty_home,
        runtime,
        *begun(),
        *[""] * 4,
        *(IDEA, ""),
        *["/stand", ""],
        *["/nächste", "/aussetzen", "/nächste", "/nächste", "/nächste"],
        *["", "Ich rufe an.", "", "", "1,2", "nie", "Freitag", ""],
    )
    assert not set("▌█░━─═►●○–▀▄•") & set(words)
    assert "\n> " not in words
    assert words.count("Vorlesen: Jede Person sagt einen Vorschlag") == 1, "a turn tells the whole phase again"
    assert "Es spricht Ines, 2 von 4." in words
    assert "Alle hatten das Wort." in words
    for prompt in (
        "Eingabe geht weiter: ",
        "Eine Zeile mitschreiben, oder Eingabe geht weiter: ",
        "Eingabe beendet: ",
        "Welche Nummern? Mit Komma, leer nimmt keine: ",
        "Bis wann? Zum Beispiel Freitag, leer geht auch: ",
    ):
        assert prompt in words
    assert "Dein erster Schritt: Ich rufe an." in words
    assert "Diesen Tag gibt es nicht." in words


def test_what_does_not_fit_is_said_and_asked_again(empty_home: Home, runtime: Path) -> None:
    words = guest(
        empty_home,
        runtime,
        *("sechs", "6", "lang", "45", "9", "2", "99", "vorfallmethoden", "1", "1,2", "ja", "Mina", NAMES),
    )
    assert words.count("Das ist keine Zahl.") == 2
    assert "Diese Nummer gibt es nicht." in words
    assert "gibt es nicht. Alle Methoden zeigt: reflect session list" in words
    assert "112, Notruf, Rettung und Feuerwehr" in words
    assert "Das gehört in die Fallkonferenz." in words
    assert "Dafür braucht es mehr Menschen." in words
    assert "Eva moderiert und achtet auf die Zeit, Ben schreibt mit." in words


def test_too_few_minutes_are_asked_for_again(empty_home: Home, runtime: Path) -> None:
    words = guest(empty_home, runtime, "", "3", "", *begun())
    assert "Dafür passt keine Methode." in words
    assert "Phase 1 von 9" in words


def test_a_case_that_belongs_elsewhere_is_not_consulted(empty_home: Home, runtime: Path) -> None:
    words = guest(empty_home, runtime, "", "", "", "", "1", "")
    assert "Dann gilt zuerst das Verfahren eures Hauses." in words
    assert "Wer ist da?" not in words


def test_the_end_of_the_input_ends_the_session(empty_home: Home, runtime: Path) -> None:
    assert "Sonst ist nichts aufgehoben." in guest(empty_home, runtime, *begun())
    assert "hört zu" not in guest(empty_home, runtime, *begun(), "/stopp", "/ende")


def test_a_session_that_was_cut_off_goes_on(empty_home: Home, runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(_self: object, _notes: object) -> None:
        raise KeyboardInterrupt

    lines = (*begun("sechs", minutes="45"), "", "", "Wie sage ich Nein?")
    with monkeypatch.context() as patched:
        patched.setattr("reflect.cli.linear.parting.LinearParting.part", cut)
        given = "\n".join(lines) + "\n"
        done = empty_home.reflect("session", "--linear", given=given, env={"XDG_RUNTIME_DIR": str(runtime)})
    assert done.code == 130
    assert len(list(runtime.iterdir())) == 2
    words = guest(empty_home, runtime, "", "0", "")
    assert "Eine Beratung wurde unterbrochen." in words
    assert "0, deine Frage: Wie sage ich Nein?" in words
    assert "Welche Methode?" not in words
    assert list(runtime.iterdir()) == []
    with monkeypatch.context() as patched:
        patched.setattr("reflect.cli.linear.parting.LinearParting.part", cut)
        empty_home.reflect("session", "--linear", given=given, env={"XDG_RUNTIME_DIR": str(runtime)})
    fresh = guest(empty_home, runtime, "nein", *begun())
    assert "Phase 1 von 9" in fresh
    assert "Wie sage ich Nein?" not in fresh
    assert list(runtime.iterdir()) == []


def test_each_person_presents_in_turn(empty_home: Home, runtime: Path) -> None:
    turn = ("", "Meine Frage", "", "", "", "")
    words = guest(
        empty_home,
        runtime,
        *begun("troika", people="3", minutes="36", names="Mina, Eva, Tom"),
        *(*turn, "Uli", "", "tom", *turn, "", "0", "", "", ""),
    )
    assert "So heißt niemand, der noch fehlt." in words
    assert "Es fehlen noch: Eva, Tom." in words
    assert "Tom, was beschäftigt dich" in words
    assert words.index("Mina wählt.") < words.index("Tom wählt.")
    assert words.count("0, deine Frage: Meine Frage") == 2
    assert list(runtime.iterdir()) == []


def test_a_repeated_method_says_how_long_it_takes_for_all(empty_home: Home) -> None:
    done = empty_home.reflect("session", "plan", "troika", "--people", "3")
    assert "Dreierberatung, 12 Minuten, zu 3" in done.out
    assert "3 mal 12 Minuten, zusammen 36 Minuten." in done.out
    assert empty_home.reflect("session", "plan", "troika", "--people", "3", "--json").json["total"] == 12


def test_what_was_sealed_enters_another_vault(home: Home, tmp_path: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    key = tmp_path / "mina.key"
    key.write_text(f"{identity}\n", encoding="utf-8")
    takeaway = Takeaway(method="Sechs Phasen", day="2026-11-23", question="Wie sage ich Nein?", lines=(IDEA,))
    sealed = tmp_path / "mina.age"
    sealed.write_bytes(pyrage.encrypt(takeaway.dump(), [identity.to_public()]))
    words = ("import", sealed, "--file-password", key, "--password-file", home.secret, "--json")
    entry = home.reflect(*words).json["id"]
    shown = home.reflect("show", entry, "--json", "--password-file", home.secret).json
    assert shown["answers"]["beitraege"] == [IDEA]
    assert shown["answers"]["schluesselfrage"] == "Wie sage ich Nein?"
    sealed.write_bytes(b"Hallo")
    assert home.reflect(*words).code == 2
    assert home.reflect("import", tmp_path / "fehlt.age", *words[2:]).code == 4


def test_where_nobody_answers_the_last_fault_is_the_exit(empty_home: Home, runtime: Path) -> None:
    for lines, code in (
        (begun("nix"), 4),
        (begun(names="Mina"), 2),
        (begun(minutes="3"), 2),
        ((), 2),
    ):
        given = "".join(f"{line}\n" for line in lines)
        done = empty_home.reflect("session", "--linear", given=given, env={"XDG_RUNTIME_DIR": str(runtime)})
        assert done.code == code
