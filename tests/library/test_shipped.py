"""What ships: promises that hold for every protocol of this team's library, in both languages."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reflect.domain.answer import checked
from reflect.domain.audience import Audience
from reflect.domain.leitbild import covers
from reflect.domain.protocol import Protocol, ProtocolKind, Question, QuestionType, Share
from reflect.domain.walk import places
from reflect.library.catalogue import Catalogue
from reflect.library.leitbild import shipped

OURS = {ProtocolKind.REFLECTION, ProtocolKind.PREPARATION}
CATALOGUE = Catalogue()
ALL = [CATALOGUE.load(row.id, language) for language in ("de", "en") for row in CATALOGUE.protocols(language)]
PROTOCOLS = [protocol for protocol in ALL if protocol.kind in OURS]
each_protocol = pytest.mark.parametrize("protocol", PROTOCOLS, ids=lambda one: f"{one.language}-{one.id}")

REFLECTION = """kurzreflexion rueckblick freie-seite schluesselsituation fallbesprechung ethik-klaerung
abwaegung-begleitung vorfall-rueckschau nach-belastendem-ereignis macht-und-vorurteil rassismus-erlebt naehe-und-distanz
gespraech-mit-sprachmittlung abschiebung-im-haus abschied-und-uebergabe netzwerk ueberlastung entwicklungsziel
reflexionstiefe"""
PREPARATION = """einzelsupervision teamsupervision nach-der-supervision kollegiale-beratung-vorbereiten
mitarbeitergespraech teamrunde dienstberatung beschwerde-und-beteiligung leitbild-vorschlag"""
DANGEROUS = """kurzreflexion nach-belastendem-ereignis vorfall-rueckschau fallbesprechung ethik-klaerung
rassismus-erlebt abschiebung-im-haus ueberlastung"""


def words(protocol: Protocol) -> Iterator[str]:
    yield from (protocol.title, protocol.summary, *protocol.intro)
    for step in protocol.steps:
        yield from (step.title, *step.guidance, *step.read_aloud)
        for question in step.questions:
            yield from (question.text, question.help, *question.options)
            yield from (label.text for label in (*question.rows, *question.columns))


@pytest.mark.parametrize(
    ("language", "kind", "ids"),
    [
        (language, kind, ids)
        for language in ("de", "en")
        for kind, ids in ((ProtocolKind.REFLECTION, REFLECTION), (ProtocolKind.PREPARATION, PREPARATION))
    ],
)
def test_the_library_is_complete(language: str, kind: ProtocolKind, ids: str) -> None:
    found = {one.id for one in PROTOCOLS if one.kind is kind and one.language == language}
    assert found >= set(ids.split())


@each_protocol
def test_minutes_of_the_steps_make_the_whole(protocol: Protocol) -> None:
    minutes = [step.minutes for step in protocol.steps if step.minutes]
    assert not minutes or sum(minutes) == protocol.minutes


@each_protocol
def test_a_protocol_names_the_statements_its_questions_touch(protocol: Protocol) -> None:
    touched = {statement for question in protocol.questions() for statement in question.principles}
    assert touched <= set(protocol.principles)
    assert protocol.principles


def test_every_statement_is_exercised_by_a_protocol() -> None:
    exercised = {statement for protocol in PROTOCOLS for statement in protocol.principles}
    for statement in shipped("de").statements():
        assert any(covers(statement.id, one) for one in exercised), statement.id


@each_protocol
def test_a_day_belongs_to_a_text_of_the_same_step(protocol: Protocol) -> None:
    for step in protocol.steps:
        for index, question in enumerate(step.questions):
            if question.type is QuestionType.DATE:
                before = {other.type for other in step.questions[:index]}
                assert before & {QuestionType.LINE, QuestionType.TEXT}


@each_protocol
def test_nothing_of_the_writer_s_strain_can_leave(protocol: Protocol) -> None:
    for question in protocol.questions():
        if question.id.startswith("belastung") or question.id == "drei-woerter":
            assert not any(question.may_reach(audience) for audience in Audience)
        if question.id == "resonanz":
            assert question.share is Share.ASK
            assert question.audiences == (Audience.INDIVIDUAL,)


@pytest.mark.parametrize("protocol_id", ["naehe-und-distanz", "reflexionstiefe", "nach-belastendem-ereignis"])
def test_private_protocols_give_nothing_away(protocol_id: str) -> None:
    for language in ("de", "en"):
        assert {question.share for question in CATALOGUE.load(protocol_id, language).questions()} == {Share.NEVER}


def test_the_appraisal_talk_preselects_nothing() -> None:
    for question in CATALOGUE.load("mitarbeitergespraech", "de").questions():
        assert question.share in {Share.ASK, Share.NEVER}


@pytest.mark.parametrize(
    "protocol_id",
    DANGEROUS.split(),
)
def test_danger_is_met_in_the_first_step(protocol_id: str) -> None:
    assert CATALOGUE.load(protocol_id, "de").steps[0].stop is not None


@each_protocol
def test_the_words_are_typeset_for_their_language(protocol: Protocol) -> None:
    wrong = r"""["']|„|\s-\s""" if protocol.language == "en" else r"""["']|“\w|”|\s-\s"""
    for text in words(protocol):
        assert not re.search(wrong, text), text
        assert text == " ".join(text.split())


@each_protocol
def test_sentences_are_short(protocol: Protocol) -> None:
    for text in words(protocol):
        assert all(len(sentence.split()) <= 20 for sentence in re.split(r"(?<=[.!?])\s+", text)), text
    assert len(protocol.title) <= 40
    assert len(protocol.summary) <= 100


@each_protocol
def test_every_question_ends_like_one_or_like_an_invitation(protocol: Protocol) -> None:
    for question in protocol.questions():
        assert question.text.endswith(("?", ".", "“", "”")), question.text


@each_protocol
def test_the_way_passes_every_question_once(protocol: Protocol) -> None:
    passed = [question.id for place in places(protocol) for question in place.questions]
    assert passed == [question.id for question in protocol.questions()]


LINE = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=30)
PERSON = st.fixed_dictionaries({"code": LINE, "role": LINE})


