"""What stands in the place of a finding."""

from reflect.domain.decision import Action, Decision
from reflect.domain.wording import resolved, words_for
from tests.domain.reviews import review

FOUND = {one.id: one for one in review().findings}
RAHEL, SELAM = (next(one for one in FOUND.values() if one.surface == name) for name in ("Rahel", "Selam"))


def same(other: str) -> Decision:
    return Decision(action=Action.SAME_AS, same_as=other)


def test_the_words_follow_the_decision() -> None:
    for decision, words in (
        (None, "Selam"),
        (Decision(action=Action.KEEP), "Selam"),
        (Decision(action=Action.REPLACE), "Schwester von A"),
        (Decision(action=Action.REPLACE, text="Tante"), "Tante"),
        (Decision(action=Action.GENERALISE, text=""), ""),
    ):
        assert words_for(SELAM, {SELAM.id: decision} if decision else {}, FOUND) == words


def test_a_second_name_takes_the_words_its_person_was_given() -> None:
    decisions = {RAHEL.id: Decision(action=Action.REPLACE, text="Frau Blau"), SELAM.id: same(RAHEL.id)}
    assert words_for(SELAM, decisions, FOUND) == "Frau Blau"
    assert resolved(FOUND, decisions)[SELAM.id] == Decision(action=Action.REPLACE, text="Frau Blau")


def test_a_circle_of_second_names_ends() -> None:
    decisions = {RAHEL.id: same(SELAM.id), SELAM.id: same(RAHEL.id)}
    assert words_for(SELAM, decisions, FOUND) == "Klientin A"


def test_ids_that_are_not_on_the_page_are_passed_over() -> None:
    assert resolved(FOUND, {"pe999-1": Decision(action=Action.KEEP)}) == {}
    assert words_for(SELAM, {SELAM.id: same("pe999-1")}, FOUND) == "Schwester von A"
