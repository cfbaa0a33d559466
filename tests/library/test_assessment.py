"""The instrument of self-assessment as a trainer may write it, and what the checker says about it."""

from pathlib import Path

import pytest

from reflect.domain.assessment.instrument import Instrument
from reflect.domain.fault import NotFound
from reflect.language.library import sentence
from reflect.library.catalogue import Catalogue
from reflect.library.checker import check

GOOD = """---
id: probe
kind: assessment
title: Probe
summary: Für die Prüfung.
minutes: 12
---
# Probe

{#eins}
## Eins

{#augenhoehe type="choices" share="never" principles="5.4c"}
- Auf Augenhöhe

  - Ich habe gefragt.
  - Ich habe gewartet.

{#heime type="line" share="never" principles="1.1"}
- Wohnheime

  Wer wird gehört?
"""


def found(folder: Path, text: str) -> list[str]:
    (folder / "probe.md").write_text(text, "utf-8")
    flaws = check(folder)
    for flaw in flaws:
        assert sentence(flaw).endswith((".", "“"))
    return [flaw.what for flaw in flaws]


def test_a_good_instrument_has_no_flaw(tmp_path: Path) -> None:
    assert found(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ('type="line"', 'type="date"', "assessment-type"),
        ('share="never" principles="5.4c"', 'principles="5.4c"', "assessment-shared"),
        ('principles="5.4c"', 'principles="5.4c 5.5"', "assessment-statement"),
        (' principles="1.1"', "", "assessment-statement"),
        ('principles="5.4c"', 'principles="1.2"', "assessment-mandate"),
        ('#heime type="line"', '#heime type="choices"', "choices-missing"),
        ('principles="5.4c"', 'principles="5.9"', "principle-unknown"),
    ],
)
def test_each_fault_is_named(tmp_path: Path, before: str, after: str, what: str) -> None:
    assert before in GOOD
    assert what in found(tmp_path, GOOD.replace(before, after))


def test_a_statement_is_rated_once_and_may_be_told_about_besides(tmp_path: Path) -> None:
    again = GOOD + '\n{#zwei type="choices" share="never" principles="5.4c"}\n- Noch einmal\n\n  - Eins.\n  - Zwei.\n'
    assert found(tmp_path, again) == ["assessment-twice"]
    assert found(tmp_path, GOOD.replace('principles="1.1"', 'principles="5.4c"')) == []


def test_a_trainers_own_version_is_the_one_that_is_asked(tmp_path: Path) -> None:
    folder = tmp_path / "de/assessment"
    folder.mkdir(parents=True)
    own = GOOD.replace("id: probe", "id: selbsteinschaetzung")
    (folder / "selbsteinschaetzung.md").write_text(own, "utf-8")
    shipped = Catalogue()._shipped
    instrument = Instrument.of(Catalogue((tmp_path, shipped)).load("selbsteinschaetzung", "de"))
    assert [item.statement for item in instrument.rated] == ["5.4c"]
    assert instrument.item("5.4c").indicators == ("Ich habe gefragt.", "Ich habe gewartet.")
    assert instrument.observation("1.1").indicators == ("Wer wird gehört?",)
    for ask in (instrument.item, instrument.observation):
        with pytest.raises(NotFound):
            ask("2.1a")


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_shipped_indicators_speak_of_me_and_of_what_could_be_seen(language: str) -> None:
    instrument = Instrument.of(Catalogue().load("selbsteinschaetzung", language))
    most = 14 if language == "de" else 18
    for item in instrument.rated:
        assert len(item.indicators) >= 2, item.statement
        assert all(len(words.split()) <= most for words in item.indicators), item.statement
        mine = ("ich", "mir", "mein") if language == "de" else ("i ", "my ", "me", "we ")
        assert any(one in words.lower() for words in item.indicators for one in mine), item.statement
