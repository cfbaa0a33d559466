"""The door opens only when a person decided everything."""

from collections.abc import Mapping
from datetime import date

import pytest

from reflect.domain.audience import Audience
from reflect.domain.decision import Action, Decision
from reflect.domain.fault import NotFound, Undecided
from reflect.domain.finding import Finding, Kind, Tier
from reflect.domain.release import Draft, Gate, Passage, Review

TODAY = date(2026, 11, 23)
PAGE = Draft(
    audience=Audience.TEAM,
    title="Vorlage",
    passages=(Passage(heading="Was war?", text="Selam kam.\nSelam ging mit Bahar."), Passage(heading="", text="Ende.")),
)


def finding(surface: str, *, nth: int = 0, tier: Tier = Tier.SUSPECT, entity: str = "") -> Finding:
    start = -1
    for _ in range(nth + 1):
        start = PAGE.text.index(surface, start + 1)
    return Finding(
        id=f"f{start}",
        start=start,
        end=start + len(surface),
        kind=Kind.PERSON,
        tier=tier,
        surface=surface,
        replacement="Person A",
        entity=entity,
    )


def swap(text: str, findings: tuple[Finding, ...], decisions: Mapping[str, Decision]) -> str:
    for one in sorted(findings, key=lambda each: -each.start):
        if one.id in decisions and decisions[one.id].action is Action.REPLACE:
            text = text[: one.start] + one.replacement + text[one.end :]
    return text


def open_review() -> Review:
    return Review(PAGE, (finding("Selam", entity="s"), finding("Selam", nth=1, entity="s"), finding("Bahar")))


def test_nothing_leaves_while_one_finding_waits() -> None:
    review = open_review()
    review.answer_gate(Gate(basis="consent"))
    first, second, third = review.findings
    review.decide(first.id, Decision(action=Action.REPLACE))
    assert [one.id for one in review.undecided()] == [third.id]
    with pytest.raises(Undecided) as held:
        review.finish(swap, month=TODAY)
    assert held.value.count == 1
    assert held.value.code == 7
    assert second.id in review.decisions


def test_nothing_leaves_before_the_gate_or_with_a_yes_at_the_neighbour_questions() -> None:
    review = Review(PAGE, ())
    with pytest.raises(Undecided):
        review.finish(swap, month=TODAY)
    for yes in ("recognisable", "joinable", "dangerous"):
        review.answer_gate(Gate(basis="consent", **{yes: True}))
        with pytest.raises(Undecided):
            review.finish(swap, month=TODAY)


def test_a_released_text_holds_the_decisions_and_only_the_month() -> None:
    review = open_review()
    review.decide(review.findings[0].id, Decision(action=Action.REPLACE))
    review.decide(review.findings[2].id, Decision(action=Action.KEEP))
    review.answer_gate(Gate(basis="consent"))
    released = review.finish(swap, month=TODAY)
    assert released.passages[0].text == "Person A kam.\nPerson A ging mit Bahar."
    assert released.replaced == {"Selam"}
    assert released.kept == {"Bahar"}
    assert released.month == date(2026, 11, 1)
    assert "Selam" not in repr(released)


def test_a_withdrawn_line_does_not_leave_and_comes_back() -> None:
    review = open_review()
    for one in review.findings:
        review.decide(one.id, Decision(action=Action.REPLACE), group=False)
    review.answer_gate(Gate(basis="consent"))
    review.withdraw(0, 1)
    assert review.finish(swap, month=TODAY).passages[0].text == "Person A kam."
    review.withdraw(0, 1)
    assert "ging" in review.finish(swap, month=TODAY).passages[0].text


def test_decisions_can_be_taken_back_in_order() -> None:
    review = open_review()
    review.decide(review.findings[0].id, Decision(action=Action.KEEP))
    review.decide(review.findings[2].id, Decision(action=Action.KEEP))
    assert review.undo()
    assert [one.surface for one in review.undecided()] == ["Bahar"]
    assert review.undo()
    assert len(review.undecided()) == 3
    assert not review.undo()


def test_advice_needs_one_decision() -> None:
    review = Review(PAGE, (finding("Bahar", tier=Tier.ADVICE),))
    assert review.undecided()
    review.keep_all_advice()
    assert not review.undecided()
    assert review.undo()
    assert review.undecided()


def test_an_unknown_finding_is_named() -> None:
    with pytest.raises(NotFound):
        open_review().decide("f999", Decision(action=Action.KEEP))
    with pytest.raises(NotFound):
        open_review().decide(open_review().findings[0].id, Decision(action=Action.SAME_AS, same_as="f999"))


def test_spans_cover_the_text_exactly() -> None:
    for start, end, number, place in PAGE.spans():
        part = PAGE.text[start:end]
        assert part == (PAGE.title if number < 0 else getattr(PAGE.passages[number], place))


def test_a_second_name_is_carried_out_across_passages() -> None:
    page = Draft(
        audience=Audience.TEAM,
        title="",
        passages=(Passage(heading="", text="Selam kam."), Passage(heading="", text="Bahar ging.")),
    )
    selam = finding("Selam").model_copy(update={"start": 2, "end": 7, "id": "s"})
    bahar = finding("Bahar").model_copy(update={"start": 14, "end": 19, "id": "b"})
    review = Review(page, (selam, bahar))
    review.decide("s", Decision(action=Action.REPLACE, text="Blau"))
    review.decide("b", Decision(action=Action.SAME_AS, same_as="s"))

    def put(text: str, findings: tuple[Finding, ...], decisions: Mapping[str, Decision]) -> str:
        for one in findings:
            text = text[: one.start] + (decisions[one.id].text or "") + text[one.end :]
        return text

    assert [passage.text for passage in review.page(put)[1]] == ["Blau kam.", "Blau ging."]


def test_a_passage_whose_lines_are_all_withdrawn_leaves_with_its_heading() -> None:
    review = Review(PAGE, ())
    review.answer_gate(Gate(basis="consent"))
    review.withdraw(0, 0)
    review.withdraw(0, 1)
    assert [passage.text for passage in review.finish(swap, month=TODAY).passages] == ["Ende."]


def test_what_a_minor_entrusted_needs_more_than_that_the_work_needs_it() -> None:
    review = Review(PAGE, ())
    review.answer_gate(Gate(basis="necessary", entrusted=True))
    with pytest.raises(Undecided):
        review.finish(swap, month=TODAY)
    review.answer_gate(Gate(basis="consent", entrusted=True))
    assert review.finish(swap, month=TODAY).gate.entrusted


def test_a_reopened_group_waits_again() -> None:
    review = open_review()
    review.decide(review.findings[0].id, Decision(action=Action.REPLACE))
    review.reopen(review.findings[1].id)
    assert len(review.undecided()) == 3
    assert review.undo()
    assert len(review.undecided()) == 1
