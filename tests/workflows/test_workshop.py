"""The workshop's page lies under the statements it speaks of, and nothing private is on it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reflect.domain.audience import Audience
from reflect.domain.doubt import Doubt, doubted
from reflect.domain.entry import Entry
from reflect.domain.protocol import Protocol, ProtocolKind, Question, QuestionType, Share, Step
from reflect.language.release import headings_for
from reflect.settings import leitbild as kept
from reflect.settings.adoption import Adoption
from reflect.workflows import workshop
from reflect.workflows.handing_over import HandingOver
from reflect.workflows.sitting import Sitting
from reflect.workflows.writing import Writing
from tests.workflows.pages import NOW, memory
from tests.workflows.test_editions import text

TITLE = "Leitbild-Werkstatt"


def proposal(sitting: Sitting, entry_id: str, statement: str) -> Entry:
    protocol = sitting.catalogue.load("leitbild-vorschlag", "de")
    answers = {
        "titel": "Dolmetschen gehört hinein",
        "aussage": statement,
        "erfahrung": "Ein Kind hat übersetzt.",
        "wortlaut": "Wir sorgen für Sprachmittlung.",
        "gegenstimme": "Das Geld fehlt.",
    }
    entry = Entry(id=entry_id, protocol=protocol, created=NOW, changed=NOW, finished=NOW, answers=answers)
    sitting.save(entry)
    return entry


def doubtful(sitting: Sitting, entry_id: str, statement: str, why: str) -> Entry:
    protocol = sitting.catalogue.load("kurzreflexion", "de")
    entry = Entry(id=entry_id, protocol=protocol, created=NOW, changed=NOW, answers={"was": "Es war laut."})
    writing = Writing(sitting, entry)
    assert writing.doubt(statement, why)
    writing.store()
    return entry


def page(sitting: Sitting) -> dict[str, str]:
    handing = HandingOver.begin(sitting, workshop.entries(sitting), Audience.WORKSHOP)
    return {one.heading: one.text for one in handing.draft(TITLE, headings_for(Audience.WORKSHOP)).passages}


def test_marks_and_proposals_lie_under_their_statement(tmp_path: Path) -> None:
    sitting = memory(tmp_path)
    doubtful(sitting, "AAAAAAAAA1", "5.4", "Im Büro gibt es keinen ruhigen Ort.")
    proposal(sitting, "AAAAAAAAA2", "5.4b, Sprache")
    proposal(sitting, "AAAAAAAAA3", "es fehlt etwas zum Dolmetschen")
    found = page(sitting)
    assert list(found) == [
        "5.4 Einzelgespräche",
        "5.4b Über Sprachen hinweg",
        "Zu keiner Aussage",
        "Spannungen im Text",
        "Wovon der Text nicht spricht",
    ]
    first = found["5.4 Einzelgespräche"]
    assert first.startswith("Wir geben im Einzelgespräch Zeit und Raum")
    assert "Zu prüfen\n- Im Büro gibt es keinen ruhigen Ort." in first
    assert "Es war laut." not in first
    assert "Erfahrung\nEin Kind hat übersetzt." in found["5.4b Über Sprachen hinweg"]
    assert "Wir sorgen für Sprachmittlung." in found["Zu keiner Aussage"]
    assert "Das Geld fehlt." not in found["Zu keiner Aussage"]
    assert "- 2.1a ↔ 2.2a  Was die Person will" in found["Spannungen im Text"]
    assert "- Kinderschutz" in found["Wovon der Text nicht spricht"]


def test_the_own_text_is_what_the_workshop_reads(tmp_path: Path) -> None:
    sitting = memory(tmp_path)
    assert sitting.places is not None
    kept.keep(sitting.places, text("2021", "Wir hören zu.", "Kinderschutz geht vor."))
    doubtful(sitting, "AAAAAAAAA1", "5.4", "Es fehlt ein Ort.")
    sitting.config = sitting.config.changed(leitbild=(Adoption("2021", NOW.date()),))
    doubtful(sitting, "AAAAAAAAA2", "own:1.2", "Was heißt das im Alltag?")
    found = page(sitting)
    assert found["1.2"] == "Kinderschutz geht vor.\n\nZu prüfen\n- Was heißt das im Alltag?"
    assert found["5.4 Einzelgespräche"].endswith("- Es fehlt ein Ort.")
    assert "Spannungen im Text" not in found
    assert "Kinderschutz" not in found["Wovon der Text nicht spricht"]


def test_a_year_counts_and_the_trash_does_not(tmp_path: Path) -> None:
    sitting = memory(tmp_path)
    assert workshop.entries(sitting) == ()
    old = proposal(sitting, "AAAAAAAAA1", "5.4")
    old.created = NOW.replace(year=2025, month=10)
    away = doubtful(sitting, "AAAAAAAAA2", "5.4", "Stimmt das?")
    away.trashed = NOW
    for entry in (old, away):
        sitting.save(entry)
    fresh = doubtful(sitting, "AAAAAAAAA3", "5.4", "Stimmt das?")
    assert workshop.entries(sitting) == (fresh.id,)


def test_a_mark_has_one_line_and_is_taken_back_without_one() -> None:
    day = NOW.date()
    once = doubted([], "5.4", " zu\nlaut ", day)
    assert once == [Doubt(statement="5.4", why="zu laut", noted=day)]
    assert doubted(once, "5.4", "zu eng", day) == [Doubt(statement="5.4", why="zu eng", noted=day)]
    assert doubted(once, "5.4", " ", day) == []


QUESTION = st.tuples(
    st.sampled_from(Share), st.sets(st.sampled_from([Audience.TEAM, Audience.INDIVIDUAL, Audience.AUTHORITY]))
)


@given(kinds=st.lists(QUESTION, min_size=1, max_size=6), doubts=st.booleans(), named=st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_private_reaches_the_page(
    tmp_path: Path, kinds: list[tuple[Share, set[Audience]]], *, doubts: bool, named: bool
) -> None:
    questions = tuple(
        Question(id=f"f{at}", type=QuestionType.TEXT, text=f"Frage {at}?", share=share, audiences=tuple(readers))
        for at, (share, readers) in enumerate(kinds)
    )
    protocol = Protocol(
        id=workshop.PROPOSAL,
        kind=ProtocolKind.PREPARATION,
        version=1,
        language="de",
        title="Vorschlag",
        summary="",
        minutes=5,
        steps=(Step(id="s", title="S", questions=questions),),
    )
    answers = {one.id: f"wort{at}wort" for at, one in enumerate(questions)}
    marks = [Doubt(statement="5.4", why="Warum?", noted=NOW.date())] if doubts else []
    principles = ["4.3b"] if named else []
    sitting = memory(tmp_path)
    made = {"answers": answers, "doubts": marks, "principles": principles}
    sitting.save(Entry(id="AAAAAAAAA1", protocol=protocol, created=NOW, changed=NOW, **made))
    sitting.save(
        Entry(
            id="AAAAAAAAA2",
            protocol=protocol.model_copy(update={"id": "anders"}),
            created=NOW,
            changed=NOW,
            answers={"f0": "geheim"},
        )
    )
    handing = HandingOver.begin(sitting, workshop.entries(sitting), Audience.WORKSHOP)
    handing.choose(one.key for one in handing.answers())  # whoever takes everything there is
    on_page = handing.draft(TITLE, headings_for(Audience.WORKSHOP)).text
    for question in questions:
        may = question.share is not Share.NEVER and (not question.audiences or Audience.TEAM in question.audiences)
        assert (str(answers[question.id]) in on_page) is may
    assert "geheim" not in on_page


@pytest.mark.parametrize("audience", Audience)
def test_the_workshop_reads_no_more_than_the_team(audience: Audience) -> None:
    question = Question(id="f", type=QuestionType.TEXT, text="?", audiences=(audience,))
    assert question.may_reach(Audience.WORKSHOP) is question.may_reach(Audience.TEAM)
