"""A page in its receiver's order, under its receiver's headings; what several entries share, for those who want it."""

from pathlib import Path

import pytest

from reflect.domain.audience import Audience
from reflect.domain.registry import KnownName
from reflect.domain.topic import OF_THE_WORKSHOP, ORDERS, Topic, topic_of
from reflect.language.release import headings_for, too_long
from reflect.workflows import answering
from reflect.workflows.arranging import arranged
from reflect.workflows.choosing import Candidate
from reflect.workflows.handing_over import HandingOver
from tests.workflows.pages import memory


def said(question: str, text: str, entry: str = "A") -> Candidate:
    return Candidate(entry=entry, question=question, heading=f"{question}?", text=text, offered=True)


EVERY = (
    said("schritt", "Ich rufe an."),
    said("was", "Es war laut."),
    said("schluesselfrage", "Wie rede ich?"),
    said("sprachen", "Drei."),
)


@pytest.mark.parametrize("audience", Audience)
def test_every_receiver_has_an_order_and_headings(audience: Audience) -> None:
    assert set(ORDERS[audience]) == set(Topic) - OF_THE_WORKSHOP
    assert set(Topic) <= set(headings_for(audience))
    assert len(ORDERS[audience]) == len(Topic) - len(OF_THE_WORKSHOP)


def test_receivers_read_the_same_in_their_own_order_and_words() -> None:
    read = {
        audience: [one.heading for one in arranged(EVERY, audience, headings_for(audience))] for audience in Audience
    }
    assert read[Audience.TEAM] == ["Anliegen", "Was war", "Nächster Schritt", "sprachen?"]
    assert read[Audience.CONSULTATION] == ["Der Fall", "Schlüsselfrage", "Nächster Schritt", "sprachen?"]
    assert read[Audience.AUTHORITY] == ["Sachverhalt", "Was wir selbst tun", "Anliegen", "sprachen?"]
    assert len({tuple(headings) for headings in read.values()}) == len(Audience)


def test_answers_of_one_topic_join_and_keep_their_question_where_questions_differ() -> None:
    headings = headings_for(Audience.TEAM)
    (same,) = arranged((said("was", "Laut."), said("was", "Leise.", "B")), Audience.TEAM, headings)
    assert same.text == "Laut.\n\nLeise."
    (alike,) = arranged((said("was", "Laut."), said("verlauf", "Lang.")), Audience.TEAM, headings)
    assert alike.text == "Laut.\n\nLang."
    (mixed,) = arranged(
        (said("art", "um uns"), said("frage", "Wie?"), said("worum", "- a\n- b")), Audience.TEAM, headings
    )
    assert mixed.text == "Es geht: um uns\n\nFrage: Wie?\n\nWorum es geht:\n\n- a\n- b"
    (asked,) = arranged((said("hilfe", "Zeit."), said("haus", "Ruhe.")), Audience.TEAM, headings)
    assert asked.text == "hilfe?\n\nZeit.\n\nhaus?\n\nRuhe."


def test_without_headings_everything_stays_as_it_was() -> None:
    assert arranged(EVERY, Audience.TEAM, {}) == EVERY
    assert topic_of("felder/ich") is None


def test_no_shipped_question_stands_where_its_receiver_has_a_word_for_it() -> None:
    headings = headings_for(Audience.INDIVIDUAL)
    every = (said("titel", "Der Brief"), said("ziel-woran", "Mehr Fragen"), said("leicht", "5.4"))
    assert [one.heading for one in arranged(every, Audience.INDIVIDUAL, headings)] == [
        "Thema",
        "Was danach anders sein soll",
        "Im Leitbild fiel leicht",
    ]


def test_the_pages_own_words_are_not_asked_about(tmp_path: Path) -> None:
    sitting = memory(tmp_path)
    entry = answering.write(
        sitting, "dienstberatung", {"hindernis": "Frau Özdemir wartet.", "haeufigkeit": 1, "bereich": [1]}
    )
    handing = HandingOver.begin(sitting, (entry.id,), Audience.AUTHORITY)
    title, headings = "Vorlage für Özdemir", {**headings_for(Audience.AUTHORITY), "haeufigkeit": "Rahel"}
    review = handing.search(title, headings)
    assert [one.surface for one in review.findings] == ["Özdemir"]
    handing.name((KnownName(surface="Rahel"),))
    assert [one.surface for one in handing.search(title, headings).findings] == ["Özdemir", "Rahel"]


def test_a_list_stays_one_and_a_day_is_told_by_its_month(tmp_path: Path) -> None:
    sitting = memory(tmp_path)
    entry = answering.write(
        sitting, "rueckblick", {"wege": ["Fragen", "Warten"], "versuch-tag": "2026-12-15", "versuch-was": "Fragen"}
    )
    handing = HandingOver.begin(sitting, (entry.id,), Audience.TEAM)
    said_there = {one.question: one.text for one in handing.answers()}
    assert said_there == {"wege": "- Fragen\n- Warten", "versuch-was": "Fragen", "versuch-tag": "12/2026"}


def test_what_several_entries_share_can_be_taken(tmp_path: Path) -> None:
    sitting = memory(tmp_path)
    entries = [
        answering.write(sitting, "dienstberatung", {"hindernis": text})
        for text in ("Kein Dolmetscher\nLange Wege", "kein dolmetscher", "Kein Dolmetscher")
    ]
    for entry, tags in zip(entries, (["Sprache"], ["Sprache", "Wege"], []), strict=True):
        entry.tags, entry.principles = tags, ["5.4"]
        sitting.save(entry)
    ids = [entry.id for entry in entries]
    handing = HandingOver.begin(sitting, ids, Audience.AUTHORITY)
    found = {one.question: one for one in handing.answers() if one.entry == "sammlung"}
    assert found["themes"].text == "- Sprache (2 ×)\n- Wege"
    assert found["statements"].text.startswith("- 5.4 ")
    assert found["statements"].text.endswith("(3 ×)")
    assert found["recurring"].text == "- Kein Dolmetscher (3 ×)\n- Lange Wege"
    assert not any(one.offered for one in found.values())
    handing.choose(one.key for one in handing.answers())
    page = handing.draft("Titel", headings_for(Audience.AUTHORITY))
    assert [one.heading for one in page.passages][:2] == ["Was sich wiederholt", "Hindernis"]
    alone = HandingOver.begin(sitting, ids[:1], Audience.AUTHORITY)
    assert not any(one.entry == "sammlung" for one in alone.answers())


def test_a_long_page_is_noticed_where_one_page_is_wanted() -> None:
    assert "Teamsupervision" in too_long(Audience.TEAM, 2)
    assert too_long(Audience.TEAM, 1) == ""
    assert too_long(Audience.INDIVIDUAL, 9) == ""
