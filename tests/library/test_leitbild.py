"""The Leitbild that comes with the program."""

import pytest

from reflect.domain.fault import NotFound
from reflect.library.leitbild import shipped

COUNTS = {"1": 4, "2": 3, "3": 3, "4": 5, "5": 8}


@pytest.mark.parametrize("language", ["de", "en"])
def test_it_has_23_statements_in_five_sections_and_a_preamble(language: str) -> None:
    text = shipped(language)
    assert {section.id: len(section.statements) for section in text.sections} == COUNTS
    for section in text.sections:
        expected = [f"{section.id}.{number}" for number in range(1, COUNTS[section.id] + 1)]
        assert [statement.id for statement in section.statements] == expected
    assert len(text.preamble) == 4
    assert text.sections[0].text


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_statement_and_part_has_words_and_a_short_name(language: str) -> None:
    for statement in shipped(language).statements():
        for one in (statement, *statement.parts):
            assert one.text.endswith(".")
            assert 0 < len(one.short) <= 30
        letters = [part.id.removeprefix(statement.id) for part in statement.parts]
        assert letters == list("abcdefgh"[: len(letters)])


def test_both_languages_have_the_same_ids() -> None:
    def ids(language: str) -> list[str]:
        return [one.id for statement in shipped(language).statements() for one in (statement, *statement.parts)]

    assert ids("de") == ids("en")
    assert len(ids("de")) == 23 + 27


def test_a_part_is_found_by_its_own_id() -> None:
    assert shipped("de").statement("5.4c").short == "Auf Augenhöhe"
    assert shipped("de").statement("5.5a").id == "5.5"


def test_an_unknown_language_is_said() -> None:
    with pytest.raises(NotFound):
        shipped("fr")
