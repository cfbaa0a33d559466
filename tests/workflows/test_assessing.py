"""Assessing oneself: kept at once, four weeks apart, forgotten with a person, and never released by itself."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reflect.anonymize.replacement import apply
from reflect.domain.assessment.mark import Hindrance, Mark
from reflect.domain.audience import Audience
from reflect.domain.decision import Action, Decision
from reflect.domain.entry import Entry
from reflect.domain.fault import NotFound, NotSaved, WrongUsage
from reflect.domain.leitbild import Leitbild
from reflect.domain.release import Gate
from reflect.language.assessment import anchors, hindrances
from reflect.workflows import answering, assessing, keeping
from reflect.workflows.assessing import Assessing
from reflect.workflows.forgetting import Oblivion
from reflect.workflows.handing_over import HandingOver
from reflect.workflows.opening import in_memory
from reflect.workflows.sitting import Sitting
from reflect.workflows.surroundings import Surroundings
from reflect.workflows.talking import Words, conversation, observations
from tests.workflows.evening import Clock

WORDS = Words(anchors(), hindrances())


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sitting(surroundings: Surroundings, clock: Clock) -> Iterator[Sitting]:
    with_clock = in_memory(surroundings, now=clock)
    yield with_clock
    with_clock.close()


def reworded(leitbild: Leitbild, statement: str, text: str) -> Leitbild:
    """The Leitbild in a new version that says one thing differently."""
    raw = leitbild.model_dump()
    raw["version"] = "2"
    for section in raw["sections"]:
        for one in section["statements"]:
            for part in (one, *one["parts"]):
                part["text"] = text if part["id"] == statement else part["text"]
    return Leitbild.model_validate(raw)


def test_what_was_said_is_there_the_next_time_without_a_day(sitting: Sitting) -> None:
    first = Assessing.begin(sitting)
    asked = first.items[0].statement
    first.mark(asked, Mark.MOSTLY)
    first.tell(asked, "  Sie hatte schon\neine Liste. ")
    first.blame(asked, [Hindrance.TEAM, Hindrance.TIME])
    again = Assessing.begin(sitting)
    said = again.rating(asked)
    assert (said.mark, said.example) == (Mark.MOSTLY, "Sie hatte schon eine Liste.")
    assert said.hindrances == (Hindrance.TIME, Hindrance.TEAM)
    assert again.index == 1, "it goes on where it was left"
    assert "2026-11-2" not in sitting.vault.body("assessments", "2026-11"), "no day of a rating"
    assert sitting.vault.record("assessments", "2026-11") == {"schema": 1, "month": "2026-11"}


def test_looking_keeps_nothing(sitting: Sitting) -> None:
    Assessing.begin(sitting).go(1)
    assert assessing.months(sitting) == ()


def test_four_weeks_lie_between_two_of_them(sitting: Sitting, clock: Clock) -> None:
    first = Assessing.begin(sitting)
    first.mark(first.items[0].statement, Mark.HALF)
    clock.time += timedelta(days=8)
    with pytest.raises(WrongUsage) as early:
        Assessing.begin(sitting)
    assert early.value.facts["day"] == sitting.today + timedelta(days=20)
    clock.time += timedelta(days=20)
    following = Assessing.begin(sitting)
    assert following.month.month == "2026-12"
    assert first.items[0].statement not in following.month.asked


def test_a_statement_of_ones_own_choice_comes_on_top_and_no_ninth(sitting: Sitting) -> None:
    this = Assessing.begin(sitting)
    chosen = [item.statement for item in this.instrument.rated if item.statement not in this.month.asked]
    this.choose(chosen[0])
    assert this.item is not None
    assert this.item.statement == chosen[0]
    this.mark(chosen[0], Mark.UNCLEAR)
    with pytest.raises(WrongUsage, match="assess-full"):
        this.choose(chosen[1])
    with pytest.raises(NotFound):
        this.choose("1.1")
    with pytest.raises(NotFound):
        this.mark(chosen[1], Mark.HALF)


def test_a_refused_save_leaves_what_was_said_before(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    this = Assessing.begin(sitting)
    asked = this.items[0].statement
    this.mark(asked, Mark.HALF)

    def refuse(*_words: object) -> None:
        raise NotSaved("no-space", sitting.vault.store.layout.folder)

    monkeypatch.setattr(sitting.vault, "put", refuse)
    with pytest.raises(NotSaved):
        this.mark(asked, Mark.MOSTLY)
    assert this.rating(asked).mark is Mark.HALF


def test_own_entries_that_touch_the_statement_stand_beside_it(sitting: Sitting) -> None:
    for words, statement in (("Viel erklärt.", "5.4"), ("Liste.", "5.4c"), ("Etwas anderes.", "3.1")):
        entry = answering.write(sitting, "kurzreflexion", {"was": words})
        entry.principles = [statement]
        sitting.save(entry)
    this = Assessing.begin(sitting)
    assert sorted(one.title for one in this.touching("5.4c")) == ["Liste.", "Viel erklärt."]
    assert [one.title for one in this.touching("5.4a")] == ["Viel erklärt."]


def test_a_new_wording_breaks_the_line_and_no_jump_is_asked_across_it(
    sitting: Sitting, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Assessing.begin(sitting)
    asked = first.items[-1].statement
    first.mark(asked, Mark.LEFT_UNDONE)
    clock.time += timedelta(days=30)
    second = Assessing.begin(sitting)
    second.choose(asked)
    second.mark(asked, Mark.MOSTLY)
    jump = second.jump(asked)
    assert jump is not None
    assert jump.before.month == "2026-11"
    clock.time += timedelta(days=30)
    other = reworded(sitting.leitbild, asked, "Wir fragen zuerst.")
    monkeypatch.setattr(Sitting, "leitbild", other)
    third = Assessing.begin(sitting)
    if asked not in third.month.asked:
        third.choose(asked)
    third.mark(asked, Mark.LEFT_UNDONE)
    assert third.jump(asked) is None
    line = next(one for one in third.lines() if one.statement == asked)
    assert [len(piece.points) for piece in line.pieces] == [2, 1]
    assert line.pieces[1].wording.version == "2"


def test_a_leitbild_without_the_statement_leaves_the_instruments_own_words(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Sitting, "leitbild", Leitbild(title="Kurz", version="7"))
    this = Assessing.begin(sitting)
    asked = this.items[0]
    assert (this.wording(asked.statement).version, this.wording(asked.statement).text) == ("7", asked.title)
    this.mark(asked.statement, Mark.HALF)
    with pytest.raises(NotFound):
        this.wording("9.9")


def test_what_changed_around_the_work_can_be_noted_later(sitting: Sitting) -> None:
    this = Assessing.begin(sitting)
    asked = this.items[0].statement
    this.mark(asked, Mark.HALF)
    assessing.name_frame(sitting, "2026-11", asked, "Neue Kollegin.")
    assert Assessing.begin(sitting).rating(asked).frame == "Neue Kollegin."
    with pytest.raises(NotFound):
        assessing.name_frame(sitting, "2026-10", asked, "Nichts.")


def test_a_forgotten_person_is_gone_from_the_examples_too(sitting: Sitting) -> None:
    this = Assessing.begin(sitting)
    asked = this.items[0].statement
    this.mark(asked, Mark.MOSTLY)
    this.tell(asked, "Selam hatte schon eine Liste.")
    this.observe("Selam wurde nicht gefragt.")
    person = Oblivion(sitting, "Selam", "Klientin")
    assert (person.report().places, person.report().entries) == (2, ("2026-11",))
    person.carry_out()
    assert Assessing.begin(sitting).rating(asked).example == "Klientin A hatte schon eine Liste."
    assert "Selam" not in sitting.vault.body("assessments", "2026-11")


def test_the_conversation_is_an_entry_that_is_not_written_twice(sitting: Sitting) -> None:
    this = Assessing.begin(sitting)
    asked = this.items[0].statement
    this.mark(asked, Mark.MOSTLY)
    this.observe("Niemand wird vorher gefragt.")
    lines, told = this.lines(), observations(sitting)
    entry = conversation(sitting, lines, "Wie macht ihr das?", WORDS, observed=told)
    assert entry.answers["frage"] == "Wie macht ihr das?"
    assert entry.answers["beobachtet"] == [f"{this.month.observe}: Niemand wird vorher gefragt."]
    assert conversation(sitting, lines, "Wie macht ihr das?", WORDS, observed=told).id == entry.id
    assert len(keeping.records(sitting)) == 1
    with pytest.raises(WrongUsage, match="talk-empty"):
        conversation(sitting, (), "", WORDS)


def released(sitting: Sitting, entry: Entry, audience: Audience) -> str:
    """Everything that may reach a receiver, on one page through the door."""
    handing = HandingOver.begin(sitting, (entry.id,), audience)
    handing.choose(one.key for one in handing.answers())
    review = handing.search("Gesprächskarte")
    for finding in review.findings:
        review.decide(finding.id, Decision(action=Action.KEEP), group=False)
    review.keep_all_advice()
    review.answer_gate(Gate(outside=not audience.in_the_house, basis="unrecognisable"))
    text = review.finish(apply, month=sitting.today)
    return "\n".join((text.title, *(passage.heading + passage.text for passage in text.passages)))


secret_words = st.text("abcdefghiklmnoprstuvw", min_size=9, max_size=12).map(lambda word: f"geheim{word}")
# The yearly workshop has a page of its own making, and a test of its own.
receivers = st.sampled_from([one for one in Audience if one is not Audience.WORKSHOP])
ratings = st.lists(st.tuples(st.sampled_from(list(Mark)), secret_words, st.booleans()), min_size=7, max_size=7)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=ratings, audience=receivers)
def test_nothing_private_reaches_a_released_document(
    surroundings: Surroundings, said: list[tuple[Mark, str, bool]], audience: Audience
) -> None:
    sitting = in_memory(surroundings)
    this = Assessing.begin(sitting)
    left_out, examples = [], {}
    for letter, item, (mark, words, chosen) in zip("abcdefg", this.items, said, strict=True):
        examples[item.statement] = letter + words  # no two the same
        this.mark(item.statement, mark)
        this.tell(item.statement, examples[item.statement])
        left_out += [] if chosen else [item.statement]
    lines = [line for line in this.lines() if line.statement not in left_out]
    if not lines:
        return
    page = released(sitting, conversation(sitting, lines, "Wie geht ihr damit um?", WORDS), audience)
    for statement, words in examples.items():
        assert (words in page) is (statement not in left_out)
    if audience is not Audience.INDIVIDUAL:
        assert not [words for words in anchors().values() if words in page]
    without_ids = page
    for line in lines:
        without_ids = without_ids.replace(line.statement, "")
    assert not any(sign.isdigit() for sign in without_ids), "no level, no count, no score"
    sitting.close()
