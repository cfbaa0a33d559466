"""The conversation of a review, without any screen."""

from reflect.domain.conversation import Conversation
from reflect.domain.mention import State, certain
from reflect.domain.release import Review
from tests.domain.reviews import PAGE, review


def begun() -> Conversation:
    open_review = review()
    open_review.take_up(certain(open_review))
    return Conversation(open_review)


def asked(talk: Conversation) -> str:
    assert talk.current is not None
    return talk.current.surface


def test_it_begins_with_the_first_that_waits_and_moves_on_by_itself() -> None:
    talk = begun()
    order = []
    while talk.waiting:
        order.append(asked(talk))
        assert talk.decide("B")
    assert order == ["Selam", "34", "Eritrea"]
    assert asked(talk) == "Eritrea"


def test_a_letter_that_is_not_offered_changes_nothing() -> None:
    talk = begun()
    assert not talk.decide("V")
    assert not talk.decide("A")
    assert talk.waiting == 3


def test_who_it_is_the_same_as_is_said_by_id() -> None:
    talk = begun()
    [rahel] = talk.others
    assert talk.decide("A", same=rahel.id)
    talk.step(-3)
    assert talk.current is not None
    assert (talk.current.state, talk.current.words) == (State.REPLACED, "Klientin A")


def test_two_steps_are_one_where_there_is_no_second() -> None:
    talk = begun()
    talk.go_to(next(one.id for one in talk.review.findings if one.surface == "Eritrea"))
    assert talk.decide("VV")
    talk.go_to(next(one.id for one in talk.review.findings if one.surface == "Eritrea"))
    assert talk.current is not None
    assert talk.current.state is State.LEFT_OUT
    assert not talk.decide("VV")


def test_what_is_taken_back_is_asked_again() -> None:
    talk = begun()
    talk.decide("E", text="Tante von A")
    talk.decide("V")
    assert talk.undo()
    assert asked(talk) == "34"
    assert talk.undo()
    assert asked(talk) == "Selam"
    assert not talk.undo()


def test_one_decision_keeps_the_rest() -> None:
    talk = begun()
    talk.keep_rest()
    assert talk.waiting == 1
    assert asked(talk) == "Selam"
    assert talk.undo()
    assert talk.waiting == 3


def test_the_ends_of_the_list_hold() -> None:
    talk = begun()
    talk.step(-99)
    assert asked(talk) == "Rahel"
    talk.step(99)
    assert asked(talk) == "Eritrea"
    assert talk.go_to_first_open()
    assert asked(talk) == "Selam"


def test_a_page_that_tells_nothing_has_nothing_to_ask() -> None:
    talk = Conversation(Review(PAGE, ()))
    assert talk.current is None
    assert not talk.choices
    assert not talk.others
    assert not talk.go_to_first_open()
    assert not talk.decide("B")
