"""Over everything that ships: a page for each receiver holds what its question lets through, and nothing else."""

from pathlib import Path
from typing import Any

import pytest

from reflect.domain.audience import Audience
from reflect.domain.entry import Entry
from reflect.domain.protocol import Protocol, Question, QuestionType, Share
from reflect.library.catalogue import Catalogue
from reflect.workflows import choosing, releasing, workshop
from reflect.workflows.handing_over import HandingOver
from reflect.workflows.repertoire import WRITTEN
from tests.workflows.pages import NOW, memory

CATALOGUE = Catalogue()
SHIPPED = [
    CATALOGUE.load(row.id, language)
    for language in ("de", "en")
    for row in CATALOGUE.protocols(language)
    if row.kind in WRITTEN
]
each_protocol = pytest.mark.parametrize("protocol", SHIPPED, ids=lambda one: f"{one.language}-{one.id}")


def word(question: Question, *parts: str) -> str:
    """A word that tells where it was written."""
    return "wort-" + "-".join((question.id, *parts))


def answered(question: Question) -> Any:
    """Something is said everywhere."""
    last = len(question.options)
    said: dict[QuestionType, Any] = {
        QuestionType.TEXT: word(question),
        QuestionType.LINE: word(question),
        QuestionType.LIST: [word(question)],
        QuestionType.SCALE: last,
        QuestionType.CHOICE: last,
        QuestionType.CHOICES: [last],
        QuestionType.DATE: "2026-12-01",
        QuestionType.NUMBER: 3,
        QuestionType.PEOPLE: [{"code": "Silberpappel", "role": word(question)}],
        QuestionType.GRID: [[word(question, row.id, one.id) for one in question.columns] for row in question.rows],
    }
    return said[question.type]


def allowed(question: Question, audience: Audience) -> set[str]:
    """What may be read on a page for this receiver, told from the protocol alone."""
    if question.share is Share.NEVER or (question.audiences and audience.circle not in question.audiences):
        return set()
    if question.type is not QuestionType.GRID:
        return {word(question)}
    return {
        word(question, row.id, column.id)
        for row in question.rows
        for column in question.columns
        if Share.NEVER not in {row.share, column.share}
    }


def full(protocol: Protocol) -> Entry:
    """An entry with every question answered."""
    answers = {question.id: answered(question) for question in protocol.questions()}
    return Entry(id="CCCCCCCCC1", protocol=protocol, created=NOW, changed=NOW, answers=answers)


@each_protocol
@pytest.mark.parametrize("audience", Audience)
def test_a_page_holds_only_what_may_reach_its_receiver(tmp_path: Path, protocol: Protocol, audience: Audience) -> None:
    sitting = memory(tmp_path)
    entry = full(protocol)
    sitting.save(entry)
    every = choosing.answers(sitting, [entry.id], audience)
    words = releasing.draft(every, audience, "Seite").text.split()
    expected = {one for question in protocol.questions() for one in allowed(question, audience)}
    everything = {w for question in protocol.questions() for w in _all_words(question)}
    found = {written.rstrip(".,:") for written in words if written.startswith("wort-")}
    listed = {QuestionType.SCALE, QuestionType.CHOICE, QuestionType.CHOICES, QuestionType.DATE, QuestionType.NUMBER}
    silent = {word(question) for question in protocol.questions() if question.type in listed}
    assert found == expected - silent
    assert not (everything - expected) & found
    held = {one.question for one in every if one.reason}
    assert all(not one.text for one in every if one.reason)
    for question in protocol.questions():
        if not question.may_reach(audience):
            assert question.id in held


@each_protocol
@pytest.mark.parametrize("audience", Audience)
def test_only_what_is_offered_is_preselected(tmp_path: Path, protocol: Protocol, audience: Audience) -> None:
    sitting = memory(tmp_path)
    entry = full(protocol)
    sitting.save(entry)
    chosen = HandingOver.begin(sitting, (entry.id,), audience).chosen()
    for key in chosen:
        if key.startswith(f"{workshop.TEXT}/"):
            continue  # the Leitbild's own words
        question = protocol.question(key.split("/")[1])
        assert question.share is Share.OFFER
        assert question.may_reach(audience)


def test_every_receiver_gets_something_and_never_exists() -> None:
    german = [protocol for protocol in SHIPPED if protocol.language == "de"]
    for audience in Audience:
        assert any(allowed(question, audience) for protocol in german for question in protocol.questions())
    assert any(question.share is Share.NEVER for protocol in german for question in protocol.questions())


def _all_words(question: Question) -> set[str]:
    if question.type is not QuestionType.GRID:
        return {word(question)}
    return {word(question, row.id, column.id) for row in question.rows for column in question.columns}
