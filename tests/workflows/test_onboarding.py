"""The plan in the vault: nothing stands as signed that no disk took; participation has no content."""

from datetime import date

import pytest

from reflect.domain.consultation.meeting import Meeting
from reflect.domain.entry import Entry
from reflect.domain.fault import Fault, NotFound, NotSaved
from reflect.domain.onboarding.plan import task
from reflect.domain.onboarding.task import Signature, Task
from reflect.workflows import keeping, onboarding
from reflect.workflows.meetings import MEETINGS
from reflect.workflows.opening import create_vault
from reflect.workflows.sitting import Sitting
from reflect.workflows.surroundings import Surroundings
from reflect.workflows.writing import Writing

SIGNED = Task().signed(Signature(step=1, day=date(2026, 11, 23), new="LM", trainer="KB"))
MEETING = Meeting(day=date(2026, 12, 7), method="Neun Phasen", minutes=52, moderator="Ines")


@pytest.fixture
def sitting(surroundings: Surroundings) -> Sitting:
    """A new colleague's vault."""
    opened, _key = create_vault(surroundings, "vier kurze Worte hier")
    return opened


def begun(sitting: Sitting) -> Writing:
    writing = Writing.begin(sitting, onboarding.PLAN)
    writing.answer("erster-tag", "2026-11-23")
    writing.store()
    return writing


def test_the_plan_is_the_one_begun_last_and_not_in_the_trash(sitting: Sitting) -> None:
    assert onboarding.plan(sitting) is None
    first = begun(sitting).entry.id
    assert onboarding.plan(sitting) == sitting.entry(first)
    keeping.put_away(sitting, first)
    assert onboarding.plan(sitting) is None


def test_what_the_disk_refuses_is_not_signed(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    writing = begun(sitting)
    question = writing.question("notfallkarte")
    onboarding.keep(writing, question, SIGNED)
    kept = sitting.entry(writing.entry.id)
    assert task(kept, question) == SIGNED

    def full(_entry: Entry) -> None:
        raise NotSaved("no-space", sitting.vault.store.layout.folder)

    monkeypatch.setattr(sitting, "saving", full)
    with pytest.raises(Fault):
        onboarding.keep(writing, question, SIGNED.unsigned(1))
    assert task(writing.entry, question) == SIGNED
    with pytest.raises(Fault):
        onboarding.hold(writing, "talk/vor-tag-1")
    assert writing.entry.next_steps[0].done is None


def test_a_talk_is_held_and_taken_back(sitting: Sitting) -> None:
    writing = begun(sitting)
    onboarding.hold(writing, "talk/vor-tag-1")
    held = sitting.entry(writing.entry.id).next_steps
    assert [bool(one.done) for one in held] == [True, *[False] * 5]
    onboarding.hold(writing, "talk/vor-tag-1")
    assert not any(one.done for one in sitting.entry(writing.entry.id).next_steps)


def test_participation_is_days_and_methods_in_order(sitting: Sitting) -> None:
    earlier = MEETING.model_copy(update={"day": date(2026, 11, 30)})
    for key, meeting in (("B", MEETING), ("A", earlier)):
        sitting.vault.put(MEETINGS, key, meeting.record(), "")
    assert onboarding.participation(sitting) == (earlier, MEETING)


def test_what_is_no_vignette_is_not_found_as_one(sitting: Sitting) -> None:
    for name in ("einarbeitung", "rueckblick", "gibtsnicht"):
        with pytest.raises(NotFound):
            onboarding.vignette(sitting.catalogue, "de", name)
    found = onboarding.vignettes(sitting)
    assert found[0].id == onboarding.FIRST
    assert all(onboarding.written(sitting, row.id) is None for row in found)
