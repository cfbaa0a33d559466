"""Forgetting people on purpose; and after a lock the search for names remembers no word of what was written."""

from pathlib import Path

from reflect.anonymize import inflection, lists
from reflect.anonymize.detection import detect
from reflect.domain.doubt import Doubt
from reflect.settings.places import Places
from reflect.vault.policy import KdfPolicy
from reflect.workflows import keeping
from reflect.workflows.forgetting import Oblivion
from reflect.workflows.handing_over import HandingOver
from reflect.workflows.opening import create_vault
from reflect.workflows.surroundings import Surroundings
from tests.workflows.pages import decided, memory, told


def test_a_closed_sitting_keeps_no_words(tmp_path: Path) -> None:
    places = Places(
        config=tmp_path / "config.toml",
        vault=tmp_path / "vault",
        state=tmp_path / "state",
        cache=tmp_path / "cache",
        prompts=tmp_path / "prompts",
    )
    sitting, _ = create_vault(Surroundings(places, policy=KdfPolicy.for_tests()), "vier lange Worte hier")
    detect("Selam sprach mit zerya im Büro über den Brief von gestern.")
    assert lists._is_german.cache_info().currsize
    sitting.close()
    assert inflection.stems.cache_info().currsize == 0
    assert lists._is_german.cache_info().currsize == 0


def test_a_page_half_reviewed_goes_with_the_person(tmp_path: Path) -> None:
    sitting = memory(tmp_path)
    decided(sitting).keep()
    assert len(keeping.reviews(sitting)) == 1
    person = Oblivion(sitting, "Rahel")
    assert person.report().reviews == 1
    person.carry_out()
    assert keeping.reviews(sitting) == []


def test_of_a_written_page_stays_when_and_for_whom(tmp_path: Path) -> None:
    sitting = memory(tmp_path)
    handing = decided(sitting)
    handing.handover.written, handing.handover.file = sitting.today, "vorlage.md"
    handing.keep()
    person = Oblivion(sitting, "Rahel")
    assert [one.file for one in person.report().exports] == ["vorlage.md"]
    person.carry_out()
    left = HandingOver.resume(sitting, handing.handover.id).handover
    assert (left.file, left.draft, left.findings, left.decisions) == ("vorlage.md", None, (), {})
    assert "Rahel" not in left.dump()


def test_the_line_why_a_statement_needs_checking_forgets_too(tmp_path: Path) -> None:
    sitting = memory(tmp_path)
    entry = told(sitting)
    entry.doubts = [Doubt(statement="5.4", why="Rahel stand im Flur.", noted=sitting.today)]
    sitting.save(entry)
    assert [line for _id, _record, line in keeping.search(sitting, "stand im flur")] == ["Rahel stand im Flur."]
    Oblivion(sitting, "Rahel").carry_out()
    assert "Rahel" not in sitting.entry(entry.id).dump()
