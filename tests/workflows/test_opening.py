"""Opening: vaults of one's own, drafts that come back, and vaults that leave nothing behind."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from reflect.domain.fault import AlreadyThere, NotFound, VaultInUse, WrongPassphrase, WrongUsage
from reflect.domain.teamround import Occasion
from reflect.settings.config import Config
from reflect.workflows import answering, assessing, demo, keeping, teamround
from reflect.workflows.opening import create_vault, in_memory, open_vault, waiting_text
from reflect.workflows.surroundings import Surroundings
from reflect.workflows.writing import Writing
from tests.workflows.evening import EVENING

SECRET = "vier kurze Worte"


def test_a_new_vault_opens_with_both_secrets(surroundings: Surroundings) -> None:
    before = surroundings.has_vault
    with pytest.raises(NotFound):
        open_vault(surroundings, SECRET)
    sitting, key = create_vault(surroundings, SECRET)
    sitting.close()
    assert (before, surroundings.has_vault) == (False, True)
    for secret in (SECRET, key.text):
        open_vault(surroundings, secret).close()
    with pytest.raises(WrongPassphrase):
        open_vault(surroundings, "falsch")
    with pytest.raises(AlreadyThere):
        create_vault(surroundings, SECRET)


def test_reading_goes_on_beside_a_writer(surroundings: Surroundings) -> None:
    writer, _key = create_vault(surroundings, SECRET)
    with pytest.raises(VaultInUse):
        open_vault(surroundings, SECRET)
    reader = open_vault(surroundings, SECRET, write=False)
    assert reader.vault.state.readonly == "in-use"
    reader.close()
    writer.close()


def test_text_that_a_crash_left_comes_back_with_the_next_opening(surroundings: Surroundings) -> None:
    sitting, _key = create_vault(surroundings, SECRET)
    writing = Writing.begin(sitting, "kurzreflexion")
    writing.answer("was", "mitten im Satz")
    writing.keep()
    sitting.close()
    reading = open_vault(surroundings, SECRET, write=False)
    assert waiting_text(reading)
    assert keeping.records(reading) == []
    reading.close()
    again = open_vault(surroundings, SECRET)
    assert not waiting_text(again)
    assert again.entry(writing.entry.id).answers == {"was": "mitten im Satz"}
    again.close()


def test_choices_are_kept_on_disk(surroundings: Surroundings) -> None:
    surroundings.choose(theme="dunkel")
    assert surroundings.config.theme == "dunkel"
    assert 'theme = "dunkel"' in surroundings.places.config.read_text()
    with pytest.raises(WrongUsage):
        surroundings.choose(theme="blau")
    assert surroundings.config.theme == "dunkel"


def test_answers_walk_the_whole_way(surroundings: Surroundings) -> None:
    sitting = in_memory(surroundings)
    entry = answering.write(sitting, "rueckblick", {"versuch-was": "Erst fragen", "versuch-tag": "2026-12-01"})
    kept = sitting.entry(entry.id)
    assert kept.finished == EVENING
    assert kept.position.step == len(kept.protocol.steps) - 1
    assert {"verlauf", "felder"} <= set(kept.skipped)
    assert [(step.text, step.due.isoformat()) for step in kept.next_steps] == [("Erst fragen", "2026-12-01")]
    with pytest.raises(WrongUsage, match="answers-empty"):
        answering.write(sitting, "rueckblick", {"verlauf": " "})
    with pytest.raises(NotFound):
        answering.write(sitting, "rueckblick", {"verlauf": "Laut.", "gibtsnicht": "x"})
    assert len(keeping.records(sitting)) == 1


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_demo_looks_like_a_home_that_is_used(surroundings: Surroundings, language: str) -> None:
    surroundings.config = Config(language=language)
    sitting = demo.open_demo(surroundings)
    due, begun = keeping.agenda(sitting)
    assert [row.since for row in due if row.text] == [EVENING.date() - timedelta(days=1)]
    assert len(begun) == 1
    rows = keeping.records(sitting)
    created = [datetime.fromisoformat(record["created"]) for _id, record in rows]
    assert created == sorted(created, reverse=True)
    assert all(moment <= EVENING for moment in created)
    assert not surroundings.has_vault


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("today", [EVENING, EVENING.replace(2027, 3, 31), EVENING.replace(2028, 3, 1)])
def test_the_demo_has_a_course_and_a_point_whatever_the_day(
    surroundings: Surroundings, language: str, today: datetime
) -> None:
    surroundings.config = Config(language=language)
    surroundings.now = lambda: today
    sitting = demo.open_demo(surroundings)
    story = demo.told(language)
    kept = assessing.months(sitting)
    assert [[rating.mark for rating in one.ratings.values()] for one in kept] == [
        said["marks"] for said in story["months"]
    ]
    said = [rating.example for one in kept for rating in one.ratings.values() if rating.example]
    told = [example for one in story["months"] for example in one["examples"].values()]
    assert sorted(said) == sorted(told), "every example is told at a statement that was asked in its month"
    assert assessing.opens_on(kept, today.date()) <= today.date(), "this month waits to be tried"
    assert len(teamround.agenda(sitting, Occasion.TEAM).arrangement.planned) == 1


def test_a_vault_in_memory_touches_no_place(surroundings: Surroundings) -> None:
    seen: list[str] = []
    surroundings.system = None
    sitting = in_memory(surroundings, now=_counting(seen))
    answering.write(sitting, "kurzreflexion", {"was": "Laut."})
    sitting.close()
    assert seen
    assert not surroundings.places.vault.exists()
    assert not surroundings.places.state.exists()


def _counting(seen: list[str]) -> Callable[[], datetime]:
    def now() -> datetime:
        seen.append("asked")
        return EVENING

    return now
