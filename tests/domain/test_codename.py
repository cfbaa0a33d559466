"""Code names are neutral: nobody's name, no place, no initials; the next free one is proposed."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.anonymize.detection import detect
from reflect.anonymize.lists import shipped
from reflect.anonymize.tokens import fold
from reflect.domain.answer import checked
from reflect.domain.codename import CODE_NAMES, free, is_code_name, named
from reflect.domain.finding import Tier
from reflect.domain.protocol import Question, QuestionType
from reflect.domain.registry import KnownName

WHO = Question(id="wer", type=QuestionType.PEOPLE, text="Wer?")
EVERYDAY = (
    "Ich habe heute viel erklärt und wenig gefragt. Die Leitung war im Haus, das Amt hat angerufen, und am Abend "
    "saßen alle im Hof unter den Bäumen. Morgen wandern wir mit den Kindern, sie wollen Nüsse sammeln und goldene "
    "Blätter. Danach plane ich das Gespräch mit der Schule und mache den Antrag fertig."
)


@pytest.mark.parametrize("code", CODE_NAMES)
def test_a_code_name_is_nobody_s_name_and_no_place(code: str) -> None:
    lists, folded = shipped(), fold(code)
    for names in (lists.female, lists.male, lists.surnames, lists.places, lists.origins, lists.words):
        assert folded not in names
    assert len(code) > 6, "no initials"
    assert is_code_name(code)


@pytest.mark.parametrize("code", CODE_NAMES)
def test_the_detector_knows_a_code_name_as_a_person(code: str) -> None:
    known = [KnownName(surface=one) for one in CODE_NAMES]
    text = f"{code} war laut. Dann ging es mit {code}. {code}s Mutter hat angerufen.\n{code}: Mutter"
    found = [finding for finding in detect(text, known) if code in finding.surface]
    assert len(found) == 4
    assert {finding.tier for finding in found} == {Tier.CERTAIN}
    assert {finding.replacement for finding in found} == {"Person A"}


def test_ordinary_words_are_not_taken_for_code_names() -> None:
    assert detect(EVERYDAY, [KnownName(surface=one) for one in CODE_NAMES]) == detect(EVERYDAY)


def test_after_the_last_one_they_are_numbered() -> None:
    every = list(itertools.islice(free(()), 45))
    assert len(set(every)) == 45
    assert every[20] == "Silberpappel 2"
    assert all(is_code_name(code) for code in every)
    assert not is_code_name("Selam")
    assert not is_code_name("Silberpappel Selam")


people = st.lists(
    st.fixed_dictionaries(
        {"code": st.sampled_from(["", "Bach", "Silberpappel", "silberpappel ", "Edeltanne"]), "role": st.text()}
    )
)


@given(people)
def test_a_role_alone_gets_the_next_free_code_name(rows: list[dict[str, str]]) -> None:
    answer = named(rows)
    said = [row for row in rows if row["code"].strip() or row["role"].strip()]
    assert [one["role"] for one in answer] == [row["role"] for row in said]
    assert all(one["code"] for one in answer)
    given_codes = {row["code"].strip().casefold() for row in said if row["code"].strip()}
    fresh = [one["code"] for one, row in zip(answer, said, strict=True) if not row["code"].strip()]
    assert len(set(fresh)) == len(fresh)
    assert not {code.casefold() for code in fresh} & given_codes
    assert checked(WHO, answer) == checked(WHO, checked(WHO, answer)), "kept as it is"
