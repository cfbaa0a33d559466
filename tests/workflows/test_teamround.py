"""What is to be talked about, in a vault: collected, marked, ticked off, put off and remembered."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from reflect.domain.fault import WrongUsage
from reflect.domain.teamround import Matter, Occasion, Outcome, Urgency
from reflect.workflows import keeping, teamround
from reflect.workflows.answering import write
from reflect.workflows.opening import create_vault
from reflect.workflows.sitting import Sitting
from reflect.workflows.surroundings import Surroundings
from reflect.workflows.writing import Writing
from tests.workflows.evening import Clock

POINT = {"anliegen": "Wer darf den Waschraum öffnen?", "art": 2, "ergebnis": 3, "minuten": 15, "dringend": 1}


@pytest.fixture
def sitting(surroundings: Surroundings) -> Iterator[Sitting]:
    """An open vault."""
    opened, _key = create_vault(surroundings, "vier blaue Tassen am Fenster")
    yield opened
    opened.close()


@pytest.fixture
def clock(surroundings: Surroundings) -> Clock:
    """The clock of that evening."""
    assert isinstance(surroundings.now, Clock)
    return surroundings.now


def planned(sitting: Sitting, occasion: Occasion = Occasion.TEAM, minutes: int | None = None) -> list[str]:
    return [item.text for item in teamround.agenda(sitting, occasion, minutes).arrangement.planned]


def test_what_is_written_for_a_meeting_is_collected(sitting: Sitting) -> None:
    write(sitting, "teamrunde", POINT)
    write(sitting, "einzelsupervision", {"titel": "Nähe", "anliegen": "Ich will meine Rolle klären."})
    write(sitting, "teamsupervision", {"titel": "Ton", "art": 2, "frage": "Wie reden wir miteinander?"})
    write(sitting, "dienstberatung", {"titel": "Fristen", "hindernis": "Briefe kommen zu spät."})
    write(sitting, "kurzreflexion", {"was": "Es war laut."})
    [point] = teamround.agenda(sitting, Occasion.TEAM).arrangement.planned
    assert point.text == "Wer darf den Waschraum öffnen?"
    assert (point.point.matter, point.point.outcome) == (Matter.ORGANISATION, Outcome.DECISION)
    assert (point.point.minutes, point.point.urgency) == (15, Urgency.NOW)
    supervision = teamround.agenda(sitting, Occasion.SUPERVISION).arrangement.planned
    assert {item.text for item in supervision} == {"Ich will meine Rolle klären.", "Wie reden wir miteinander?"}
    assert {item.point.matter for item in supervision} == {Matter.CASE, Matter.COOPERATION}
    assert planned(sitting, Occasion.AUTHORITY) == ["Fristen"]


def test_a_changed_answer_changes_the_list_and_keeps_what_happened(sitting: Sitting, clock: Clock) -> None:
    entry = write(sitting, "teamrunde", POINT)
    teamround.close(sitting, Occasion.TEAM)
    writing = Writing.resume(sitting, entry.id)
    writing.answer("minuten", 5)
    writing.answer("dringend", 3)
    writing.finish()
    [item] = teamround.agenda(sitting, Occasion.TEAM).arrangement.planned
    assert (item.point.minutes, item.point.urgency) == (5, Urgency.LATER)
    assert item.point.postponed == (clock.time.date(),)


def test_any_entry_can_be_marked_moved_and_taken_off(sitting: Sitting) -> None:
    entry = write(sitting, "kurzreflexion", {"was": "Es war laut."})
    assert planned(sitting) == []
    teamround.mark(sitting, entry.id, Occasion.TEAM, wanted=20)
    assert planned(sitting) == ["Es war laut."]
    teamround.mark(sitting, entry.id, Occasion.AUTHORITY)
    assert (planned(sitting), planned(sitting, Occasion.AUTHORITY)) == ([], ["Es war laut."])
    teamround.withdraw(sitting, entry.id)
    assert planned(sitting, Occasion.AUTHORITY) == []
    for deed in (teamround.withdraw, teamround.tick, teamround.hurry, teamround.lengthen):
        with pytest.raises(WrongUsage) as raised:
            deed(sitting, entry.id)
        assert raised.value.what == "agenda-not-listed"


def test_a_point_taken_off_stays_off_when_its_entry_is_saved_again(sitting: Sitting) -> None:
    entry = write(sitting, "teamrunde", POINT)
    teamround.withdraw(sitting, entry.id)
    Writing.resume(sitting, entry.id).finish()
    assert planned(sitting) == []


def test_what_was_talked_about_is_gone_the_next_day(sitting: Sitting, clock: Clock) -> None:
    entry = write(sitting, "teamrunde", POINT)
    teamround.tick(sitting, entry.id)
    listed = teamround.agenda(sitting, Occasion.TEAM)
    assert (listed.arrangement.planned, [item.entry for item in listed.dealt]) == ((), [entry.id])
    teamround.tick(sitting, entry.id, dealt=False)
    assert planned(sitting) == ["Wer darf den Waschraum öffnen?"]
    teamround.tick(sitting, entry.id)
    clock.time += timedelta(days=1)
    assert teamround.agenda(sitting, Occasion.TEAM).dealt == ()
    assert sitting.entry(entry.id).finished, "the entry itself is untouched"


def test_what_did_not_fit_comes_first_the_next_time(sitting: Sitting, clock: Clock) -> None:
    first = write(sitting, "teamrunde", POINT | {"anliegen": "Eins", "minuten": 20})
    clock.time += timedelta(hours=1)
    write(sitting, "teamrunde", POINT | {"anliegen": "Zwei", "minuten": 20, "dringend": 2})
    assert planned(sitting, minutes=30) == ["Eins"]
    teamround.tick(sitting, first.id)
    assert teamround.close(sitting, Occasion.TEAM) == 1
    clock.time += timedelta(days=7)
    write(sitting, "teamrunde", POINT | {"anliegen": "Drei", "minuten": 20})
    assert planned(sitting, minutes=30) == ["Zwei"]
    assert planned(sitting, minutes=40) == ["Zwei", "Drei"]


def test_list_and_answers_say_the_same(sitting: Sitting) -> None:
    entry = write(sitting, "teamrunde", POINT)
    assert teamround.hurry(sitting, entry.id).point.urgency is Urgency.NEXT
    assert teamround.lengthen(sitting, entry.id).point.minutes == 20
    answers = sitting.entry(entry.id).answers
    assert (answers["dringend"], answers["minuten"]) == (2, 20)
    said_less = write(sitting, "teamrunde", {"anliegen": "Kurz"})
    teamround.tick(sitting, said_less.id)
    assert set(sitting.entry(said_less.id).answers) == {"anliegen"}, "nothing is answered for the writer"


def test_the_minutes_at_hand_are_remembered_for_each_meeting(sitting: Sitting) -> None:
    assert teamround.minutes_at_hand(sitting, Occasion.TEAM) == 60
    assert teamround.take_minutes(sitting, Occasion.TEAM, 25) == 25
    assert teamround.take_minutes(sitting, Occasion.SUPERVISION, -3) == 1
    assert teamround.agenda(sitting, Occasion.TEAM).arrangement.minutes == 25
    for wrong in (0, 481):
        with pytest.raises(WrongUsage):
            teamround.agenda(sitting, Occasion.TEAM, wrong)


def test_the_trash_holds_no_points(sitting: Sitting) -> None:
    entry = write(sitting, "teamrunde", POINT)
    keeping.put_away(sitting, entry.id)
    assert planned(sitting) == []
    keeping.bring_back(sitting, entry.id)
    assert planned(sitting) == ["Wer darf den Waschraum öffnen?"]
