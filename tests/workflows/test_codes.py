"""Code names stay inside: each page that leaves gives the people behind them letters of its own."""

from pathlib import Path

from reflect.anonymize.replacement import apply
from reflect.domain.audience import Audience
from reflect.domain.decision import Action
from reflect.domain.finding import Tier
from reflect.domain.mention import certain
from reflect.workflows import answering, releasing
from reflect.workflows.sitting import Sitting
from tests.workflows.pages import memory

PEOPLE = [{"code": "", "role": "Mutter"}, {"code": "Edeltanne", "role": "Lehrkraft"}, {"code": "Selam", "role": "Kind"}]


def page(sitting: Sitting, scene: str) -> str:
    """What a page for the consultation says after nothing but what is certain was replaced."""
    answers = {"beteiligte": PEOPLE, "szene": scene}
    entry = answering.write(sitting, "kollegiale-beratung-vorbereiten", answers)
    assert entry.answers["beteiligte"][0] == {"code": "Silberpappel", "role": "Mutter"}  # type: ignore[index]  # a list
    chosen = list(releasing.candidates(sitting, [entry.id], Audience.CONSULTATION))
    review = releasing.review(
        releasing.draft(chosen, Audience.CONSULTATION, "Seite"), releasing.registry_of(sitting, [entry.id])
    )
    decisions = certain(review)
    people = [finding for finding in review.findings if finding.surface in {"Silberpappel", "Edeltanne", "Selam"}]
    assert {finding.tier for finding in people} == {Tier.CERTAIN}
    assert all(decisions[finding.id].action is Action.REPLACE for finding in people)
    return apply(review.draft.text, review.findings, decisions)


def test_codes_are_replaced_anew_on_each_page(tmp_path: Path) -> None:
    sitting = memory(tmp_path)
    first = page(sitting, "Silberpappel war laut, Edeltanne blieb still.")
    second = page(sitting, "Edeltanne war laut, Silberpappel blieb still.")
    for text in (first, second):
        assert not any(code in text for code in ("Silberpappel", "Edeltanne", "Selam"))
    assert "Person A war laut, Person B blieb still." in first
    assert "Person A war laut, Person B blieb still." in second, "letters follow the page, not the code"


def test_an_ordinary_word_is_no_code(tmp_path: Path) -> None:
    sitting = memory(tmp_path)
    people = [{"code": "Klientin", "role": "sie"}, {"code": "Silberpappel", "role": ""}]
    entry = answering.write(sitting, "netzwerk", {"beteiligte": people})
    assert [name.surface for name in releasing.registry_of(sitting, [entry.id]).names] == ["Silberpappel"]
