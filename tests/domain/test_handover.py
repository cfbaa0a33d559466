"""A handover keeps a review exactly as it was left."""

from datetime import UTC, datetime

from reflect.domain.audience import Audience
from reflect.domain.decision import Action, Decision
from reflect.domain.handover import Handover
from reflect.domain.release import Gate
from tests.domain.reviews import review

NOW = datetime(2026, 11, 23, 17, 41, tzinfo=UTC)


def fresh() -> Handover:
    return Handover(id="0" * 10, entries=("A",), audience=Audience.TEAM, begun=NOW, changed=NOW)


def test_a_review_comes_back_with_everything_decided() -> None:
    left = review()
    left.decide(left.findings[0].id, Decision(action=Action.REPLACE))
    left.keep_all_advice()
    left.withdraw(0, 1)
    left.answer_gate(Gate(basis="consent", outside=True))
    kept = fresh()
    kept.take(left)
    again = Handover.load(kept.dump()).review()
    assert again is not None
    assert again.draft == left.draft
    assert again.findings == left.findings
    assert again.decisions == left.decisions
    assert [one.id for one in again.undecided()] == [one.id for one in left.undecided()]
    assert again.withdrawn == left.withdrawn
    assert again.gate == left.gate


def test_before_the_search_there_is_no_review() -> None:
    assert fresh().review() is None


def test_the_record_holds_no_words_of_the_page() -> None:
    kept = fresh()
    kept.take(review())
    assert "Selam" not in str(kept.record())
    assert kept.record()["schema"] == 1


def test_fields_of_a_newer_version_are_kept() -> None:
    body = fresh().dump().replace('"file":""', '"file":"","weather":"fine"')
    assert '"weather":"fine"' in Handover.load(body).dump()
