"""Entries: ids, titles, records, and fields of newer versions."""

import json
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from reflect.domain.entry import CROCKFORD, Entry, NextStep, around, new_id, shortened
from reflect.domain.protocol import Protocol, ProtocolKind, Question, QuestionType, Step
from reflect.domain.trial import planned

NOW = datetime(2026, 11, 23, 17, 41, tzinfo=UTC)
PROTOCOL = Protocol(
    id="probe",
    kind=ProtocolKind.REFLECTION,
    version=1,
    language="de",
    title="Probe",
    summary="",
    minutes=5,
    steps=(
        Step(
            id="versuch",
            title="Versuch",
            questions=(
                Question(id="was-war", type=QuestionType.TEXT, text="Was war?"),
                Question(id="titel", type=QuestionType.LINE, text="Ein Name?"),
                Question(id="versuch", type=QuestionType.LINE, text="Was versuchst du?"),
                Question(id="wann", type=QuestionType.DATE, text="Bis wann?"),
            ),
        ),
    ),
)


def entry(**answers: str) -> Entry:
    kept = {name.replace("_", "-"): value for name, value in answers.items()}
    return Entry(id="0000000000", protocol=PROTOCOL, created=NOW, changed=NOW, answers=kept)


def test_ids_have_ten_characters_that_nobody_confuses() -> None:
    ids = {new_id() for _ in range(500)}
    assert len(ids) == 500
    assert all(len(one) == 10 and set(one) <= set(CROCKFORD) for one in ids)
    assert not set("ILOU") & set(CROCKFORD)


def test_the_title_is_the_name_given_else_the_first_words() -> None:
    assert entry().title == ""
    assert entry(was_war="\n  Der Flur war laut.\nUnd dann").title == "Der Flur war laut."
    assert entry(was_war="Der Flur", titel=" Der laute Flur ").title == "Der laute Flur"


@given(st.text(), st.integers(2, 60))
def test_a_shortened_line_fits_and_says_when_it_is_cut(text: str, width: int) -> None:
    line = shortened(text, width)
    assert len(line) <= width
    assert "\n" not in line
    first = next((part.strip() for part in text.splitlines() if part.strip()), "")
    assert line == first or line.endswith("…")


def test_unknown_fields_of_a_newer_version_are_kept() -> None:
    body = json.loads(entry(was_war="Etwas").dump())
    body["mood"] = {"later": True}
    assert json.loads(Entry.load(json.dumps(body)).dump())["mood"] == {"later": True}
    assert body["schema"] == 1


def test_a_date_speaks_of_the_line_before_it() -> None:
    one = entry(versuch="Erst fragen", wann="2026-12-01")
    one.next_steps = [NextStep(text="Von Hand", due=date(2026, 11, 30))]
    one.next_steps = planned(one)
    assert [(step.text, step.due) for step in one.next_steps] == [
        ("Erst fragen", date(2026, 12, 1)),
        ("Von Hand", date(2026, 11, 30)),
    ]


def test_planning_again_changes_the_day_and_keeps_what_was_looked_back_on() -> None:
    one = entry(versuch="Erst fragen", wann="2026-12-01")
    one.next_steps = planned(one)
    one.next_steps[0] = one.next_steps[0].model_copy(update={"done": date(2026, 12, 2), "outcome": "Es ging."})
    one.answers["wann"] = "2026-12-05"
    again = planned(one)
    assert [(step.due, step.done, step.outcome) for step in again] == [
        (date(2026, 12, 5), date(2026, 12, 2), "Es ging.")
    ]


def test_a_date_without_a_line_takes_the_title() -> None:
    assert [step.text for step in planned(entry(titel="Der laute Flur", wann="2026-12-01"))] == ["Der laute Flur"]


def test_a_hit_far_in_a_line_is_brought_to_its_front() -> None:
    line = "Sagen, dass ich fünf Minuten habe, und einen Termin anbieten"
    assert around(line, "termin") == "… und einen Termin anbieten"
    assert around(line, "sagen") == line


@given(st.text(alphabet="ab cd", min_size=1, max_size=80), st.text(alphabet="abcd", min_size=1, max_size=3))
def test_a_hit_is_never_cut_away(line: str, words: str) -> None:
    shown = around(line, words)
    assert (words in shown) == (words in line)
    assert shown.removeprefix("… ") in line
    assert words not in line or shown.find(words) + len(words) <= 32
