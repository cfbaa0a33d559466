"""Vignettes as files: what ships keeps its promises, and each fault names its line."""

import re
from pathlib import Path

import pytest

from reflect.domain.onboarding.vignette import Vignette
from reflect.domain.protocol import ProtocolKind
from reflect.language.library import sentence
from reflect.library import vignette
from reflect.library.catalogue import Catalogue
from reflect.library.checker import check
from reflect.library.shipped import folder

CATALOGUE = Catalogue()
IDS = [
    row.id
    for row in CATALOGUE.protocols("de")
    if row.kind is ProtocolKind.ONBOARDING and row.id.startswith("vignette-")
]
SAMPLE = (folder() / "de" / "onboarding" / "vignette-begleitung-zum-termin.md").read_text("utf-8")
TITLE = "title: Begleitung zum Termin"
ANSWER = '{#mitgehen part="answer"}'
FAULTS = {
    "situation-length": ("Herr K. bittet", "wort " * 130 + "Herr K. bittet", TITLE),
    "vignette-questions": ('{#gewicht type="text"', '{#mehr type="line"}\n- Und noch?\n\n{#gewicht type="text"', TITLE),
    "vignette-answers": ('{#verbinden part="answer"}', "{#verbinden}", TITLE),
    "vignette-head": ("## mitgehen", "## heute und morgen mitgehen", ANSWER),
    "vignette-price": ("Der Preis: Fünf", "Fünf", ANSWER),
    "vignette-talk": ("> Welche Antwort", "Welche Antwort", '{#gespraech minutes="12" part="talk"}'),
    "vignette-lines": ('{#rote-linien part="lines"}', "{#rote-linien}", TITLE),
}
"""What is replaced, by what, and the line that is named."""


def loaded(protocol_id: str, language: str) -> Vignette:
    found = vignette.read(CATALOGUE.load(protocol_id, language))
    assert found is not None
    return found


def test_there_are_enough_and_the_first_is_about_going_along() -> None:
    assert len(IDS) >= 10
    assert "5.5" in CATALOGUE.load("vignette-begleitung-zum-termin", "de").principles


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("protocol_id", IDS)
def test_a_vignette_has_its_parts_and_no_answer_is_the_right_one(protocol_id: str, language: str) -> None:
    found = loaded(protocol_id, language)
    assert len(found.questions) == 4
    assert len({answer.verb for answer in found.answers}) == 3
    lengths = [len(answer.reason) for answer in found.answers]
    assert max(lengths) <= 1.7 * min(lengths), "one answer is told at greater length than another"
    for text in (found.talk, *found.lines, *(f"{one.reason} {one.price}" for one in found.answers)):
        assert not re.search(r"\b(richtig|falsch|besser|am besten|better|best|the right one)\b", text), text
    for text in (*found.situation, *(f"{one.reason} {one.price}" for one in found.answers)):
        assert all(len(part.split()) <= 16 for part in re.split(r"(?<=[.!?:])\s+", text)), text


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_names_file_and_line(tmp_path: Path, what: str) -> None:
    before, after, line = FAULTS[what]
    file = tmp_path / "meine.md"
    assert before in SAMPLE
    text = SAMPLE.replace(before, after, 1)
    file.write_text(text, "utf-8")
    flaw = next(one for one in check(file) if one.what == what)
    assert text.splitlines()[flaw.line - 1] == line
    assert sentence(flaw)


def test_parts_belong_to_the_onboarding(tmp_path: Path) -> None:
    file = tmp_path / "meine.md"
    file.write_text(SAMPLE.replace("kind: onboarding", "kind: reflection"), "utf-8")
    assert {flaw.what for flaw in check(file)} == {"part-unexpected"}


def test_a_copied_and_changed_vignette_is_used(tmp_path: Path) -> None:
    own = tmp_path / "de" / "onboarding" / "vignette-begleitung-zum-termin.md"
    own.parent.mkdir(parents=True)
    own.write_text(SAMPLE.replace("## mitgehen", "## dabei sein"), "utf-8")
    found = vignette.read(Catalogue([tmp_path, folder()]).load("vignette-begleitung-zum-termin", "de"))
    assert found is not None
    assert found.answers[0].verb == "dabei sein"
