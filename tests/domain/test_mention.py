"""The list of the review: order, states, choices and the way to the next open row."""

from reflect.domain.decision import Action, Decision
from reflect.domain.mention import Mention, Section, State, certain, choices, decided, mentions, next_open, same_as
from reflect.domain.release import Review
from tests.domain.reviews import review

REPLACE = Decision(action=Action.REPLACE)


def begun() -> Review:
    open_review = review()
    open_review.take_up(certain(open_review))
    return open_review


def named(open_review: Review, surface: str) -> Mention:
    return next(one for one in mentions(open_review) if one.findings[0].surface == surface)


def test_one_row_for_each_person_or_thing_people_first_and_advice_last() -> None:
    rows = mentions(review())
    assert [(row.section, row.surface) for row in rows] == [
        (Section.PEOPLE, "Rahel"),
        (Section.PEOPLE, "Selam"),
        (Section.PLACES, "Amt"),
        (Section.TIME, "am 12. Dezember"),
        (Section.RECOGNISABLE, "34"),
        (Section.RECOGNISABLE, "Eritrea"),
    ]
    assert [len(row.findings) for row in rows] == [2, 2, 1, 1, 1, 1]


def test_what_is_certain_begins_replaced_and_the_rest_is_open() -> None:
    rows = mentions(begun())
    assert [(row.state, row.words) for row in rows] == [
        (State.REPLACED, "Klientin A"),
        (State.OPEN, "Selam"),
        (State.REPLACED, "Behörde 1"),
        (State.REPLACED, "in der Woche darauf"),
        (State.OPEN, "34"),
        (State.OPEN, "Eritrea"),
    ]
    assert decided(rows) == (3, 6)


def test_a_beginning_is_not_taken_back() -> None:
    open_review = begun()
    assert not open_review.undo()
    assert decided(mentions(open_review)) == (3, 6)


def test_the_next_open_row_is_looked_for_below_and_then_from_the_top() -> None:
    open_review = begun()
    rows = mentions(open_review)
    first = next_open(rows)
    assert first is not None
    assert first.surface == "Selam"
    after_age = next_open(rows, named(open_review, "34").id)
    assert after_age is not None
    assert after_age.surface == "Eritrea"
    wrapped = next_open(rows, named(open_review, "Eritrea").id)
    assert wrapped is not None
    assert wrapped.surface == "Selam"


def test_nothing_is_next_when_nothing_waits() -> None:
    open_review = begun()
    for row in mentions(open_review):
        open_review.decide(row.id, Decision(action=Action.KEEP))
    assert next_open(mentions(open_review)) is None


def test_a_person_is_replaced_is_somebody_or_stays() -> None:
    open_review = begun()
    offered = choices(mentions(open_review), named(open_review, "Selam"))
    assert [choice.letter for choice in offered] == ["E", "A", "B", "I"]
    assert offered[0].words == "Schwester von A"
    assert offered[0].decision() == REPLACE
    assert offered[0].decision(text=" Tante von A ") == Decision(action=Action.REPLACE, text="Tante von A")


def test_somebody_alone_is_the_same_as_nobody() -> None:
    open_review = begun()
    offered = choices(mentions(open_review), named(open_review, "Amt"))
    assert [choice.letter for choice in offered] == ["E", "B", "I"]


def test_a_second_name_takes_the_role_of_the_first_and_is_nobodys_target() -> None:
    open_review = begun()
    rahel = named(open_review, "Rahel")
    selam = named(open_review, "Selam")
    assert same_as(mentions(open_review), selam) == (rahel,)
    alias = choices(mentions(open_review), selam)[1]
    open_review.decide(selam.id, alias.decision(same=rahel.id))
    selam = named(open_review, "Selam")
    assert (selam.state, selam.words) == (State.REPLACED, "Klientin A")
    assert same_as(mentions(open_review), named(open_review, "Rahel")) == ()


def test_advice_is_made_more_general_step_by_step() -> None:
    open_review = begun()
    offered = choices(mentions(open_review), named(open_review, "34"))
    assert [(choice.letter, choice.words) for choice in offered] == [
        ("V", "Mitte 30"),
        ("VV", "über 30"),
        ("B", ""),
        ("I", ""),
    ]
    open_review.decide(named(open_review, "34").id, offered[0].decision())
    age = named(open_review, "34")
    assert (age.state, age.words, age.step_after()) == (State.GENERALISED, "Mitte 30", "über 30")
    open_review.decide(age.id, Decision(action=Action.GENERALISE, text="über 30"))
    assert named(open_review, "34").step_after() == ""
    open_review.decide(age.id, Decision(action=Action.GENERALISE, text=""))
    age = named(open_review, "34")
    assert (age.state, age.step_after()) == (State.LEFT_OUT, None)
    assert [choice.letter for choice in choices(mentions(open_review), age)] == ["B", "I"]


def test_one_decision_keeps_the_rest_of_the_advice() -> None:
    open_review = begun()
    open_review.keep_all_advice()
    assert named(open_review, "Eritrea").state is State.KEPT
    assert named(open_review, "Selam").state is State.OPEN