def answers(question: Question) -> st.SearchStrategy[Any]:
    position = st.integers(1, max(1, len(question.options)))
    row = st.lists(LINE, max_size=len(question.columns))
    by_type: dict[QuestionType, st.SearchStrategy[Any]] = {
        QuestionType.TEXT: st.text(max_size=40),
        QuestionType.LINE: LINE,
        QuestionType.LIST: st.lists(LINE, max_size=4),
        QuestionType.SCALE: position,
        QuestionType.CHOICE: position,
        QuestionType.CHOICES: st.lists(position, max_size=4),
        QuestionType.DATE: st.dates().map(lambda day: day.isoformat()),
        QuestionType.NUMBER: st.integers(0, 600),
        QuestionType.GRID: st.lists(row, max_size=len(question.rows)),
        QuestionType.PEOPLE: st.lists(PERSON, max_size=3),
    }
    return by_type[question.type]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_every_question_takes_what_fits_it_and_keeps_it(data: st.DataObject) -> None:
    protocol = data.draw(st.sampled_from(PROTOCOLS))
    for question in protocol.questions():
        kept = checked(question, data.draw(answers(question)))
        assert checked(question, kept) == kept
        if question.type is QuestionType.GRID:
            assert isinstance(kept, list)
            assert len(kept) == len(question.rows)


@pytest.mark.parametrize("protocol_id", (REFLECTION + " " + PREPARATION).split())
def test_each_language_has_its_own_words(protocol_id: str) -> None:
    german, english = CATALOGUE.load(protocol_id, "de"), CATALOGUE.load(protocol_id, "en")
    assert german.summary != english.summary
    for one, other in zip(german.questions(), english.questions(), strict=True):
        assert one.text != other.text
