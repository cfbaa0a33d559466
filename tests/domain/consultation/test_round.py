"""Rounds and casting: who has the word, and who does what."""

import pytest

from reflect.domain.consultation.casting import Casting
from reflect.domain.consultation.round import Round
from reflect.domain.fault import WrongUsage
from reflect.domain.protocol import Role

NAMES = ("Mina", "Tom", "Ines", "Jale", "Ben", "Uli")


def test_everybody_has_the_word_once_and_one_may_pass() -> None:
    turns = Round(order=("Tom", "Ines", "Jale"))
    assert (turns.speaker, turns.following) == ("Tom", "Ines")
    turns = turns.give().let_pass()
    assert (turns.speaker, turns.following, turns.passed) == ("Jale", None, ("Ines",))
    over = turns.give()
    assert over.speaker is None
    assert over.give() == over
    assert over.let_pass().passed == ("Ines",)


def test_another_lap_begins_with_another_voice() -> None:
    again = Round(order=("Tom", "Ines", "Jale")).let_pass().again()
    assert (again.order, again.turn, again.passed, again.lap) == (("Ines", "Jale", "Tom"), 0, (), 2)


def test_roles_are_merged_below_five_and_split_from_seven() -> None:
    four = Casting.of(NAMES[:4], "Mina", "Tom")
    assert (four.merged, four.advisors, four.scribe, four.timekeeper) == (True, ("Tom", "Ines", "Jale"), "Tom", "Tom")
    six = Casting.of(NAMES, "Mina", "Tom")
    assert (six.merged, six.advisors, six.scribe, six.timekeeper) == (
        False,
        ("Ines", "Jale", "Ben", "Uli"),
        "Uli",
        "Tom",
    )
    assert Casting.of((*NAMES, "Ada"), "Mina", "Tom").timekeeper == "Ines"
    assert [casting.people for casting in (four, six)] == [4, 6]


def test_a_large_group_has_a_core() -> None:
    many = Casting.of(tuple(f"P{n}" for n in range(12)), "P0", "P1")
    assert many.core == ("P2", "P3", "P4")


def test_the_order_of_a_round_names_everybody_once() -> None:
    for names in (NAMES, NAMES[:3]):
        casting = Casting.of(names, "Mina", "Tom")
        assert sorted(casting.order((Role.ALL,))) == sorted(names)
        assert casting.order((Role.ADVISORS,)) == casting.advisors


def test_a_casting_needs_two_different_people() -> None:
    for names, presenter, facilitator in (
        (("Mina", "Mina"), "Mina", "Tom"),
        (NAMES, "Mina", "Mina"),
        (NAMES, "Mina", "Eva"),
    ):
        with pytest.raises(WrongUsage):
            Casting.of(names, presenter, facilitator)
